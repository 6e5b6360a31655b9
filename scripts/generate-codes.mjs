// Writes src/template/codes.generated.json: country and currency codes with their names in both languages, as Node knows them.
import { writeFileSync } from 'node:fs';

const locales = ['zh-CN', 'en'];

/** Territories without people of their own to write to, and codes that stand for no place. */
const left = new Set([
  'AC',
  'AQ',
  'BV',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'GS',
  'HM',
  'IC',
  'QO',
  'TA',
  'TF',
  'UM',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

/** Former codes CLDR still names. */
const former = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FQ',
  'FX',
  'HV',
  'JT',
  'MI',
  'NH',
  'NQ',
  'NT',
  'PC',
  'PU',
  'PZ',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'WK',
  'YD',
  'YU',
  'ZR',
]);

function named(type, codes) {
  const names = locales.map((locale) => new Intl.DisplayNames(locale, { type, fallback: 'none' }));
  return codes.flatMap((code) => {
    const said = names.map((one) => one.of(code));
    return said.some((name) => name === undefined) ? [] : [[code, ...said]];
  });
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !left.has(code) && !former.has(code));
/** Funds, metals, units of account and test codes are no money a customer pays in. */
const retired = new Set(['ANG', 'CUC', 'HRK', 'SLL', 'ZWL']);
const money = Intl.supportedValuesOf('currency').filter((code) => !/^X(?!AF|CD|OF|PF|CG)/.test(code) && !retired.has(code));

const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const country = named('region', pairs);
const currency = named('currency', money);
writeFileSync('src/template/codes.generated.json', `{\n"country": ${lines(country)},\n"currency": ${lines(currency)}\n}\n`);
console.log(`${country.length} countries, ${currency.length} currencies`);
