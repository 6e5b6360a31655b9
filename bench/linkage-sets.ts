// Tables whose answer is known, read from a folder, and how groups of rows compare with the answer.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readRecords } from '../src/domain/import/index';
import { inferKind, type LinkKind, type LinkTable, linkKinds } from '../src/domain/linkage/index';

/** The environment variable that names the folder: `NAME.csv`, `NAME.schema.json` and `NAME.truth.csv` for each set, large ones as `.gz`. */
export const FOLDER = 'CUSTOMER_POOL_LINKAGE_SETS';

export interface Answered {
  readonly table: LinkTable;
  /** The same columns under kinds worked out from headers and values. */
  readonly guessed: LinkTable;
  /** Who each row is about. */
  readonly truth: readonly string[];
}

/** Names of the sets in the folder; none without one. */
export function setNames(): string[] {
  const folder = process.env[FOLDER];
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => /^(.+)\.truth\.csv$/.exec(file)?.[1] ?? [])
    .sort();
}

export function readSet(name: string): Answered {
  const file = (ending: string) => {
    const at = path.join(process.env[FOLDER] ?? '', name + ending);
    return existsSync(at) ? readFileSync(at, 'utf8') : gunzipSync(readFileSync(`${at}.gz`)).toString('utf8');
  };
  const [header = [], ...rows] = recordsOf(file('.csv'));
  const { columns: kinds } = JSON.parse(file('.schema.json')) as { columns: Record<string, string> };
  const answers = new Map(recordsOf(file('.truth.csv')).map(([id = '', entity = '']) => [id, entity]));
  const columns = header.map((head, c) => ({ kind: kindOf(kinds[head] ?? 'ignore'), values: rows.map((row) => row[c] ?? '') }));
  const ids = columns.find(({ kind }) => kind === 'id')?.values ?? [];
  return {
    table: { ids, columns },
    guessed: { ids, columns: columns.map(({ values }, c) => ({ kind: inferKind(header[c] ?? '', values), values })) },
    truth: ids.map((id) => answers.get(id) ?? id),
  };
}

export function kindOf(name: string): LinkKind {
  return linkKinds.find((kind) => kind === name) ?? 'text';
}

function recordsOf(text: string): (readonly string[])[] {
  const reading = readRecords(text, { delimiter: ',', firstLine: 1, last: true, unbounded: true });
  if (!reading.ok) throw new Error(reading.reason.code);
  return reading.records.map(({ cells }) => cells);
}

/** Shares of all pairs of rows: of those grouped, the right ones; of the right ones, those grouped; the harmonic mean of both. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function qualityOf(group: ArrayLike<number>, truth: readonly string[]): Quality {
  const pairs = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  };
  const right = pairs(truth.map((entity, row) => `${entity}\n${group[row]}`));
  const precision = right / Math.max(1, pairs(truth.map((_, row) => String(group[row]))));
  const recall = right / Math.max(1, pairs(truth));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
