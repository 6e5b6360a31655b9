// What typing into a row brings with it: the canonical value, and for a new record its id, stamps and defaults.
import type { Cell, ColumnTemplate, TableTemplate } from '../template/types';
import { type KindContext, kindOf } from './kinds/index';

type Row = Readonly<Record<string, Cell>>;

/**
 * Canonical values of the cells typed into, where they differ from what stands there. What cannot be read stays as typed; columns kept
 * by script are not read.
 * @param typed keys of the columns the edit touched
 */
export function readTyped(
  template: TableTemplate,
  row: Row,
  typed: readonly string[],
  context: KindContext,
): Record<string, Cell> {
  const changes: Record<string, Cell> = {};
  for (const key of typed) {
    const column = template.columns[key];
    if (column === undefined || column.kept === 'script') continue;
    const raw = row[key] ?? null;
    const reading = kindOf(column).parse(raw, column, context);
    if (reading.ok && reading.value !== raw && reading.value !== null) changes[key] = reading.value;
  }
  return changes;
}

/** Key of the column that holds a table's own ids; null for a table without. */
export function idColumn(template: TableTemplate): { readonly key: string; readonly prefix: string } | null {
  for (const [key, column] of Object.entries(template.columns)) if (column.kind === 'id') return { key, prefix: column.prefix };
  return null;
}

/** Whether a row has become a record: somebody typed what the table calls a record by, one of its first required text columns. */
export function isRecord(template: TableTemplate, row: Row, alternatives: readonly string[]): boolean {
  const naming =
    alternatives.length > 0
      ? alternatives
      : Object.keys(template.columns).filter((key) => isTypedByPeople(template.columns[key]));
  return naming.some((key) => row[key] !== undefined && row[key] !== null);
}

function isTypedByPeople(column: ColumnTemplate | undefined): boolean {
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
