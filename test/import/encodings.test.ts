// A file’s bytes, in every encoding and with every delimiter, to customers: decoded and sent as the sidebar does.
import { importText } from '../../bench/pool';
import { serverOf } from '../../local/commands/server-of';
import { decode } from '../../src/encoding/index';
import { csvOf, customersIn, freshPool } from './pool';

const rows = [
  ['姓名', '公司', '手机', '备注'],
  ['张伟', '上海启明科技有限公司', '13800138000', '第一行\n第二行，“引号”'],
  ['欧阳敏', '', '13900139000', 'a,b;c\td'],
];

/** The same in characters both sets of Han have. */
const shared = [
  ['姓名', '公司', '手机', '地址'],
  ['王小明', '大同有限公司', '13800138000', '上海市中山路1'],
  ['李文山', '', '13900139000', 'a,b;c\td'],
];

type Encode = (text: string) => Uint8Array;

/** Bytes of a text in an encoding Node only reads: the reader's own table, turned round. */
function encoder(encoding: 'gb18030' | 'big5'): Encode {
  const reader = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) {
      const char = reader.decode(new Uint8Array([a, b]));
      if ([...char].length === 1 && !table.has(char)) table.set(char, [a, b]);
    }
  }
  return (text) => new Uint8Array([...text].flatMap((char) => [...(table.get(char) ?? [])]));
}

const utf16le: Encode = (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const encodings: readonly (readonly [string, readonly (readonly string[])[], Encode])[] = [
  ['UTF-8', rows, (text) => new TextEncoder().encode(text)],
  ['UTF-8 with mark', rows, (text) => new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16LE', rows, utf16le],
  ['UTF-16BE', rows, (text) => new Uint8Array(Buffer.from(utf16le(text)).swap16())],
  ['GB18030', rows, encoder('gb18030')],
  ['Big5', shared, encoder('big5')],
];

test.each(
  encodings.flatMap(([name, table, encode]) => [',', ';', '\t'].map((delimiter) => [name, delimiter, table, encode] as const)),
)('%s with %j', async (_name, delimiter, table, encode) => {
  const read = decode(encode(csvOf(table, delimiter)));
  if (!read.ok) throw new Error(read.reason.code);
  const host = freshPool();
  await importText(serverOf(host), 'list.csv', read.text);
  const [keys = [], ...records] = table;
  const key: Record<string, string> = { 姓名: 'name', 公司: 'company', 备注: 'remark', 地址: 'address' };
  expect(customersIn(host)).toHaveLength(records.length);
  for (const [i, record] of records.entries()) {
    const found = customersIn(host)[i] ?? {};
    for (const [at, header] of keys.entries()) {
      if (header === '手机') expect(found['mobile']).toBe(`+86${record[at]}`);
      // A customer without a name or company of its own takes the other for its name.
      else if (record[at] !== '')
        expect(String(found[key[header] ?? '']).replace(/\s+/g, ' ')).toBe(record[at]?.replace(/\s+/g, ' '));
    }
  }
});
