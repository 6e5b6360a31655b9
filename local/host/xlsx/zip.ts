// The zip archive an .xlsx is: its parts packed and unpacked.
import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib';

/** Parts by path, e.g. `xl/workbook.xml`. */
export type Parts = Map<string, Buffer>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1980-01-01: equal parts make equal bytes. */
const NO_DATE = 0x21;

const deflate = promisify(deflateRaw);

export async function zip(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  // Level 2 halves the time of the default level for a tenth more bytes; parts are packed side by side.
  const packed = await Promise.all([...parts.values()].map((data) => deflate(data, { level: 2 })));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  [...parts].forEach(([path, data], i) => {
    const body = packed[i] ?? Buffer.alloc(0);
    const name = Buffer.from(path);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(UTF8_NAMES, 2);
    header.writeUInt16LE(DEFLATED, 4);
    header.writeUInt16LE(NO_DATE, 8);
    header.writeUInt32LE(crc32(data), 10);
    header.writeUInt32LE(body.length, 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt16LE(name.length, 22);
    files.push(uint32(LOCAL), header, name, body);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(uint32(CENTRAL), Buffer.from([20, 0]), header, entry, name);
    offset += 4 + header.length + name.length + body.length;
  });
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** @throws Error when the bytes are no zip archive, or an encrypted one */
export function unzip(bytes: Uint8Array): Parts {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = data.length - END_LENGTH;
  while (end >= 0 && data.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is not an .xlsx file.');
  const parts: Parts = new Map();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== CENTRAL) throw new Error('This .xlsx file is damaged.');
    const nameLength = data.readUInt16LE(at + 28);
    const path = data.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(path, bodyAt(data, data.readUInt32LE(at + 42), data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)));
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return parts;
}

function bodyAt(data: Buffer, local: number, method: number, length: number): Buffer {
  const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
  const body = data.subarray(start, start + length);
  if (method === 0) return body;
  if (method !== DEFLATED) throw new Error('This .xlsx file is packed in a way this host cannot read.');
  return inflateRawSync(body);
}
