// Cutting a text into slices that fit the wire.
import { WIRE_LIMIT } from './wire';

/** Left for the other arguments and the JSON around the text. */
const MARGIN = 20_000;

/**
 * The longest piece of `text` from `start` on that fits one call as a JSON string in UTF-8 inside a JSON string: the door carries the
 * arguments as JSON text, so quotes and line breaks are escaped twice. Never cuts a surrogate pair.
 * @param beside bytes of other arguments, as {@link bytesOf} counts them
 * @returns the 0-based position behind the piece
 */
export function sliceEnd(text: string, start: number, beside = 0): number {
  return endWithin(text, start, WIRE_LIMIT - MARGIN - beside).end;
}

/** What an argument takes of the wire. */
export function bytesOf(argument: unknown): number {
  return endWithin(JSON.stringify(argument), 0, Number.POSITIVE_INFINITY).bytes;
}

function endWithin(text: string, start: number, most: number): { readonly end: number; readonly bytes: number } {
  let bytes = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const pair = code >= 0xd800 && code <= 0xdbff && i + 1 < text.length;
    bytes += pair ? 4 : costOf(code);
    if (bytes > most) return { end: i, bytes };
    if (pair) i++;
  }
  return { end: text.length, bytes };
}

function costOf(code: number): number {
  // `\"` becomes `\\\"`, `\n` becomes `\\n`.
  if (code === 0x22 || code === 0x5c) return 4;
  if (code === 0x0a || code === 0x0d || code === 0x09) return 3;
  if (code < 0x20) return 7;
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : 3;
}
