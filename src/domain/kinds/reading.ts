// The few words every kind's reading is written with.
import type { Args, MessageCode } from '../../i18n/index';
import type { Cell } from '../../template/types';
import { excerpt } from '../text';
import type { Reading, Step } from './kind';

export const EMPTY: Reading = { ok: true, value: null };

export function read(value: Cell, ...steps: Step[]): Reading {
  return steps.length === 0 ? { ok: true, value } : { ok: true, value, steps };
}

/** Not readable; the value stands in the sentence as `{text}`, shortened. */
export function unread(
  code: MessageCode,
  text: string,
  extra: { readonly args?: Args; readonly suggestion?: string } = {},
): Reading {
  return {
    ok: false,
    reason: { code, args: { text: excerpt(text), ...extra.args } },
    ...(extra.suggestion !== undefined && { suggestion: extra.suggestion }),
  };
}

/** A raw cell as the text a person would have typed. */
export function typed(raw: Cell): string {
  if (raw === null) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  // What a cell cannot hold is nothing.
  if (!Number.isFinite(raw)) return '';
  // Never in exponents: 13800138000000 is a number somebody typed.
  return Number.isInteger(raw) && Math.abs(raw) < 1e21 ? raw.toFixed(0) : String(raw);
}
