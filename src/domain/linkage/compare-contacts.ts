// Identifiers: numbers, mails, accounts and codes, of which a row may have several.

import { hashOf } from '../hash';
import { max, min } from './arithmetic';
import { type CodedSets, has, numbersOf, SEVERAL, shared } from './coded';
import { type Comparison, chanceEqual, MISSING } from './comparison';
import { isSlip, jaroWinkler, osa } from './distance';
import { boxOf, hasNoArea, isRole, localNumber } from './normalise/contact';
import { outlinesOf } from './outline';
import type { Worth } from './worth';

interface Alikeness {
  readonly m: readonly number[];
  readonly u: readonly number[];
  /** Compares values of a column by their numbers. */
  readonly near: (texts: readonly string[]) => (a: number, b: number) => number;
}

export const PHONE: Alikeness = { m: [0.25, 0.05, 0.7], u: [0.9999, 0.00001, 0.00009], near: codesAlike(9) };
export const LINE: Alikeness = { ...PHONE, near: linesAlike };
export const CODE: Alikeness = { m: [0.12, 0.08, 0.8], u: [0.9999, 0.00001, 0.00009], near: codesAlike(6) };
export const MAIL: Alikeness = { m: [0.2, 0.06, 0.06, 0.1, 0.58], u: [0.996, 0.003, 0.0009, 0.00002, 0.00008], near: mailsAlike };

/** 1 a slip, in long codes two · 0 else; short ones are near each other by chance. */
function codesAlike(shortest: number): Alikeness['near'] {
  // A slip leaves one half as it was: most pairs are told by that.
  const half = (shortest - 1) >> 1;
  return (texts) => {
    const heads = numbersOf(texts, (text) => hashOf(text, 0, half));
    const tails = numbersOf(texts, (text) => hashOf(text, max(0, text.length - half)));
    const isLong = numbersOf(texts, (text) => (text.length > 14 ? 1 : 0));
    return (i, j) => {
      if (heads[i] !== heads[j] && tails[i] !== tails[j] && isLong[i] === 0) return 0;
      const a = texts[i] ?? '';
      const b = texts[j] ?? '';
      if (min(a.length, b.length) < shortest) return 0;
      return isSlip(a, b) || (a.length > 14 && osa(a, b, 2) <= 2) ? 1 : 0;
    };
  };
}

/** 1 the same but for an area that is left out, a slip · 0 else: one number in two areas is two. */
function linesAlike(texts: readonly string[]): (a: number, b: number) => number {
  const codes = codesAlike(9)(texts);
  return (i, j) => {
    const [a, b] = [texts[i] ?? '', texts[j] ?? ''];
    if (localNumber(a) === localNumber(b)) return hasNoArea(a) || hasNoArea(b) ? 1 : 0;
    return codes(i, j);
  };
}

/** A mail taken apart once, as it is compared again and again. */
interface Mail {
  readonly text: string;
  readonly box: string;
  readonly host: string;
  /** The box without its digits. */
  readonly bare: string;
}

function mailOf(text: string): Mail {
  const box = boxOf(text);
  return { text, box, host: text.slice(box.length + 1), bare: box.replace(/\d/g, '') };
}

