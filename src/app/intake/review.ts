// What a form brought for a person to decide: other answers of known customers, accepted cell by cell, and what could not be read.
import type { ReviewItem, SettleOutcome, SettleRequest } from '../../contract/intake-api';
import { PAGE_SIZE, type Page } from '../../contract/wire';
import { type KindContext, kindOf } from '../../domain/kinds/index';
import { Refusal } from '../../domain/refusal';
import { readIdentity, recordsAt } from '../../gateway/door';
import { type AsideRead, linkOf, markAsides, readOpenAsides } from '../../gateway/intake';
import { openHead } from '../../gateway/journal';
import { withLock } from '../../gateway/lock';
import { kindContext } from '../../gateway/reading';
import { type Found, readRecord } from '../../gateway/records';
import { openRun, poolState, type Run } from '../../gateway/run';
import { labelAt, readHead, type Table, tableTemplate, textOf } from '../../gateway/table';
import type { Cell } from '../../template/types';
import { beginAct, requirePool, settleOpen } from '../acts';
import { completenessIn, settledIssue } from '../facts';
import { beginIntake, openTaken } from './act';
import { DIFFERENCES, PROBLEMS, prepareAnew } from './prepare';

type Row = Readonly<Record<string, Cell>>;

const { columns } = tableTemplate('customers');

/** Responses that wait for a person. Two service reads. */
export function countReviews(run: Run): number {
  return responsesIn(readOpenAsides(run, isOfForm)).size;
}

function isOfForm(batch: string): boolean {
  return batch.startsWith(DIFFERENCES) || batch.startsWith(PROBLEMS);
}

/** Lines by the response they are of: the act that took it, and its row then. */
function responsesIn(lines: readonly AsideRead[]): Map<string, AsideRead[]> {
  const responses = new Map<string, AsideRead[]>();
  for (const line of lines) {
    const name = `${fieldOf(line, 'batch').slice(DIFFERENCES.length)}/${fieldOf(line, 'row_no')}`;
    responses.set(name, [...(responses.get(name) ?? []), line]);
  }
  return responses;
}

function fieldOf({ values }: AsideRead, key: string): string {
  return values[key] ?? '';
}

export function intakeReview({ page }: { page: number }): Page<ReviewItem> {
  const run = openRun();
  poolState(run);
  const responses = [...responsesIn(readOpenAsides(run, isOfForm))];
  const shown = responses.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const head = readHead(run, 'customers');
  const records = recordsOf(run, head, new Set(shown.flatMap(([, lines]) => lines.map((line) => fieldOf(line, 'record_id')))));
  const context = kindContext(run);
  return {
    items: shown.map(([response, lines]) => itemOf(response, lines, records, head, context)),
    page,
    pages: Math.max(1, Math.ceil(responses.length / PAGE_SIZE)),
    total: responses.length,
  };
}

/** Customers by id; those that are gone are left out. One service read each, and three to find them. */
function recordsOf(run: Run, head: Table, ids: ReadonlySet<string>): ReadonlyMap<string, Row> {
  const identity = readIdentity(run, [], head);
  const rows = identity.rows.flatMap((row, i) => (ids.has(textOf(identity, row, 'customer_id')) ? [i] : []));
  return new Map(recordsAt(run, head, rows).map((record) => [String(record['customer_id']), record]));
}

function itemOf(
  response: string,
  lines: readonly AsideRead[],
  records: ReadonlyMap<string, Row>,
  head: Table,
  context: KindContext,
): ReviewItem {
  const id = lines.map((line) => fieldOf(line, 'record_id')).find((found) => found !== '') ?? '';
  const record = records.get(id);
  const different = lines.filter((line) => fieldOf(line, 'batch').startsWith(DIFFERENCES) && record !== undefined);
  return {
    response,
    id,
    name: String(record?.['name'] ?? record?.['company'] ?? ''),
    answers: different.map((line) => {
      const column = fieldOf(line, 'column_key');
      const now = record?.[column] ?? null;
      return { column, label: labelAt(head, column), now: shownAs(column, now, context), answer: answerOf(line, context) };
    }),
    problems: lines
      .filter((line) => !different.includes(line))
      .map((line) => ({
        label: fieldOf(line, 'column_key') === '' ? '' : labelAt(head, fieldOf(line, 'column_key')),
        value: fieldOf(line, 'value'),
        reason: fieldOf(line, 'reason'),
      })),
    original: Object.entries(originalOf(lines)).map(([question, answer]) => ({ question, answer })),
  };
}

