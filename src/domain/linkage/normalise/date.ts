// Birth dates as three numbers, however they are written and however much of them is known.
import { folded } from './fold';

/** `YYYYMMDD` as a number with zeros for what is unknown; 0: no date. */
export function birthNumber(raw: string): number {
  const text = folded(raw)
    .replace(/[年月./\s]/g, '-')
    .replace(/日/g, '');
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text.replace(/-0+:.*$/, ''));
  const parts = packed ?? /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:\D.*)?$/.exec(text);
  if (parts !== null) return dated(Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0));
  const turned = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (turned === null) return 0;
  const [a, b] = [Number(turned[1]), Number(turned[2])];
  return b > 12 ? dated(Number(turned[3]), a, b) : dated(Number(turned[3]), b, a);
}

/** The first of January and the first day of a clock stand for a year at most. */
function dated(year: number, month: number, day: number): number {
  const isYear = (month === 1 && day === 1) || month > 99 || day > 99;
  if (year === 1970 && isYear) return 0;
  return year * 10000 + (isYear ? 0 : month * 100 + day);
}
