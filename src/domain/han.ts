// Traditional characters to simplified ones: those of everyday texts, of names and places.
import table from './han.generated.json';
import { numberAt } from './letters';

// scripts/generate-han.mjs says how a pair is written.
const LONG = 3;
const FIRST_HAN = 0x4e00;
const REACH = 0x51a6;

let simple: Uint16Array | null = null;

/** The text with the characters of the table in their simplified form; one character stays one. */
export function simplified(text: string): string {
  simple ??= read();
  let out = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = code < FIRST_HAN ? 0 : (simple[code] ?? 0);
    if (to === 0) continue;
    out += text.slice(done, i) + String.fromCharCode(to);
    done = i + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** A simplified character and all that {@link simplified} makes it of. */
export function spellings(char: string): string[] {
  simple ??= read();
  const code = char.charCodeAt(0);
  const all = [char];
  for (let from = FIRST_HAN; from < simple.length; from++) if (simple[from] === code) all.push(String.fromCharCode(from));
  return all;
}

/** The simplified character of each code; 0 where there is none. */
function read(): Uint16Array {
  const codes = new Uint16Array(0x10000);
  let code = FIRST_HAN;
  for (let at = 0; at < table.pairs.length; at += LONG) {
    const entry = numberAt(table.pairs, at, LONG);
    code += Math.floor(entry / REACH);
    codes[code] = FIRST_HAN + (entry % REACH);
  }
  return codes;
}
