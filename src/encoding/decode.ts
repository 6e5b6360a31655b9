// Bytes of a file to text, whatever encoding it was saved in.
import type { Message } from '../i18n/index';
import { commonShare } from './common-han';
import { binaryKind, markupKind } from './signatures';
import { readWindows1252 } from './windows-1252';

/** Encodings people's lists are saved in, in the order they are tried. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];

export type Decoded =
  | {
      readonly ok: true;
      /** Without byte order mark. */
      readonly text: string;
      readonly encoding: Encoding;
      /** False when another encoding is possible too, or single bytes could not be read: show a preview. */
      readonly confident: boolean;
    }
  | { readonly ok: false; readonly reason: Message };

/** Bytes looked at to tell encodings apart; all of a file is decoded only once. */
const SAMPLE = 65_536;

/** Below this no text of any of the encodings comes out: another one, or no text. */
const LIKELY = 0.3;

/** Share of characters that may be unreadable in a text cut or glued by careless programs. */
const DAMAGE = 0.02;

/**
 * Tries byte order mark, UTF-16, valid UTF-8, then GB18030, Big5 and Windows-1252 by how likely their text is.
 * @param options.fileName for the sentence of a refusal
 * @param options.encoding the user's choice, taken instead of a guess
 * @returns codes `file.empty`, `file.excel`, `file.zip`, `file.pdf`, `file.image`, `file.html`, `file.utf32`, `file.binary`,
 *   `file.encoding` (none fits) or `file.wrongEncoding` (the chosen one does not)
 */
export function decode(bytes: Uint8Array, options: { readonly fileName?: string; readonly encoding?: Encoding } = {}): Decoded {
  const args = { file: options.fileName ?? '' };
  const binary = binaryKind(bytes);
  if (binary !== null) return { ok: false, reason: { code: binary, args } };
  const found = options.encoding === undefined ? guess(bytes) : chosen(bytes, options.encoding);
  if (found === null) {
    return options.encoding === undefined
      ? { ok: false, reason: { code: looksBinary(bytes) ? 'file.binary' : 'file.encoding', args } }
      : { ok: false, reason: { code: 'file.wrongEncoding', args: { ...args, encoding: options.encoding } } };
  }
  const text = found.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: false, reason: { code: 'file.empty', args } };
  const markup = markupKind(text);
  return markup === null ? { ok: true, ...found, text } : { ok: false, reason: { code: markup, args } };
}

type Found = { readonly text: string; readonly encoding: Encoding; readonly confident: boolean };

function guess(bytes: Uint8Array): Found | null {
  if (bytes.length === 0) return { text: '', encoding: 'utf-8', confident: true };
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const wide = byZeroes(bytes);
  if (wide !== null) return wide;
  if (bytes.includes(0)) return null;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', confident: true };
  return byLikelihood(bytes);
}

function byMark(bytes: Uint8Array): Found | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return loosely(bytes, 'utf-8');
  if (a === 0xff && b === 0xfe) return loosely(bytes, 'utf-16le');
  return a === 0xfe && b === 0xff ? loosely(bytes, 'utf-16be') : null;
}

/** UTF-16 without a mark: plain letters and common characters one way round, none the other. */
function byZeroes(bytes: Uint8Array): Found | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, share: readable(readLoosely(sample, encoding, true)) }))
    .sort((a, b) => b.share - a.share);
  return best !== undefined && best.share > 0.6 ? loosely(bytes, best.encoding) : null;
}

/** Share of characters a list is made of; binary data has few of them. */
function readable(text: string): number {
  const ascii = text.match(/[\x20-\x7E\s]/g)?.length ?? 0;
  const { share, count } = commonShare(text);
  return text.length === 0 ? 0 : (ascii + share * count) / text.length;
}

/** Of the encodings in which every byte sequence means something, the one whose text is likeliest. */
function byLikelihood(bytes: Uint8Array): Found | null {
  // Bytes that mean the same everywhere tell nothing: begin where others do.
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const head = bytes.subarray(first, first + SAMPLE);
  const tried = (['utf-8', 'gb18030', 'big5', 'windows-1252'] as const)
    .map((encoding) => ({ encoding, score: likelihood(readLoosely(head, encoding, true), encoding) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = tried;
  if (best === undefined || best.score < LIKELY) return null;
  const found = loosely(bytes, best.encoding);
  return { ...found, confident: found.confident && best.score - (second?.score ?? 0) > 0.2 };
}

/** 1 for text as people write it, 0 or less for characters nobody would put side by side. */
function likelihood(text: string, encoding: Encoding): number {
  const foreign = text.replace(/[\x20-\x7e\s]/g, '');
  if (foreign === '') return 0;
  const unreadable = damage(foreign);
  if (encoding === 'windows-1252') return latin(text) - unreadable * 2;
  const { share, count } = commonShare(foreign);
  // UTF-8 with a few broken characters stays UTF-8: no other table gives common characters from its bytes.
  const weight = count / foreign.length;
  return share * weight + (encoding === 'utf-8' && unreadable < 0.1 ? 0.5 : 0) + punctuation(foreign) - unreadable * 5;
}

/** Accented letters and typographic quotes stand alone among plain letters; two-byte characters read as Latin come in runs. */
function latin(text: string): number {
  const high = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const alone = text.match(/(?<!\P{ASCII})[\u00C0-\u024F\u2013-\u2026\u20AC](?!\P{ASCII})/gu)?.length ?? 0;
  return high === 0 ? 0 : (alone / high) * 0.9;
}

/** Full-width marks and letters are as telling as common characters. */
function punctuation(foreign: string): number {
  return (foreign.match(/[\u3000-\u3003\u3008-\u3011\uFF01-\uFF5E\uFFE5]/g)?.length ?? 0) / foreign.length;
}

/** Share of characters that stand for unreadable bytes, or are none a list would hold. */
function damage(text: string): number {
  const bad = text.match(/[\uFFFD\uE000-\uF8FF]|(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  return text.length === 0 ? 0 : bad / text.length;
}

function chosen(bytes: Uint8Array, encoding: Encoding): Found | null {
  const found = loosely(bytes, encoding);
  return damage(found.text) > DAMAGE ? null : found;
}

function loosely(bytes: Uint8Array, encoding: Encoding): Found {
  const text = readLoosely(bytes, encoding, false);
  return { text, encoding, confident: !text.includes('\uFFFD') };
}

/** @param more the bytes are cut off in the middle of a text: half a character at the end is no damage */
function readLoosely(bytes: Uint8Array, encoding: Encoding, more: boolean): string {
  return encoding === 'windows-1252' ? readWindows1252(bytes) : new TextDecoder(encoding).decode(bytes, { stream: more });
}

/** The text, or null when one byte cannot be read. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0);
}