/** 3 a slip in each part at most · 2 the same mailbox elsewhere · 1 a mailbox much alike · 0 else. */
function mailsAlike(texts: readonly string[]): (a: number, b: number) => number {
  const whole = outlinesOf(texts);
  const boxes = outlinesOf(texts.map(boxOf));
  const known: Mail[] = [];
  const mail = (i: number) => {
    const found = known[i] ?? mailOf(texts[i] ?? '');
    known[i] = found;
    return found;
  };
  return (i, j) => {
    const mayBeWithin = whole.within(2, i, j);
    const mayBeAlike = boxes.reach(0.88, i, j);
    if (!mayBeWithin && !mayBeAlike && !boxes.within(1, i, j)) return 0;
    const a = mail(i);
    const b = mail(j);
    const sameBox = a.box === b.box;
    // chen340 and chen912 are two accounts, not a slip.
    if (!sameBox && a.bare === b.bare) return 0;
    if ((sameBox || isSlip(a.box, b.box)) && osa(a.host, b.host, 2) <= 2) return 3;
    if (mayBeWithin && a.text.length >= 10 && b.text.length >= 10 && osa(a.text, b.text, 2) <= 2) return 3;
    if (sameBox && jaroWinkler(a.host, b.host) >= 0.8) return 2;
    if (min(a.box.length, b.box.length) < 5) return 0;
    if (!sameBox && !(mayBeAlike && jaroWinkler(a.box, b.box) >= 0.88)) return 0;
    return isRole(a.text) || isRole(b.text) ? 0 : sameBox ? 2 : 1;
  };
}

/** A number or a mail is at least as rare as in a table of so many rows, however few stand here. */
const AS_RARE = 2000;

export function identifier(name: string, sets: CodedSets, worth: Worth, { m, u, near }: Alikeness): Comparison | null {
  if (sets.ids.length === 0) return null;
  const top = m.length - 1;
  const alike = near(sets.values);
  const rows = sets.from.length - 1;
  let n = 0;
  /** Whether a row has a value that is its own: another than a filler that stands in many hands. */
  const own = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (has(sets, row)) n++;
    for (let i = sets.from[row] ?? 0; i < (sets.from[row + 1] ?? 0); i++)
      if ((worth.role[sets.ids[i] ?? 0] ?? 1) > 0) own[row] = 1;
  }
  return {
    name,
    m,
    u,
    equal: chanceEqual(worth.holders.map((held, id) => (id === 0 ? 0 : max(1.5, held)))),
    cap: null,
    key: (row) => (has(sets, row) ? (sets.ids[sets.from[row] ?? 0] ?? 0) : 0),
    frequency: (a, b, level) => (level === top ? max(1.5, worth.holders[shared(sets, a, b)] ?? 1) / max(n, AS_RARE) : 0),
    role: (a, b) => worth.role[shared(sets, a, b)] ?? 1,
    level: (a, b) => {
      const x = sets.only[a] ?? 0;
      const y = sets.only[b] ?? 0;
      if (x === 0 || y === 0) return MISSING;
      if (shared(sets, a, b) !== 0) return top;
      // Another number than a filler is no other number.
      if (own[a] === 0 || own[b] === 0) return MISSING;
      if (x !== SEVERAL && y !== SEVERAL) return alike(x, y);
      let best = 0;
      for (let i = sets.from[a] ?? 0; i < (sets.from[a + 1] ?? 0); i++)
        for (let j = sets.from[b] ?? 0; j < (sets.from[b + 1] ?? 0); j++)
          best = max(best, alike(sets.ids[i] ?? 0, sets.ids[j] ?? 0));
      return best;
    },
  };
}

/** Bits that a number in a remark counts at most: it may be anybody's. */
const MENTIONED = 5;

/** A remark that mentions a number or a mail of the other row, or both the same; nothing where it does not, or where rows share one of their own. */
export function mention(
  mentions: CodedSets,
  worth: Worth,
  own: readonly (readonly [at: number, top: number])[],
): Comparison | null {
  const base = identifier('mention', mentions, worth, { m: [0.5, 0.5], u: [0.999, 0.001], near: () => () => 0 });
  if (base === null) return null;
  return {
    ...base,
    cap: MENTIONED,
    key: () => 0,
    level: (a, b, sofar) => (shared(mentions, a, b) === 0 || own.some(([at, top]) => sofar[at] === top) ? MISSING : 1),
  };
}

/** A mailbox of an office identifies nobody, however few write from it. */
export function roleless(emails: CodedSets, worth: Worth): Worth {
  return { holders: worth.holders, role: worth.role.map((role, id) => (isRole(emails.values[id] ?? '') ? role * 0.3 : role)) };
}
