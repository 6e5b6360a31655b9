// Looking for duplicates, and the pages of what was found: looked up again only when the customers changed.
import type { ReviewApi, ScanView } from '../contract/duplicates-api';
import { readyIn, type Scan, type ScanGroup, type Scanned, scanIn, shownOf, stampOf } from '../domain/duplicates/scan';
import { readDecisions } from '../gateway/decisions';
import { keepLearned } from '../gateway/door';
import { kindContext } from '../gateway/reading';
import { openRun, type Run } from '../gateway/run';
import { loadScan, storeScan } from '../gateway/scan-store';
import { FIRST_ROW, readHead, readTable, type Table, tableTemplate, textOf, withRows } from '../gateway/table';
import type { Locale } from '../template/types';
import { requirePool } from './acts';
import { pageOf } from './pages';

type Query = Parameters<ReviewApi['scanDuplicates']>[0];

export function scanDuplicates({ page, certainty, fresh, later = false }: Query): ScanView {
  const run = openRun();
  requirePool(run);
  const scan = (fresh ? null : standingScan(run)) ?? scanAnew(run, readTable(run, 'customers')).scan;
  const open = scan.groups.filter((group) => group.isPutOff === later);
  const { items, ...rest } = pageOf(certainty === null ? open : open.filter((group) => group.certainty === certainty), page);
  const count = (kind: ScanGroup['certainty']) => open.filter((group) => group.certainty === kind).length;
  return {
    items: items.map(({ ids, certainty: kind, names, obstacle }) => ({
      id: shownOf(ids).join('+'),
      certainty: kind,
      names,
      size: ids.length,
      obstacle,
    })),
    ...rest,
    counts: { exact: count('exact'), near: count('near'), review: count('review') },
    ready: { exact: readyIn(scan, 'exact'), near: readyIn(scan, 'near') },
    settled: { different: scan.different, later: scan.groups.filter(({ isPutOff }) => isPutOff).length },
    customers: scan.customers,
    at: scan.at,
  };
}

/** The last scan, if the customers are still what they were; at most five service reads. */
function standingScan(run: Run): Scan | null {
  const scan = loadScan();
  return scan !== null && scan.stamp === stampNow(run) ? scan : null;
}

/** The last scan, if these customers are what it saw; one service read. */
export function scanOf(table: Table): Scan | null {
  const scan = loadScan();
  return scan !== null && scan.stamp === stampOf(table) ? scan : null;
}

/**
 * Looks through all customers, and keeps what was found.
 * @throws Refusal `duplicates.tooMany`
 */
export function scanAnew(run: Run, table: Table): Scanned {
  const scanned = scanIn(table, kindContext(run), readDecisions(run), run.stamp);
  storeScan(scanned.scan);
  keepLearned(run, scanned.learned);
  return scanned;
}

/** The places of customers by their ids. */
export function placesOf(table: Table): Map<string, number> {
  return new Map(table.rows.map((row, at) => [textOf(table, row, 'customer_id'), at]));
}

/** Reads no more of the customers than who they are and when they changed. */
function stampNow(run: Run): string {
  const head = readHead(run, 'customers');
  const rows = head.sheet.getDataRange().getLastRow() - FIRST_ROW + 1;
  if (rows < 1) return stampOf(head);
  const ids = withRows(run, head, FIRST_ROW, rows, 'customer_id');
  const changed = withRows(run, head, FIRST_ROW, rows, 'updated_at');
  return stampOf({
    columns: new Map(['customer_id', 'updated_at'].map((key, i) => [key, i])),
    left: 0,
    rows: ids.rows.map((row, i) => [row[0] ?? null, changed.rows[i]?.[0] ?? null]),
  });
}

/**
 * A column's label as it stands in the sheet.
 * @param locale the reader's language, for labels that nobody has changed
 */
export function columnLabel(table: Pick<Table, 'labels' | 'columns'>, key: string, locale?: Locale): string {
  const label = table.labels[table.columns.get(key) ?? -1] || key;
  const ours = locale && tableTemplate('customers').columns[key]?.label;
  return ours && Object.values(ours).includes(label) ? ours[locale] : label;
}
