// Counts, scores and shares.
import type { Message } from '../../i18n/index';
import type { Cell } from '../../template/types';
import { amount } from './amount';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

export const number: Kind<ColumnOf<'number'>> = {
  parse(raw, column) {
    if (typeof raw === 'number')
      return Number.isFinite(raw) ? whole(raw, column, String(raw)) : unread('kind.number.form', String(raw));
    const given = typed(raw).trim();
    if (given === '') return EMPTY;
    const found = amount(given);
    if (!found.ok || (found.percent && !column.percent)) return unread('kind.number.form', given);
    return whole(found.value, column, given);
  },
  format: (value, column) => (column.percent && typeof value === 'number' ? `${Math.round(value * 1000) / 10}%` : typed(value)),
  validate: (value, column) => outOfRange(value, column.min, column.max),
  setup: (column) => ({
    numberFormat: column.percent ? '0%' : column.integer ? '#,##0' : '0.##########',
    rule: rangeRule(column.min, column.max),
    align: 'right',
  }),
  initial: () => null,
  likeness(given, column) {
    const found = amount(given);
    if (!found.ok || (found.percent && !column.percent)) return -1;
    return outOfRange(found.value, column.min, column.max) === null ? 0.3 : -1;
  },
};

function whole(value: number, column: ColumnOf<'number'>, given: string) {
  if (column.integer && !Number.isInteger(value)) return unread('kind.number.integer', given);
  return given === String(value) ? read(value) : read(value, 'format');
}

/** Judges a number against a range; either end may be open. */
export function outOfRange(value: Cell, min: number | undefined, max: number | undefined): Message | null {
  if (typeof value !== 'number') return null;
  if (min !== undefined && value < min) return { code: 'kind.number.min', args: { value, min } };
  return max !== undefined && value > max ? { code: 'kind.number.max', args: { value, max } } : null;
}

export function rangeRule(min: number | undefined, max: number | undefined) {
  return { type: 'number' as const, ...(min !== undefined && { min }), ...(max !== undefined && { max }), strict: true };
}
