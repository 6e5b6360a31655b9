// Values a file keeps in pieces, put together: names, addresses, social accounts, notes.
import { simplified } from '../han';
import { cut } from '../text';
import type { Part } from './vocabulary';

/** A piece of a value, in the order of the file. */
export interface Piece {
  readonly part: Part | null;
  readonly text: string;
}

const HAN = /^[\p{Script=Han}·\s]+$/u;

/** Family and given name in the order of their script: 张 + 伟 is 张伟, Jane + Doe is Jane Doe. */
export function joinName(pieces: readonly Piece[]): string {
  const of = (part: Part | null) => pieces.filter((piece) => piece.part === part).map((piece) => piece.text);
  const [given, family] = [of('given'), of('family')];
  const whole = of(null);
  const parts = [...given, ...family];
  if (parts.length === 0) return whole.join(' ');
  const name = parts.every((text) => HAN.test(text)) ? [...family, ...given].join('') : parts.join(' ');
  return whole.includes(name) ? whole.join(' ') : [...whole, name].join(' ');
}

/** District, street and number in one line; a piece already said by the rest is left out. */
export function joinAddress(pieces: readonly Piece[]): string {
  const of = (part: Part | null) => pieces.filter((piece) => piece.part === part).map((piece) => piece.text);
  const whole = of(null).join(' ');
  const han = /\p{Script=Han}/u.test(whole === '' ? pieces.map((piece) => piece.text).join('') : whole);
  const district = of('district').filter((text) => !simplified(whole).includes(simplified(text)));
  if (han) return [...district, whole, ...of('number'), ...of('more')].join('');
  const street = [...of('number').filter((text) => !whole.startsWith(text)), whole].filter((text) => text !== '').join(' ');
  return [street, ...of('more'), ...district].filter((text) => text !== '').join(', ');
}

/** One entry of the column for social accounts; a value that already names its type keeps it. */
export function socialEntry(type: string | null, text: string): string {
  const bare = text.replace(/;/g, ',');
  return type === null || bare.toLowerCase().startsWith(`${type}:`) ? bare : `${type}:${bare}`;
}

/**
 * Lines joined up to a limit of characters.
 * @returns the lines that fit, and those that do not, whole
 */
export function fitLines(lines: readonly string[], max: number): { readonly text: string; readonly rest: readonly string[] } {
  let text = '';
  for (const [i, line] of lines.entries()) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > max) {
      // A first line that is too long by itself still says what it can.
      return text === '' ? { text: cut(line, max)[0], rest: lines.slice(i) } : { text, rest: lines.slice(i) };
    }
    text = longer;
  }
  return { text, rest: [] };
}
