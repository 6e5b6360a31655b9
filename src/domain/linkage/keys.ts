// Keys by which rows may meet: they follow from the kinds of evidence there are, alone and two together.

import { hashOf } from '../hash';
import { floor, ints, min } from './arithmetic';
import { type CodedSets, numbersOf } from './coded';
import type { Features } from './features';
import { boxOf, localNumber, ownDomain } from './normalise/contact';
import { segmented, southern } from './normalise/sound';

/** Part of a key: up to a few numbers a row, 0 for none, and the comparisons it speaks for. */
export interface Part {
  readonly name: string;
  readonly slots: readonly Int32Array[];
  /** Bits of the comparisons that are not free evidence for pairs this part found. */
  readonly mask: number;
}

/** Largest blocks compared in full: of a strong key, of a weak one. */
const STRONG = 200;
const WEAK = 50;

/** Numbers or mails of a row that others may be found by. */
const MOST_OF_A_SET = 3;

type PartName =
  | 'name'
  | 'word'
  | 'sound'
  | 'mobile'
  | 'email'
  | 'mailbox'
  | 'account'
  | 'code'
  | 'core'
  | 'head'
  | 'rare'
  | 'domain'
  | 'landline'
  | 'mention'
  | 'birth'
  | 'year'
  | 'monthday'
  | 'road'
  | 'house'
  | 'number'
  | 'city'
  | 'postcode'
  | 'district';

type Parts = Partial<Record<PartName, Part>>;

/**
 * @param mask the bits of some comparisons
 * @returns keys in the order they are tried, each with the largest block compared in full
 *
 * Single keys first, those of identifiers before all; then what a name, a company or a place says together with something else. */
export function passesOf(features: Features, mask: (...comparisons: string[]) => number): [Part[], number][] {
  const parts = partsOf(features, mask);
  const passes: [Part[], number][] = [];
  const add = (most: number, ...names: PartName[]) => {
    const found = names.map((name) => parts[name]);
    if (found.every((part) => part !== undefined)) passes.push([found as Part[], most]);
  };
  for (const key of ['mobile', 'email', 'mailbox', 'account', 'code', 'mention'] as const) add(STRONG, key);
  add(WEAK, 'name');
  for (const other of ['head', 'domain', 'birth', 'postcode', 'house', 'city', 'landline', 'year', 'monthday', 'road'] as const) {
    add(STRONG, 'name', other);
    add(WEAK, 'word', other);
  }
  for (const key of ['core', 'landline', 'house', 'birth', 'domain'] as const) add(WEAK, key);
  for (const other of ['birth', 'monthday', 'postcode', 'house', 'road', 'head', 'city', 'year'] as const)
    add(WEAK, 'sound', other);
  for (const other of ['number', 'postcode', 'city', 'district', 'road'] as const) {
    add(WEAK, 'rare', other);
    add(WEAK, 'head', other);
  }
  for (const [a, b] of [
    ['birth', 'city'],
    ['birth', 'postcode'],
    ['monthday', 'city'],
    ['monthday', 'postcode'],
    ['year', 'postcode'],
    ['road', 'number'],
    ['number', 'postcode'],
    ['road', 'postcode'],
    ['road', 'city'],
  ] as const)
    add(WEAK, a, b);
  add(WEAK, 'rare');
  add(WEAK, 'postcode');
  add(WEAK, 'sound');
  return passes;
}

