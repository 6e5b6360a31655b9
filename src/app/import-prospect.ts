// What a staged batch would bring as things stand: its records planned against the customers, people and columns there are.
import type { ImportApi, ImportMatches } from '../contract/import-api';
import { dateOrders, planRows, type RowPlan, type SourceRecord, unknownOwners } from '../domain/import/index';
import type { DateOrder, KindContext } from '../domain/kinds/index';
import { Refusal } from '../domain/refusal';
import { mayAddPeople, mayNameColumns } from '../gateway/import-rights';
import { type CustomersToAppendTo, customersToAppendTo, isSpare, nameSpareColumns } from '../gateway/import-rows';
import { readStage, readStaged, type Stage } from '../gateway/import-stage';
import { kindContext } from '../gateway/reading';
import type { Run } from '../gateway/run';
import type { Table } from '../gateway/table';
import { workbook } from '../template/index';
import { matchesView } from './import-known';

const { columns, oneOf } = workbook.sheets.customers;

/** What carrying out an import looks at; read once a run. */
interface Site {
  readonly stage: Stage;
  readonly kinds: KindContext;
  readonly customers: CustomersToAppendTo;
}

const sites = new WeakMap<Run, Site>();

/**
 * @param body `customs`: whether unnamed custom columns are used; else what goes there goes to the notes
 * @throws Refusal `import.noBatch` when the Import sheet holds another batch, or none
 */
export function siteOf(run: Run, { batch, customs }: { readonly batch: string; readonly customs: boolean }): Site {
  const site = wholeSite(run, batch);
  if (customs) return site;
  const { stage } = site;
  const columns = stage.head.columns.map((column) =>
    column.to === 'custom' ? { ...column, to: 'notes' as const, key: null, why: 'leftover' } : column,
  );
  return { ...site, stage: { ...stage, head: { ...stage.head, columns } } };
}

/** @param asks whether all records are looked at, and the customers to see who is known */
function wholeSite(run: Run, batch: string, asks: { readonly records?: boolean; readonly customers?: boolean } = {}): Site {
  const known = sites.get(run);
  if (known !== undefined) return known;
  const stage = readStage(run, batch, asks.records);
  if (stage === null) throw new Refusal('import.noBatch', { batch });
  // Copied once: asking for its parts anew for every value would cost more than reading the value.
  const site = { stage, kinds: { ...kindContext(run) }, customers: customersToAppendTo(run, asks.customers) };
  sites.set(run, site);
  return site;
}

/** The site with custom columns under the file's headers: issues and the result name them so. */
export function withNamedColumns(run: Run, site: Site): Site {
  const { table, below } = site.customers;
  const named = { table: nameSpareColumns(table, spareNames(site.stage)), below };
  sites.set(run, { ...wholeSite(run, site.stage.head.batch), customers: named });
  return { ...site, customers: named };
}

/** A batch as it would come in now. */
interface Prospect {
  readonly site: Site;
  readonly records: readonly SourceRecord[];
  /** What became of the first of them, `''` as long as nothing did. */
  readonly outcome: string;
  readonly customs: boolean;
  readonly owners: readonly string[];
  readonly orders: readonly (readonly [number, DateOrder])[];
  readonly plans: readonly (RowPlan | null)[];
}

/** @param known whether it matters who is known */
export function prospectOf(run: Run, batch: string, acceptOwners: boolean, known: boolean): Prospect {
  const { stage, customers } = wholeSite(run, batch, { records: true, customers: known });
  const customs = mayNameColumns(run, customers.table, spareKeys(customers.table, stage));
  const site = siteOf(run, { batch, customs });
  const { head } = site.stage;
  const { records, outcomes } = readStaged(site.stage, 0, head.records);
  const data = records.filter(({ line }) => line >= head.dataLine);
  const offered = acceptOwners ? unknownOwners(data, head.columns, columns, site.kinds).map(({ name }) => name) : [];
  const owners = offered.length > 0 && mayAddPeople(run, offered.length) ? offered : [];
  const orders = [...dateOrders(data, head.columns, columns, site.kinds)];
  const plans = planAll(site, records, { today: run.today, owners, orders });
  return { site, records, outcome: outcomes[0] ?? '', customs, owners, orders, plans };
}

/** Whom a staged batch brings that is known already. */
export function lookAtKnown(run: Run, query: Parameters<ImportApi['importMatches']>[0]): ImportMatches {
  const { batch, acceptOwners, known, page } = query;
  const { site, plans } = prospectOf(run, batch, acceptOwners, true);
  return matchesView(run, batch, site.customers.table, plans, known, page);
}

interface Circumstances {
  readonly today: string;
  readonly owners: readonly string[];
  readonly orders: readonly (readonly [number, DateOrder])[];
}

/** A plan a record; null for titles and the header. */
export function planAll(
  { stage, kinds }: Site,
  records: readonly SourceRecord[],
  { today, owners, orders }: Circumstances,
): (RowPlan | null)[] {
  const { dataLine, columns: mapping } = stage.head;
  const accepted = new Set(owners);
  const lookup = (sheet: string, text: string) =>
    kinds.lookup?.(sheet, text) ?? (sheet === 'users' && accepted.has(text) ? text : null);
  const data = records.filter(({ line }) => line >= dataLine);
  const plans = planRows(data, mapping, { ...kinds, today, lookup, columns, oneOf, dateOrders: new Map(orders) });
  let next = 0;
  return records.map(({ line }) => (line < dataLine ? null : (plans[next++] ?? null)));
}

function spareNames(stage: Stage): Record<string, string> {
  const custom = stage.head.columns.filter(({ to, key }) => to === 'custom' && key !== null);
  return Object.fromEntries(custom.map(({ key, header }) => [key, header]));
}

/** Custom columns the file goes to that nobody has named yet. */
export function spareKeys(table: Table, stage: Stage): string[] {
  return Object.keys(spareNames(stage)).filter((key) => isSpare(table, key));
}
