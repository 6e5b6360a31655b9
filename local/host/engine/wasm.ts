// The formula engine's door: IronCalc, loaded without waiting, spoken to in texts it cannot misread.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type InitOutput, initSync, Model } from '@ironcalc/wasm';
import type { CellValue } from '../book';

// IronCalc has no getter for raw numbers: what it shows in this format is parsed back.
const EVERY_DIGIT = '0.0000000000000000E+00';
/** The engine shows 15 digits, the last ones truncated; the sums of sheets agree to 12. */
const DIGITS = 12;

const TYPE = { number: 1, text: 2, boolean: 4, error: 16 } as const;

/** Errors that Sheets does not know, by the nearest one it does. */
const ERRORS: Readonly<Record<string, string>> = {
  '#CIRC!': '#REF!',
  '#SPILL!': '#REF!',
  '#CALC!': '#N/A',
  '#N/IMPL!': '#NAME?',
  '#NIMPL!': '#NAME?',
};

/** What a cell's input takes in the engine's memory, its undo step and queue entry among it. */
const BYTES_PER_INPUT = 600;

let engine: InitOutput | null = null;

function started(): InitOutput {
  if (engine) return engine;
  const path = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  engine = initSync({ module: readFileSync(path) });
  return engine;
}

/**
 * Makes room for many inputs at once. Memory that grows page by page makes Node collect garbage at every step, which took
 * twice as long as the inputs themselves.
 */
export function reserve(inputs: number): void {
  const { __wbindgen_malloc: take, __wbindgen_free: give } = started();
  const bytes = inputs * BYTES_PER_INPUT;
  give(take(bytes, 1), bytes, 1);
}

/** A new workbook of the engine with one sheet; it evaluates only when told to. */
export function newModel(): Model {
  started();
  // Other locales fail to load or read `1,2` as a decimal.
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  return model;
}

/** Puts a value where the engine would take raw text for a formula, a number or a date. */
export function putValue(model: Model, sheet: number, row: number, column: number, value: CellValue): void {
  model.setUserInput(sheet, row, column, inputOf(value));
}

function inputOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.error;
}

export function putFormula(model: Model, sheet: number, row: number, column: number, formula: string): void {
  model.setUserInput(sheet, row, column, formula);
  // After the input: a formula that yields a date would bring a date's format along.
  model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, 'num_fmt', EVERY_DIGIT);
}

/** The value of an evaluated formula, with the error names of Sheets. */
export function readValue(model: Model, sheet: number, row: number, column: number): CellValue {
  const text = model.getFormattedCellValue(sheet, row, column);
  const type = model.getCellType(sheet, row, column);
  if (type === TYPE.number) return text === '' ? null : numberIn(text);
  if (type === TYPE.boolean) return text === 'TRUE';
  return type === TYPE.error ? { error: ERRORS[text] ?? text } : text;
}

function numberIn(text: string): number {
  // Exponents of three digits come out doubled: E+10100 is 100, E+20205 is 205.
  const [mantissa = '', exponent = '0'] = text.replace(/(E[+-])\d\d(\d{3})$/, '$1$2').split('E');
  return Number(Number(`${mantissa}e${exponent}`).toPrecision(DIGITS));
}
