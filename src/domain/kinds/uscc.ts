// Unified social credit codes of mainland China: 18 characters, the last one a check character.
import { plain } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** GB 32100-2015: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export const uscc: Kind<ColumnOf<'uscc'>> = {
  parse(raw) {
    const given = typed(raw);
    const bare = plain(given).toUpperCase().replace(/[\s-]/g, '');
    if (bare === '') return EMPTY;
    if (bare.length !== 18) return unread('kind.uscc.length', given, { args: { length: bare.length } });
    if (valid(bare)) return bare === given ? read(bare) : read(bare, 'format');
    // Letters the standard leaves out because they are taken for digits.
    const meant = bare.replace(/[OI SZ]/g, (letter) => ({ O: '0', I: '1', S: '5', Z: '2' })[letter] ?? letter);
    if (meant !== bare && valid(meant)) return unread('kind.uscc.letters', given, { suggestion: meant });
    return unread(SHAPE.test(bare) ? 'kind.uscc.check' : 'kind.uscc.letters', given);
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({ numberFormat: '@', rule: { type: 'formula', formula: 'LEN({cell})=18', strict: false } }),
  initial: () => null,
  likeness(given) {
    const bare = plain(given).toUpperCase();
    if (valid(bare)) return 1;
    // Registration numbers of before 2015 had 15 digits; some lists mix both.
    return SHAPE.test(bare) ? 0.8 : /^\d{15}$/.test(bare) ? 0.2 : -1;
  },
};

/** Shape and check character: Σ digit × 3^position mod 31 (GB 32100-2015, 5.2). */
function valid(code: string): boolean {
  if (!SHAPE.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.indexOf(code.charAt(17)) === (31 - (sum % 31)) % 31;
}
