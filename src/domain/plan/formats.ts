// Conditional formats: ours as they should stand, against those that stand there. The user's own are never looked at.
import type { FormatTemplate, PageFormatTemplate, TableTemplate } from '../../template/types';
import { areaOf, runsOf, sameAreas } from './areas';
import { filled, letters, normalForm, type Words } from './formulas';
import type { FormatWanted } from './operations';
import type { Area, FormatRead, Look } from './snapshot';

/** First row of data; row 1 holds the keys, row 2 the labels. */
export const FIRST_ROW = 3;

/** Open rows below the data, for people to type in (product.md §4.2, intake). */
export const OPEN_ROWS = 200;

/** The key in a rule's formula; null for a rule that is not ours. */
export function markerOf(formula: string): string | null {
  return /\bN\("cp:([^"]+)"\)=0/i.exec(formula.replace(/\s+/g, ''))?.[1] ?? null;
}

/** The format rules of a table whose columns stand at `positions`, in order of priority. */
export function tableFormats(template: TableTemplate, positions: ReadonlyMap<string, number>, words: Words): FormatWanted[] {
  return (template.formats ?? []).flatMap((format) => {
    const columns = format.on.flatMap((key) => positions.get(key) ?? []).sort((a, b) => a - b);
    const first = columns[0];
    if (first === undefined) return [];
    const own: Readonly<Record<string, string>> = {
      self: `${letters(first)}${FIRST_ROW}`,
      key: `${letters(first)}$1`,
      head: `${letters(first)}$2`,
    };
    const formula = marked(format.key, format.when, words, (name) => {
      const column = positions.get(name);
      return own[name] ?? (column === undefined ? null : `$${letters(column)}${FIRST_ROW}`);
    });
    return [{ key: format.key, formula, areas: dataAreas(columns), look: lookOf(format, words) }];
  });
}

/** The format rules of a page; `fill` answers names of cells and columns of tables. */
export function pageFormats(
  formats: readonly PageFormatTemplate[],
  words: Words,
  fill: (name: string) => string | null,
): FormatWanted[] {
  return formats.map((format) => ({
    key: format.key,
    formula: marked(format.key, format.when, words, fill),
    areas: [areaOf(format.range)],
    look: lookOf(format, words),
  }));
}

/** Whether what stands there is what is wanted, in the same order, over the same cells. `rows`: of the grid. */
export function sameFormats(wanted: readonly FormatWanted[], found: readonly FormatRead[], rows: number): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((rule, i) => {
      const other = found[i];
      return (
        other !== undefined &&
        rule.key === other.key &&
        normalForm(rule.formula) === normalForm(other.formula) &&
        sameLook(rule.look, other.look) &&
        sameAreas(rule.areas, other.areas, rows)
      );
    })
  );
}

/** Whole data columns, neighbours joined; the leftmost first, since a formula is relative to it. */
export function dataAreas(columns: readonly number[]): Area[] {
  return runsOf(columns).map(({ at, count }) => ({ row: FIRST_ROW, column: at, rows: null, columns: count }));
}

/** The marker is part of the condition, because a rule has no name: `N("text")` is 0. */
function marked(key: string, when: string, words: Words, fill: (name: string) => string | null): string {
  return `=AND(N("cp:${key}")=0;${filled(when, words, fill)})`;
}

function lookOf(format: FormatTemplate | PageFormatTemplate, { enums }: Words): Look {
  // A rule named after an option wears the colour people gave the option.
  const dot = format.key.indexOf('.');
  const option = enums[format.key.slice(0, dot)]?.options.find(({ id }) => id === format.key.slice(dot + 1));
  return {
    ground: option?.colour?.ground ?? format.ground ?? null,
    ink: option?.colour?.ink ?? format.ink ?? null,
    bold: format.bold === true,
    italic: format.italic === true,
    underline: format.underline === true,
    strikethrough: format.strikethrough === true,
  };
}

function sameLook(a: Look, b: Look): boolean {
  return (
    (a.ground ?? '').toLowerCase() === (b.ground ?? '').toLowerCase() &&
    (a.ink ?? '').toLowerCase() === (b.ink ?? '').toLowerCase() &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strikethrough === b.strikethrough
  );
}
