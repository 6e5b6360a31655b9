// Text as people meant it: what cannot be seen taken out, spellings of one thing made comparable.
import { simplified } from './han';

// Soft hyphen, zero-width space and marks of direction, byte order mark. U+200C and U+200D join letters and emoji: see below.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g;
// A joiner means something only behind an emoji, or behind a letter of a script whose letters join.
const JOINING =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');
const STRAY_JOINER = new RegExp(
  `(?<!\\p{Extended_Pictographic}|\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}]|[${JOINING}])[\\u200C\\u200D]|[\\u200C\\u200D](?!\\p{Extended_Pictographic}|[${JOINING}])`,
  'gu',
);
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Spaces of every width; line breaks and tabs are not among them.
const WIDE_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u301C\uFF5E]/g;
// Characters none of the above is about: ASCII, common Han, full-width marks.
const CLEAN = /^[\x20-\x7E\u3001\u3002\u3008-\u3011\u4E00-\u9FFF\uFF01-\uFF5D]*$/;
const CLEAN_HAN = /^[\x20-\x7E\u3001\u3002\u4E00-\u9FFF]*$/;

/** Prose: control and invisible characters out, spaces plain, NFC, trimmed; line breaks and runs of spaces stay. */
export function tidyProse(text: string): string {
  // Most cells have nothing to tidy; the expressions below cost a hundred times as much.
  if (CLEAN.test(text)) return text.trim();
  return text
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(WIDE_SPACE, ' ')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .trim();
}

/** One line: as {@link tidyProse}, and every run of spaces, tabs and line breaks is one space. */
export function tidyLine(text: string): string {
  return tidyProse(text).replace(/\s+/g, ' ');
}

/** Codes, numbers and addresses of machines: full-width and other compatibility forms become the plain ones. */
export function plain(text: string): string {
  if (CLEAN_HAN.test(text)) return text.trim();
  return tidyProse(text.normalize('NFKC')).replace(DASHES, '-');
}

/** Key by which spellings of an option are the same: case, width, spaces, dashes and simplified or traditional do not count. */
export function optionKey(text: string): string {
  return simplified(
    plain(text)
      .toLowerCase()
      .replace(/~/g, '-')
      .replace(/[\s_·]+/g, ''),
  );
}

/** Key by which headers are the same: only letters and digits count, in any case, width and script form. */
export function headerKey(text: string): string {
  return simplified(plain(text).toLowerCase()).replace(/[^\p{L}\p{N}+#]+/gu, '');
}

/** Splits off what goes beyond `max` UTF-16 units, never inside a character. */
export function cut(text: string, max: number): readonly [kept: string, rest: string] {
  if (text.length <= max) return [text, ''];
  const last = text.charCodeAt(max - 1);
  const at = last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
  return [text.slice(0, at), text.slice(at)];
}

/** A short piece of a value for a sentence: at most 40 characters, on one line. */
export function excerpt(text: string): string {
  const line = tidyLine(text);
  return line.length <= 40 ? line : `${cut(line, 39)[0]}…`;
}
