// What typing into a row brings with it: canonical values, what is wrong with them, and what a new record begins with.
import type { Cell, ColumnTemplate, TableTemplate } from '../template/types';
import { socialEntry } from './import/parts';
import type { Issue } from './issues';
import { type KindContext, kindOf, type Reading } from './kinds/index';
import { judgedWith, judgeRecord, type Others } from './record/judge';

type Row = Readonly<Record<string, Cell>>;

export interface TypedValues {
  /** Cells that are to hold something else than they do, by key. */
  readonly values: Record<string, Cell>;
  readonly issues: readonly Issue[];
  /** Keys of the columns that were judged: those typed into, and those that depend on them. */
  readonly judged: readonly string[];
}

/**
 * Reads the cells typed into. What cannot be read stays as typed, and so does what would lose a part: a second number for which the
 * row has no place. Columns kept by script are not read.
 * @param typed keys of the columns the edit touched
 * @param context with the row as it stands
 * @param others other records, where uniqueness is to be judged
 */
export function readTyped(
  template: TableTemplate,
  row: Row,
  typed: readonly string[],
  context: KindContext,
  others?: Others,
): TypedValues {
  const values: Record<string, Cell> = {};
  const readings = new Map<string, Reading>();
  for (const key of typed) {
    const column = template.columns[key];
    if (column === undefined || column.kept === 'script') continue;
    const raw = row[key] ?? null;
    const reading = kindOf(column).parse(raw, column, context);
    readings.set(key, reading);
    if (!reading.ok || reading.value === null) continue;
    const doubtful = kindOf(column).validate(reading.value, column, context) !== null;
    if (doubtful && isStrict(column, context)) continue;
    const further = placesFor(template, { ...row, ...values }, key, reading, context);
    if (further !== null) Object.assign(values, reading.value === raw ? {} : { [key]: reading.value }, further);
  }
  const issues = judgeRecord(template, { ...row, ...values }, context, { touched: typed, readings, others });
  return { values, issues, judged: judgedWith(template, typed) };
}

/** A strict column refuses a script's bad value as it refuses a person's; pasted, it may stand there all the same. */
function isStrict(column: ColumnTemplate, context: KindContext): boolean {
  return kindOf(column).setup(column, context).rule?.strict === true;
}

/** The column that takes what has no column of its own, and under which type values of these columns stand there. */
const OVERFLOW = 'other_im';
const OVERFLOW_TYPE: Readonly<Record<string, string>> = { mobile: 'tel', phone: 'tel', email: 'email' };

/** Cells for what a value brings besides itself: its currency, a second number, the city of a province; null when one has no place. */
function placesFor(
  template: TableTemplate,
  row: Row,
  key: string,
  reading: Extract<Reading, { readonly ok: true }>,
  context: KindContext,
): Record<string, Cell> | null {
  const places: Record<string, Cell> = {};
  const column = template.columns[key];
  const currency = column !== undefined && 'currency' in column ? column.currency : undefined;
  if (reading.currency !== undefined) {
    const known = currency === undefined ? undefined : (row[currency] ?? reading.currency);
    if (currency === undefined || known !== reading.currency) return null;
    if (row[currency] !== known) places[currency] = known;
  }
  for (const text of reading.more ?? []) {
    const place = placeFor(template, { ...row, ...places, [key]: reading.value }, key, text, context);
    if (place === null) return null;
    Object.assign(places, place);
  }
  return places;
}

function placeFor(
  template: TableTemplate,
  row: Row,
  key: string,
  text: string,
  context: KindContext,
): Record<string, Cell> | null {
  const kind = template.columns[key]?.kind;
  for (const [other, column] of Object.entries(template.columns)) {
    const narrower = 'within' in column && column.within === key;
    if (other === key || column.kind !== kind || ('within' in column && !narrower)) continue;
    if (row[other] === text) return {};
    if ((row[other] ?? null) === null && kindOf(column).validate(text, column, { ...context, row }) === null)
      return { [other]: text };
  }
  const overflow = template.columns[OVERFLOW];
  const type = OVERFLOW_TYPE[key];
  if (overflow === undefined || type === undefined || !('max' in overflow)) return null;
  const known = row[OVERFLOW] ?? null;
  const entry = socialEntry(type, text);
  const whole = known === null ? entry : `${String(known)}; ${entry}`;
  return whole.length <= (overflow.max ?? 0) ? { [OVERFLOW]: whole } : null;
}

/** Written before the other columns of a standing row: where it is closed to the runner, nothing else of it was written yet. */
export const STAMPS: readonly string[] = ['issue', 'updated_at', 'updated_by'];

/** Key of the column that holds a table's own ids; null for a table without. */
export function idColumn(template: TableTemplate): { readonly key: string; readonly prefix: string } | null {
  for (const [key, column] of Object.entries(template.columns)) if (column.kind === 'id') return { key, prefix: column.prefix };
  return null;
}

/**
 * Whether a row has become a record: something stands in one of the columns its table calls a record by, or, where it names none, in
 * any that people fill.
 */
export function isRecord(template: TableTemplate, row: Row, namedBy: readonly string[]): boolean {
  const naming = namedBy.length > 0 ? namedBy : Object.keys(template.columns).filter((key) => isFilledByPeople(template, key));
  return naming.some((key) => String(row[key] ?? '').trim() !== '');
}

/** An unticked box is no content. */
function isFilledByPeople(template: TableTemplate, key: string): boolean {
  const column = template.columns[key];
  return column !== undefined && column.kept !== 'script' && column.kind !== 'flag';
}

/** What a new record takes where nothing was given: the defaults of its required columns. */
export function initialValues(template: TableTemplate, row: Row, context: KindContext): Record<string, Cell> {
  const values: Record<string, Cell> = {};
  for (const [key, column] of Object.entries(template.columns)) {
    if (!column.required || (row[key] ?? null) !== null) continue;
    const value = kindOf(column).initial(column, context);
    if (value !== null) values[key] = value;
  }
  return values;
}
