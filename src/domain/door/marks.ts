// How a row's issue cell names possible duplicates: `手机 = C-000144`, so that the sheet colours the cell it is about.
import { issueMarks } from '../../template/index';
import type { Cell } from '../../template/types';

/**
 * An issue cell after some columns were compared anew.
 * @param compared labels of the columns
 * @param found for a label the id of the record it agrees with
 */
export function markedIssue(issue: Cell, compared: readonly string[], found: ReadonlyMap<string, string>): Cell {
  const { between, duplicate } = issueMarks;
  const heads = compared.map((label) => label + duplicate);
  const text = String(issue ?? '');
  const kept = (text === '' ? [] : text.split(between)).filter((entry) => !heads.some((head) => entry.startsWith(head)));
  const marks = compared.flatMap((label) => (found.has(label) ? [`${label}${duplicate}${found.get(label)}`] : []));
  const entries = [...kept, ...marks];
  return entries.length === 0 ? null : entries.join(between);
}

/** Whether an issue cell names a duplicate of this column's value. */
export function isMarked(issue: Cell, label: string): boolean {
  const { between, duplicate } = issueMarks;
  return String(issue ?? '')
    .split(between)
    .some((entry) => entry.startsWith(label + duplicate));
}
