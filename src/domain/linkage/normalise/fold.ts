// What every kind of value goes through first: width, script, case and spaces, and the words that stand where nothing is known.
import { simplified } from '../../han';
import { cut, plain } from '../../text';

/** Nothing that identifies anybody is longer; a pasted letter must not cost a minute. */
const LONGEST = 300;

/** What people write where there is nothing to write; the table's own statistics find the rest. */
const NOTHING =
  /^(?:[\s\-_/\\.*?#x]+|0+|无+|没有?|不详|未知|暂无|暂缺|待[定补填]充?|空|测试|同上|test(?:ing)?|n\/?a|none|null|nil|unknown|tbd|(.)\1{6,})$/;

/** One line, half width, lower case, simplified; empty where it says nothing. */
export function folded(raw: string): string {
  if (raw === '') return '';
  const text = cut(plain(raw), LONGEST)[0].toLowerCase().replace(/\s+/g, ' ').trim();
  return NOTHING.test(text) ? '' : simplified(text);
}

/** Letters without their marks: `é` as `e`, `ł` as `l`. */
export function unaccented(text: string): string {
  if (!/[^\x20-\x7E\u3400-\u9FFF]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœı]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

export const HAN = /[\u3400-\u9FFF]/;
