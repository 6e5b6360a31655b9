import fc from 'fast-check';
import { decode, type Encoding } from '../../src/encoding/index';

const seed = 20260101;

/** Bytes of a text in an encoding Node only reads: the reader's own table, turned round. */
function encoder(encoding: 'gb18030' | 'big5'): (text: string) => Uint8Array {
  const table = new Map<string, readonly number[]>();
  const reader = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]) => {
    try {
      const char = reader.decode(new Uint8Array(bytes));
      if ([...char].length === 1 && !table.has(char)) table.set(char, bytes);
    } catch {
      // Not every pair of bytes is a character.
    }
  };
  for (let a = 0; a < 256; a++) add(a);
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) add(a, b);
  return (text) =>
    new Uint8Array(
      [...text].flatMap((char) => {
        const bytes = table.get(char);
        if (bytes === undefined) throw new Error(`no ${encoding} for ${char}`);
        return [...bytes];
      }),
    );
}

const gb = encoder('gb18030');
const big5 = encoder('big5');
const western = (text: string) => Uint8Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  return big ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};
const join = (...parts: readonly (Uint8Array | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]));

const simplified = '客户姓名,公司名称,手机\n张伟,上海启明科技有限公司,13800138000\n欧阳敏,蓝湖咨询（广州）有限公司,13900139000\n';
const traditional =
  '客戶姓名,公司名稱,電話\n陳偉明,臺北聯創貿易股份有限公司,0912345678\n林淑芬,高雄資訊顧問有限公司,0223456789\n';
const accents = 'Name,City\nJosé Martínez,Málaga\nZoë Müller,Köln\nFrançois Lefèvre,Orléans\n';

test.each<[string, Uint8Array, string, Encoding, boolean]>([
  ['UTF-8', utf8(simplified), simplified, 'utf-8', true],
  ['UTF-8 with mark', join([0xef, 0xbb, 0xbf], utf8(simplified)), simplified, 'utf-8', true],
  ['UTF-16 little-endian with mark', join([0xff, 0xfe], utf16(traditional, false)), traditional, 'utf-16le', true],
  ['UTF-16 big-endian with mark', join([0xfe, 0xff], utf16(traditional, true)), traditional, 'utf-16be', true],
  ['UTF-16 little-endian without mark', utf16(simplified, false), simplified, 'utf-16le', true],
  ['UTF-16 big-endian without mark', utf16(simplified, true), simplified, 'utf-16be', true],
  ['GB18030', gb(simplified), simplified, 'gb18030', true],
  [
    'GB18030 with traditional names in it',
    gb('姓名\n陳偉明\n林淑芬\n广州市\n有限公司'),
    '姓名\n陳偉明\n林淑芬\n广州市\n有限公司',
    'gb18030',
    true,
  ],
  ['Big5', big5(traditional), traditional, 'big5', true],
  ['Windows-1252', western(accents), accents, 'windows-1252', true],
  [
    'Windows-1252 with nothing but a typographic apostrophe',
    western('Name\nPat O’Brien\n'),
    'Name\nPat O’Brien\n',
    'windows-1252',
    true,
  ],
  ['plain ASCII', utf8('a,b\n1,2\n'), 'a,b\n1,2\n', 'utf-8', true],
])('%s is read', (_title, bytes, text, encoding, confident) => {
  expect(decode(bytes)).toEqual({ ok: true, text, encoding, confident });
});

test('UTF-8 in which a program cut a character is still UTF-8, and said to be doubtful', () => {
  const broken = join(utf8(simplified.repeat(20)), utf8('张').subarray(0, 2), utf8(',x\n'));
  expect(decode(broken)).toMatchObject({ ok: true, encoding: 'utf-8', confident: false });
});

test('GB18030 with one broken byte is still GB18030', () => {
  expect(decode(join(gb(simplified.repeat(20)), [0xff], utf8('\n')))).toMatchObject({
    ok: true,
    encoding: 'gb18030',
    confident: false,
  });
});

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'file.empty'],
  ['nothing but a mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'file.empty'],
  ['blank lines', utf8('\r\n \r\n'), 'file.empty'],
  ['a workbook', join(utf8('PK\u0003\u0004'), utf8('....[Content_Types].xml')), 'file.excel'],
  [
    'a workbook of OpenDocument',
    join(utf8('PK\u0003\u0004'), utf8('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')),
    'file.excel',
  ],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'file.excel'],
  ['an archive', join(utf8('PK\u0003\u0004'), utf8('photos/cat.jpg')), 'file.zip'],
  ['gzip', new Uint8Array([0x1f, 0x8b, 0x08, 0]), 'file.zip'],
  ['a PDF', utf8('%PDF-1.7\n'), 'file.pdf'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'file.image'],
  ['a page that calls itself Excel', utf8('<html><table><tr><td>姓名'), 'file.html'],
  ['rich text', utf8('{\\rtf1 a,b}'), 'file.binary'],
  ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 97, 0, 0, 0]), 'file.utf32'],
  ['bytes with zeroes', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 251), 'file.binary'],
])('%s is refused by name', (_title, bytes, code) => {
  expect(decode(bytes, { fileName: 'a.csv' })).toEqual({ ok: false, reason: { code, args: { file: 'a.csv' } } });
});

test('a file whose text begins with the letters PK is text', () => {
  expect(decode(utf8('PK,name\n1,2\n'))).toMatchObject({ ok: true });
});

test('an encoding the user chose is taken at its word, or refused by name', () => {
  expect(decode(big5(traditional), { encoding: 'big5' })).toMatchObject({ ok: true, text: traditional });
  expect(decode(gb(simplified), { fileName: 'a.csv', encoding: 'utf-8' })).toEqual({
    ok: false,
    reason: { code: 'file.wrongEncoding', args: { file: 'a.csv', encoding: 'utf-8' } },
  });
});

const words = ['公司', '客户', '手机', '北京', '贸易', '张伟', '王芳', '科技', '电话', '地址', '有限', '备注'];
const worte = ['公司', '客戶', '電話', '臺北', '貿易', '張偉', '王芳', '科技', '地址', '有限', '備註', '實業'];
const table = (cells: readonly string[]) =>
  fc
    .array(
      fc.array(fc.constantFrom(...cells), { minLength: 2, maxLength: 4 }).map((row) => row.join(',')),
      { minLength: 4, maxLength: 12 },
    )
    .map((rows) => rows.join('\n'));

test('lists in either script are told apart by their characters', () => {
  fc.assert(
    fc.property(table(words), table(worte), (one, other) => {
      expect(decode(gb(one))).toMatchObject({ ok: true, text: one, encoding: 'gb18030' });
      expect(decode(big5(other))).toMatchObject({ ok: true, text: other, encoding: 'big5' });
    }),
    { seed },
  );
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const found = decode(bytes);
      expect(found.ok || found.reason.code.startsWith('file.')).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});
