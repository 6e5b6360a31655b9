// Amounts of money: the number goes into the cell, its currency into the currency column.
import { plain } from '../text';
import { amount } from './amount';
import { spellingsOf } from './code';
import type { ColumnOf, Kind } from './kind';
import { outOfRange, rangeRule } from './number';
import { EMPTY, read, typed, unread } from './reading';

/** Signs several currencies share; they name none. */
const SHARED_SIGNS = /[¥$￥＄]/g;

export const money: Kind<ColumnOf<'money'>> = {
  parse(raw) {
    if (typeof raw === 'number') return Number.isFinite(raw) ? read(raw) : unread('kind.number.form', String(raw));
    const given = typed(raw).trim();
    if (given === '') return EMPTY;
    const { bare, named } = withoutCurrency(given);
    if (named.length > 1)
      return unread('kind.money.twoCurrencies', given, { args: { first: named[0] ?? '', second: named[1] ?? '' } });
    const found = amount(bare);
    if (!found.ok || found.percent) return unread('kind.number.form', given);
    const [currency] = named;
    return { ...read(found.value, 'format'), ...(currency !== undefined && { currency }) };
  },
  format(value) {
    if (typeof value !== 'number') return typed(value);
    const cents = Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : 2;
    return value.toFixed(cents).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  },
  validate(value, { min, max, within }, { setting }) {
    const limit = (at: 0 | 1) => {
      const found = within === undefined ? undefined : setting?.(within[at]);
      return typeof found === 'number' ? found : undefined;
    };
    return outOfRange(value, limit(0) ?? min, limit(1) ?? max);
  },
  setup: (column) => ({ numberFormat: '#,##0.00', rule: rangeRule(column.min, column.max), align: 'right' }),
  initial: () => null,
  likeness(given, column) {
    const { bare, named } = withoutCurrency(given);
    const found = amount(bare);
    if (!found.ok || found.percent || outOfRange(found.value, column.min, column.max) !== null) return -1;
    return named.length > 0 || bare !== plain(given) ? 1 : 0.3;
  },
};

/** Spellings of currencies, longest first, so that HK$ is not read as $. */
let spellings: readonly (readonly [spelling: string, code: string])[] | null = null;

/** What is left without currencies, and the ISO codes named, each once. */
function withoutCurrency(given: string): { readonly bare: string; readonly named: readonly string[] } {
  let bare = plain(given);
  // Nothing but digits and their marks names a currency.
  if (/^[\d.,\s()+%-]*$/.test(bare)) return { bare, named: [] };
  spellings ??= spellingsOf('currency')
    .map(([spelling, code]) => [spelling.toLowerCase(), code] as const)
    .sort(([a], [b]) => b.length - a.length);
  const named: string[] = [];
  bare = bare.toLowerCase();
  for (const [spelling, code] of spellings) {
    if (!bare.includes(spelling)) continue;
    // Letters are a currency only as a word: `rm` is none inside `firm`.
    const pattern = /^[a-z]/.test(spelling)
      ? new RegExp(`(?<![a-z])${spelling.replace(/[$.]/g, '\\$&')}(?![a-z])`, 'g')
      : spelling;
    const without = bare.split(pattern).join(' ');
    if (without === bare) continue;
    bare = without;
    if (!named.includes(code)) named.push(code);
  }
  return { bare: bare.replace(SHARED_SIGNS, ' ').trim(), named };
}
