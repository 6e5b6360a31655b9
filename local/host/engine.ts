// The formula engine of the local host: computes a book's formula cells in place.
import type { Book } from './book';
import { Calculator } from './engine/calculator';
import { Answers } from './engine/known';
import type { Clock } from './engine/parsed';

export type { Clock } from './engine/parsed';
export { translateFormula } from './engine/shift';
export { columnLetters, normalFormula } from './engine/tokens';

export interface FormulaEngine {
  /** Writes the value of every formula cell into the book; TODAY() and NOW() are what the clock says. */
  refresh(book: Book, clock: Clock): void;
}

const calculators = new WeakMap<Book, Calculator>();

/** The one calculator of a book: it remembers what the engine already holds. */
export function calculatorOf(book: Book): Calculator {
  const calculator = calculators.get(book) ?? new Calculator();
  calculators.set(book, calculator);
  return calculator;
}

/** @param afresh computes all there is, even where another book held the same */
export function createEngine(afresh = false): FormulaEngine {
  return {
    refresh(book, clock) {
      const idle = !calculators.has(book) && book.sheets.every(({ formulas }) => formulas.size === 0);
      if (!idle) (afresh ? new Calculator(new Answers()) : calculatorOf(book)).refresh(book, clock);
    },
  };
}
