// One group of possible duplicates as its card shows it: records, evidence, fields, and what merging them would do.
import type { EvidenceView, GroupView, ReviewApi, ReviewRecord } from '../contract/duplicates-api';
import type { Rows } from '../domain/acts/rows';
import { compareIds } from '../domain/acts/rows';
import { fingerprintOf } from '../domain/duplicates/columns';
import { type Evidence, evidenceOf } from '../domain/duplicates/evidence';
import { linksOf, UNKNOWN, type Weigh } from '../domain/duplicates/links';
import { groupWith, pairIn, type ScanGroup, withPairs } from '../domain/duplicates/scan';
import { totalOf } from '../domain/linkage/explain';
import { compareFields } from '../domain/merge/fields';
import { customerRefs, lost, mergedRecord, proposalsOf } from '../domain/merge/plan';
import { type MergeRecord, textIn } from '../domain/merge/record';
import { Refusal } from '../domain/refusal';
import { enumsInForce } from '../gateway/options';
import { readPeople } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { type Found, readRecords } from '../gateway/records';
import { openRun, type Run } from '../gateway/run';
import { loadScan, storeScan } from '../gateway/scan-store';
import { findSheet, readTable, type Table, textOf } from '../gateway/table';
import type { Cell } from '../template/types';
import { requirePool } from './acts';
import { closedReason } from './customers/form';
import { standNow } from './duplicates-gone';
import { columnLabel, placesOf, scanAnew } from './duplicates-scan';
import { completenessIn } from './facts';
import { managerRefusal } from './managers';

type Row = Readonly<Record<string, Cell>>;

/** @throws Refusal `duplicates.gone`, `duplicates.merged` where all that was asked for is one customer by now */
export function duplicateGroup({
  ids: given,
  asked = false,
  master = null,
  locale,
}: Parameters<ReviewApi['duplicateGroup']>[0]): GroupView {
  const run = openRun();
  requirePool(run);
  const ids = asked ? standNow(run, given) : given;
  if (ids.length === 1 && given.length > 1) throw new Refusal('duplicates.merged', { id: ids[0] ?? '' });
  const found = membersOf(run, ids);
  const table = tableOf(found);
  const labels = (key: string) => columnLabel(found[0]?.table as Table, key, locale);
  const choice = { rows: found.map((_, row) => row), ...(master === null ? {} : { master }) };
  const [proposal] = proposalsOf(table, [choice]);
  if (proposal === undefined) throw new Refusal('duplicates.gone', { id: ids.join(', ') });
  const stays = proposal.master;
  const input = {
    customers: table,
    context: kindContext(run),
    lists: enumsInForce(run),
    today: run.today,
    stamp: run.stamp,
    actor: run.actor,
    completeness: (cells: Row) => completenessIn(run, found[0]?.table as Table, cells),
  };
  const merged = mergedRecord(proposal.records, stays, {}, input);
  const others = proposal.records.filter((record) => record !== stays);
  const fields = compareFields([...table.columns.keys()], proposal.records, stays, merged, input.lists, labels);
  const { certainty, weigh } = evidenceFor(run, found, stays.id);
  return {
    id: proposal.records.map(({ id }) => id).join('+'),
    certainty,
    master: stays.id,
    records: proposal.records.map((record, i) => recordView(record, found[i] as Found)),
    pairs: linksOf(stays, others, weigh).map(({ to, other, pair }) => {
      const evidence = evidenceOf(pair, to.cells, other.cells, labels);
      const total = totalOf(pair);
      const start = evidence.reduce((rest, { tenths }) => rest - tenths, total);
      return { to: to.id, other: other.id, start: start / 10, total: total / 10, evidence: evidence.map(evidenceView) };
    }),
    fields: fields.differing.map((field) => ({ ...field, label: labels(field.key) })),
    equal: fields.equal.map(labels),
    notKept: lost([stays, ...others], merged, input.context).map((cell) => ({ ...cell, column: labels(cell.column) })),
    children: childrenOf(run, new Set(others.map(({ id }) => id))),
    obstacle: managerRefusal(run, readPeople(run), 'duplicates.managerOnly')?.failure ?? proposal.obstacle,
  };
}

