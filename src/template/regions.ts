// Provinces and cities of China as rows of the Regions sheet, from the generated table.
import type { Region } from './lists';
import table from './regions.generated.json';

/** code, name, English name, area code; the province's list of cities in place of the last. */
type City = readonly [string, string, string, string];
type Province = readonly [string, string, string, readonly City[]];

/** Every city has all of it but, abroad from the mainland, an area code. */
export type RegionRow = { readonly [K in keyof Region]: K extends 'area_code' ? string | null : string };

/**
 * A row a city, in the order of their codes, so provinces stand together. Counties run by a province directly are cities here, and a
 * municipality is its own only city. Area codes of the mainland and Taiwan begin with 0; Hong Kong and Macau have none.
 */
export const regionRows: readonly RegionRow[] = (table as unknown as readonly Province[]).flatMap(
  ([, province, provinceEn, cities]) =>
    cities.map(([code, city, cityEn, areaCode]) => ({
      code,
      province,
      city,
      province_en: provinceEn,
      city_en: cityEn,
      area_code: areaCode === '' ? null : areaCode,
    })),
);
