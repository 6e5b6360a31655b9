// Provinces, cities, countries and currencies as the generated tables say them.
import { codes, regionRows } from '../../src/template/index';

const of = (city: string) => regionRows.filter((row) => row.city === city);

test.each([
  ['a municipality is its own only city', '北京市', '北京市', '110100', 'Beijing', '010'],
  ['a plain city', '深圳市', '广东省', '440300', 'Shenzhen', '0755'],
  ['a city run by the province directly', '仙桃市', '湖北省', '429004', 'Xiantao', '0728'],
  ['an autonomous prefecture', '延边朝鲜族自治州', '吉林省', '222400', 'Yanbian', '0433'],
  ['a league', '锡林郭勒盟', '内蒙古自治区', '152500', 'Xilingol', '0479'],
  ['an English name that is no pinyin', '哈尔滨市', '黑龙江省', '230100', 'Harbin', '0451'],
  ['a reading that is not the usual one', '六安市', '安徽省', '341500', "Lu'an", '0564'],
  ['a character of two readings', '重庆市', '重庆市', '500100', 'Chongqing', '023'],
  ['an apostrophe before a vowel', '西安市', '陕西省', '610100', "Xi'an", '029'],
  ['a code shared since the areas were joined', '铁岭市', '辽宁省', '211200', 'Tieling', '024'],
  ['a county of Hainan', '陵水黎族自治县', '海南省', '469028', 'Lingshui', '0898'],
  ['Taiwan', '台北市', '台湾省', '710100', 'Taipei', '02'],
  ['Hong Kong has no area code', '香港', '香港特别行政区', '810100', 'Hong Kong', null],
])('%s: %s', (_title, city, province, code, cityEn, areaCode) => {
  expect(of(city)).toEqual([expect.objectContaining({ province, code, city_en: cityEn, area_code: areaCode })]);
});

test('all 34 provinces and every prefecture are there, sorted, under a code of their own', () => {
  expect(new Set(regionRows.map(({ province }) => province)).size).toBe(34);
  expect(regionRows.length).toBeGreaterThan(380);
  const list = regionRows.map(({ code }) => String(code));
  expect(list).toEqual([...list].sort());
  expect(new Set(list).size).toBe(list.length);
  for (const { code, province, city, province_en, city_en, area_code } of regionRows) {
    expect(code).toMatch(/^\d{6}$/);
    for (const name of [province, city]) expect(name).toMatch(/^\p{Script=Han}+$/u);
    for (const name of [province_en, city_en]) expect(name).toMatch(/^[A-Z][A-Za-zü' ]+$/);
    if (area_code !== null) expect(area_code).toMatch(/^0[12]\d$|^0[2-9]$|^0\d{2,3}$/);
  }
});

test('within a province a city is known by its name in either language', () => {
  for (const key of ['city', 'city_en'] as const) {
    const names = regionRows.map((row) => `${row.province} ${row[key]}`);
    expect(new Set(names).size).toBe(names.length);
  }
});

test.each(['country', 'currency'] as const)('every %s code has a name in both languages', (list) => {
  const entries = codes[list];
  expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  for (const { code, label } of entries) {
    expect(code).toMatch(list === 'country' ? /^[A-Z]{2}$/ : /^[A-Z]{3}$/);
    expect(label['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(label.en).toMatch(/[A-Za-z]/);
  }
  for (const code of list === 'country' ? ['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'US', 'GB'] : ['CNY', 'HKD', 'TWD', 'USD', 'EUR'])
    expect(entries.map((entry) => entry.code)).toContain(code);
});
