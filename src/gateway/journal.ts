// The journal of bulk acts: written before the first change, marked after the last, so that a killed run can be finished.
import { Refusal } from '../domain/refusal';
import { deleteProperty, type Run, type Sheet, setProperties } from './run';
import { FIRST_ROW, findSheet, makeRoom, writeBlock } from './table';

/** Characters of one chunk: an .xlsx cell holds 32,767, a Sheets cell 50,000 (rulings 12). */
const CHUNK = 30_000;

/** Names the act that is under way; every run sees it with the properties, without reading the sheet. */
const OPEN = 'cp:open';
const LAST = 'cp:id:X-';

export type TransactionState = 'open' | 'done' | 'undone' | 'rolled back' | 'closed';

/** An act without its contents. */
export interface TransactionHead {
  readonly txn: string;
  readonly kind: string;
  /** Stamp in spreadsheet time. */
  readonly at: string;
  readonly actor: string;
  readonly state: TransactionState;
  /** 1-based sheet row of its first chunk, and how many there are. */
  readonly row: number;
  readonly chunks: number;
}

export interface Transaction<B> extends TransactionHead {
  readonly body: B;
}

/**
 * Records an act before its first change; call under the lock. Two reads and two writes (a third to make room).
 * @param body what is needed to finish the act, to undo it, and to show it; JSON
 */
export function openTransaction<B>(run: Run, kind: string, body: B): Transaction<B> {
  const { sheet, columns } = journalSheet(run);
  const number = Number(run.properties[LAST] ?? 0) + 1;
  const txn = `X-${String(number).padStart(6, '0')}`;
  const head = { txn, kind, at: run.stamp, actor: run.actor, state: 'open' as const };
  const text = JSON.stringify(body);
  const chunks: string[] = [];
  for (let i = 0; i === 0 || i < text.length; i += CHUNK) chunks.push(text.slice(i, i + CHUNK));
  const row = Math.max(FIRST_ROW, sheet.getLastRow() + 1);
  // The property first: an act that stands in the sheet and that nobody knows to be open would never be finished.
  setProperties(run, { [LAST]: String(number), [OPEN]: JSON.stringify({ txn, kind }) });
  makeRoom(sheet, row + chunks.length - 1);
  const lines = chunks.map((payload, seq) => {
    const record: Record<string, string | number> = {
      txn_id: txn,
      kind,
      at: head.at,
      actor: head.actor,
      state: 'open',
      seq,
      payload,
    };
    return columns.map((key) => record[key] ?? '');
  });
  writeBlock(sheet, row, 1, lines);
  return { ...head, row, chunks: chunks.length, body };
}

/** Marks an act; when it was the one under way, nothing is under way any more. One or two service writes. */
export function markTransaction(run: Run, head: TransactionHead, state: TransactionState): void {
  const { sheet, columns } = journalSheet(run);
  sheet.getRange(head.row, columns.indexOf('state') + 1).setValue(state);
  if (openHead(run)?.txn === head.txn && state !== 'open') deleteProperty(run, OPEN);
}

/** The act under way or left open by a killed run, from the properties alone. */
export function openHead(run: Run): { readonly txn: string; readonly kind: string } | null {
  const text = run.properties[OPEN];
  return text === undefined ? null : (JSON.parse(text) as { txn: string; kind: string });
}

/** Forgets an open act that never reached the sheet: it was killed before it changed anything. */
export function dropOpen(run: Run): void {
  deleteProperty(run, OPEN);
}

/** All acts, oldest first, without their contents. Three service reads whatever their size. */
export function readHeads(run: Run): TransactionHead[] {
  const { sheet, columns } = journalSheet(run);
  const rows = sheet.getLastRow() - FIRST_ROW + 1;
  if (rows < 1) return [];
  // Payloads are most of the sheet's text: they stand last and are not read.
  const width = Math.max(...['txn_id', 'kind', 'at', 'actor', 'state'].map((key) => columns.indexOf(key))) + 1;
  const heads: TransactionHead[] = [];
  const lines = sheet.getRange(FIRST_ROW, 1, rows, width).getValues();
  lines.forEach((line, i) => {
    const of = (key: string) => String(line[columns.indexOf(key)] ?? '');
    const last = heads[heads.length - 1];
    if (last?.txn === of('txn_id')) heads[heads.length - 1] = { ...last, chunks: last.chunks + 1 };
    else {
      const state = of('state') as TransactionState;
      heads.push({ txn: of('txn_id'), kind: of('kind'), at: of('at'), actor: of('actor'), state, row: FIRST_ROW + i, chunks: 1 });
    }
  });
  return heads;
}

/** Reads the contents of an act. One or two service reads. */
export function readTransaction<B>(run: Run, head: TransactionHead): Transaction<B> {
  const { sheet, columns } = journalSheet(run);
  const lines = sheet.getRange(head.row, columns.indexOf('payload') + 1, head.chunks, 1).getValues();
  const body = JSON.parse(lines.map((line) => String(line[0])).join('')) as B;
  return { ...head, body };
}

function journalSheet(run: Run): { sheet: Sheet; columns: string[] } {
  const sheet = findSheet(run, 'journal');
  if (sheet === null) throw new Refusal('pool.none');
  const columns = (sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? []).map(String);
  if (!columns.includes('payload')) throw new Refusal('sheet.keys', { sheet: sheet.getName(), column: 'payload' });
  return { sheet, columns: columns.slice(0, columns.indexOf('payload') + 1) };
}
