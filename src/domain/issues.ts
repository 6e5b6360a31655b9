// The text of a row's issue cell: what is wrong in it, by the labels people see, so that what is coloured is also named.
import { type Message, say } from '../i18n/index';
import { issueMarks } from '../template/index';
import type { Cell, Locale } from '../template/types';

export interface Issue {
  /** Key of the column; null when it is about the whole row. */
  readonly column: string | null;
  readonly reason: Message;
}

/** @param labelOf a column's label as it stands in row 2; formats find the bad cell by it */
export function issueText(issues: readonly Issue[], labelOf: (key: string) => string, locale: Locale): Cell {
  const entries = issues.map(({ column, reason }) => {
    const sentence = say(locale, reason);
    return column === null ? sentence : `${headOf(labelOf(column))}${sentence}`;
  });
  return entries.length === 0 ? null : entries.join(issueMarks.between);
}

/** Whether an issue cell calls a column's value invalid. */
export function isNamed(text: string, label: string): boolean {
  return entriesOf(text).some((entry) => entry.startsWith(headOf(label)));
}

/**
 * An issue cell after some cells were judged anew: what it said of them gives way to what is found, everything else stays.
 * @param judged labels of their columns
 * @param settled sentences about the whole row that hold no longer
 * @param found as {@link issueText} writes it
 */
export function revisedIssue(
  text: string,
  { judged, settled, found }: { readonly judged: readonly string[]; readonly settled: readonly string[]; readonly found: Cell },
): Cell {
  const heads = judged.map(headOf);
  const kept = entriesOf(text).filter((entry) => !settled.includes(entry) && !heads.some((head) => entry.startsWith(head)));
  const entries = found === null ? kept : [...kept, String(found)];
  return entries.length === 0 ? null : entries.join(issueMarks.between);
}

/**
 * An issue cell after columns got other labels: its entries begin with the new ones, so that formats still find the bad cells. The
 * sentences behind them stay in the language they were written in.
 */
export function relabelledIssue(text: string, labels: ReadonlyMap<string, string>): string {
  const marks = [issueMarks.invalid, issueMarks.duplicate];
  const entries = entriesOf(text).map((entry) => {
    for (const mark of marks) {
      const label = entry.slice(0, Math.max(0, entry.indexOf(mark)));
      const now = labels.get(label);
      if (now !== undefined) return now + entry.slice(label.length);
    }
    return entry;
  });
  return entries.join(issueMarks.between);
}

/** Labels by which an issue cell names columns and no column goes any more: somebody gave them others since. */
export function formerLabels(issue: Cell, labels: readonly string[]): string[] {
  const marks = [issueMarks.invalid, issueMarks.duplicate];
  return entriesOf(String(issue ?? '')).flatMap((entry) => {
    const mark = marks.find((one) => entry.includes(one));
    const stands = labels.some((label) => marks.some((one) => entry.startsWith(label + one)));
    return mark === undefined || stands ? [] : [entry.slice(0, entry.indexOf(mark))];
  });
}

function headOf(label: string): string {
  return `${label}${issueMarks.invalid}`;
}

function entriesOf(text: string): string[] {
  return text === '' ? [] : text.split(issueMarks.between);
}
