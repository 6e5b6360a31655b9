// Traditional characters to simplified ones: those of everyday texts, of names and places.
import table from './han.generated.json';
import { numberAt } from './letters';

// scripts/generate-han.mjs says how a pair is written.
const LONG = 3;
const FIRST_HAN = 0x4e00;
const REACH = 0x51a6;

let pairs: Map<string, string> | null = null;

/** The text with the characters of the table in their simplified form; one character stays one. */
export function simplified(text: string): string {
  if (!/[\u3400-\u9FFF]/.test(text)) return text;
  pairs ??= read();
  let out = '';
  for (const char of text) out += pairs.get(char) ?? char;
  return out;
}

function read(): Map<string, string> {
  const map = new Map<string, string>();
  let code = FIRST_HAN;
  for (let at = 0; at < table.pairs.length; at += LONG) {
    const entry = numberAt(table.pairs, at, LONG);
    code += Math.floor(entry / REACH);
    map.set(String.fromCharCode(code), String.fromCharCode(FIRST_HAN + (entry % REACH)));
  }
  return map;
}
