// A pasted text cut into tokens; put together again they are the text, so nothing of it is ever lost.
import { simplified } from '../han';

/** What was found in some words. Its field and value may still change while the rest is read. */
export interface Finding {
  key: string;
  /** Empty: its words are its value. */
  value: string;
}

export interface Token {
  readonly words: string;
  /** Null: nobody knows yet what it is. */
  finding: Finding | null;
}

const WIDE = /[\uFF01-\uFF5E]/g;
const BLANK = /[^\S\n\t]/g;
const DASH = /[\u2010-\u2015\u2212]/g;

/** Half width and simplified, unit for unit as long as the text. */
export function flat(text: string): string {
  return simplified(text)
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(BLANK, ' ')
    .replace(DASH, '-');
}

const SIGNS = '\\s,，、;；:：|｜/·(（【《<"“[';
const EDGES = new RegExp(`^[${SIGNS}。)）】》>”\\]]+|[${SIGNS}】》>”\\]]+$`, 'g');

/** Without blanks, separators and brackets of others at its ends. */
export function bare(words: string): string {
  const inner = words.replace(EDGES, '');
  return /[(（]/.test(inner) ? inner : inner.replace(/[)）]$/, '');
}

/** The same, half width. */
export function coreOf(words: string): string {
  return flat(bare(words));
}

/** Units before a match that may belong to it: more than a label has, with what stands between. */
const NEAR = 32;

/**
 * Takes what matches out of the tokens that are not known yet.
 * @param found what a match is, and how many units before it belong to it; null: nothing. It sees the last {@link NEAR}
 * before the match, lest many matches that are nothing see all of a long text each
 */
export function carve(
  tokens: readonly Token[],
  pattern: RegExp,
  found: (match: string, before: string) => readonly [finding: Finding, back: number] | null,
): Token[] {
  return tokens.flatMap((token) => {
    if (token.finding !== null) return [token];
    const parts: Token[] = [];
    const text = flat(token.words);
    let done = 0;
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const got = found(match, text.slice(Math.max(done, index - NEAR), index));
      if (got === null) continue;
      const from = index - got[1];
      parts.push(unknown(token.words.slice(done, from)));
      done = index + match.length;
      parts.push({ words: token.words.slice(from, done), finding: got[0] });
    }
    return [...parts, unknown(token.words.slice(done))].filter(({ words }) => words !== '');
  });
}

export function unknown(words: string): Token {
  return { words, finding: null };
}
