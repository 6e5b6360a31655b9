// What a bulk act changes, as plain data: enough to carry it out, to finish it after a killed run, and to take it back.
import type { Message } from '../../i18n/index';
import type { SheetKey } from '../../template/index';
import type { Cell } from '../../template/types';
import type { KeptFormula } from './formulas';

/** Cells of one record by column key, before and after; both name the same columns. */
export interface CellChange {
  /** The record's id, or `@` and the row's 0-based number where it has none (see `tokensOf`). */
  readonly id: string;
  readonly before: Readonly<Record<string, Cell>>;
  readonly after: Readonly<Record<string, Cell>>;
}

export interface PlacedRow {
  readonly id: string;
  /** 0-based number among the data rows before the act. */
  readonly at: number;
  /** Id of the row above before the act, `''` for none: where it belongs once others have come or gone. */
  readonly above?: string;
  /** The record it went into, for the Archive. */
  readonly into?: string;
}

/**
 * How rows leave and return. `rows`: deleted and inserted, so that what points at other rows follows; for few runs of rows. `sort`:
 * cleared or appended and then sorted, a handful of calls for any number.
 */
export type RowsWay = 'rows' | 'sort';

export type Change =
  | { readonly type: 'cells'; readonly sheet: SheetKey; readonly records: readonly CellChange[] }
  /** Rows that go to Archive; in sheet order. */
  | {
      readonly type: 'removed';
      readonly sheet: SheetKey;
      readonly rows: readonly PlacedRow[];
      readonly way: RowsWay;
      readonly reason: Message;
    }
  /** Rows that came; in sheet order. `from`: the act whose Archive lines hold them; null: the act wrote them itself. */
  | {
      readonly type: 'added';
      readonly sheet: SheetKey;
      readonly rows: readonly PlacedRow[];
      readonly way: RowsWay;
      readonly from: string | null;
      /** Why they had gone to Archive, if they had. */
      readonly reason?: Message;
    }
  /** `moves[i]` is the 0-based number, before the act, of the row that stands in place i after it. */
  | { readonly type: 'order'; readonly sheet: SheetKey; readonly ids: readonly string[]; readonly moves: readonly number[] };

/** Whom an act is about, for its line in the history: the one record that stays, or how many groups. */
export interface ActAbout {
  readonly groups: number;
  /** Of the one record; `''` where there are several groups. */
  readonly id: string;
  readonly name: string;
}

/** What the journal holds of an act. */
export interface ActBody {
  readonly about?: ActAbout;
  readonly changes: readonly Change[];
  /** Counts for its report, by the kind's own names. */
  readonly tally: Readonly<Record<string, number>>;
  /** The act this one takes back. */
  readonly of?: string;
  /** Formulas the act breaks, for whoever takes it back. */
  readonly formulas?: Readonly<Partial<Record<SheetKey, readonly KeptFormula[]>>>;
  /** Those of the act this one takes back. */
  readonly heal?: Readonly<Partial<Record<SheetKey, readonly KeptFormula[]>>>;
  /** Rows and columns a sheet had when the act began, where rows come, go or move: a killed run's half-made ones show against it. */
  readonly sizes?: Readonly<Partial<Record<SheetKey, GridSize>>>;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Records an act touches; a record touched twice counts twice. */
export function sizeOf(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + weightOf(change), 0);
}

function weightOf(change: Change): number {
  if (change.type === 'cells') return change.records.length;
  return change.type === 'order' ? change.moves.length : change.rows.length;
}

/**
 * The changes that take these back, in reverse order. The inverse of the inverse is the act itself.
 * @param txn the act these changes belong to: its Archive lines hold what it removed
 * @param reason of rows that go to Archive when rows an act added are taken out again
 */
export function inverse(changes: readonly Change[], txn: string, reason: Message): Change[] {
  return [...changes].reverse().map((change) => turnedBack(change, txn, reason));
}

function turnedBack(change: Change, txn: string, reason: Message): Change {
  const { sheet } = change;
  switch (change.type) {
    case 'cells':
      return { ...change, records: change.records.map(({ id, before, after }) => ({ id, before: after, after: before })) };
    case 'removed':
      return { type: 'added', sheet, rows: change.rows, way: change.way, from: txn, reason: change.reason };
    case 'added':
      return { type: 'removed', sheet, rows: change.rows, way: change.way, reason: change.reason ?? reason };
    case 'order':
      return { type: 'order', sheet, ...reversedOrder(change.ids, change.moves) };
  }
}

/** The order that leads back: ids as they stand after the act, and where each of them was. */
function reversedOrder(ids: readonly string[], moves: readonly number[]): { ids: string[]; moves: number[] } {
  const back = new Array<number>(moves.length);
  moves.forEach((was, is) => {
    back[was] = is;
  });
  return { ids: moves.map((was) => ids[was] ?? ''), moves: back };
}

/** Most runs of neighbouring rows that are deleted one by one (rulings 18). */
const MOST_RUNS = 50;

export function wayOf(rows: readonly PlacedRow[]): RowsWay {
  return runsOf(rows).length <= MOST_RUNS ? 'rows' : 'sort';
}

/** Neighbouring rows together; `rows` in sheet order. */
export function runsOf<R extends { readonly at: number }>(rows: readonly R[]): R[][] {
  const runs: R[][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    const before = last?.[last.length - 1];
    if (last !== undefined && before !== undefined && before.at + 1 === row.at) last.push(row);
    else runs.push([row]);
  }
  return runs;
}
