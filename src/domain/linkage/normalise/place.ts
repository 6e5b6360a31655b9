// Places: cities and provinces under one name, addresses as road, number and words.
import { regionRows } from '../../../template/index';
import { shortPlace } from './company';
import { folded, HAN, unaccented } from './fold';

let known: Map<string, string> | null = null;

/** One name for 广东省, 广东 and Guangdong. */
export function placeName(raw: string): string {
  const text = unaccented(folded(raw)).replace(/[\s.\-'_]+/g, '');
  if (text === '') return '';
  if (known === null) {
    known = new Map();
    for (const { province, city, province_en, city_en } of regionRows) {
      for (const [name, en] of [
        [city, city_en],
        [province, province_en],
      ] as const)
        known.set(en.toLowerCase().replace(/[^a-z]/g, ''), shortPlace(name));
    }
  }
  return known.get(text) ?? (HAN.test(text) ? shortPlace(text) : text);
}

export interface Address {
  /** The road without its number; empty where none is found. */
  readonly road: string;
  /** House number. */
  readonly number: string;
  readonly words: readonly string[];
}

const NO_ADDRESS: Address = { road: '', number: '', words: [] };

const UP_TO_DISTRICT = /^.*?(?:自治区|自治州|[省市盟])(?=.{4})/;
const DISTRICT = /^[\u3400-\u9FFF]{1,6}?(?:新区|开发区|[区县旗市镇乡])(?=.{3})/;
const HAN_ROAD = /([\u3400-\u9FFF]{2,8}?(?:大道|大街|路|街|道|巷|弄|里|村|园))\s*(\d+)?/;
const ALIKE: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  place: 'pl',
  boulevard: 'blvd',
  court: 'ct',
  crescent: 'cres',
  close: 'cl',
  circuit: 'cct',
  highway: 'hwy',
  parkway: 'pkwy',
  terrace: 'tce',
  square: 'sq',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  saint: 'st',
  village: 'vlge',
  apartment: 'apt',
  suite: 'ste',
};
/** Words that say what a road is, not which. */
const COMMON = /^(?:st|ave|rd|dr|ln|pl|blvd|ct|cres|cl|cct|hwy|pkwy|tce|sq|n|s|e|w|apt|ste|unit|fl|floor|no)$/;

export function address(raw: string): Address {
  const text = folded(raw);
  if (text === '') return NO_ADDRESS;
  if (HAN.test(text)) {
    let rest = text.replace(/\s+/g, '');
    for (let i = 0; i < 3; i++) rest = rest.replace(UP_TO_DISTRICT, '');
    for (let i = 0; i < 2; i++) rest = rest.replace(DISTRICT, '');
    const found = HAN_ROAD.exec(rest);
    const road = found?.[1] ?? rest.replace(/\d.*$/, '');
    const number = found?.[2] ?? /\d+/.exec(rest)?.[0] ?? '';
    return { road, number, words: [road, ...(rest.match(/\d+/g) ?? [])].filter((word) => word !== '') };
  }
  const words = (
    unaccented(text)
      .replace(/[.']/g, '')
      .match(/\d+|\p{L}+/gu) ?? []
  ).map((word) => ALIKE[word] ?? word);
  const number = words.find((word) => /^\d/.test(word)) ?? '';
  const road = words.find((word) => /^\p{L}/u.test(word) && !COMMON.test(word)) ?? '';
  return { road, number, words };
}
