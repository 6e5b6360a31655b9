// Names of persons, whole or in parts, in either script.
import { max, min } from './arithmetic';
import { type Coded, numbersOf } from './coded';
import { AS_RARE, type Comparison, givenIn, grouped, present, simple } from './comparison';
import { isSlip, jaroWinkler, mayBeAlike } from './distance';
import type { NamePart } from './features';
import type { PersonName } from './normalise/person';
import { segmented, southern } from './normalise/sound';
import { outlinesOf } from './outline';

export function nameComparison(names: Coded<PersonName>): Comparison {
  // Pinyin of the given names in this table: Huiping is one, Leo is none, though it can be read as two syllables.
  const given = new Set(names.values.map(({ han, words }) => (han ? (words[1] ?? '') : '')).filter((word) => word !== ''));
  const base = simple(
    'name',
    names,
    [0.04, 0.06, 0.06, 0.08, 0.11, 0.65],
    [0.97, 0.02, 0.004, 0.002, 0.0005, 0.0005],
    (a, b) => namesAlike(a, b, given),
    AS_RARE,
  );
  const { ids, values } = names;
  // Both scripts of a name count together.
  const keys = grouped(names, ({ key }) => key);
  const named = present(names.counts);
  const n = max(AS_RARE, named);
  const held = new Float32Array(values.length);
  values.forEach(({ surnameOnly }, id) => {
    held[id] = surnameOnly ? 0 : max(1.5, keys.rows[keys.of[id] ?? 0] ?? 0) / n;
  });
  const surnames = grouped(names, ({ surname }) => surname);
  const shareOf = (id: number) => ((surnames.rows[surnames.of[id] ?? 0] ?? 0) + SOME * OF_A_SURNAME) / (named + SOME);
  const outlines = outlinesOf(values.map(({ text }) => text));
  const whole = numbersOf(values, ({ han, surnameOnly }) => (han && !surnameOnly ? 1 : 0));
  /** Whether two names are whole, Han and different beyond doubt, as most are. */
  const areStrange = (i: number, j: number) =>
    whole[i] === 1 && whole[j] === 1 && keys.of[i] !== keys.of[j] && !outlines.near(i, j);
  return {
    ...base,
    given: givenIn(named),
    // 王总 and 王总 are two people named Wang, if no more is known.
    level: (a, b, sofar) => {
      const i = ids[a] ?? 0;
      const j = ids[b] ?? 0;
      if (areStrange(i, j)) return 0;
      return i !== 0 && i === j && values[i]?.surnameOnly ? 1 : base.level(a, b, sofar);
    },
    chance: (a, b, level) => {
      if (level !== 1) return 0;
      const i = ids[a] ?? 0;
      const j = ids[b] ?? 0;
      return values[i]?.surnameOnly ? shareOf(i) : values[j]?.surnameOnly ? shareOf(j) : 0;
    },
    frequency: (a, b, level) => (level >= 3 ? min(held[ids[a] ?? 0] ?? 0, held[ids[b] ?? 0] ?? 0) : 0),
  };
}

/** A surname is held by about so many of people, until {@link SOME} rows tell more. */
const OF_A_SURNAME = 0.03;
const SOME = 30;

/** 5 equal · 4 the same in the other script or another order · 3 sounds alike, a slip · 2 one character off, an initial, the given name alone · 1 a part · 0 else. */
function namesAlike(a: PersonName, b: PersonName, given: ReadonlySet<string>): number {
  if (a.text === b.text) return a.surnameOnly ? 1 : 5;
  if (a.surnameOnly || b.surnameOnly) return sharesSurname(a, b) ? 1 : 0;
  if (a.key === b.key) return a.han && b.han ? 3 : 4;
  if (a.han && b.han) {
    if (a.text.length >= 3 && b.text.length >= 3 && isSlip(a.text, b.text)) return 2;
    const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
    if (isWithin(short, long)) return 3;
    if (short.text.length < 2 || long.text.length !== short.text.length + 1) return 0;
    // 陈成哥 by himself may be a name; beside 陈成 it is the same one. 睿宇 is 王睿宇 without his surname.
    if (long.text.startsWith(short.text)) return /[总工董哥姐]$/.test(long.text) ? 3 : 0;
    return long.text.endsWith(short.text) ? 2 : 0;
  }
  if (a.han || b.han) return acrossScripts(a, b, given);
  if (min(a.text.length, b.text.length) >= 5 && isSlip(a.text, b.text)) return 3;
  return wordsAlike(a, b);
}

