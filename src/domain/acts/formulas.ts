// Formulas people wrote in columns of their own, when the rows they read move or go.

/** A formula that a move or removal of rows may break; `row` is the 1-based sheet row it stood in. */
export interface KeptFormula {
  readonly id: string;
  /** Column key. */
  readonly key: string;
  readonly row: number;
  readonly formula: string;
}

/** A cell of the formula's own sheet: column, `$` or nothing, row. Not part of a name, a function or another sheet's reference. */
const CELL = /(?<![\w!'.$])(\$?[A-Za-z]{1,3})(\$?)(\d+)(?![\w(!])/g;

/** Changes what is outside of text constants. */
function outsideText(formula: string, change: (part: string) => string): string {
  return formula.replace(/"[^"]*"|[^"]+/g, (part) => (part.startsWith('"') ? part : change(part)));
}

/** Rows the formula reads in its own sheet; `fixed` ones do not follow it when it moves. */
export function rowsRead(formula: string): { readonly row: number; readonly fixed: boolean }[] {
  const found: { row: number; fixed: boolean }[] = [];
  outsideText(formula, (part) => {
    for (const [, , dollar, row] of part.matchAll(CELL)) found.push({ row: Number(row), fixed: dollar === '$' });
    return part;
  });
  return found;
}

/** The formula as it reads when it has moved from one row to another. */
export function movedFormula(formula: string, from: number, to: number): string {
  return outsideText(formula, (part) =>
    part.replace(CELL, (_whole, column: string, dollar: string, row: string) =>
      dollar === '$' ? `${column}${dollar}${row}` : `${column}${Number(row) + to - from}`,
    ),
  );
}

/** Whether two formulas differ in nothing but the cells they read: the sheet changed one, not a person. */
export function sameButCells(a: string, b: string): boolean {
  return shape(a) === shape(b);
}

function shape(formula: string): string {
  return outsideText(formula.replace(/\s/g, ''), (part) => part.replace(/#REF!/g, 'A1').replace(CELL, '□').replace(/□:□/g, '□'));
}
