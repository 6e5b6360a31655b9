// Provinces and cities of the home country by every usual spelling.
import { optionKey } from '../text';
import type { Region } from './kind';

const PROVINCE_SUFFIX = /(?:省|市|(?:壮族|维吾尔|回族)?自治区|特别行政区)$/;
const PEOPLES =
  '朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜';
const CITY_SUFFIX = new RegExp(`(?:市|地区|盟|(?:${PEOPLES})+自治州|自治州)$`);
const ENGLISH_SUFFIX =
  /\s*(?:province|municipality|(?:zhuang|uygur|uyghur|hui)?\s*autonomous region|s\.?a\.?r\.?|city|prefecture)$/i;

export interface Gazetteer {
  /** The regions a spelling of a province may mean: all cities of it. */
  readonly provinces: ReadonlyMap<string, readonly Region[]>;
  /** The regions a spelling of a city may mean. */
  readonly cities: ReadonlyMap<string, readonly Region[]>;
}

const made = new WeakMap<readonly Region[], Gazetteer>();

/** The index of a list of regions; worked out once a list. */
export function gazetteer(regions: readonly Region[]): Gazetteer {
  let index = made.get(regions);
  if (index === undefined) {
    index = {
      provinces: indexed(regions, (r) => spellings(r.province, r.province_en, PROVINCE_SUFFIX)),
      cities: indexed(regions, (r) => spellings(r.city, r.city_en, CITY_SUFFIX)),
    };
    made.set(regions, index);
  }
  return index;
}

function indexed(regions: readonly Region[], spell: (region: Region) => readonly string[]): Map<string, Region[]> {
  const index = new Map<string, Region[]>();
  for (const region of regions) {
    for (const spelling of new Set(spell(region).map(placeKey))) {
      const known = index.get(spelling);
      if (known === undefined) index.set(spelling, [region]);
      else known.push(region);
    }
  }
  return index;
}

function spellings(han: string, english: string, suffix: RegExp): string[] {
  const short = han.replace(suffix, '');
  const found = [han, english, english.replace(ENGLISH_SUFFIX, '')];
  // 海南 is a province and 海南藏族自治州 somewhere else: each stands in its own index.
  if (short.length >= 2) found.push(short);
  if (han.endsWith('自治州') && short.length >= 2) found.push(`${short}州`);
  return found;
}

export function placeKey(text: string): string {
  return optionKey(text.replace(ENGLISH_SUFFIX, '')).replace(/[.,'’-]/g, '');
}

export interface PlaceParts {
  readonly province: readonly Region[];
  readonly city: Region | null;
  /** What stands behind: a district, a street. */
  readonly rest: string;
  /** Whether it can hardly be anything else: 上海市… and 江苏苏州… are places, 上海路 is a street. */
  readonly sure: boolean;
}

/** Takes a text apart that begins with a province, e.g. 广东省深圳市南山区; null when it does not. */
export function partsOfPlace(text: string, index: Gazetteer): PlaceParts | null {
  const bare = text.replace(/[\s/,，、·-]+/g, '');
  const province = longestStart(bare, (key) => index.provinces.get(key) ?? []);
  if (province === null) return null;
  const inside = bare.slice(province.length);
  const city = longestStart(inside, (key) => (index.cities.get(key) ?? []).filter((found) => province.found.includes(found)));
  const [only, ...others] = city?.found ?? [];
  if (only !== undefined && others.length === 0) {
    return { province: province.found, city: only, rest: inside.slice(city?.length ?? 0), sure: true };
  }
  // A municipality is its own only city.
  const own = province.found.length === 1 ? (province.found[0] ?? null) : null;
  return { province: province.found, city: own, rest: inside, sure: /[省市区]$/.test(bare.slice(0, province.length)) };
}

/** The longest name of a province has 8 characters, that of a city 13. */
const LONGEST = 13;

function longestStart(text: string, lookup: (key: string) => readonly Region[]) {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--) {
    const found = lookup(placeKey(text.slice(0, length)));
    if (found.length > 0) return { length, found };
  }
  return null;
}
