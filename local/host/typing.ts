// What becomes of a value put into a cell: text is read as a person's typing, as Sheets does for people and for scripts.
import type { CellValue } from './book';
import { type Conventions, conventionsOf } from './conventions';
import { normalFormula } from './engine/tokens';
import { plausibleFormula } from './formula-text';
import { serialOf, serialOfWall } from './zone';

export interface Typed {
  readonly value: CellValue;
  /** Begins with `=`, arguments parted by `,`. */
  readonly formula?: string;
  /** Number format the typing implies; an automatic cell takes it. */
  readonly format?: string;
}

export interface TypingPlace {
  readonly locale: string;
  readonly timeZone: string;
  /** `1/5` and `12月` without a year mean this one. */
  readonly year: number;
}

const ERROR: Typed = { value: { error: '#ERROR!' } };

/** Characters a cell may hold (platform.md §3). */
const CELL_CHARACTERS = 50_000;

/**
 * Reads what is put into a cell of a number format.
 * @throws RangeError when it is longer than a cell holds
 */
export function typeValue(input: unknown, numberFormat: string, place: TypingPlace): Typed {
  if (input === null || input === undefined || input === '') return { value: null };
  const plainText = numberFormat === '@';
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) return { value: { error: '#NUM!' } };
    return { value: plainText ? String(input) : input };
  }
  if (typeof input === 'boolean') return { value: plainText ? String(input).toUpperCase() : input };
  if (Object.prototype.toString.call(input) === '[object Date]') return typeDate(input as Date, place);
  const text = String(input);
  if (text.length > CELL_CHARACTERS)
    throw new RangeError(`Your input contains more than the maximum of ${CELL_CHARACTERS} characters in a single cell.`);
  if (text.startsWith("'")) return { value: text.slice(1) };
  return plainText ? { value: text } : typeText(text, place);
}

function typeDate(date: Date, place: TypingPlace): Typed {
  const serial = serialOf(place.timeZone, date.getTime());
  if (Number.isNaN(serial)) return { value: { error: '#NUM!' } };
  const { date: day, time } = conventionsOf(place.locale);
  return { value: serial, format: Number.isInteger(serial) ? day : `${day} ${time}` };
}

/** Letters and Han without figures in front are never a number, a date or a formula; most cells are left here. */
const PLAIN = /^[A-Za-z\u00a0-\uffff][^0-9]*$/;

function typeText(text: string, place: TypingPlace): Typed {
  const first = text[0] ?? '';
  if (PLAIN.test(text) && !/^(?:true|false)$/i.test(text)) return { value: text };
  if (first === '=') {
    if (text.length === 1) return { value: text };
    const formula = normalFormula(text);
    return plausibleFormula(formula) ? { value: null, formula } : ERROR;
  }
  const bare = text.trim();
  if (/^(?:true|false)$/i.test(bare)) return { value: bare.toLowerCase() === 'true' };
  const number = typeNumber(bare, conventionsOf(place.locale)) ?? typeMoment(bare, place);
  if (number !== null) return number;
  if (first === '@') return ERROR;
  if ((first === '+' || first === '-') && text.length > 1) {
    const formula = normalFormula(`=${text}`);
    return plausibleFormula(formula) ? { value: null, formula } : ERROR;
  }
  return { value: text };
}