/** Whether a name stands at the end of a text too long for a name, behind a company or a remark: 启明王建国. */
function isWithin({ text, words }: PersonName, { text: longer }: PersonName): boolean {
  return words.length > 1 && longer.length > max(3, text.length + 1) && longer.endsWith(text);
}

/** 3 one surname, and a given name but for sounds that the south does not tell apart · 1 the surname, and a given name nobody can tell from another one: Jason Li · 0 another given name. */
function acrossScripts(a: PersonName, b: PersonName, given: ReadonlySet<string>): number {
  if (!sharesSurname(a, b)) return 0;
  if (southern(a.key) === southern(b.key)) return 3;
  const [han, latin] = a.han ? [a, b] : [b, a];
  const rest = latin.words.filter((word) => word !== han.surname);
  if (rest.some((word) => given.has(word))) return 0;
  return rest.some(isChinese) && !rest.some((word) => han.words[1]?.includes(word)) ? 0 : 1;
}

/** Whether a word is pinyin and looks like nothing else: Jingming does, and a whole name in one word; Linda does not. */
function isChinese(word: string): boolean {
  const parts = segmented(word)?.length ?? 0;
  return parts > 0 && ((parts > 2 && word.length >= GLUED) || /^(?:zh|[xq])|(?:[aeiou]ng|ian|iao|uan)(?![aeiou])/.test(word));
}

const GLUED = 8;

/** Words of the longer name that already have a partner. */
const taken: boolean[] = [];

/** Latin names word by word, the best partners first: 3 slips only · 2 an initial or a word more · 1 a part · 0 another given name. */
function wordsAlike(a: PersonName, b: PersonName): number {
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const n = few.words.length;
  let level = n === many.words.length ? 3 : 2;
  let equal = 0;
  for (let j = 0; j < many.words.length; j++) taken[j] = false;
  for (let i = 0; i < n; i++) {
    const word = few.words[i] ?? '';
    let best = -1;
    let most = 0;
    for (let j = 0; j < many.words.length; j++) {
      if (taken[j]) continue;
      const other = many.words[j] ?? '';
      let alike = 0;
      if (word === other) alike = 1;
      else if (word.length === 1 || other.length === 1) alike = word.charCodeAt(0) === other.charCodeAt(0) ? INITIAL : 0;
      else if (mayBeAlike(ALIKE, word, few.letters[i] ?? 0, other, many.letters[j] ?? 0)) alike = jaroWinkler(word, other);
      if (alike > most) {
        most = alike;
        best = j;
      }
    }
    if (most < ALIKE) return n > 2 && equal > 0 ? 1 : 0;
    if (word.length > 1) equal++;
    if (most < 0.88) level = min(level, 2);
    taken[best] = true;
  }
  return equal === 0 ? 0 : n === 1 ? 1 : level;
}

/** Words less alike are two words; an initial is a little better. */
const ALIKE = 0.78;
const INITIAL = 0.8;

function sharesSurname(a: PersonName, b: PersonName): boolean {
  if (a.han && b.han) return a.surname === b.surname;
  if (!a.han && !b.han) return a.words.some((word) => b.words.includes(word));
  const [han, latin] = a.han ? [a, b] : [b, a];
  return latin.words.some((word) => word === han.surname || segmented(word)?.[0] === han.surname);
}

export function partComparison(name: 'given' | 'family', column: Coded<NamePart>): Comparison {
  return simple(name, column, [0.06, 0.05, 0.05, 0.14, 0.7], [0.93, 0.05, 0.01, 0.005, 0.005], partsAlike, AS_RARE);
}

/** 4 equal · 3 a slip, or the same sound · 2 · 1 · 0 else. */
function partsAlike(a: NamePart, b: NamePart): number {
  if (a.text === b.text) return 4;
  if (a.han || b.han) return a.sound === b.sound ? 3 : 0;
  const alike = jaroWinkler(a.text, b.text);
  if (alike >= 0.92 || (min(a.text.length, b.text.length) >= 3 && isSlip(a.text, b.text))) return 3;
  if (alike >= 0.85 || ((a.text.length === 1 || b.text.length === 1) && a.text.charAt(0) === b.text.charAt(0))) return 2;
  return alike >= 0.72 ? 1 : 0;
}
