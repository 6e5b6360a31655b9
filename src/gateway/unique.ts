// What other records of a table hold, for whoever judges one: in one service read a run, made when a judgement first asks.
import type { Others } from '../domain/record/judge';
import { comparedColumns, othersIn } from '../domain/record/others';
import type { SheetKey } from '../template/index';
import type { Run } from './run';
import { cellReader, FIRST_ROW, type Table, tableTemplate } from './table';

type OthersOf = ReturnType<typeof othersIn>;

const held = new WeakMap<Run, Map<SheetKey, OthersOf>>();

/**
 * The records besides one. Customers are told from each other at their door, by more than a column.
 * @param head with its keys read
 * @param row 1-based row of the one; null: it stands nowhere yet
 * @returns undefined for a table in which nothing is declared unique
 */
export function othersOf(run: Run, head: Table, row: number | null): Others | undefined {
  const keys = head.key === 'customers' ? [] : comparedColumns(tableTemplate(head.key));
  if (keys.length === 0) return undefined;
  const own = row === null ? null : row - FIRST_ROW;
  return {
    isTaken: (column, value, same) => known(run, head, keys)(own).isTaken(column, value, same),
    holdings: (column, value, other) => known(run, head, keys)(own).holdings(column, value, other),
  };
}

function known(run: Run, head: Table, keys: readonly string[]): OthersOf {
  const tables = held.get(run) ?? new Map<SheetKey, OthersOf>();
  held.set(run, tables);
  const others = tables.get(head.key) ?? read(run, head, keys);
  tables.set(head.key, others);
  return others;
}

function read(run: Run, head: Table, keys: readonly string[]): OthersOf {
  const places = keys.flatMap((key) => head.columns.get(key) ?? []);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  // The way to the last row is no service read.
  const height = head.sheet.getDataRange().getLastRow() - FIRST_ROW + 1;
  const grid = height < 1 ? [] : head.sheet.getRange(FIRST_ROW, left + 1, height, right - left + 1).getValues();
  const cell = cellReader(run);
  return othersIn({ columns: head.columns, left, rows: grid.map((line) => line.map(cell)) });
}