/** The whole response, by question. */
function originalOf(lines: readonly AsideRead[]): Record<string, string> {
  const text = lines.map((line) => fieldOf(line, 'original')).find((one) => one !== '') ?? '{}';
  return JSON.parse(text) as Record<string, string>;
}

function shownAs(key: string, cell: Cell, context: KindContext): string {
  const column = columns[key];
  return cell === null || column === undefined ? '' : kindOf(column).format(cell, column, context);
}

function answerOf(line: AsideRead, context: KindContext): string {
  const key = fieldOf(line, 'column_key');
  return shownAs(key, readAnswer(line, context), context);
}

/** The answer as a cell holds it. */
function readAnswer(line: AsideRead, context: KindContext): Cell {
  const column = columns[fieldOf(line, 'column_key')];
  const value = fieldOf(line, 'value');
  const reading = column === undefined ? null : kindOf(column).parse(value, column, context);
  return reading?.ok ? reading.value : value;
}

export function intakeSettle({ response, accept, asNew }: SettleRequest): SettleOutcome {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    if (openHead(run) !== null) settleOpen(run);
    const lines = responsesIn(readOpenAsides(run, isOfForm)).get(response) ?? [];
    if (asNew) {
      const txn = enteredAnew(run, response, lines);
      markAsides(run, rowsOf(lines), 'fixed');
      return { txn, changed: [] };
    }
    const wanted = new Map(accept.map(({ column, now }) => [column, now] as const));
    const chosen = lines.filter(
      (line) => fieldOf(line, 'batch').startsWith(DIFFERENCES) && wanted.has(fieldOf(line, 'column_key')),
    );
    const [first] = chosen;
    const context = kindContext(run);
    const found = first === undefined ? null : readRecord(run, 'customers', fieldOf(first, 'record_id'));
    const stands = (line: AsideRead) => {
      const key = fieldOf(line, 'column_key');
      const now = found?.cells[key] ?? null;
      // What an earlier try has written already is no change by somebody else.
      return now === readAnswer(line, context) || shownAs(key, now, context) === wanted.get(key);
    };
    const changed = chosen.filter((line) => !stands(line));
    const written = chosen.filter(stands);
    const txn = found === null ? null : accepted(run, found, written, context);
    markAsides(run, rowsOf(written), 'fixed');
    markAsides(run, rowsOf(lines.filter((line) => !chosen.includes(line))), 'ignored');
    const head = found?.table ?? null;
    return { txn, changed: changed.map((line) => (head === null ? '' : labelAt(head, fieldOf(line, 'column_key')))) };
  });
}

/** Makes a customer of a response; null where an earlier try did. @throws Refusal `intake.noSheet` without a linked form */
function enteredAnew(run: Run, response: string, lines: readonly AsideRead[]): string | null {
  const link = linkOf(run);
  if (link === null) throw new Refusal('intake.noSheet');
  const ledger = openTaken(run);
  const key = `${response} new`;
  if (ledger.keys.has(key)) return null;
  return beginIntake(run, prepareAnew(run, link, originalOf(lines), key), ledger).txn;
}

function rowsOf(lines: readonly AsideRead[]): number[] {
  return lines.flatMap(({ rows }) => rows);
}

/** Writes answers into a record as an act; null where all of them stand there. */
function accepted(run: Run, { table, cells }: Found, lines: readonly AsideRead[], context: KindContext): string | null {
  const answers = Object.fromEntries(lines.map((line) => [fieldOf(line, 'column_key'), readAnswer(line, context)] as const));
  const keys = Object.keys(answers).filter((key) => answers[key] !== (cells[key] ?? null));
  if (keys.length === 0) return null;
  const record = { ...cells, ...answers };
  const issue = settledIssue(run, table, record, keys);
  const after: Row = {
    ...Object.fromEntries(keys.map((key) => [key, answers[key] ?? null])),
    issue,
    completeness: completenessIn(run, table, { ...record, issue }),
    updated_at: run.stamp,
    updated_by: run.actor,
  };
  const before = Object.fromEntries(Object.keys(after).map((key) => [key, cells[key] ?? null]));
  const id = String(cells['customer_id']);
  const body = {
    changes: [{ type: 'cells' as const, sheet: 'customers' as const, records: [{ id, before, after }] }],
    tally: {},
  };
  // Cells of one record: the act is over within the calls of a slice, whatever was looked at before it.
  return beginAct(run, 'accept', body, 0).txn;
}
