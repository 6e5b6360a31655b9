// What stands in the formula bar: a cell's content as a person would have to type it.
import type { CellValue } from './book';
import { conventionsOf } from './conventions';
import { displayText, isDateFormat } from './display';
import { type TypingPlace, typeValue } from './typing';

/**
 * @param formula the cell's formula, `null` without one
 * @returns a text that, typed into the same cell, gives the same content
 */
export function inputOf(value: CellValue, formula: string | null, numberFormat: string, place: TypingPlace): string {
  if (formula !== null) return formula;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return sameText(value, numberFormat, place) ? value : `'${value}`;
  return numberInput(value, numberFormat, place);
}

/** Whether a text is still that text when it is typed. */
function sameText(text: string, numberFormat: string, place: TypingPlace): boolean {
  const typed = typeValue(text, numberFormat, place);
  return typed.formula === undefined && typed.value === text;
}

function numberInput(value: number, numberFormat: string, place: TypingPlace): string {
  const { date, time, decimal } = conventionsOf(place.locale);
  if (isDateFormat(numberFormat)) {
    const format = Number.isInteger(value) ? date : value >= 1 ? `${date} ${time}` : time;
    const text = displayText(value, format, place.locale);
    // Finer than the clock shows: the bare number says it.
    if (typeValue(text, numberFormat, place).value === value) return text;
  }
  if (numberFormat.includes('%')) {
    const text = `${String(Number((value * 100).toPrecision(15)))}%`;
    if (typeValue(text, numberFormat, place).value === value) return text.replace('.', decimal);
  }
  return String(value).replace('.', decimal);
}
