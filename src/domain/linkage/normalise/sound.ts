// How names sound: pinyin of Chinese ones, and whether a Latin word is pinyin.
import { readings } from '../../pinyin/readings';
import table from '../../pinyin/readings.generated.json';

/** Characters and pairs that read otherwise when they are a surname. */
const AS_SURNAME: Readonly<Record<string, string>> = {
  单: 'shan',
  曾: 'zeng',
  解: 'xie',
  仇: 'qiu',
  区: 'ou',
  查: 'zha',
  任: 'ren',
  朴: 'piao',
  盖: 'ge',
  翟: 'zhai',
  乐: 'yue',
  缪: 'miao',
  员: 'yun',
  冼: 'xian',
  覃: 'qin',
  种: 'chong',
  秘: 'bi',
  尉迟: 'yuchi',
  万俟: 'moqi',
  长孙: 'zhangsun',
  宁: 'ning',
  沈: 'shen',
  石: 'shi',
  叶: 'ye',
  贾: 'jia',
  葛: 'ge',
  俞: 'yu',
  燕: 'yan',
};

/** Pinyin of a text without spaces; what has none stands for itself. */
export function spoken(text: string): string {
  let out = '';
  for (const char of text) out += readings(char)[0] ?? char;
  return out;
}

/** The surname as one syllable group, then a syllable for each character of the given name. */
export function spokenName(surname: string, given: string): string[] {
  const syllables = [AS_SURNAME[surname] ?? spoken(surname)];
  for (const char of given) syllables.push(spoken(char));
  return syllables;
}

/** Pinyin as the south speaks it: without the difference of zh and z, ng and n. */
export function southern(pinyin: string): string {
  return pinyin.replace(/([zcs])h/g, '$1').replace(/ng\b/g, 'n');
}

let syllables: Set<string> | null = null;
const parted = new Map<string, string[] | null>();

/** The syllables of a word that is pinyin from end to end, the longest first; null for any other word. */
export function segmented(word: string): string[] | null {
  syllables ??= new Set(table.syllables.split(' ').filter((syllable) => syllable !== ''));
  let found = parted.get(word);
  if (found === undefined) {
    found = /^[a-z]{2,24}$/.test(word) ? parts(word, syllables) : null;
    parted.set(word, found);
  }
  return found;
}

function parts(word: string, known: ReadonlySet<string>): string[] | null {
  if (word === '') return [];
  for (let length = Math.min(6, word.length); length > 0; length--) {
    const head = word.slice(0, length);
    if (!known.has(head)) continue;
    const rest = parts(word.slice(length), known);
    if (rest !== null) return [head, ...rest];
  }
  return null;
}
