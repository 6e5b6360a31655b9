// Provinces and cities: those of the home country under one name, all others as written.
import { tidyLine } from '../text';
import { type Gazetteer, gazetteer, partsOfPlace, placeKey } from './gazetteer';
import type { ColumnOf, Kind, KindContext, Reading, Region } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** The list of regions covers these. */
const LISTED = ['CN', 'HK', 'MO', 'TW'];

export const place: Kind<ColumnOf<'place'>> = {
  parse(raw, column, context) {
    const given = tidyLine(typed(raw));
    if (given === '') return EMPTY;
    const index = indexFor(context);
    if (index === null) return read(given);
    const found = known(given, column, context, index);
    const names = [...new Set(found.map((region) => nameOf(region, column.level, context)))];
    if (names.length > 1) return unread('kind.place.several', given, { args: { first: names[0] ?? '', second: names[1] ?? '' } });
    const [name] = names;
    if (name !== undefined) return name === raw ? read(name) : read(name, 'place');
    return column.level === 'province' ? (takenApart(given, context, index) ?? read(given)) : read(given);
  },
  format: (value) => typed(value),
  validate(value, column, context) {
    const given = typed(value);
    const index = indexFor(context);
    if (given === '' || index === null) return null;
    const cities = column.level === 'city' ? index.cities : index.provinces;
    const regions = cities.get(placeKey(given));
    // Latin names that are not listed are abroad; nobody writes a foreign city in Han and means one of the list.
    if (regions === undefined) {
      if (column.level === 'city' && index.provinces.has(placeKey(given)))
        return { code: 'kind.place.provinceOnly', args: { text: given } };
      return /\p{Script=Han}/u.test(given) ? { code: 'kind.place.unknown', args: { text: given } } : null;
    }
    const within = typed(column.within === undefined ? null : (context.row?.[column.within] ?? null));
    const province = index.provinces.get(placeKey(within));
    if (province === undefined || regions.some((region) => province.includes(region))) return null;
    return { code: 'kind.place.mismatch', args: { text: given, province: within } };
  },
  neighbours: ({ within }) => (within === undefined ? ['country'] : [within, 'country']),
  setup: (column, context) => ({
    numberFormat: '@',
    // Not strict: places abroad are free text.
    rule: {
      type: 'range',
      sheet: 'regions',
      column: context.locale === 'en' ? `${column.level}_en` : column.level,
      strict: false,
    },
  }),
  initial: () => null,
  likeness(given, column, context) {
    if (/\d/.test(given) || given.length > 60) return -1;
    const index = context.regions === undefined ? null : gazetteer(context.regions);
    if (index === null) return 0;
    if ((column.level === 'province' ? index.provinces : index.cities).has(placeKey(given))) return 1;
    return column.level === 'province' && partsOfPlace(given, index) !== null ? 0.7 : -0.1;
  },
};

/** The list, where the row lies in a country it covers; null elsewhere. */
function indexFor(context: KindContext): Gazetteer | null {
  if (context.regions === undefined || context.regions.length === 0) return null;
  return LISTED.includes(context.country ?? context.homeRegion) ? gazetteer(context.regions) : null;
}

function known(given: string, column: ColumnOf<'place'>, context: KindContext, index: Gazetteer): readonly Region[] {
  const found = (column.level === 'province' ? index.provinces : index.cities).get(placeKey(given)) ?? [];
  const within = column.within === undefined ? undefined : context.row?.[column.within];
  const province = within === undefined ? undefined : index.provinces.get(placeKey(typed(within)));
  const inside = province === undefined ? [] : found.filter((region) => province.includes(region));
  return inside.length > 0 ? inside : found;
}

function nameOf(region: Region, level: 'province' | 'city', context: KindContext): string {
  return context.locale === 'en' ? region[`${level}_en`] : region[level];
}

/** 广东省深圳市南山区 in the province column: the province is its value, the rest further values. */
function takenApart(given: string, context: KindContext, index: Gazetteer): Reading | null {
  const parts = partsOfPlace(given, index);
  const [first] = parts?.province ?? [];
  if (parts === null || first === undefined || (parts.city === null && parts.rest !== '')) return null;
  const more = [
    ...(parts.city === null ? [] : [nameOf(parts.city, 'city', context)]),
    ...(parts.rest === '' ? [] : [parts.rest]),
  ];
  return { ok: true, value: nameOf(first, 'province', context), steps: ['place', 'split'], ...(more.length > 0 && { more }) };
}

/** Province and city an address begins with, in the workbook's language; null when it names none for sure. */
export function placeOfAddress(
  address: string,
  context: KindContext,
): { readonly province: string; readonly city: string | null } | null {
  const index = indexFor(context);
  const parts = index === null ? null : partsOfPlace(address, index);
  const [first] = parts?.province ?? [];
  if (parts === null || first === undefined || !parts.sure) return null;
  return {
    province: nameOf(first, 'province', context),
    city: parts.city === null ? null : nameOf(parts.city, 'city', context),
  };
}

/**
 * Province and city a text of the city column names when it is more than a city: 河南省, 广东省深圳市; in the workbook's language. Null for
 * a city by itself, and where something would be left over.
 */
export function placeInCity(
  text: string,
  context: KindContext,
): { readonly province: string; readonly city: string | null } | null {
  const index = indexFor(context);
  if (index === null || index.cities.has(placeKey(text))) return null;
  const parts = partsOfPlace(tidyLine(text), index);
  const [first] = parts?.province ?? [];
  if (parts === null || first === undefined || parts.rest !== '') return null;
  return {
    province: nameOf(first, 'province', context),
    city: parts.city === null ? null : nameOf(parts.city, 'city', context),
  };
}

/** The one province a city lies in, in the workbook's language; null when the city is unknown or there are several. */
export function provinceOfCity(city: string, context: KindContext): string | null {
  const index = indexFor(context);
  const provinces = new Set((index?.cities.get(placeKey(city)) ?? []).map((region) => nameOf(region, 'province', context)));
  const [only] = provinces;
  return provinces.size === 1 ? (only ?? null) : null;
}