function typeNumber(text: string, conventions: Conventions): Typed | null {
  if (!/\d/.test(text) || !/^[\s\d.,'’%¥￥$€£()+\-eE]+$/.test(text)) return null;
  const bracketed = /^\((.*)\)$/.exec(text);
  const signed = /^([+-]?)\s*([¥￥$€£]?)\s*([+-]?)(.*?)\s*(%?)([€]?)$/.exec(bracketed?.[1] ?? text);
  if (signed === null) return null;
  const [, before = '', symbol = '', after = '', body = '', percent = '', behind = ''] = signed;
  if ((before !== '' && after !== '') || (bracketed && (before || after))) return null;
  const group = conventions.group === '.' ? '\\.' : conventions.group === ' ' ? '[ \\u00a0\\u202f]' : conventions.group;
  const decimal = conventions.decimal === '.' ? '\\.' : ',';
  const whole = `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)`;
  const shape = new RegExp(`^(?:(${whole})(?:${decimal}(\\d*))?|${decimal}(\\d+))(?:[eE]([+-]?\\d+))?$`).exec(body);
  if (shape === null) return null;
  const [, integer = '', fraction = '', bareFraction = '', exponent] = shape;
  const digits = integer.replace(/\D/g, '');
  const decimals = fraction || bareFraction;
  const size = Number(`${digits || '0'}.${decimals || '0'}e${exponent ?? 0}`);
  const negative = before === '-' || after === '-' || bracketed !== null;
  const value = (negative && size !== 0 ? -size : size) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const places = decimals ? `.${'0'.repeat(Math.min(decimals.length, 2))}` : '';
  if (percent) return { value, format: decimals ? '0.00%' : '0%' };
  if (symbol || behind) return { value, format: `${symbol || behind}#,##0${places ? '.00' : ''}` };
  if (exponent !== undefined) return { value, format: '0.00E+00' };
  return digits.length < integer.length ? { value, format: `#,##0${places ? '.00' : ''}` } : { value };
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(?:(上午|下午)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:\s*([ap])\.?m\.?)?$/i;

/** A day, a time, or both with a space (or ISO's T) between. */
function typeMoment(text: string, place: TypingPlace): Typed | null {
  const conventions = conventionsOf(place.locale);
  const clock = readTime(text);
  if (clock !== null) return { value: clock, format: conventions.time };
  const parted = /^(.*?\S)(?:\s+|T)((?:上午|下午)?\s*\d{1,2}:\d{2}.*)$/.exec(text);
  const day = readDay(parted?.[1] ?? text, conventions, place.year);
  if (day === null) return null;
  if (parted === null) return { value: day.serial, format: day.format };
  const time = readTime(parted[2] ?? '');
  return time === null ? null : { value: day.serial + time, format: `${day.format} ${conventions.time}` };
}

function readTime(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const half = (match[1] === '下午' ? 'p' : match[1] === '上午' ? 'a' : (match[6] ?? '')).toLowerCase();
  const hours = Number(match[2]);
  if (half !== '' && (hours < 1 || hours > 12)) return null;
  const hour = half === '' ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  const [minute, second] = [Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 24 || minute > 59 || second > 59) return null;
  return (hour * 3600 + minute * 60 + second + Number(`0.${match[5] ?? 0}`)) / 86_400;
}

function readDay(text: string, conventions: Conventions, thisYear: number): { serial: number; format: string } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3], 'yyyy-mm-dd');
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (slashed) return dayOf(slashed[1], slashed[2], slashed[3], conventions.order === 'ymd' ? conventions.date : 'yyyy/mm/dd');
  const chinese = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]$/.exec(text);
  if (chinese) return dayOf(chinese[1] ?? thisYear, chinese[2], chinese[3], chinese[1] ? 'yyyy"年"m"月"d"日"' : 'm"月"d"日"');
  const parts = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (parts && (parts[2] !== '.' || conventions.date.includes('.'))) {
    const year = parts[4] === undefined ? thisYear : parts[4].length === 2 ? 2000 + Number(parts[4]) : parts[4];
    const monthFirst = conventions.order !== 'dmy';
    // A list's own order with a two-figure year in front is not read: it is taken for a day and a month by nobody.
    if (conventions.order === 'ymd' && parts[4] !== undefined) return null;
    const short = monthFirst ? `m${parts[2]}d` : `d${parts[2]}m`;
    const format = parts[4] === undefined ? short : conventions.date;
    return monthFirst ? dayOf(year, parts[1], parts[3], format) : dayOf(year, parts[3], parts[1], format);
  }
  const named = /^(?:([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}))$/.exec(text);
  if (named === null) return null;
  const month = MONTH_NAMES.indexOf((named[1] ?? named[5] ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dayOf(named[3] ?? named[6], month, named[2] ?? named[4], named[1] ? 'mmm d, yyyy' : 'd-mmm-yyyy');
}

type Figure = string | number | undefined;

function dayOf(year: Figure, month: Figure, day: Figure, format: string): { serial: number; format: string } | null {
  const wall = new Date(0);
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // The calendar rolled over: there is no such day.
  if (wall.getUTCMonth() !== Number(month) - 1 || wall.getUTCDate() !== Number(day)) return null;
  return { serial: serialOfWall(wall.getTime()), format };
}
