// Reads a pasted text as the form of a new customer does, in a workbook of either language.
import { customerKeys } from '../../../src/domain/form/fields';
import { columnInForce, isInUse, type KindContext } from '../../../src/domain/kinds/index';
import { extractCustomer, type Piece } from '../../../src/domain/pasted/extract';
import { enums, regionRows, workbook } from '../../../src/template/index';
import type { ColumnTemplate, Locale } from '../../../src/template/types';

export function contextOf(locale: Locale, homeRegion = locale === 'en' ? 'US' : 'CN'): KindContext {
  return { locale, today: '2026-03-11', homeRegion, enums, regions: regionRows };
}

export function columnsOf(context: KindContext): Record<string, ColumnTemplate> {
  const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;
  return Object.fromEntries(
    customerKeys(workbook.sheets.customers).flatMap((key) => {
      const column = columns[key];
      return column === undefined || !isInUse(column, context) ? [] : [[key, columnInForce(column, context)]];
    }),
  );
}

export function read(text: string, locale: Locale = 'zh-CN', homeRegion?: string): readonly Piece[] {
  const context = contextOf(locale, homeRegion);
  return extractCustomer(text, columnsOf(context), context);
}

/** Values by field, and under `rest` what could not be placed. */
export function fieldsOf(pieces: readonly Piece[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { key, value } of pieces) {
    const name = key ?? 'rest';
    fields[name] = fields[name] === undefined ? value : `${fields[name]}|${value}`;
  }
  return fields;
}
