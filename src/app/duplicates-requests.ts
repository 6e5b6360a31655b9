// Merges asked for: filed by who may not merge, shown to those who decide, and carried out or declined by them.
import type { MergeRequest, MergeRequests, RequestStatus, ReviewApi } from '../contract/duplicates-api';
import type { Change } from '../domain/acts/change';
import { idsOf, tokensOf } from '../domain/acts/rows';
import { idColumn } from '../domain/entry';
import { askedMerge, askingCells, becomeOne } from '../domain/merge/asked';
import { Refusal } from '../domain/refusal';
import { cut } from '../domain/text';
import { closedTo } from '../gateway/acts';
import { ensureTable } from '../gateway/ensure';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { labelInForce, optionId } from '../gateway/options';
import { actingPerson, readPeople } from '../gateway/people';
import { appendRecord, readAppendable, readRecord, writeCells } from '../gateway/records';
import { openRun, type Run } from '../gateway/run';
import { findMade, labelOf, readTable, recordOf, type Table, tableTemplate } from '../gateway/table';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { requirePool, settleOpen } from './acts';
import { mergedBefore, standNow } from './duplicates-gone';
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
 * @throws Refusal `duplicates.reason` without a reason, `duplicates.gone`, `requests.twice` where one for the same records waits
 */
export const requestMerge: ReviewApi['requestMerge'] = ({ decision, reason: given }) => {
  const why = worded(given, reason.max, 'duplicates.reason');
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const names = membersOf(run, decision.ids).map(({ cells }) => String(cells['name'] ?? cells['company'] ?? ''));
    const table = tableIn(run);
    const twin = table && waitingIn(run, table).find(({ ids }) => isSame(ids, decision.ids));
    if (twin) throw new Refusal('requests.twice', { id: textIn(twin.cells, 'request_id'), by: textIn(twin.cells, 'actor') });
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
  const table = tableIn(run);
  if (table === null) return { ...pageOf([], page), decides: false };
  const people = readPeople(run);
  const decides = managerRefusal(run, people, 'duplicates.managerOnly') === null;
  const me = [actingPerson(run, people)?.name, run.actor];
  const lines = table.rows
    .map((row) => recordOf(table, row))
    .filter((line) => asksToMerge(run, line))
    .filter((line) => (decides ? isWaiting(run, line) : me.includes(textIn(line, 'actor'))));
  const { items, ...rest } = pageOf(decides ? lines : lines.reverse(), page);
  return { ...rest, items: items.map((line) => viewOf(run, line)), decides };
};

/** @throws Refusal `requests.reply` without an answer, `duplicates.managerOnly`, `record.gone`, `requests.otherKind`, `requests.decided` */
export const declineMerge: ReviewApi['declineMerge'] = ({ id, reply }) => {
  const answer = worded(reply, replyColumn.max, 'requests.reply');
  return decide(id, (run) => ({ ...decided(run, 'rejected'), reply: answer }));
};

/**
 * Answers a request as done whose records are one customer by now.
 * @throws Refusal as {@link declineMerge}, `requests.notMerged`
 */
export const closeMerged: ReviewApi['closeMerged'] = ({ id }) =>
  decide(id, (run, line) => {
    const { ids } = askedIn(line);
    if (ids.length < 2 || standNow(run, ids).length > 1) throw new Refusal('requests.notMerged', { id });
    return decided(run, 'done');
  });

/** One write of who decides. */
function decide(id: string, answer: (run: Run, line: Line) => Line): { readonly id: string } {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    settleOpen(run);
    requireManager(run, readPeople(run), 'duplicates.managerOnly');
    const found = readRecord(run, KEY, id);
    requireWaiting(run, id, found.cells);
    writeCells(found, answer(run, found.cells));
    return { id };
  });
}

/** What a merge makes of customers. */
export interface Merging {
  /** Where each record that goes, and each that stays, ends. */
  readonly into: ReadonlyMap<string, string>;
  /** Whether there is such a customer before the merge. */
  has(id: string): boolean;
}

/**
 * What carrying out a merge does to the requests for it: all that wait and whose records are one customer after it are done in the same
 * act, whoever merged and from where. One service read where none concerns it; up to five more.
 * @param request the one it is carried out for; `''`: for none. Others are left as they are where Requests is closed to the runner.
 * @throws Refusal `record.gone`, `requests.otherKind`, `requests.decided`, `requests.others` where it asks for something else
 */
