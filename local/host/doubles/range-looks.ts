// Range, third part: number formats, colours, fonts, alignment, borders, merged cells.
import type { CellStyle } from '../book';
import { patchStyle, putStyle, styleAt } from '../cells';
import { normalColour } from '../colours';
import { ServiceError } from '../errors';
import type { EnumValue } from '../guard';
import { overlap } from '../structure';
import { dressable } from './range-place';
import { gridOf, RangeValues, requireSize } from './range-values';

export class RangeLooks extends RangeValues {
  getNumberFormat(): string {
    return spokenFormat(styleAt(this.model, this.area.row, this.area.column).numberFormat);
  }

  getNumberFormats(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => spokenFormat(styleAt(sheet, row, column).numberFormat));
  }

  setNumberFormat(format: string): this {
    return paint(this, { numberFormat: keptFormat(format) });
  }

  setNumberFormats(formats: readonly (readonly string[])[]): this {
    return paintEach(this, formats, (format) => ({ numberFormat: keptFormat(format) }));
  }

  getBackground(): string {
    return styleAt(this.model, this.area.row, this.area.column).background ?? '#ffffff';
  }

  getBackgrounds(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => styleAt(sheet, row, column).background ?? '#ffffff');
  }

  setBackground(colour: string | null): this {
    return paint(this, { background: normalColour(colour) });
  }

  setBackgrounds(colours: readonly (readonly (string | null)[])[]): this {
    return paintEach(this, colours, (colour) => ({ background: normalColour(colour) }));
  }

  getFontColors(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => styleAt(sheet, row, column).fontColor ?? '#000000');
  }

  setFontColor(colour: string | null): this {
    return paint(this, { fontColor: normalColour(colour) });
  }

  setFontColors(colours: readonly (readonly (string | null)[])[]): this {
    return paintEach(this, colours, (colour) => ({ fontColor: normalColour(colour) }));
  }

  getFontWeights(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => styleAt(sheet, row, column).fontWeight);
  }

  setFontWeight(weight: string | null): this {
    return paint(this, { fontWeight: weight === 'bold' ? 'bold' : 'normal' });
  }

  setFontWeights(weights: readonly (readonly (string | null)[])[]): this {
    return paintEach(this, weights, (weight) => ({ fontWeight: weight === 'bold' ? 'bold' : 'normal' }));
  }

  setFontStyle(style: string | null): this {
    return paint(this, { fontStyle: style === 'italic' ? 'italic' : 'normal' });
  }

  getFontLines(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => styleAt(sheet, row, column).fontLine);
  }

  setFontLine(line: string | null): this {
    return paint(this, { fontLine: line === 'underline' || line === 'line-through' ? line : 'none' });
  }

  setFontSize(size: number): this {
    return paint(this, { fontSize: size });
  }

  setFontFamily(family: string | null): this {
    return paint(this, { fontFamily: family ?? 'Arial' });
  }

  getHorizontalAlignment(): string {
    return styleAt(this.model, this.area.row, this.area.column).horizontalAlignment;
  }

  setHorizontalAlignment(alignment: string | null): this {
    return paint(this, { horizontalAlignment: keptAlignment(alignment) });
  }

  setHorizontalAlignments(alignments: readonly (readonly (string | null)[])[]): this {
    return paintEach(this, alignments, (alignment) => ({ horizontalAlignment: keptAlignment(alignment) }));
  }

  setVerticalAlignment(alignment: string | null): this {
    return paint(this, { verticalAlignment: alignment ?? 'bottom' });
  }

  /** True for fresh cells too, although their strategy is OVERFLOW (issuetracker 427134600). */
  getWrap(): boolean {
    return styleAt(this.model, this.area.row, this.area.column).wrapStrategy !== 'CLIP';
  }

  setWrap(wrap: boolean): this {
    return paint(this, { wrapStrategy: wrap ? 'WRAP' : 'OVERFLOW' });
  }

  setWrapStrategy(strategy: EnumValue): this {
    return paint(this, { wrapStrategy: String(strategy) as CellStyle['wrapStrategy'] });
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    colour: string | null = null,
  ): this {
    const sheet = dressable(this);
    const ink = normalColour(colour) ?? '#000000';
    const { area } = this;
    const side = (wanted: boolean | null, had: string | null) => (wanted === null ? had : wanted ? ink : null);
    const [rowBands, columnBands] = [bandsOf(area.row, area.rows), bandsOf(area.column, area.columns)];
    for (const [row, rows, firstRow, lastRow] of rowBands) {
      for (const [column, columns, firstColumn, lastColumn] of columnBands) {
        patchStyle(sheet, { row, rows, column, columns }, ({ borders: [t, r, b, l] }) => ({
          borders: [
            side(firstRow ? top : horizontal, t),
            side(lastColumn ? right : vertical, r),
            side(lastRow ? bottom : horizontal, b),
            side(firstColumn ? left : vertical, l),
          ],
        }));
      }
    }
    return this;
  }

  merge(): this {
    const sheet = dressable(this);
    if (sheet.merges.some((merge) => overlap(merge, this.area) && !inside(merge, this.area))) {
      throw new ServiceError('You must select all cells in a merged range to merge or unmerge them.');
    }
    sheet.merges = [...sheet.merges.filter((merge) => !overlap(merge, this.area)), this.area];
    const { row, column, rows, columns } = this.area;
    for (let r = row; r < row + rows; r++) {
      const line = sheet.cells[r - 1];
      line?.fill(null, r === row ? column : column - 1, column - 1 + columns);
    }
    return this;
  }

  breakApart(): this {
    const sheet = dressable(this);
    sheet.merges = sheet.merges.filter((merge) => !overlap(merge, this.area));
    return this;
  }

  isPartOfMerge(): boolean {
    return this.model.merges.some((merge) => overlap(merge, this.area));
  }

  clearFormat(): this {
    putStyle(dressable(this), this.area, null);
    return this;
  }
}