function partsOf(features: Features, mask: (...comparisons: string[]) => number): Parts {
  const { rows, name, company, address, birth } = features;
  const parts: Parts = {};
  const add = (key: PartName, slots: readonly Int32Array[], bits: number) => {
    const filled = slots.filter((slot) => slot.some((id) => id !== 0));
    if (filled.length > 0) parts[key] = { name: key, slots: filled, mask: bits };
  };
  /** One slot a text of each distinct value. */
  const perValue = <T>(
    column: { readonly ids: Int32Array; readonly values: readonly T[] } | null,
    read: (value: T) => readonly string[],
    most = 1,
  ) => {
    if (column === null) return [];
    const { ids, values } = column;
    const keys = Array.from({ length: most }, () => ints(values.length));
    for (let id = 1; id < values.length; id++) {
      const texts = read(values[id] as T);
      for (let slot = 0; slot < min(most, texts.length); slot++) (keys[slot] as Int32Array)[id] = keyOf(texts[slot] ?? '');
    }
    return keys.map((key) => ids.map((id) => key[id] ?? 0));
  };
  const sounds = new Map<string, string>();
  const sound = (word: string) => {
    const known = sounds.get(word) ?? soundOf(word);
    sounds.set(word, known);
    return known;
  };
  const nameBits = mask('name', 'given', 'family');
  add(
    'name',
    perValue(name, ({ key, surnameOnly }) => (surnameOnly ? [] : [key])),
    nameBits,
  );
  add(
    'word',
    perValue(name, ({ words }) => distinct(words), 3),
    nameBits,
  );
  add(
    'sound',
    perValue(name, ({ words }) => distinct(words.map(sound)), 3),
    nameBits,
  );
  const sets = (column: CodedSets, read: (text: string) => string = (text) => text) => {
    const keys = numbersOf(column.values, (text) => keyOf(read(text)));
    const slots: Int32Array[] = [];
    for (let row = 0; row < rows; row++) {
      const from = column.from[row] ?? 0;
      const size = min(MOST_OF_A_SET, (column.from[row + 1] ?? 0) - from);
      while (slots.length < size) slots.push(ints(rows));
      for (let slot = 0; slot < size; slot++) (slots[slot] as Int32Array)[row] = keys[column.ids[from + slot] ?? 0] ?? 0;
    }
    return slots;
  };
  add('mobile', sets(features.mobiles), mask('mobile'));
  add('email', sets(features.emails), mask('email', 'organisation'));
  add(
    'mailbox',
    sets(features.emails, (text) => {
      const box = boxOf(text);
      return box.length >= 6 ? box : '';
    }),
    mask('email'),
  );
  add('account', sets(features.accounts), mask('account'));
  add('code', sets(features.codes), mask('code'));
  add('mention', sets(features.mentions), mask('mention'));
  add('landline', sets(features.landlines, localNumber), mask('organisation', 'landline'));
  add('domain', sets(features.emails, ownDomain), mask('organisation', 'email'));
  const orgBits = mask('organisation', 'city', 'province', 'email');
  add(
    'core',
    perValue(company, ({ sound }) => [sound]),
    orgBits,
  );
  add(
    'head',
    perValue(company, ({ core, han, words, sound }) => [han ? core.slice(0, 2) : (words[0] ?? sound)]),
    orgBits,
  );
  add('rare', perValue(company, rareWords(company), 2), orgBits);
  add(
    'birth',
    perValue(birth, (value) => (value % 10000 === 0 ? [] : [String(value)])),
    mask('birth'),
  );
  add(
    'year',
    perValue(birth, (value) => [String(floor(value / 10000))]),
    mask('birth'),
  );
  add(
    'monthday',
    perValue(birth, (value) => (value % 10000 === 0 ? [] : [String(value % 10000)])),
    mask('birth'),
  );
  const place = mask('address');
  add(
    'road',
    perValue(address, ({ road }) => [road.slice(0, 5)]),
    place,
  );
  add(
    'number',
    perValue(address, ({ number }) => [number]),
    place,
  );
  add(
    'house',
    perValue(address, ({ road, number }) => (road === '' || number === '' ? [] : [`${number} ${road.slice(0, 3)}`])),
    place,
  );
  for (const key of ['city', 'postcode', 'district'] as const)
    add(
      key,
      perValue(features[key], (text) => [text]),
      mask(key),
    );
  return parts;
}

function keyOf(text: string): number {
  return text === '' ? 0 : hashOf(text) | 1;
}

/** Words of more than one letter, each once. */
function distinct(words: readonly string[]): string[] {
  return words.filter((word, i) => word.length > 1 && words.indexOf(word) === i);
}

/** The two words of a company's name that fewest others have. */
function rareWords(
  company: Features['company'],
): (value: { readonly words: readonly string[]; readonly core: string; readonly han: boolean }) => readonly string[] {
  const counts = new Map<string, number>();
  for (const { words } of company?.values ?? []) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ({ words, han, core }) =>
    han
      ? [core.slice(-4, -2)].filter((text) => text.length === 2)
      : [...new Set(words)].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, 2);
}

/** Words that are easily mistaken for each other share it: consonants for Latin words, pinyin as the south speaks it. */
function soundOf(word: string): string {
  if (segmented(word) !== null) return southern(word);
  const first = word.charAt(0);
  const rest = word
    .slice(1)
    .replace(/[aeiouyhw]/g, '')
    .replace(/[bfpv]/g, '1')
    .replace(/[cgjkqsxz]/g, '2')
    .replace(/[dt]/g, '3')
    .replace(/l/g, '4')
    .replace(/[mn]/g, '5')
    .replace(/r/g, '6')
    .replace(/(.)\1+/g, '$1');
  return first + rest.slice(0, 4);
}
