// TextFinder: finds and replaces shown text, ten times cheaper on live Sheets than reading a column.
import type { Area, SheetModel } from '../book';
import { styleAt, valueAt } from '../cells';
import { displayText } from '../display';
import { Double } from '../guard';
import type { World } from '../world';
import { writeInputs } from '../write';
import { makers } from './makers';

export class TextFinderDouble extends Double {
  readonly world: World;
  readonly areas: readonly Area[];
  readonly text: string;
  caseMatters = false;
  entire = false;
  regular = false;
  formulas = false;
  next = 0;

  constructor(world: World, areas: readonly Area[], text: string) {
    super();
    this.world = world;
    this.areas = areas;
    this.text = text;
  }

  matchCase(wanted: boolean): this {
    this.caseMatters = wanted;
    return this;
  }

  matchEntireCell(wanted: boolean): this {
    this.entire = wanted;
    return this;
  }

  matchFormulaText(wanted: boolean): this {
    this.formulas = wanted;
    return this;
  }

  useRegularExpression(wanted: boolean): this {
    this.regular = wanted;
    return this;
  }

  findAll(): Double[] {
    return matches(this).map((area) => makers.range(this.world, area));
  }

  findNext(): Double | null {
    const found = matches(this)[this.next++];
    return found === undefined ? null : makers.range(this.world, found);
  }

  replaceAllWith(text: string): number {
    const found = matches(this);
    const pattern = patternOf(this, 'g');
    for (const area of found) {
      const sheet = this.world.sheetById(area.sheetId);
      this.world.requireCells(sheet, area);
      const shown = textAt(this, sheet, area.row, area.column);
      const changed = this.regular ? shown.replace(pattern, text) : shown.replace(pattern, () => text);
      writeInputs(this.world, sheet, area, () => changed, { strict: true });
    }
    return found.length;
  }
}

function patternOf(finder: TextFinderDouble, flags: string): RegExp {
  const body = finder.regular ? finder.text : finder.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(finder.entire ? `^(?:${body})$` : body, finder.caseMatters ? flags : `${flags}i`);
}

function textAt(finder: TextFinderDouble, sheet: SheetModel, row: number, column: number): string {
  const formula = finder.formulas ? sheet.formulas.get(row)?.get(column) : undefined;
  return formula ?? displayText(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat, finder.world.book.locale);
}

/** Cells, row by row, whose shown text matches. */
function matches(finder: TextFinderDouble): Area[] {
  const pattern = patternOf(finder, '');
  const found: Area[] = [];
  finder.world.settle();
  for (const area of finder.areas) {
    const sheet = finder.world.sheetById(area.sheetId);
    const last = Math.min(area.row + area.rows - 1, sheet.cells.length);
    for (let r = area.row; r <= last; r++) {
      for (let c = area.column; c < area.column + area.columns; c++) {
        if (valueAt(sheet, r, c) === null) continue;
        if (pattern.test(textAt(finder, sheet, r, c)))
          found.push({ sheetId: area.sheetId, row: r, column: c, rows: 1, columns: 1 });
      }
    }
  }
  return found;
}