export function requestsDone(
  run: Run,
  merging: Merging,
  request: string,
): { readonly changes: Change[]; readonly calls: number } {
  const table = request === '' ? tableIfRead(run) : tableIn(run);
  if (table === null) {
    if (request !== '') readRecord(run, KEY, request);
    return { changes: [], calls: 0 };
  }
  if (request !== '') requireWaiting(run, request, lineOf(run, table, request));
  const concerned = waitingIn(run, table).filter(
    ({ cells, ids }) => cells['request_id'] === request || ids.some((id) => merging.into.has(id)),
  );
  const isGone = concerned.some(({ ids }) => ids.some((id) => !merging.has(id)));
  const before = isGone ? mergedBefore(run, merging.has) : (id: string) => id;
  const done = concerned.filter(({ ids }) => becomeOne(ids, (id) => merging.into.get(before(id))));
  if (request !== '' && !done.some(({ cells }) => cells['request_id'] === request)) {
    const asked = askedIn(lineOf(run, table, request)).ids.join(', ');
    throw new Refusal('requests.others', { id: request, ids: asked });
  }
  if (done.length === 0) return { changes: [], calls: 1 };
  const after = decided(run, 'done');
  const records = done.map(({ token, cells }) => ({
    id: token,
    before: Object.fromEntries(Object.keys(after).map((key) => [key, cells[key] ?? null])),
    after,
  }));
  const changes: Change[] = [{ type: 'cells', sheet: KEY, records }];
  const { reason, calls } = request === '' ? closedTo(run, changes) : { reason: null, calls: 0 };
  return { changes: reason === null ? changes : [], calls: calls + (isGone ? 4 : 1) };
}

/** Ids of the requests a merge takes along. */
export function answeredBy(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => (change.sheet === KEY && change.type === 'cells' ? change.records.map(({ id }) => id) : []));
}

/** Answers a request that was filed when its merge was under way already, and so is no part of that. */
export function answerLate(run: Run, { into }: Pick<Merging, 'into'>, request: string): void {
  try {
    const found = readRecord(run, KEY, request);
    if (!asksToMerge(run, found.cells) || !isWaiting(run, found.cells)) return;
    if (becomeOne(askedIn(found.cells).ids, (id) => into.get(id))) writeCells(found, decided(run, 'done'));
  } catch {
    // The merge went on, and that is what is to be told; the card then offers to close the request as merged.
  }
}

/** Requests as it stands, in one service read; null where there is none. */
function tableIn(run: Run): Table | null {
  return findMade(run, KEY) !== null ? readTable(run, KEY) : null;
}

/** A damaged Requests sheet is no reason to merge nobody: only who carries out a request has to be told. */
function tableIfRead(run: Run): Table | null {
  try {
    return tableIn(run);
  } catch (thrown) {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  }
}

interface Waiting {
  /** What an act knows the line by: its id. */
  readonly token: string;
  readonly cells: Line;
  readonly ids: readonly string[];
}

function waitingIn(run: Run, table: Table): Waiting[] {
  const tokens = tokensOf(idsOf(KEY, table));
  return table.rows.flatMap((row, at) => {
    const cells = recordOf(table, row);
    // A line without an id of its own is known by its place alone, which another may have taken when the act goes on or is taken back.
    if (tokens[at]?.startsWith('@')) return [];
    if (!asksToMerge(run, cells) || !isWaiting(run, cells)) return [];
    return [{ token: tokens[at] ?? '', cells, ids: askedIn(cells).ids }];
  });
}

function lineOf(run: Run, table: Table, id: string): Line {
  const line = table.rows.map((row) => recordOf(table, row)).find((cells) => cells['request_id'] === id);
  if (line === undefined) throw new Refusal('record.gone', { id, sheet: labelOf(run, KEY) });
  return line;
}

function requireWaiting(run: Run, id: string, line: Line): void {
  if (!asksToMerge(run, line)) throw new Refusal('requests.otherKind', { id });
  if (!isWaiting(run, line)) throw new Refusal('requests.decided', { id, by: textIn(line, 'decided_by') });
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === new Set(others).size && ids.every((id) => others.includes(id));
}

/** Requests hold more than merges, and what is done with those is not ours to say. */
function asksToMerge(run: Run, line: Line): boolean {
  return optionId(run, 'request_action', line['action']) === 'merge';
}

function askedIn(line: Line): ReturnType<typeof askedMerge> {
  return askedMerge(textIn(line, 'targets'), textIn(line, 'params'));
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
    ...askedIn(line),
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
