// Merges asked for: filed by who may not merge, shown to those who decide, and carried out or declined by them.
import type { MergeRequest, MergeRequests, RequestStatus, ReviewApi } from '../contract/duplicates-api';
import type { Change } from '../domain/acts/change';
import { idColumn } from '../domain/entry';
import { askedMerge, askingCells } from '../domain/merge/asked';
import { Refusal } from '../domain/refusal';
import { cut } from '../domain/text';
import { ensureTable } from '../gateway/ensure';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { labelInForce, optionId } from '../gateway/options';
import { actingPerson, readPeople } from '../gateway/people';
import { appendRecord, readAppendable, readRecord, writeCells } from '../gateway/records';
import { openRun, type Run } from '../gateway/run';
import { findSheet, readTable, recordOf, tableTemplate } from '../gateway/table';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { requirePool, settleOpen } from './acts';
import { membersOf } from './duplicates-group';
import { managerRefusal, requireManager } from './managers';
import { pageOf } from './pages';

const KEY = 'requests';
const { reason, reply: replyColumn } = workbook.sheets.requests.columns;

/** Names of a group that stand in its request. */
const NAMED = 8;

type Line = Readonly<Record<string, Cell>>;

/**
 * Files a merge as a line of Requests.
 * @throws Refusal `duplicates.reason` without a reason, `duplicates.gone`
 */
export const requestMerge: ReviewApi['requestMerge'] = ({ decision, reason: given }) => {
  const why = worded(given, reason.max, 'duplicates.reason');
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const names = membersOf(run, decision.ids).map(({ cells }) => String(cells['name'] ?? cells['company'] ?? ''));
    ensureTable(run, KEY);
    const place = readAppendable(run, KEY);
    const { key = '', prefix = '' } = idColumn(tableTemplate(KEY)) ?? {};
    const me = actingPerson(run, readPeople(run));
    const [id = ''] = reserveIds(run, place.table, key, prefix, 1);
    appendRecord(place, {
      [key]: id,
      at: run.stamp,
      actor: me?.name ?? run.actor,
      confidence: labelInForce(run, 'confidence', me === null ? 'stated' : 'verified'),
      action: labelInForce(run, 'request_action', 'merge'),
      ...askingCells(decision, [...new Set(names)].slice(0, NAMED)),
      reason: why,
      status: labelInForce(run, 'request_status', 'open'),
    });
    return { id };
  });
};

/** Who decides sees all that wait, the oldest first; everybody else his own, and what became of them, the newest first. */
export const mergeRequests: ReviewApi['mergeRequests'] = ({ page }): MergeRequests => {
  const run = openRun();
  requirePool(run);
  // A sheet that was never made is not looked for: that would read the key row of every other one.
  if (!(KEY in (run.state?.sheets ?? {})) || findSheet(run, KEY) === null) return { ...pageOf([], page), decides: false };
  const table = readTable(run, KEY);
  const people = readPeople(run);
  const decides = managerRefusal(run, people, 'duplicates.managerOnly') === null;
  const me = [actingPerson(run, people)?.name, run.actor];
  const lines = table.rows
    .map((row) => recordOf(table, row))
    .filter((line) => optionId(run, 'request_action', line['action']) === 'merge')
    .filter((line) => (decides ? isWaiting(run, line) : me.includes(textIn(line, 'actor'))));
  const { items, ...rest } = pageOf(decides ? lines : lines.reverse(), page);
  return { ...rest, items: items.map((line) => viewOf(run, line)), decides };
};

/** @throws Refusal `requests.reply` without an answer, `duplicates.managerOnly`, `record.gone`, `requests.decided` */
export const declineMerge: ReviewApi['declineMerge'] = ({ id, reply }) => {
  const answer = worded(reply, replyColumn.max, 'requests.reply');
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    settleOpen(run);
    requireManager(run, readPeople(run), 'duplicates.managerOnly');
    const found = waiting(run, id);
    writeCells(found, { ...decided(run, 'rejected'), reply: answer });
    return { id };
  });
};

/** What carrying out a merge does to the request it was asked for with. @throws Refusal `record.gone`, `requests.decided` */
export function requestDone(run: Run, id: string): Change[] {
  const { cells } = waiting(run, id);
  const after = decided(run, 'done');
  const before = Object.fromEntries(Object.keys(after).map((key) => [key, cells[key] ?? null]));
  return [{ type: 'cells', sheet: KEY, records: [{ id, before, after }] }];
}

function waiting(run: Run, id: string): ReturnType<typeof readRecord> {
  const found = readRecord(run, KEY, id);
  if (!isWaiting(run, found.cells)) throw new Refusal('requests.decided', { id, by: textIn(found.cells, 'decided_by') });
  return found;
}

function decided(run: Run, status: RequestStatus): Record<string, Cell> {
  return {
    status: labelInForce(run, 'request_status', status),
    decided_by: actingPerson(run, readPeople(run))?.name ?? run.actor,
    decided_at: run.stamp,
  };
}

/** Also what a manager agreed to in the sheet, and nobody carried out. */
function isWaiting(run: Run, line: Line): boolean {
  const status = statusOf(run, line);
  return status === 'open' || (status === 'approved' && textIn(line, 'decided_at') === '');
}

function statusOf(run: Run, line: Line): RequestStatus {
  return (optionId(run, 'request_status', line['status']) || 'open') as RequestStatus;
}

function viewOf(run: Run, line: Line): MergeRequest {
  const text = (key: string) => textIn(line, key);
  return {
    ...askedMerge(text('targets'), text('params')),
    id: text('request_id'),
    at: text('at').slice(0, 16),
    by: text('actor'),
    confidence: optionId(run, 'confidence', line['confidence']) || 'unknown',
    reason: text('reason'),
    status: statusOf(run, line),
    decidedBy: text('decided_by'),
    reply: text('reply'),
  };
}

function textIn(line: Line, key: string): string {
  return String(line[key] ?? '');
}

/** @throws Refusal with this code where nothing was said */
function worded(text: string, max: number, code: 'duplicates.reason' | 'requests.reply'): string {
  const said = text.trim();
  if (said === '') throw new Refusal(code);
  return cut(said, max)[0];
}
