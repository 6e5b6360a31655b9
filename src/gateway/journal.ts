// The journal of bulk acts: written before the first change, marked after the last, so that a killed run can be finished.
import type { ActAbout } from '../domain/acts/change';
import { piecesOf } from '../domain/acts/pieces';
import { Refusal } from '../domain/refusal';
import { workbook } from '../template/index';
import { deleteProperty, type Run, type Sheet, setProperties } from './run';
import { FIRST_ROW, findSheet, rowForLines, writeBlock } from './table';

/** Characters of one piece of an act's contents (rulings 12). */
const CHUNK = workbook.sheets.journal.columns.payload.max;

/** Names the act that is under way; every run sees it with the properties, without reading the sheet. */
const OPEN = 'cp:open';
const LAST = 'cp:id:X-';

/** How long an act can be undone: 90 days, or until newer ones fill 5 MB (product.md §3.5). The newest always can. */
const KEPT_DAYS = 90;
const KEPT_CHARACTERS = 5_000_000;

export type TransactionState = 'open' | 'done' | 'undone' | 'closed';

/** An act without its contents. */
export interface TransactionHead {
  readonly txn: string;
  readonly kind: string;
  /** UTC, ISO. */
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

/** Where the act under way is to go on; what it means is the act's own. */
export interface Cursor {
  readonly step: number;
  readonly from: number;
}

export interface OpenAct {
  readonly txn: string;
  readonly kind: string;
  readonly cursor?: Cursor;
}

/**
 * Records an act before its first change; call under the lock. Two reads and two writes (a third to make room). Its number is above
 * every one in the sheet too: a copied file keeps the lines and loses the property.
 * @param body what is needed to finish the act, to undo it, and to show it; JSON
 * @param size how many records it touches, for the history
 */
export function openTransaction<B>(run: Run, kind: string, body: B, size = 0): Transaction<B> {
  const { sheet, columns } = journalSheet(run);
  const acts = sheet.getRange('A:A').getValues();
  const number = Math.max(Number(run.properties[LAST] ?? 0), ...numbersIn(acts)) + 1;
  const txn = `X-${String(number).padStart(6, '0')}`;
  const head = { txn, kind, at: run.now.toISOString(), actor: run.actor, state: 'open' as const };
  const chunks = piecesOf(`${size} ${JSON.stringify(body)}`, CHUNK);
  // The property first: an act that stands in the sheet and that nobody knows to be open would never be finished.
  setProperties(run, { [LAST]: String(number), [OPEN]: JSON.stringify({ txn, kind } satisfies OpenAct) });
  const row = rowForLines(sheet, chunks.length, acts);
  const lines = chunks.map((payload, seq) => {
    const record: Record<string, string | number> = { ...head, txn_id: txn, seq, payload };
    return columns.map((key) => record[key] ?? '');
  });
  writeBlock(sheet, row, 1, lines);
  return { ...head, row, chunks: chunks.length, body };
}

/** Numbers of the acts in the first column; lines of one act stand together and are counted once. */
function numbersIn(acts: readonly (readonly unknown[])[]): Set<number> {
  return new Set(acts.map(([txn]) => Number(/^X-(\d+)$/.exec(String(txn))?.[1] ?? 0)));
}

/** Marks an act; when it was the one under way, nothing is under way any more. One or two service writes. */
export function markTransaction(run: Run, head: TransactionHead, state: TransactionState): void {
  const { sheet, columns } = journalSheet(run);
  sheet.getRange(head.row, columns.indexOf('state') + 1).setValue(state);
  if (openHead(run)?.txn === head.txn && state !== 'open') deleteProperty(run, OPEN);
}

/** The act under way or left open by a killed run, from the properties alone. */
export function openHead(run: Run): OpenAct | null {
  const text = run.properties[OPEN];
  return text === undefined ? null : (JSON.parse(text) as OpenAct);
}

/** Number of the newest act, from the properties alone; empty before the first. */
export function lastAct(run: Run): string {
  return run.properties[LAST] ?? '';
}

/** Remembers where the act under way is to go on. Only a saving of work: an act must come out the same without it. One service write. */
export function saveCursor(run: Run, cursor: Cursor): void {
  const open = openHead(run);
  if (open !== null) setProperties(run, { [OPEN]: JSON.stringify({ ...open, cursor }) });
}

/** Forgets that an act is under way which the sheet says is not. */
export function clearOpen(run: Run): void {
  deleteProperty(run, OPEN);
}

/** Forgets an open act that never reached the sheet: it was killed before it changed anything, and its number is free again. */
export function dropOpen(run: Run): void {
  const open = openHead(run);
  if (open !== null) setProperties(run, { [LAST]: String(Number(open.txn.slice(2)) - 1) });
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
  const text = readPayloads(run, head.row, head.chunks).join('');
  return { ...head, body: JSON.parse(text.slice(text.indexOf(' ') + 1)) as B };
}

/** What a line of the history says of an act's contents. */
export interface Outline {
  /** How many records it touched. */
  readonly size: number;
  /** The act it took back. */
  readonly of: string | null;
  readonly about: ActAbout | null;
}

/** Outlines by act; `heads` as they stand one below the other. One or two service reads, and nothing is parsed but the first piece's head. */
export function readOutlines(run: Run, heads: readonly TransactionHead[]): Map<string, Outline> {
  const [first] = heads;
  const last = heads[heads.length - 1];
  if (first === undefined || last === undefined) return new Map();
  const payloads = readPayloads(run, first.row, last.row + last.chunks - first.row);
  return new Map(heads.map(({ txn, row }) => [txn, outlineOf(payloads[row - first.row] ?? '')]));
}

/** How the contents of an act begin: with the act it takes back, and whom it is about; braces may stand in a name. */
const OUTLINE = /^(\d+) \{(?:"of":"(X-\d+)",?)?(?:"about":(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\}))?/;

function outlineOf(payload: string): Outline {
  const [, size = '0', of = null, about] = OUTLINE.exec(payload) ?? [];
  return { size: Number(size), of, about: about === undefined ? null : (JSON.parse(about) as ActAbout) };
}

/**
 * Closes acts too old to be undone, or behind more than the journal holds: their contents go, their lines stay. Two service writes when
 * there is something to close.
 */
export function closeOldActs(run: Run, heads: readonly TransactionHead[]): void {
  const [first] = heads;
  const last = heads[heads.length - 1];
  if (first === undefined || last === undefined) return;
  const rows = last.row + last.chunks - first.row;
  const oldest = new Date(run.now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
  // Measured only where the pieces could be too much: reading them is reading megabytes.
  const payloads = rows * CHUNK > KEPT_CHARACTERS ? readPayloads(run, first.row, rows) : null;
  let characters = 0;
  let closing = -1;
  for (let i = heads.length - 1; i >= 0 && closing < 0; i--) {
    const { row, chunks, at } = heads[i] as TransactionHead;
    const own = payloads?.slice(row - first.row, row - first.row + chunks) ?? [];
    characters += own.reduce((sum, text) => sum + text.length, 0);
    if (i < heads.length - 1 && (characters > KEPT_CHARACTERS || at < oldest)) closing = i;
  }
  const stale = heads.slice(0, closing + 1).filter(({ state }) => state !== 'closed');
  const [from] = stale;
  const to = stale[stale.length - 1];
  if (from === undefined || to === undefined) return;
  const { sheet, columns } = journalSheet(run);
  const height = to.row + to.chunks - from.row;
  sheet.getRange(from.row, columns.indexOf('payload') + 1, height, 1).clearContent();
  sheet.getRange(from.row, columns.indexOf('state') + 1, height, 1).setValue('closed');
}

function readPayloads(run: Run, row: number, rows: number): string[] {
  const { sheet, columns } = journalSheet(run);
  const lines = sheet.getRange(row, columns.indexOf('payload') + 1, rows, 1).getValues();
  return lines.map(([cell]) => String(cell ?? ''));
}

interface JournalSheet {
  readonly sheet: Sheet;
  readonly columns: readonly string[];
}

const held = new WeakMap<Run, JournalSheet>();

function journalSheet(run: Run): JournalSheet {
  const known = held.get(run);
  if (known !== undefined) return known;
  const sheet = findSheet(run, 'journal');
  if (sheet === null) throw new Refusal('pool.none');
  const columns = (sheet.getRange('1:1').getValues()[0] ?? []).map(String);
  if (!columns.includes('payload')) throw new Refusal('sheet.keys', { sheet: sheet.getName(), column: 'payload' });
  const journal = { sheet, columns: columns.slice(0, columns.indexOf('payload') + 1) };
  held.set(run, journal);
  return journal;
}
