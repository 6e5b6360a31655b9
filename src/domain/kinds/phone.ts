// Phone numbers: any spelling is read by the row's country or the home region; several in one cell are told apart.
import { plain } from '../text';
import type { ColumnOf, Kind, KindContext, Reading } from './kind';
import { type PhoneReading, phoneLine, phoneParts, readNumber } from './phone-number';
import { EMPTY, typed, unread } from './reading';

const LABEL =
  /^(?:手机号?码?|(?:联系|办公|公司)?电话|座机|固话|总机|传真)\s*:?\s*|^(?:mobile|cell|phone|office|work|home|tel(?:ephone)?|fax|whatsapp|[mtp])\s*[.:]\s*/iu;
const EXTENSION = /\s*(?:转|轉|分机|分機|内线|內線|ext(?:ension|n)?\.?|x|#|,)\s*[:.]?\s*(\d{1,6})\s*\)?$/iu;
/** 010-65529988-801: a third group after a complete number. */
const DASHED_EXTENSION = /^(\(?0\d{2,3}\)?[\s-]*\d{7,8})-(\d{1,6})$/;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const BETWEEN = /\s*(?:[/;,、|]|\n|或|和|&|\bor\b|\band\b)\s*/iu;
/** Most numbers, as they are stored. */
const STORED = /^\+861[3-9]\d{9}$/;
const SIGNS = /^[\d\s()+.\-–/]*$/;

export const phone: Kind<ColumnOf<'phone'>> = {
  parse(raw, _column, context) {
    if (typeof raw === 'string' && STORED.test(raw)) return { ok: true, value: raw };
    const given = typed(raw);
    const bare = plain(given);
    if (bare === '') return EMPTY;
    // Excel's display of a number in a narrow column: the last digits are gone for good.
    if (SCIENTIFIC.test(bare)) return unread('kind.phone.scientific', given);
    if (phoneParts(bare) !== null)
      return bare === given ? { ok: true, value: bare } : { ok: true, value: bare, steps: ['width'] };
    const readings = numbersIn(bare, region(context));
    return joined(readings, given);
  },
  format(value) {
    const given = typed(value);
    const parts = phoneParts(given);
    if (parts === null) return given;
    const extension = parts.extension === '' ? '' : ` x${parts.extension}`;
    if (parts.calling !== '86') return `+${parts.calling} ${grouped(parts.national)}${extension}`;
    if (phoneLine(given) === 'mobile') return grouped(parts.national);
    const [, area = '', number = ''] = given.split(' ');
    return `${/^[48]00$/.test(area) ? '' : '0'}${area}-${number}${extension}`;
  },
  validate(value, column) {
    const given = typed(value);
    if (given === '') return null;
    const parts = phoneParts(given);
    if (parts === null) return { code: 'kind.phone.form', args: { text: given } };
    if (/(\d)\1{6}$/.test(parts.national)) return { code: 'kind.phone.filler', args: { text: given } };
    return column.line === 'mobile' && phoneLine(given) === 'landline'
      ? { code: 'kind.phone.notMobile', args: { text: given } }
      : null;
  },
  setup: () => ({
    numberFormat: '@',
    rule: { type: 'formula', formula: 'AND(LEN({cell})>6;LEN({cell})<41)', strict: false },
  }),
  initial: () => null,
  likeness(given, column, context) {
    const bare = plain(given).replace(LABEL, '');
    const digits = bare.replace(/[^\d*]/g, '').length;
    if (!SIGNS.test(bare.replace(EXTENSION, '').replace(BETWEEN, ' '))) {
      // Masked numbers, numbers with a remark, and what a spreadsheet made of them are bad numbers, but numbers.
      return SCIENTIFIC.test(bare) || (digits >= 7 && digits >= bare.length * 0.4 && !/[@:]/.test(bare)) ? 0.2 : -1;
    }
    if (digits < 6 || digits > 40) return -1;
    const first = numbersIn(bare, region(context))[0];
    // Local numbers without their area code are of fixed lines.
    if (first === undefined || !first.ok) return digits > 15 ? -0.5 : digits <= 8 && column.line === 'landline' ? 0.4 : 0.1;
    const line = phoneLine(first.value);
    return line === column.line ? 1 : line === 'either' ? 0.7 : 0.5;
  },
};

function region(context: KindContext): string {
  return context.country ?? context.homeRegion;
}

/** Every number in a cell, each with what came of it. */
function numbersIn(bare: string, home: string): PhoneReading[] {
  const parts = apart(bare);
  let area = '';
  return parts.map((part) => {
    const dashed = DASHED_EXTENSION.exec(part);
    const tail = dashed === null ? EXTENSION.exec(part) : null;
    const number = dashed?.[1] ?? (tail === null ? part : part.slice(0, tail.index));
    if (!SIGNS.test(number)) return besideWords(number, home);
    const local = number.replace(/\D/g, '');
    // 010-65529988/65529989: the second number is of the same exchange.
    const whole = area !== '' && /^[2-9]\d{6,7}$/.test(local) ? `${area}${local}` : number;
    const reading = readNumber(whole, dashed?.[2] ?? tail?.[1] ?? '', home);
    const [, code = ''] = reading.ok ? (/^\+86 (\d{2,3}) /.exec(reading.value) ?? []) : [];
    if (code !== '') area = `0${code}`;
    return reading;
  });
}

/** A number with words around it: the words would be lost, so a person decides. */
function besideWords(text: string, home: string): PhoneReading {
  const [only, ...others] = text.match(/\+?\(?\d[\d\s().-]{5,}\d/g) ?? [];
  const inside = only === undefined || others.length > 0 ? null : readNumber(only, '', home);
  return { ok: false, code: 'kind.phone.letters', ...(inside?.ok && { suggestion: inside.value }) };
}

/** The cell divided into numbers; a comma or slash inside one number divides nothing. */
function apart(bare: string): string[] {
  const whole = bare.replace(LABEL, '');
  const pieces = whole
    .split(BETWEEN)
    .map((piece) => piece.replace(LABEL, '').trim())
    .filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => piece.replace(/\D/g, '').length >= 6)) return pieces;
  // Two mainland mobiles with nothing but a space between them.
  const mobiles = whole.replace(/[-.]/g, '').match(/^(1[3-9]\d{9})\s+(1[3-9]\d{9})$/);
  if (mobiles !== null) return mobiles.slice(1);
  return [whole];
}

function joined(readings: readonly PhoneReading[], given: string): Reading {
  const bad = readings.find((reading) => !reading.ok);
  const [first, ...others] = readings.flatMap((reading) => (reading.ok ? [reading] : []));
  if (bad !== undefined && !bad.ok) {
    const { code, args = {}, suggestion } = bad;
    return unread(code, given, { args, ...(suggestion !== undefined && readings.length === 1 && { suggestion }) });
  }
  if (first === undefined) return unread('kind.phone.form', given);
  const more = [...new Set(others.map((reading) => reading.value))].filter((value) => value !== first.value);
  const steps = [first.national ? ('country' as const) : ('format' as const), ...(more.length > 0 ? (['split'] as const) : [])];
  return { ok: true, value: first.value, steps, ...(more.length > 0 && { more }) };
}

/** Digits in groups people read out: 138 0000 2468, 9123 4567, 312 762 5655. */
function grouped(digits: string): string {
  if (digits.length === 11) return digits.replace(/^(\d{3})(\d{4})/, '$1 $2 ');
  if (digits.length === 10) return digits.replace(/^(\d{3})(\d{3})/, '$1 $2 ');
  return digits.length === 8 ? digits.replace(/^(\d{4})/, '$1 ') : digits;
}
