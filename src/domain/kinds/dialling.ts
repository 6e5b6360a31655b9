// How telephone numbers of a country are built, as far as reading them needs it.
import { callingCodes } from './calling-codes';

export interface NumberPlan {
  /** Digits of a national number without the trunk prefix. */
  readonly lengths: readonly [min: number, max: number];
  /** Dialled before national numbers inside the country, never from abroad. */
  readonly trunk?: '0' | '8' | '06';
  /** National numbers (without trunk prefix) that are mobile; absent where the number does not tell. */
  readonly mobile?: RegExp;
  /** What every national number looks like, where length alone lets too much through. */
  readonly all?: RegExp;
}

/**
 * By calling code; after ITU-T E.164 national numbering plans (as published until 2024), rounded to what separates a number from a
 * slip. Codes without an entry take {@link ANY}.
 */
const PLANS: Readonly<Record<string, NumberPlan>> = {
  '1': { lengths: [10, 10], all: /^[2-9]\d{2}[2-9]\d{6}$/ },
  '7': { lengths: [10, 10], trunk: '8', mobile: /^9/ },
  '20': { lengths: [8, 10], trunk: '0', mobile: /^1\d{9}$/ },
  '27': { lengths: [9, 9], trunk: '0', mobile: /^[678]/ },
  '30': { lengths: [10, 10], mobile: /^69/ },
  '31': { lengths: [9, 9], trunk: '0', mobile: /^6/ },
  '32': { lengths: [8, 9], trunk: '0', mobile: /^4\d{8}$/ },
  '33': { lengths: [9, 9], trunk: '0', mobile: /^[67]/ },
  '34': { lengths: [9, 9], mobile: /^[67]/ },
  '36': { lengths: [8, 9], trunk: '06', mobile: /^[237]0/ },
  '39': { lengths: [6, 11], mobile: /^3/ },
  '40': { lengths: [9, 9], trunk: '0', mobile: /^7/ },
  '41': { lengths: [9, 9], trunk: '0', mobile: /^7/ },
  '43': { lengths: [4, 13], trunk: '0', mobile: /^6/ },
  '44': { lengths: [9, 10], trunk: '0', mobile: /^7[1-57-9]/ },
  '45': { lengths: [8, 8] },
  '46': { lengths: [7, 13], trunk: '0', mobile: /^7[02369]/ },
  '47': { lengths: [8, 8], mobile: /^[49]/ },
  '48': { lengths: [9, 9], mobile: /^(?:4[5]|5[0137]|6[069]|7[2389]|88)/ },
  '49': { lengths: [5, 13], trunk: '0', mobile: /^1[567]/ },
  '52': { lengths: [10, 11] },
  '54': { lengths: [10, 11], trunk: '0' },
  '55': { lengths: [10, 11], trunk: '0', mobile: /^\d{2}9\d{8}$/ },
  '56': { lengths: [9, 9], mobile: /^9/ },
  '57': { lengths: [8, 10], mobile: /^3/ },
  '60': { lengths: [8, 10], trunk: '0', mobile: /^1/ },
  '61': { lengths: [9, 9], trunk: '0', mobile: /^4/ },
  '62': { lengths: [7, 12], trunk: '0', mobile: /^8/ },
  '63': { lengths: [8, 10], trunk: '0', mobile: /^9/ },
  '64': { lengths: [8, 10], trunk: '0', mobile: /^2/ },
  '65': { lengths: [8, 8], mobile: /^[89]/, all: /^[3689]/ },
  '66': { lengths: [8, 9], trunk: '0', mobile: /^[689]\d{8}$/ },
  '81': { lengths: [9, 10], trunk: '0', mobile: /^[789]0\d{8}$/ },
  '82': { lengths: [8, 10], trunk: '0', mobile: /^1[016789]/ },
  '84': { lengths: [9, 10], trunk: '0', mobile: /^[35789]\d{8}$/ },
  '86': { lengths: [10, 11], trunk: '0', mobile: /^1[3-9]\d{9}$/ },
  '90': { lengths: [10, 10], trunk: '0', mobile: /^5/ },
  '91': { lengths: [10, 10], trunk: '0', mobile: /^[6-9]/ },
  '92': { lengths: [9, 10], trunk: '0', mobile: /^3/ },
  '94': { lengths: [9, 9], trunk: '0', mobile: /^7/ },
  '95': { lengths: [7, 10], trunk: '0', mobile: /^9/ },
  '98': { lengths: [10, 10], trunk: '0', mobile: /^9/ },
  '212': { lengths: [9, 9], trunk: '0', mobile: /^[67]/ },
  '234': { lengths: [8, 10], trunk: '0', mobile: /^[789]\d{9}$/ },
  '254': { lengths: [9, 9], trunk: '0', mobile: /^[17]/ },
  '351': { lengths: [9, 9], mobile: /^9/ },
  '352': { lengths: [4, 11] },
  '353': { lengths: [7, 9], trunk: '0', mobile: /^8/ },
  '358': { lengths: [5, 12], trunk: '0', mobile: /^(?:4|50)/ },
  '380': { lengths: [9, 9], trunk: '0', mobile: /^(?:39|50|6[3678]|9[1-9])/ },
  '420': { lengths: [9, 9], mobile: /^[67]/ },
  '852': { lengths: [8, 8], mobile: /^[4-79]/, all: /^[2-9]/ },
  '853': { lengths: [8, 8], mobile: /^6/ },
  '855': { lengths: [8, 9], trunk: '0', mobile: /^[16-9]/ },
  '880': { lengths: [8, 10], trunk: '0', mobile: /^1\d{9}$/ },
  '886': { lengths: [8, 9], trunk: '0', mobile: /^9\d{8}$/ },
  '966': { lengths: [8, 9], trunk: '0', mobile: /^5\d{8}$/ },
  '971': { lengths: [8, 9], trunk: '0', mobile: /^5\d{8}$/ },
  '972': { lengths: [8, 9], trunk: '0', mobile: /^5\d{8}$/ },
};

/** E.164 allows 15 digits with the calling code; shorter than 5 no subscriber number is. */
const ANY: NumberPlan = { lengths: [5, 12], trunk: '0' };

/** Area codes of mainland China of two digits (written without the trunk 0); all others have three. */
export const CN_SHORT_AREA = /^(?:10|2[0-57-9])/;

/** Numbers of mainland China that are dialled without an area code from everywhere. */
export const CN_SERVICE = /^[48]00\d{7}$/;

export function planOf(calling: string): NumberPlan {
  return PLANS[calling] ?? ANY;
}

let known: ReadonlySet<string> | null = null;

/** Calling code of a country, null when the ISO code is not known. */
export function callingOf(region: string): string | null {
  return callingCodes().get(region) ?? null;
}

/** The calling code an international number (digits, without `+`) begins with; null when there is none. */
export function callingIn(digits: string): string | null {
  known ??= new Set(callingCodes().values());
  // No calling code is the beginning of another.
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length);
    if (known.has(code)) return code;
  }
  return null;
}

/** Whether a national number (digits without trunk prefix) can exist under the plan. */
export function fits(plan: NumberPlan, national: string): boolean {
  const [min, max] = plan.lengths;
  return national.length >= min && national.length <= max && (plan.all?.test(national) ?? true);
}
