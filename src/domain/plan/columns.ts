// What the template says about each column of a sheet: looks, number format, rule.
import { headPaints, keptPaint } from '../../template/palette';
import type { ColumnTemplate, Locale } from '../../template/types';
import type { Dress } from './operations';
import type { SheetRule } from './snapshot';

/** How neighbouring columns look when they are new. Numbers stand right and ticks in the middle by themselves, so that text among them stands out. */
export function dressesOf(
  columns: readonly ColumnTemplate[],
  locale: Locale,
  isSeen: (column: ColumnTemplate) => boolean,
): Dress[] {
  const widths = sharedWidths(columns.map((column) => ({ width: column.width, seen: isSeen(column) })));
  return columns.map((column, i) => dressOf(column, widths[i] ?? column.width, locale));
}

function dressOf(column: ColumnTemplate, width: number, locale: Locale): Dress {
  const paint = headPaints[column.band ?? 'profile'];
  const kept = column.kept === 'script';
  return {
    width,
    ...paint,
    bold: column.required === true && !kept,
    italic: kept,
    note: noteOf(column, locale),
    cells: kept ? keptPaint : null,
  };
}

/**
 * How much wider than declared a column may be so that it shares its neighbours' width, and they are set in one call. One that is
 * hidden at first may be more so.
 */
function widest(width: number, seen: boolean): number {
  return seen ? width * 1.25 + 10 : width * 2;
}

/** Widths of neighbouring columns: one for as many as can share it, never narrower than declared. */
function sharedWidths(columns: readonly { readonly width: number; readonly seen: boolean }[]): number[] {
  const out: number[] = [];
  while (out.length < columns.length) {
    let [least, most] = [0, Number.POSITIVE_INFINITY];
    let end = out.length;
    for (const { width, seen } of columns.slice(end)) {
      const limit = Math.min(most, widest(width, seen));
      if (Math.max(least, width) > limit) break;
      [least, most] = [Math.max(least, width), limit];
      end++;
    }
    out.push(...new Array<number>(end - out.length).fill(least));
  }
  return out;
}

/** The help of a column: note on its header, and message of its rule. */
export function noteOf(column: ColumnTemplate, locale: Locale): string {
  return column.help?.[locale] ?? '';
}

/** Whether a rule is the one wanted; both with formulas in normal form. */
export function sameRule(wanted: SheetRule, found: SheetRule | 'other'): boolean {
  if (found === 'other' || wanted.type !== found.type || wanted.strict !== found.strict) return false;
  switch (wanted.type) {
    case 'list':
      return found.type === 'list' && wanted.values.join('\n') === found.values.join('\n');
    case 'range':
      return found.type === 'range' && wanted.sheet === found.sheet && wanted.column === found.column;
    case 'date':
      return found.type === 'date' && wanted.notBefore === found.notBefore;
    case 'number':
      return found.type === 'number' && wanted.min === found.min && wanted.max === found.max;
    case 'formula':
      return found.type === 'formula' && wanted.formula === found.formula;
    case 'cells':
      return found.type === 'cells' && wanted.range === found.range;
    case 'checkbox':
      return true;
  }
}
