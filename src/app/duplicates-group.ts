// One group of possible duplicates as its card shows it: records, evidence, fields, and what merging them would do.
import type { EvidenceView, GroupView, ReviewApi, ReviewRecord } from '../contract/duplicates-api';
import type { Rows } from '../domain/acts/rows';
import { compareIds } from '../domain/acts/rows';
import { fingerprintOf } from '../domain/duplicates/columns';
import { type Evidence, evidenceOf } from '../domain/duplicates/evidence';
import { groupWith, pairIn } from '../domain/duplicates/scan';
import { totalOf, type Weighed } from '../domain/linkage/explain';
import { compareFields } from '../domain/merge/fields';
import { customerRefs, lost, mergedRecord, proposalsOf } from '../domain/merge/plan';
import { type MergeRecord, textIn } from '../domain/merge/record';
import { Refusal } from '../domain/refusal';
import { enumsInForce } from '../gateway/options';
import { readPeople } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { type Found, readRecords } from '../gateway/records';
import { openRun, type Run } from '../gateway/run';
import { loadScan } from '../gateway/scan-store';
import { findSheet, readTable, type Table, textOf } from '../gateway/table';
import { userLocale } from '../gateway/ui';
import { type Message, say } from '../i18n/index';
import type { Cell, Locale } from '../template/types';
import { requirePool } from './acts';
import { closedReason } from './customers/form';
import { columnLabel, scanAnew } from './duplicates-scan';
import { completenessIn } from './facts';
import { managerRefusal } from './managers';

type Row = Readonly<Record<string, Cell>>;

/** @throws Refusal `duplicates.gone` */
export function duplicateGroup({ ids, master = null }: Parameters<ReviewApi['duplicateGroup']>[0]): GroupView {
  const run = openRun();
  requirePool(run);
  const found = membersOf(run, ids);
  const table = tableOf(found);
  const labels = (key: string) => columnLabel(found[0]?.table as Table, key);
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
  const fields = compareFields([...table.columns.keys()], proposal.records, stays, merged, labels);
  const { certainty, weigh } = evidenceFor(run, found);
  const locale = userLocale();
  return {
    id: proposal.records.map(({ id }) => id).join('+'),
    certainty,
    master: stays.id,
    records: proposal.records.map((record, i) => recordView(record, found[i] as Found)),
    pairs: others.map((other) => {
      const pair = weigh(stays.id, other.id);
      const evidence = evidenceOf(pair, stays.cells, other.cells, labels).map((one) => evidenceView(one, locale));
      return { other: other.id, start: pair.start / 10, total: totalOf(pair) / 10, evidence };
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

/** What the last scan knew of these records, if they are what they were; else everybody is looked through again. */
function evidenceFor(run: Run, found: readonly Found[]): Pick<GroupView, 'certainty'> & { weigh(a: string, b: string): Weighed } {
  const ids = found.map(({ cells }) => String(cells['customer_id']));
  const prints = found.map(({ cells }) => fingerprintOf(cells));
  const scan = loadScan();
  const group = scan && groupWith(scan, ids, prints);
  if (group && group.pairs.length > 0) {
    const weigh = (a: string, b: string) => pairIn(group, a, b) ?? { start: 0, parts: [] };
    return { certainty: group.certainty, weigh };
  }
  const table = readTable(run, 'customers');
  const rows = new Map(table.rows.map((row, at) => [textOf(table, row, 'customer_id'), at]));
  const anew = scanAnew(run, table);
  return {
    certainty: groupWith(anew.scan, ids, prints)?.certainty ?? 'review',
    weigh: (a, b) => anew.weigh(rows.get(a) ?? 0, rows.get(b) ?? 0),
  };
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

function evidenceView({ about, side, says, detail, tenths }: Evidence, locale: Locale): EvidenceView {
  return { about, side, says, detail: joined(detail, locale), bits: tenths / 10 };
}

function joined(messages: readonly Message[], locale: Locale): Message | null {
  const [first = null, ...more] = messages;
  if (first === null || more.length === 0) return first;
  const steps = messages.map((message) => say(locale, message)).join(locale === 'zh-CN' ? '、' : ', ');
  return { code: 'evidence.steps', args: { steps } };
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
