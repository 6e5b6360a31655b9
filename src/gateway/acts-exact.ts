// Cells read and written exactly: text stays text, formulas stay formulas, and what broke a strict rule before may stand again.
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A formula, or a value in the domain's form: its days are days unless the cell is formatted as text. */
type Planned = { readonly formula: string } | { readonly cell: string };

/** What a cell is to hold: a value as `getValues` gave it (a text stays a text), or something planned. */
export type Entry = Planned | string | number | boolean | object | null | undefined;

export interface ExactRead {
  readonly values: unknown[][];
  /** `''` where there is none. */
  readonly formulas: string[][];
}

/** Two service reads. */
export function readExactly(range: Range): ExactRead {
  return { values: range.getValues(), formulas: range.getFormulas() };
}

/** The cell as it stands, to be written back as it stands. */
export function entryAt({ values, formulas }: ExactRead, row: number, column: number): Entry {
  const formula = formulas[row]?.[column] ?? '';
  return formula === '' ? (values[row]?.[column] as Entry) : { formula };
}

/** Service calls {@link readExactly} makes, and {@link writeExactly} at most when no rule is in its way. */
export const EXACT_READ = 2;
export const EXACT_WRITE = 2;

/**
 * Writes a rectangle: one service read, if there is text a sheet might take for something else, and one write.
 * @returns the service calls it took
 */
export function writeExactly(range: Range, entries: readonly (readonly Entry[])[]): number {
  const doubtful = entries.some((line) => line.some(isDoubtful));
  const formats = doubtful ? range.getNumberFormats() : null;
  const inputs = entries.map((line, r) => line.map((entry, c) => inputOf(entry, formats?.[r]?.[c] ?? '@')));
  return (doubtful ? 1 : 0) + put(range, inputs);
}

/**
 * A strict rule makes the whole write fail when one cell breaks it, and cells that people pasted break it with impunity. So where the
 * plain write is refused, the rules step aside for it (rulings 11); a run killed in between leaves rules to be repaired, no values.
 */
function put(range: Range, inputs: unknown[][]): number {
  try {
    range.setValues(inputs);
    // Writes are bundled: a refusal comes out here, not at some later read.
    SpreadsheetApp.flush();
    return 1;
  } catch {
    const rules = range.getDataValidations();
    range.clearDataValidations();
    try {
      range.setValues(inputs);
      SpreadsheetApp.flush();
    } finally {
      range.setDataValidations(rules);
    }
    return 5;
  }
}

/** Whether a text reads like a day the domain writes. */
export function isDayText(text: string): boolean {
  return DAY.test(text);
}

function textOf(entry: Entry): unknown {
  return isObject(entry) && 'cell' in entry ? entry.cell : entry;
}

function isObject(entry: Entry): entry is object {
  return typeof entry === 'object' && entry !== null;
}

/** Begins with a letter, and is neither a truth value nor a month or half of the day with a figure: text in every format. */
const SAFE = /^(?!(?:true|false)$|\p{L}{3,}\.?[\s/-]+\d|[上下]午)\p{L}/iu;
const DAY = /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/;

/** Whether a sheet might take a text for something else. */
export function isDoubtful(entry: Entry): boolean {
  const text = textOf(entry);
  return typeof text === 'string' && text !== '' && !SAFE.test(text);
}

function inputOf(entry: Entry, format: string): unknown {
  if (isObject(entry) && 'formula' in entry) return entry.formula;
  const value = textOf(entry);
  if (typeof value !== 'string') return value;
  // Sheets takes one away in every format.
  if (value.startsWith("'")) return `'${value}`;
  if (format === '@' || !isDoubtful(value)) return value;
  return isObject(entry) && isDayText(value) ? value : `'${value}`;
}
