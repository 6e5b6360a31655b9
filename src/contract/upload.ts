// Sends a file's text up in slices, the same way from the sidebar and from the command line: read whole first, then staged, then committed.
import { PATIENCE, stuck } from './finish';
import type { ColumnTarget, Delimiter, ImportPreview, ImportResult, KnownChoice, SliceRead } from './import-api';
import type { Server } from './server-api';
import { bytesOf, sliceEnd } from './slices';
import type { Failure, Reply } from './wire';

export type ImportServer = Pick<Server, 'importPreview' | 'importCheck' | 'importBegin' | 'importStage' | 'importCommit'>;

export interface UploadProgress {
  readonly step: 'check' | 'stage' | 'commit';
  /** Characters while checking and staging, customers while committing. */
  readonly done: number;
  readonly of: number;
}

/** Told after every call; answering false stops before the next one. A commit is not stopped: its act would stay half done. */
export type Watch = (progress: UploadProgress) => boolean;

const CANCELLED: Failure = { ok: false, code: 'upload.cancelled', args: {} };

export function previewFile(server: ImportServer, fileName: string, text: string): Promise<Reply<ImportPreview>> {
  const slice = sliceFrom(text, 0);
  return server.importPreview({ fileName, text: slice, last: slice.length === text.length });
}

/** What checking a whole file has counted. */
export interface Counted {
  /** All records, titles and headers too: what the import makes room for. */
  readonly records: number;
  /** Those with data. */
  readonly rows: number;
}

/**
 * Reads the whole file without writing anything.
 * @param file as previewed: `records` is what the preview counted
 * @returns counts, or the first thing that refuses the file
 */
export async function checkFile(
  server: ImportServer,
  file: { readonly text: string; readonly delimiter: Delimiter; readonly records: number },
  watch: Watch,
): Promise<Reply<Counted>> {
  let records = 0;
  // The preview saw the first slice too, and knows how many of its records stand above the data.
  let above: number | null = null;
  let width: number | null = null;
  const sent = await sendSlices(file.text, 'check', watch, async (text, line, last) => {
    const reply = await server.importCheck({ text, delimiter: file.delimiter, line, width, last });
    if (reply.ok) {
      above ??= reply.value.records - file.records;
      records += reply.value.records;
      width = reply.value.width;
    }
    return reply;
  });
  return sent.ok ? { ok: true, value: { records, rows: records - (above ?? 0) } } : sent;
}

/** A file as it goes up. */
export interface UploadedFile {
  readonly fileName: string;
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly ColumnTarget[];
  readonly dataLine: number;
  /** As {@link checkFile} counted them. */
  readonly records: number;
}

/** How a batch that went up comes in. */
export interface Terms {
  readonly acceptOwners: boolean;
  /** Absent: every row makes a customer. */
  readonly known?: KnownChoice;
}

/** Sends a file up, the batch begun with its first slice; nothing of it is in the pool yet. @returns its batch */
export async function stageFile(server: ImportServer, file: UploadedFile, watch: Watch): Promise<Reply<string>> {
  const { fileName, text, delimiter, columns, dataLine, records } = file;
  let batch = '';
  let staged = 0;
  const send: Send = async (slice, line, last) => {
    if (batch !== '') {
      const reply = await server.importStage({ batch, text: slice, delimiter, line, staged, last });
      if (reply.ok) staged += reply.value.records;
      return reply;
    }
    const first = { text: slice, last };
    const begun = await server.importBegin({ fileName, delimiter, columns, dataLine, records, first });
    if (begun.ok) [batch, staged] = [begun.value.batch, begun.value.records];
    return begun;
  };
  // What the file's columns take of the wire goes with the first slice.
  const sent = await sendSlices(text, 'stage', watch, send, bytesOf([fileName, columns]));
  return sent.ok ? { ok: true, value: batch } : sent;
}

export async function commitFile(server: ImportServer, batch: string, terms: Terms, watch: Watch): Promise<Reply<ImportResult>> {
  const { acceptOwners, known } = terms;
  let most = 0;
  for (let still = 0; still < PATIENCE; ) {
    const reply = await server.importCommit({ batch, acceptOwners, ...(known && { known }) });
    if (!reply.ok) return reply;
    const { done, of, result } = reply.value;
    watch({ step: 'commit', done, of });
    if (result !== null) return { ok: true, value: result };
    // Another act that is open goes first, and may not get on.
    still = done > most ? 0 : still + 1;
    most = Math.max(most, done);
  }
  return stuck(batch);
}

export async function importFile(server: ImportServer, file: UploadedFile & Terms, watch: Watch): Promise<Reply<ImportResult>> {
  const staged = await stageFile(server, file, watch);
  return staged.ok ? commitFile(server, staged.value, file, watch) : staged;
}

type Send = (text: string, line: number, last: boolean) => Promise<Reply<SliceRead>>;

/**
 * Sends all of a text; what could not be read of a slice begins the next one.
 * @param beside bytes of what goes with each slice
 */
async function sendSlices(
  text: string,
  step: UploadProgress['step'],
  watch: Watch,
  send: Send,
  beside = 0,
): Promise<Reply<null>> {
  let at = 0;
  let line = 1;
  for (;;) {
    const slice = sliceFrom(text, at, beside);
    const last = at + slice.length === text.length;
    const reply = await send(slice, line, last);
    if (!reply.ok) return reply;
    if (last) {
      watch({ step, done: text.length, of: text.length });
      return { ok: true, value: null };
    }
    line = reply.value.line;
    // A record longer than a slice would be sent for ever.
    if (reply.value.rest.length === slice.length) return { ok: false, code: 'upload.recordTooLong', args: { line } };
    at += slice.length - reply.value.rest.length;
    if (!watch({ step, done: at, of: text.length })) return CANCELLED;
  }
}

/** The next slice from a place on, not ending inside a line break of two characters. */
function sliceFrom(text: string, at: number, beside = 0): string {
  const end = sliceEnd(text, at, beside);
  const parted = end < text.length && text.charCodeAt(end - 1) === 0x0d;
  return text.slice(at, parted ? end - 1 : end);
}
