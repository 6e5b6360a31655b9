// Rows that came to point at a record after its merge was planned: they follow it to the record that stays.
import type { CellChange, Change } from '../domain/acts/change';
import { customerRefs } from '../domain/merge/plan';
import type { Cell } from '../template/types';
import { changeCells } from './acts-cells';
import { type ActSheet, dataRange, OPENING } from './acts-sheet';
import type { Acting } from './acts-steps';
import { cellReader } from './table';

type Removed = Extract<Change, { type: 'removed' }>;

/** The customer's name beside his id, kept by script. */
const NAME = 'customer_name';

/**
 * Points rows added between two runs of a merge at the records that stay. They were never the merged records' own, so an undo leaves
 * them there. Looks once more only where an act is done again or took several runs: within one there is hardly time to add any.
 * @param from the reference to look at first; a sheet is looked at in one piece
 * @returns the next one for another run, `null` when all are done
 */
export function followMerged(act: Acting, change: Removed, from: number): number | null {
  const into = new Map(change.rows.flatMap(({ id, into: master }) => (master === undefined ? [] : [[id, master] as const])));
  if (into.size === 0 || !(act.resumed || act.body.of)) return null;
  // Sheets that were never made are not looked for: that would read the key row of every other one.
  const made = act.run.state?.sheets ?? {};
  for (const [at, { sheet: key, column }] of customerRefs.entries()) {
    if (at < from || !(key in made)) continue;
    if (act.slice.left < OPENING + 1) return at;
    const sheet = act.open(key);
    const position = sheet?.columns.get(column);
    if (sheet === null || position === undefined || sheet.ids.length === 0) continue;
    const strays = straysIn(act, sheet, column, position, into);
    if (strays.length === 0) continue;
    if (changeCells(act, { type: 'cells', sheet: key, records: strays }, 0) !== null) return at;
  }
  return null;
}

function straysIn(
  act: Acting,
  sheet: ActSheet,
  column: string,
  position: number,
  into: ReadonlyMap<string, string>,
): CellChange[] {
  const cell = cellReader(act.run);
  const columnOf = (from: ActSheet, at: number): Cell[] => {
    act.slice.spend(1);
    return dataRange(from, 0, at, from.ids.length, 1)
      .getValues()
      .map(([value]) => cell(value));
  };
  const pointing = columnOf(sheet, position);
  const found = [...sheet.rowOf].filter(([, row]) => into.has(String(pointing[row])));
  if (found.length === 0) return [];
  const beside = sheet.columns.get(NAME);
  const customers = act.open('customers');
  const at = customers?.columns.get('name');
  const names = customers === null || at === undefined || customers.ids.length === 0 ? [] : columnOf(customers, at);
  const nameBefore = beside === undefined || names.length === 0 ? null : columnOf(sheet, beside);
  return found.map(([id, row]) => {
    const master = into.get(String(pointing[row])) ?? '';
    const record = { id, before: { [column]: pointing[row] ?? null }, after: { [column]: master } };
    if (nameBefore === null) return record;
    const name = names[customers?.rowOf.get(master) ?? -1] ?? null;
    return {
      id,
      before: { ...record.before, [NAME]: nameBefore[row] ?? null },
      after: { ...record.after, [NAME]: name },
    };
  });
}
