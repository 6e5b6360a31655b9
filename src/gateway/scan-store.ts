// The last scan for duplicates, kept in the document cache so that its pages need not look again; losing it costs time only.

import { piecesOf } from '../domain/acts/pieces';
import type { Scan } from '../domain/duplicates/scan';

/** Its number changes with the shape of what is kept. */
const KEY = 'cp:scan:2:';
/** A value of the cache holds 100 kB; base 64 is one byte a character. */
const CHUNK = 95_000;
const MOST_CHUNKS = 40;
/** Six hours, the most there is. */
const SECONDS = 21_600;

const keys = Array.from({ length: MOST_CHUNKS }, (_, i) => `${KEY}${i}`);

/** One service read. */
export function loadScan(): Scan | null {
  const found = CacheService.getDocumentCache()?.getAll(keys) ?? {};
  const [count = '0', first = ''] = (found[keys[0] ?? ''] ?? '').split(' ');
  const chunks = [first, ...keys.slice(1, Number(count)).map((key) => found[key] ?? null)];
  if (first === '' || chunks.includes(null)) return null;
  try {
    const packed = Utilities.newBlob(Utilities.base64Decode(chunks.join('')), 'application/x-gzip');
    return JSON.parse(Utilities.ungzip(packed).getDataAsString()) as Scan;
  } catch {
    // Pieces of two scans, one of them half evicted.
    return null;
  }
}

/** One service write; a scan too large for the cache is not kept. */
export function storeScan(scan: Scan): void {
  const packed = Utilities.gzip(Utilities.newBlob(JSON.stringify(scan), 'application/json', 'scan'));
  const chunks = piecesOf(Utilities.base64Encode(packed.getBytes()), CHUNK);
  if (chunks.length > MOST_CHUNKS) return;
  const values = Object.fromEntries(chunks.map((chunk, i) => [keys[i], i === 0 ? `${chunks.length} ${chunk}` : chunk]));
  CacheService.getDocumentCache()?.putAll(values, SECONDS);
}
