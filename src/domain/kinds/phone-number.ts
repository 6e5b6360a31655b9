// One telephone number: read by the country it belongs to, written in one way.
import type { Args, MessageCode } from '../../i18n/index';
import { CN_SERVICE, CN_SHORT_AREA, callingIn, callingOf, fits, planOf } from './dialling';

export type PhoneLine = 'mobile' | 'landline' | 'either';

export type PhoneReading =
  | { readonly ok: true; readonly value: string; readonly national: boolean }
  | { readonly ok: false; readonly code: MessageCode; readonly args?: Args; readonly suggestion?: string };

const CN = '86';
const MOBILE_CN = /^1[3-9]\d{9}$/;
/** `+86 10 65529988`, `+442079460000`, either with an extension. */
const CANONICAL = /^\+(\d[\d ]{4,17}?)(?: x(\d{1,6}))?$/;

/**
 * Reads one number. Canonical form: E.164, `+` and at most 15 digits (ITU-T E.164, 11/2010); landlines of mainland China keep a
 * space on each side of the area code; an extension follows as ` x801`.
 * @param bare half-width text of one number, without label and extension
 * @param extension digits of the extension, `''` for none
 * @param region ISO code of the country national numbers are of
 */
export function readNumber(bare: string, extension: string, region: string): PhoneReading {
  const digits = bare.replace(/\D/g, '');
  const home = callingOf(region);
  const international = /^\s*\(?\s*\+/.test(bare) ? digits : prefixCut(digits, region);
  if (international !== null) return readInternational(international.replace(/^\+/, ''), bare, extension);
  if (home === null) return { ok: false, code: 'kind.phone.noCountry' };
  return readNational(digits, bare, home, extension);
}

/** Digits after the prefix for calls abroad, null when there is none. */
function prefixCut(digits: string, region: string): string | null {
  if (digits.startsWith('00')) return digits.replace(/^0+/, '');
  if (callingOf(region) === '1' && digits.startsWith('011')) return digits.slice(3);
  return null;
}

function readInternational(digits: string, bare: string, extension: string): PhoneReading {
  const calling = callingIn(digits);
  if (calling === null) return { ok: false, code: 'kind.phone.unknownCode' };
  const plan = planOf(calling);
  let national = digits.slice(calling.length);
  // +44 (0)20 …: the trunk prefix is not dialled from abroad, yet people write it.
  if (plan.trunk !== undefined && (national.startsWith('0') || /\(0\)/.test(bare))) national = national.replace(/^0/, '');
  if (!fits(plan, national)) return { ok: false, code: 'kind.phone.length', args: { code: calling, digits: national.length } };
  if (calling === CN && !cnShape(national)) return { ok: false, code: 'kind.phone.notCn', args: { digits: national.length } };
  return { ok: true, value: written(calling, national, extension), national: false };
}

function readNational(digits: string, bare: string, home: string, extension: string): PhoneReading {
  const plan = planOf(home);
  const ok = (calling: string, national: string): PhoneReading => ({
    ok: true,
    value: written(calling, national, extension),
    national: calling === home,
  });
  if (home === CN) {
    const national = cnNational(digits);
    if (national !== null) return ok(CN, national);
  } else if (plan.trunk !== undefined) {
    if (digits.startsWith(plan.trunk) && fits(plan, digits.slice(plan.trunk.length)))
      return ok(home, digits.slice(plan.trunk.length));
  } else if (fits(plan, digits)) return ok(home, digits);
  // The country's own code without the +; 86138… is a mainland mobile wherever it stands.
  if (digits.startsWith(home) && fits(plan, digits.slice(home.length)) && (home !== CN || cnShape(digits.slice(2)))) {
    return ok(home, digits.slice(home.length));
  }
  if (digits.startsWith(CN) && MOBILE_CN.test(digits.slice(2))) return ok(CN, digits.slice(2));
  return why(digits, bare, home, extension);
}

/** The reason a national number is none, with what was probably meant. */
function why(digits: string, bare: string, home: string, extension: string): PhoneReading {
  const plan = planOf(home);
  const meant = (calling: string, national: string) => ({ suggestion: written(calling, national, extension) });
  if (home !== '1' && /^\(?[2-9]\d{2}\)?[\s.-]+[2-9]\d{2}[\s.-]+\d{4}$/.test(bare.trim())) {
    return { ok: false, code: 'kind.phone.noCountry', ...meant('1', digits) };
  }
  if (home === CN) {
    if (cnShape(digits) && !MOBILE_CN.test(digits)) return { ok: false, code: 'kind.phone.lostZero', ...meant(CN, digits) };
    if (/^1[3-9]/.test(digits)) return { ok: false, code: 'kind.phone.mobileDigits', args: { digits: digits.length } };
  } else if (plan.trunk !== undefined && fits(plan, digits)) {
    return { ok: false, code: 'kind.phone.lostZero', ...meant(home, digits) };
  }
  const area = home === CN || home === '1';
  if (area && digits.length >= 7 && digits.length <= 8)
    return { ok: false, code: 'kind.phone.areaMissing', args: { digits: digits.length } };
  if (digits.length < 7) return { ok: false, code: 'kind.phone.tooShort', args: { digits: digits.length } };
  return { ok: false, code: 'kind.phone.noCountry' };
}

/** National number of digits as dialled inside mainland China, null when they are none. */
function cnNational(digits: string): string | null {
  if (MOBILE_CN.test(digits) || CN_SERVICE.test(digits)) return digits;
  // Mobiles of other cities used to be dialled with a 0; landlines still are.
  return digits.startsWith('0') && cnShape(digits.slice(1)) ? digits.slice(1) : null;
}

/** A mobile, a service number, or area code and local number of mainland China, without the trunk 0. */
function cnShape(national: string): boolean {
  if (MOBILE_CN.test(national) || CN_SERVICE.test(national)) return true;
  if (CN_SHORT_AREA.test(national)) return /^\d{2}[2-9]\d{7}$/.test(national);
  return /^[3-9]\d{2}[2-9]\d{6,7}$/.test(national);
}

function written(calling: string, national: string, extension: string): string {
  const number =
    calling === CN && !MOBILE_CN.test(national)
      ? ` ${national.slice(0, areaLength(national))} ${national.slice(areaLength(national))}`
      : national;
  return `+${calling}${number}${extension === '' ? '' : ` x${extension}`}`;
}

function areaLength(national: string): number {
  return CN_SHORT_AREA.test(national) ? 2 : 3;
}

export interface PhoneParts {
  readonly calling: string;
  /** Without trunk prefix and spaces. */
  readonly national: string;
  readonly extension: string;
}

/** The parts of a canonical number; null when the text is none. */
export function phoneParts(value: string): PhoneParts | null {
  const match = CANONICAL.exec(value);
  if (match === null) return null;
  const digits = (match[1] ?? '').replace(/ /g, '');
  const calling = callingIn(digits);
  if (calling === null) return null;
  const national = digits.slice(calling.length);
  const extension = match[2] ?? '';
  // Only what this file would have written.
  const own = possible(calling, national) && written(calling, national, extension) === value;
  return own ? { calling, national, extension } : null;
}

/** Whether a national number (without trunk prefix) can exist. */
function possible(calling: string, national: string): boolean {
  const plan = planOf(calling);
  if (plan.trunk === '0' && national.startsWith('0')) return false;
  return fits(plan, national) && (calling !== CN || cnShape(national));
}

/** Whether a canonical number is a mobile; many countries' numbers do not tell. */
export function phoneLine(value: string): PhoneLine {
  const parts = phoneParts(value);
  if (parts === null) return 'either';
  const { mobile } = planOf(parts.calling);
  if (parts.extension !== '') return 'landline';
  if (mobile === undefined) return 'either';
  return mobile.test(parts.national) ? 'mobile' : 'landline';
}
