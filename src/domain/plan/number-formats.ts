// Number formats of a table's columns, as their kinds want them.
import type { TableTemplate } from '../../template/types';
import { kindOf } from '../kinds/index';
import type { PlanContext } from './context';
import { dataAreas } from './formats';
import type { Head } from './head';
import type { Operation } from './operations';
import type { TableRead } from './snapshot';

/** Formats come before values: text set to `@` cannot become a formula. */
export function numberFormats(
  context: PlanContext,
  key: string,
  template: TableTemplate,
  head: Head,
  read: TableRead | null,
): Operation[] {
  const byFormat = new Map<string, number[]>();
  for (const [name, column] of Object.entries(template.columns)) {
    const at = head.positions.get(name) ?? 0;
    const { numberFormat } = kindOf(column).setup(column, context.kinds);
    if (plainFormat(read?.formats[at - 1]) !== numberFormat)
      byFormat.set(numberFormat, [...(byFormat.get(numberFormat) ?? []), at]);
  }
  const on = [...byFormat].flatMap(([format, columns]) => dataAreas(columns).map((area) => ({ area, format })));
  return on.length > 0 ? [{ type: 'setNumberFormats', sheet: key, on }] : [];
}

/** Sheets calls its automatic format by two names (local-host.md §6). */
export function plainFormat(format: string | undefined): string | undefined {
  return format === '0.###############' ? 'General' : format;
}