/** The records by id. @throws Refusal `duplicates.gone` */
export function membersOf(run: Run, ids: readonly string[]): Found[] {
  const found = readRecords(run, 'customers', new Set(ids));
  const idIn = ({ cells }: Found) => String(cells['customer_id']);
  const gone = ids.find((id) => !found.some((one) => idIn(one) === id));
  if (gone !== undefined || ids.length < 2) throw new Refusal('duplicates.gone', { id: gone ?? ids.join(', ') });
  return found.sort((a, b) => compareIds(idIn(a), idIn(b)) || a.row - b.row);
}

/** A table of nothing but these records. */
function tableOf(found: readonly Found[]): Rows {
  const columns = found[0]?.table.columns ?? new Map<string, number>();
  const width = Math.max(0, ...columns.values()) + 1;
  const rows = found.map(({ cells }) => {
    const line = new Array<Cell>(width).fill(null);
    for (const [key, at] of columns) line[at] = cells[key] ?? null;
    return line;
  });
  return { columns, left: 0, rows };
}

/**
 * What the last scan knew of the master and the others, if they are what they were; else everybody is looked through again, and what
 * that says of them is kept.
 */
function evidenceFor(
  run: Run,
  found: readonly Found[],
  master: string,
): Pick<GroupView, 'certainty'> & { readonly weigh: Weigh } {
  const ids = found.map(({ cells }) => String(cells['customer_id']));
  const others = ids.filter((id) => id !== master);
  const prints = found.map(({ cells }) => fingerprintOf(cells));
  const scan = loadScan();
  const known = scan && groupWith(scan, ids, prints);
  const isWhole = (group: ScanGroup) => others.every((other) => pairIn(group, master, other) !== null);
  if (known && isWhole(known)) {
    return { certainty: known.certainty, weigh: (a, b) => pairIn(known, a, b) ?? UNKNOWN };
  }
  const table = readTable(run, 'customers');
  const rows = placesOf(table);
  const anew = scanAnew(run, table);
  const weigh = (a: string, b: string) => anew.weigh(rows.get(a) ?? 0, rows.get(b) ?? 0);
  const group = groupWith(anew.scan, ids, prints);
  if (group !== null && !isWhole(group)) {
    const pairs = others.map((other) => [other, weigh(master, other)] as const);
    storeScan(withPairs(anew.scan, group, known, master, pairs));
  }
  // Of a large group no more than a card that is remembered shows.
  const shown: Weigh = (a, b) => (group === null || a === master ? weigh(a, b) : (pairIn(group, a, b) ?? UNKNOWN));
  return { certainty: group?.certainty ?? 'review', weigh: shown };
}

function recordView({ id, cells, filled }: MergeRecord, found: Found): ReviewRecord {
  const text = (key: string) => textIn(cells, key);
  return {
    id,
    row: found.row,
    name: text('name'),
    company: text('company'),
    mobile: text('mobile'),
    email: text('email'),
    wechat: text('wechat'),
    owner: text('owner'),
    filled,
    orders: Number(cells['order_count'] ?? 0),
    lastContact: text('last_contact'),
    closed: closedReason(found),
  };
}

function evidenceView({ tenths, ...evidence }: Evidence): EvidenceView {
  return { ...evidence, bits: tenths / 10 };
}

/** Rows of other sheets that point at these customers; three service reads a sheet that was made. */
function childrenOf(run: Run, ids: ReadonlySet<string>): number {
  const made = run.state?.sheets ?? {};
  return customerRefs
    .filter(({ sheet }) => sheet in made && findSheet(run, sheet) !== null)
    .reduce((sum, { sheet, column }) => {
      const table = readTable(run, sheet, [column]);
      return sum + table.rows.filter((row) => ids.has(textOf(table, row, column))).length;
    }, 0);
}
