// Utilities: dates as text, ids that are the same in every run of a test, digests, base 64, gzip.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ServiceError } from '../errors';
import { Double, type EnumValue } from '../guard';
import type { World } from '../world';
import { formatInstant } from '../zone';
import { BlobDouble, signed } from './blob';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

type Data = string | readonly number[];

export class UtilitiesDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  /** A zone nobody knows means GMT, as on live Apps Script. */
  formatDate(date: Date, timeZone: string, format: string): string {
    try {
      return formatInstant(date.getTime(), isZone(String(timeZone)) ? String(timeZone) : 'UTC', String(format));
    } catch (error) {
      throw error instanceof RangeError ? new ServiceError(error.message) : error;
    }
  }

  getUuid(): string {
    const hex = createHash('sha256').update(`uuid ${this.world.nextSerial()}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  sleep(ms: number): void {
    this.world.spend(ms);
  }

  computeDigest(algorithm: EnumValue, data: Data, charset?: EnumValue): number[] {
    const known = ALGORITHMS[String(algorithm)];
    if (known === undefined) throw new Error(`[local host] Utilities.computeDigest ${algorithm} is not implemented locally`);
    return signed(createHash(known).update(bytesOf(data, charset)).digest());
  }

  base64Encode(data: Data, charset?: EnumValue): string {
    return bytesOf(data, charset).toString('base64');
  }

  base64EncodeWebSafe(data: Data, charset?: EnumValue): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(text: string): number[] {
    if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(text)) throw new ServiceError('Could not decode string.');
    return signed(Buffer.from(text, 'base64'));
  }

  base64DecodeWebSafe(text: string): number[] {
    return this.base64Decode(text.replaceAll('-', '+').replaceAll('_', '/'));
  }

  newBlob(data: Data, type?: string, name?: string): BlobDouble {
    return new BlobDouble(data, type, name);
  }

  gzip(blob: BlobDouble, name?: string): BlobDouble {
    return new BlobDouble(gzipSync(blob.bytes), 'application/x-gzip', name ?? `${blob.name ?? 'archive'}.gz`);
  }

  ungzip(blob: BlobDouble): BlobDouble {
    try {
      return new BlobDouble(gunzipSync(blob.bytes), null, blob.name?.replace(/\.gz$/, '') ?? null);
    } catch {
      throw new ServiceError('Could not decompress gzip.');
    }
  }
}

/** Text is read as US-ASCII unless a charset is given: what lies beyond becomes `?`, on live Apps Script too. */
function bytesOf(data: Data, charset: EnumValue | undefined): Buffer {
  if (typeof data !== 'string') return Buffer.from(Uint8Array.from(data));
  if (String(charset) === 'UTF_8') return Buffer.from(data, 'utf8');
  return Buffer.from(data.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
}

const zones = new Map<string, boolean>();

function isZone(zone: string): boolean {
  let known = zones.get(zone);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      known = true;
    } catch {
      known = false;
    }
    zones.set(zone, known);
  }
  return known;
}
