// Plans the rows of a file: each to its cells, what is wrong with it, and what is set aside.
import type { Cell } from '../../template/types';
import { kindOf } from '../kinds/index';
import type { SourceRecord } from './csv';
import { type Layout, Row } from './row';
import type { MappedColumn, PlanContext, RowPlan } from './row-plan';
import { meaningOf, vocabulary } from './vocabulary';

/** The social accounts' column and the notes take what has no room elsewhere, so they are filled last. */
const LAST = ['other_im', 'remark'];

/** Plans rows one by one: a slice of a file gives the same rows as the whole. */
export function planRows(
  records: readonly SourceRecord[],
  mapping: readonly MappedColumn[],
  context: PlanContext,
): readonly RowPlan[] {
  const layout = layoutOf(mapping, context);
  return records.map((record) => new Row(record, layout, context).plan());
}

function layoutOf(mapping: readonly MappedColumn[], context: PlanContext): Layout {
  const words = vocabulary(context.columns, {});
  const keys = Object.keys(context.columns);
  const strict = keys.filter((key) => {
    const column = context.columns[key];
    return column !== undefined && kindOf(column).setup(column, context).rule?.strict === true;
  });
  const headers: string[] = [];
  for (const { index, header } of mapping) headers[index] = header;
  return {
    mapping: new Map(mapping.map((column) => [column.index, column])),
    headers,
    meanings: new Map(mapping.map(({ index, header }) => [index, meaningOf(header, words)])),
    order: ['country', ...keys.filter((key) => key !== 'country' && !LAST.includes(key)), ...LAST].filter((key) =>
      keys.includes(key),
    ),
    strict: new Set(strict),
    defaults: defaultsOf(context),
  };
}

/** Option a record's source takes when the file names none. */
const IMPORTED = 'import';

function defaultsOf(context: PlanContext): Readonly<Record<string, Cell>> {
  const cells: Record<string, Cell> = {};
  for (const [key, column] of Object.entries(context.columns)) {
    if (!column.required || column.kept === 'script') continue;
    const initial = kindOf(column).initial(column, context);
    if (initial !== null) cells[key] = initial;
  }
  const source = context.columns['source'];
  const imported = source === undefined ? null : kindOf(source).parse(IMPORTED, source, context);
  if (imported?.ok) cells['source'] = imported.value;
  return { ...cells, ...context.given };
}
