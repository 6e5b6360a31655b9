// What a cell shows: a value through its number format, as getDisplayValues tells it.
import type { CellValue } from './book';
import { conventionsOf } from './conventions';
import { wallOfSerial } from './zone';

const kinds = new Map<string, boolean>();

/** Literals of a number format: quoted, escaped, spacing, colours and conditions; elapsed time like `[h]` is none. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi;

/** Whether a number format shows a day or a time, so that its numbers are dates for scripts. */
export function isDateFormat(format: string): boolean {
  let known = kinds.get(format);
  if (known === undefined) {
    const bare = format.replace(LITERALS, '').replace(/general/gi, '');
    known = /[ymdhs]/i.test(bare) && !/[0#]/.test(bare.replace(/s\.0+/gi, ''));
    kinds.set(format, known);
  }
  return known;
}

export function displayText(value: CellValue, format: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (typeof value === 'string') {
    const text = sections[3];
    return text === undefined ? value : text.replace(/"([^"]*)"|@/g, (part, literal) => (part === '@' ? value : literal));
  }
  if (format === '@') return general(value, locale);
  const negative = value < 0 && sections[1] !== undefined;
  const section = value === 0 && sections[2] !== undefined ? sections[2] : negative ? (sections[1] ?? '') : (sections[0] ?? '');
  if (/^general$/i.test(section) || section === '') return general(value, locale);
  if (isDateFormat(section)) return dateText(value, section);
  return numberText(negative ? -value : value, section, locale);
}

/** The automatic format: whole numbers in full up to 15 figures, others to ten figures. */
function general(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'E')
      .replace(/e/, 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  const text = Number.isInteger(value) ? String(value) : trimmed(Number(value.toPrecision(10)));
  return conventionsOf(locale).decimal === ',' ? text.replace('.', ',') : text;
}

function trimmed(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

const NUMBER_TOKEN =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([0#?][0#?,.]*(?:E[+-]0+)?|\.[0#?]+)|(%)|([\s\S])/gi;

function numberText(value: number, format: string, locale: string): string {
  const percents = (format.replace(LITERALS, '').match(/%/g) ?? []).length;
  const scaled = value * 100 ** percents;
  let placed = false;
  const text = format.replace(NUMBER_TOKEN, (part, literal, escaped, currency, digits, percent, other) => {
    if (digits !== undefined) {
      if (placed) return '';
      placed = true;
      return figures(Math.abs(scaled), digits, locale);
    }
    if (part.startsWith('_')) return ' ';
    if (part.startsWith('*')) return '';
    return literal ?? escaped ?? currency ?? percent ?? other ?? '';
  });
  const isZero = !/[1-9]/.test(text.replace(LITERALS, ''));
  return value < 0 && !isZero ? `-${text}` : text;
}

function figures(size: number, pattern: string, locale: string): string {
  const { decimal, group } = conventionsOf(locale);
  const [mantissa = '', exponent] = pattern.split(/E/i);
  if (exponent !== undefined) {
    const [base = '', power = '0'] = size.toExponential((mantissa.split('.')[1] ?? '').length).split('e');
    const digits = String(Math.abs(Number(power))).padStart(exponent.length - 1, '0');
    return `${base.replace('.', decimal)}E${Number(power) < 0 ? '-' : '+'}${digits}`;
  }
  const thousands = /,*$/.exec(mantissa)?.[0].length ?? 0;
  const [whole = '', fraction = ''] = mantissa.replace(/,+$/, '').split('.');
  const places = fraction.replace(/,/g, '').length;
  const least = (fraction.match(/0/g) ?? []).length;
  // Figures are rounded half away from zero in decimal; 1.005 must not show as 1.00 because of binary.
  const rounded = Number(`${Math.round(Number(`${(size / 1000 ** thousands).toPrecision(15)}e${places}`))}e-${places}`);
  const [integer = '0', decimals = ''] = rounded.toFixed(places).split('.');
  const zeros = (whole.match(/0/g) ?? []).length;
  const padded = (integer === '0' && zeros === 0 ? '' : integer).padStart(zeros, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, group) : padded;
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? grouped : grouped + decimal + kept;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DATE_TOKEN = /"([^"]*)"|\\(.)|\[([hms]+)\]|\[[^\]]*\]|am\/pm|a\/p|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi;

function dateText(serial: number, format: string): string {
  const wall = new Date(wallOfSerial(serial));
  const twelve = /am\/pm|a\/p|上午\/下午/i.test(format);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  let clock = false;
  return format.replace(DATE_TOKEN, (part, literal, escaped, elapsed: string | undefined, offset: number) => {
    if (literal !== undefined || escaped !== undefined) return literal ?? escaped;
    if (elapsed !== undefined) {
      clock = true;
      const unit = { h: 24, m: 1440, s: 86_400 }[elapsed[0]?.toLowerCase() ?? 'h'] ?? 24;
      return pad(Math.floor(serial * unit + 1e-9), elapsed.length);
    }
    if (part.startsWith('[')) return '';
    const hour = wall.getUTCHours();
    switch (part[0]?.toLowerCase()) {
      case 'y':
        return part.length <= 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), 4);
      case 'm': {
        const beforeSeconds = /^m+[^a-z"]*s/i.test(format.slice(offset));
        if (part.length <= 2 && (clock || beforeSeconds)) return pad(wall.getUTCMinutes(), part.length);
        const name = MONTHS[wall.getUTCMonth()] ?? '';
        return part.length >= 4 ? name : part.length === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1, part.length);
      }
      case 'd': {
        const name = DAYS[wall.getUTCDay()] ?? '';
        return part.length >= 4 ? name : part.length === 3 ? name.slice(0, 3) : pad(wall.getUTCDate(), part.length);
      }
      case 'h':
        clock = true;
        return pad(twelve ? hour % 12 || 12 : hour, part.length);
      case 's':
        return pad(wall.getUTCSeconds(), part.replace(/\..*/, '').length);
      case 'a':
        return part.length > 1 ? (hour < 12 ? 'AM' : 'PM') : part;
      case '上':
        return part.length > 1 ? (hour < 12 ? '上午' : '下午') : part;
      default:
        return part;
    }
  });
}
