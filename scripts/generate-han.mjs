// Writes src/domain/han.generated.json: traditional characters in common use with their simplified ones.
//
// Its source is large and does not change, so it is no dependency of the project:
//   npm install --no-save opencc-js@1.4.2
//   node scripts/generate-han.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ALPHABET } from './generate-pinyin.mjs';

const { Converter } = createRequire(join(process.cwd(), 'package.json'))('opencc-js');
const simplify = Converter({ from: 't', to: 'cn' });

/** Variants of one character that people mix, though each standard has its own; and characters of mainland words the source keeps. */
const ALSO = '劵券後后誌志傢家於于徵征嶽岳爲为裏里溫温綫线衆众羣群峯峰';
const FIRST = 0x4e00;
/** Code points a simplified character may lie from the first. */
const REACH = 0x51a6;

/** The 5,401 characters of Big5's first level: those of everyday texts and names. */
function everyday() {
  const decoder = new TextDecoder('big5');
  const chars = [];
  for (let row = 0xa4; row <= 0xc6; row++) {
    for (let cell = 0x40; cell <= (row === 0xc6 ? 0x7e : 0xfe); cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4E00-\u9FFF]$/.test(char)) chars.push(char);
    }
  }
  return chars;
}

/** Characters of the mainland's standard; those keep their own meaning: 乾 is no 干 in a name. */
const mainland = new Set();
for (let row = 0xb0; row <= 0xf7; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) mainland.add(new TextDecoder('gb2312').decode(Uint8Array.of(row, cell)));

const pairs = new Map(
  everyday()
    .filter((char) => !mainland.has(char))
    .map((char) => [char, simplify(char)]),
);
for (let at = 0; at < ALSO.length; at += 2) pairs.set(ALSO[at], ALSO[at + 1]);

/** Three letters a pair, the number `gap × reach + simplified`: code points after the pair before, and which one after the first. */
let text = '';
let last = FIRST;
const put = (gap, code) => {
  const entry = gap * REACH + code;
  const { length } = ALPHABET;
  text += ALPHABET[Math.floor(entry / length ** 2)] + ALPHABET[Math.floor(entry / length) % length] + ALPHABET[entry % length];
};
const widest = Math.floor(ALPHABET.length ** 3 / REACH) - 1;
for (const [char, simple] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (char === simple || !/^[\u4E00-\u9FA5]$/.test(simple)) continue;
  let gap = char.charCodeAt(0) - last;
  // A wide gap is bridged by characters that are their own simplified one.
  for (; gap > widest; gap -= widest) {
    last += widest;
    put(widest, last - FIRST);
  }
  put(gap, simple.charCodeAt(0) - FIRST);
  last = char.charCodeAt(0);
}
writeFileSync(new URL('../src/domain/han.generated.json', import.meta.url), `${JSON.stringify({ pairs: text })}\n`);
