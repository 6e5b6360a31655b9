// Few rectangles instead of many cells: which neighbouring rows and columns are read and written in one go.

/** 0-based; `columns` are positions in the sheet, `rows` numbers among the data rows. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Block {
  readonly rows: Span;
  readonly columns: Span;
}

/**
 * Cells that are cheaper to read and write along than to be left out by a block of their own: a block is four service calls, each worth
 * some eight thousand cells read (platform.md §7).
 */
const BRIDGE = 12_000;
/** Cells of one block: several million at once exhaust a run. */
const MOST_CELLS = 200_000;

/**
 * Blocks that cover these rows in these columns.
 * @param rows ascending
 * @param columns ascending
 * @param mayBridge whether a column nobody asked for may be read and written along; the user's own never are
 */
export function blocksOf(rows: readonly number[], columns: readonly number[], mayBridge: (column: number) => boolean): Block[] {
  const height = spanOf(rows);
  const width = spanOf(columns);
  const columnSpans = spans(columns, (gap, from) => gap * height <= BRIDGE && every(from, gap, mayBridge));
  const rowSpans = spans(rows, (gap) => gap * width <= BRIDGE);
  return columnSpans.flatMap((across) =>
    rowSpans.flatMap((down) => {
      const most = Math.max(1, Math.floor(MOST_CELLS / (across.to - across.from + 1)));
      return cutInto(down, most).map((piece) => ({ rows: piece, columns: across }));
    }),
  );
}

/** At most `most` stretches of rows that cover these, leaving out the widest gaps. */
export function stretchesOf(rows: readonly number[], most: number): Span[] {
  const gaps = rows.slice(1).map((row, i) => row - (rows[i] ?? row) - 1);
  const widest = [...gaps].sort((a, b) => b - a).slice(0, most - 1);
  const narrowest = Math.max(1, widest[widest.length - 1] ?? 1);
  let room = most - 1;
  return spans(rows, (gap) => {
    const part = gap >= narrowest && room > 0;
    if (part) room--;
    return !part;
  });
}

/** Neighbours together, and those a gap apart that `joins`; `from` is the first number of the gap. */
function spans(numbers: readonly number[], joins: (gap: number, from: number) => boolean): Span[] {
  const found: Span[] = [];
  for (const number of numbers) {
    const last = found[found.length - 1];
    const gap = last === undefined ? 0 : number - last.to - 1;
    if (last !== undefined && (gap <= 0 || joins(gap, last.to + 1))) found[found.length - 1] = { ...last, to: number };
    else found.push({ from: number, to: number });
  }
  return found;
}

function cutInto(span: Span, most: number): Span[] {
  const pieces: Span[] = [];
  for (let from = span.from; from <= span.to; from += most) pieces.push({ from, to: Math.min(span.to, from + most - 1) });
  return pieces;
}

function spanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : (numbers[numbers.length - 1] ?? 0) - (numbers[0] ?? 0) + 1;
}

function every(from: number, count: number, holds: (number: number) => boolean): boolean {
  return Array.from({ length: count }, (_, i) => from + i).every(holds);
}
