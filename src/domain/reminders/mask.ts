// Phone numbers and names with a part hidden, for mail and wherever else they may travel further than their reader.
import { phoneParts } from '../kinds/phone-number';

const HIDDEN = '****';

/**
 * Masks a stored number: `+8613800002468` is 138****2468, a landline as it is dialled (010****9988), a foreign number its code,
 * first digit and last four (+44 7****0123). Of what cannot be read as a number the last two characters stay. Extensions are left out.
 */
export function maskPhone(stored: string): string {
  if (stored === '') return '';
  const parts = phoneParts(stored);
  if (parts === null) return HIDDEN + (stored.length > 4 ? stored.slice(-2) : '');
  const { calling, national } = parts;
  if (calling !== '86') return `+${calling} ${national.slice(0, 1)}${HIDDEN}${national.slice(-4)}`;
  const dialled = /^1[3-9]\d{9}$/.test(national) ? national : `0${national}`;
  return dialled.slice(0, 3) + HIDDEN + dialled.slice(-4);
}

/** The first character of a name alone: 王芳 is 王*. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}*`;
}
