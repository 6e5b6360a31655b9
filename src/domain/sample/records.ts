// The sample's customers as records, and which rows of a workbook they became.
import { workbook } from '../../template/index';
import type { Cell, ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf } from '../kinds/index';
import { type SampleCustomer, type SampleOrigin, sampleCustomers } from './customers';

type Row = Readonly<Record<string, Cell>>;

const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;
/** Whoever names no country lives here, whatever the workbook's home region: his numbers and places are read as this country's. */
const HOME = 'CN';
const CONTACTS = ['mobile', 'phone', 'email', 'wechat'] as const;

/** The sample's customers in the form a workbook stores them; cells that cannot be read and rows nobody could call are left out. */
export function sampleRecords(origin: SampleOrigin, context: KindContext): Row[] {
  return sampleCustomers(origin)
    .filter(({ expected }) => !expected.rejected)
    .map((customer) => recordOf(customer, context));
}

function recordOf(customer: SampleCustomer, context: KindContext): Row {
  const raw = { ...customer.raw, country: customer.raw.country || HOME };
  const home = parsed('country', raw.country, context);
  const inRow: KindContext = {
    ...context,
    country: home === null ? null : String(home),
    row: { province: raw.province },
  };
  const record: Record<string, Cell> = {};
  for (const [key, cell] of Object.entries(raw)) {
    const value = parsed(key, cell, inRow);
    if (value !== null) record[key] = value;
  }
  return { ...record, name: record['name'] ?? record['company'] ?? null };
}

function parsed(key: string, raw: string, context: KindContext): Cell {
  const column = columns[key];
  if (column === undefined) return null;
  const reading = kindOf(column).parse(raw, column, context);
  return reading.ok ? reading.value : (reading.kept ?? null);
}

/**
 * Finds each sample record among a workbook's rows by name and one way of contact; of two that are alike each gets a row of its own.
 * @returns indexes into `rows`, in their order; records without a row are left out
 */
export function findSample(records: readonly Row[], rows: readonly Row[]): number[] {
  const byContact = new Map<string, number[]>();
  rows.forEach((row, i) => {
    for (const key of contactsOf(row)) byContact.set(key, [...(byContact.get(key) ?? []), i]);
  });
  const taken = new Set<number>();
  for (const record of records) {
    const found = contactsOf(record)
      .flatMap((key) => byContact.get(key) ?? [])
      .find((i) => !taken.has(i));
    if (found !== undefined) taken.add(found);
  }
  return [...taken].sort((a, b) => a - b);
}

function contactsOf(row: Row): string[] {
  return CONTACTS.flatMap((key) =>
    (row[key] ?? null) === null ? [] : [`${String(row['name'] ?? '')}\n${key}\n${String(row[key])}`],
  );
}
