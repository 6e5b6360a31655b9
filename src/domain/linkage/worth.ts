// What it says that two rows share a number or a mail: little where many different people have it, whatever it looks like.

import { hashOf } from '../hash';
import { floats, floor, ints, max, min, sqrt } from './arithmetic';
import { type Coded, type CodedSets, numbersOf } from './coded';
import type { Features } from './features';

/** How each value of a column of identifiers is held, by its number. */
export interface Worth {
  /** In how many different hands it is, as the inverse Simpson index of its holders; 1 where all are alike. */
  readonly holders: Float32Array;
  /** 1 an identifier … 0 a filler or a switchboard, which says nothing of a person. */
  readonly role: Float32Array;
}

/** Above so many holders a value begins to lose its role, and by so many more it has none. */
const OWN = 2;
const CROWD = 4;

/**
 * Who a row is about, roughly enough that spellings of one name are one holder: the surname, or the beginning of the company's name;
 * 0 where it does not say.
 */
export function holdersOf({ rows, name, company }: Features): Int32Array {
  const named = holderByValue(name, ({ text, han, surname, words }) => {
    if (text === '') return '';
    return han ? surname : [words[0]?.charAt(0) ?? '', surname.charAt(0)].sort().join('');
  });
  const ofCompany = holderByValue(company, ({ core }) => core.slice(0, 3));
  const holders = ints(rows);
  for (let row = 0; row < rows; row++) holders[row] = named(row) || ofCompany(row);
  return holders;
}

function holderByValue<T>(column: Coded<T> | null, keyOf: (value: T) => string): (row: number) => number {
  if (column === null) return () => 0;
  const holders = numbersOf(column.values, (value) => {
    const key = keyOf(value);
    return key === '' ? 0 : hashOf(key) | 1;
  });
  return (row) => holders[column.ids[row] ?? 0] ?? 0;
}

export function worthOf(sets: CodedSets, holder: Int32Array): Worth {
  const size = sets.values.length;
  const pairs = floats(sets.ids.length);
  let filled = 0;
  for (let row = 0; row + 1 < sets.from.length; row++) {
    for (let i = sets.from[row] ?? 0; i < (sets.from[row + 1] ?? 0); i++) {
      if (holder[row] !== 0) pairs[filled++] = (sets.ids[i] ?? 0) * 4294967296 + ((holder[row] ?? 0) >>> 0);
    }
  }
  const sorted = pairs.subarray(0, filled).sort();
  const total = new Float32Array(size);
  const squares = new Float32Array(size);
  for (let i = 0; i < filled; ) {
    let j = i;
    while (j < filled && sorted[j] === sorted[i]) j++;
    const value = floor((sorted[i] ?? 0) / 4294967296);
    total[value] = (total[value] ?? 0) + j - i;
    squares[value] = (squares[value] ?? 0) + (j - i) * (j - i);
    i = j;
  }
  const holders = new Float32Array(size).fill(1);
  const role = new Float32Array(size).fill(1);
  for (let value = 1; value < size; value++) {
    const known = total[value] ?? 0;
    // Without anything that tells holders apart, every row may be another one.
    const held = known > 0 ? (known * known) / (squares[value] || 1) : sqrt(sets.counts[value] ?? 1);
    holders[value] = held;
    role[value] = max(0, min(1, 1 - (held - OWN) / CROWD));
  }
  return { holders, role };
}
