// Numbers written in letters, as tables of the bundle hold them: every printable character but space, quotation marks and backslash is a digit.
const FIRST = 0x23;
const BACKSLASH = 0x5c;

/** How many letters there are; scripts/generate-pinyin.mjs writes with the same ones. */
const LETTERS = 0x7f - FIRST - 1;

/** The number that `count` letters from a position on stand for, the first the greatest. */
export function numberAt(text: string, at: number, count: number): number {
  let number = 0;
  for (let i = at; i < at + count; i++) {
    const code = text.charCodeAt(i);
    number = number * LETTERS + code - FIRST - (code > BACKSLASH ? 1 : 0);
  }
  return number;
}