function paint<R extends RangeValues>(range: R, patch: Partial<CellStyle>): R {
  patchStyle(dressable(range), range.area, patch);
  return range;
}

/** One look a cell, set in runs down each column. */
function paintEach<R extends RangeValues, T>(range: R, grid: readonly (readonly T[])[], of: (item: T) => Partial<CellStyle>): R {
  requireSize(range, grid, 'data');
  const sheet = dressable(range);
  const { row, column, rows, columns } = range.area;
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < rows; ) {
      const item = grid[r]?.[c] as T;
      let same = 1;
      while (r + same < rows && grid[r + same]?.[c] === item) same++;
      patchStyle(sheet, { row: row + r, rows: same, column: column + c, columns: 1 }, of(item));
      r += same;
    }
  }
  return range;
}

/** First line, lines between, last line of a span: `[start, length, isFirst, isLast]`. */
function bandsOf(start: number, length: number): [number, number, boolean, boolean][] {
  if (length === 1) return [[start, 1, true, true]];
  const bands: [number, number, boolean, boolean][] = [
    [start, 1, true, false],
    [start + 1, length - 2, false, false],
    [start + length - 1, 1, false, true],
  ];
  return bands.filter(([, size]) => size > 0);
}

/** The automatic format reads back as a pattern (gas-fakes notes). */
function spokenFormat(format: string): string {
  return format === 'General' ? '0.###############' : format;
}

/** Live Sheets reads `null` back as `general` and `normal` as `general-left` (gas-fakes notes). */
function keptAlignment(alignment: string | null): string {
  if (alignment === null) return 'general';
  return alignment === 'normal' ? 'general-left' : alignment;
}

function keptFormat(format: string): string {
  const text = String(format);
  return /^general$/i.test(text) || text === '' || text === '0.###############' ? 'General' : text;
}

function inside(inner: { row: number; column: number; rows: number; columns: number }, outer: typeof inner): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
