// How a spreadsheet locale writes numbers, dates and money.

export interface Conventions {
  readonly decimal: '.' | ',';
  readonly group: ',' | '.' | ' ' | '’';
  /** How 1/2/2026 is read; a year in front is always understood. */
  readonly order: 'ymd' | 'mdy' | 'dmy';
  /** Number format a typed or written date takes in an automatic cell. */
  readonly date: string;
  readonly time: string;
  readonly currency: string;
}

const CHINA: Conventions = { decimal: '.', group: ',', order: 'ymd', date: 'yyyy/m/d', time: 'h:mm:ss', currency: '¥' };
const US: Conventions = { decimal: '.', group: ',', order: 'mdy', date: 'm/d/yyyy', time: 'h:mm:ss am/pm', currency: '$' };
const BRITAIN: Conventions = { ...US, order: 'dmy', date: 'dd/mm/yyyy', time: 'hh:mm:ss', currency: '£' };

const KNOWN: Readonly<Record<string, Conventions>> = {
  zh_CN: CHINA,
  zh_TW: { ...CHINA, currency: '$' },
  zh_HK: { ...BRITAIN, date: 'd/m/yyyy', currency: '$' },
  ja_JP: { ...CHINA, date: 'yyyy/mm/dd' },
  en_US: US,
  en_GB: BRITAIN,
  de_DE: { decimal: ',', group: '.', order: 'dmy', date: 'dd.mm.yyyy', time: 'hh:mm:ss', currency: '€' },
  fr_FR: { decimal: ',', group: ' ', order: 'dmy', date: 'dd/mm/yyyy', time: 'hh:mm:ss', currency: '€' },
};

/** @throws Error for a locale whose conventions nobody wrote down: a guess would pass for knowledge */
export function conventionsOf(locale: string): Conventions {
  const known = KNOWN[locale];
  if (known === undefined)
    throw new Error(`[local host] the conventions of locale ${locale} are not known; known: ${Object.keys(KNOWN).join(', ')}`);
  return known;
}
