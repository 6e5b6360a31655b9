// The table of readings: it is what its source says, and short.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { readings, syllables } from '../../../src/domain/pinyin/readings';

const FILE = 'src/domain/pinyin/readings.generated.json';

/** Oracle: the package the table was made from, asked character by character. */
function spoken(char: string): string[] {
  const plain = { toneType: 'none', v: true, type: 'array' } as const;
  return [...new Set([...pinyin(char, plain), ...pinyin(char, { ...plain, multiple: true })])]
    .filter((one) => /[aeiouv]/.test(one))
    .sort();
}

/** The 6,763 characters of GB 2312. */
function national(): string[] {
  const decoder = new TextDecoder('gb2312');
  const chars: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) chars.push(decoder.decode(Uint8Array.of(row, cell)));
  return chars.filter((char) => /^[\u4E00-\u9FFF]$/.test(char));
}

test('the table is what the script makes of its source', () => {
  const made = execFileSync(process.execPath, ['scripts/generate-pinyin.mjs', '--print'], { encoding: 'utf8' });
  expect(readFileSync(FILE, 'utf8')).toBe(made);
});

test('the table takes at most 21 kB of the bundle', () => {
  expect(readFileSync(FILE).length).toBeLessThan(21_000);
});

test('every character of the national standard is read as the source reads it, the usual reading first', () => {
  const chars = national();
  expect(chars).toHaveLength(6763);
  const wrong = chars.filter((char) => {
    const usual = pinyin(char, { toneType: 'none', v: true });
    return (
      JSON.stringify([...readings(char)].sort()) !== JSON.stringify(spoken(char)) ||
      (/[aeiouv]/.test(usual) && readings(char)[0] !== usual)
    );
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['单', 'dan', 'shan'],
  ['曾', 'ceng', 'zeng'],
  ['解', 'jie', 'xie'],
  ['仇', 'chou', 'qiu'],
  ['区', 'qu', 'ou'],
  ['查', 'cha', 'zha'],
  ['盖', 'gai', 'ge'],
  ['朴', 'pu', 'piao'],
  ['覃', 'qin', 'tan'],
  ['翟', 'zhai', 'di'],
  ['薄', 'bao', 'bo'],
  ['乐', 'le', 'yue'],
  ['员', 'yuan', 'yun'],
  ['万', 'wan', 'mo'],
  ['俟', 'si', 'qi'],
  ['尉', 'wei', 'yu'],
  ['种', 'zhong', 'chong'],
])('%s is read as a word, %s, and as a surname, %s', (char, word, surname) => {
  expect(readings(char)).toEqual(expect.arrayContaining([word, surname]));
});

test.each([
  ['a name of characters the standard lacks', '玥垚镕', [['yue'], ['yao'], ['rong']]],
  ['traditional characters', '陳劉', [['chen'], ['liu']]],
  ['ü', '吕', [['lv']]],
  ['what is not Chinese', 'A·😀', [[], [], [], []]],
  ['nothing', '', []],
])('%s: %s', (_title, text, expected) => {
  expect(syllables(text)).toEqual(expected);
});
