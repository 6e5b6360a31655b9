// Numbers as people write them: full width, thousands, 万 and 亿, signs of loss, units behind.
import { simplified } from '../han';
import { plain } from '../text';

export type AmountReading =
  | { readonly ok: true; readonly value: number; readonly percent: boolean }
  /** `1.234,5,6` and the like, or words. */
  | { readonly ok: false };

const SCALE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

/** Units that may stand behind a count or an amount without saying anything about its size. */
const UNIT = /\s*(?:周?岁|years?(?: old)?|yrs?|个|次|件|人|天|分钟?|min(?:ute)?s?|元整?|块钱?|圆整?)$/i;
const SCALED = /^([\d.,\s'’_]+?)\s*(十万|百万|千万|十|百|千|万|亿|k|w)$/i;
const PLAIN = /^\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** 12,345.67 in Indian groups: 1,23,456. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
/** 1.234.567,89 or 1234,5: the comma cannot divide thousands here. */
const COMMA_DECIMAL = /^(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))$/;
const POINT_THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}$/;

/** @param text as typed, without currency */
export function amount(text: string): AmountReading {
  let bare = simplified(plain(text)).trim();
  // (1,234.50) and 1,234.50- are how accounts write a loss.
  const brackets = /^\((.*)\)$/.exec(bare);
  const negative = brackets !== null || /^-|-$/.test(bare);
  bare = (brackets?.[1] ?? bare).replace(/^[+-]\s*|-$/g, '').trim();
  const percent = /%$/.test(bare);
  if (percent) bare = bare.slice(0, -1).trim();
  bare = bare.replace(UNIT, '');
  const scaled = SCALED.exec(bare);
  const digits = number(scaled?.[1] ?? bare);
  if (digits === null) return { ok: false };
  const size = scaled === null ? 1 : (SCALE[(scaled[2] ?? '').toLowerCase()] ?? 1);
  // 1.2 × 10,000 is 11,999.999… in binary for some digits; amounts have at most four decimals.
  const value = size === 1 ? digits : Math.round(digits * size * 1e4) / 1e4;
  const signed = negative && value !== 0 ? -value : value;
  return { ok: true, value: percent ? Math.round(signed * 1e8) / 1e10 : signed, percent };
}

function number(text: string): number | null {
  const bare = text.replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, '').trim();
  if (PLAIN.test(bare)) return finite(bare);
  if (THOUSANDS.test(bare) || LAKHS.test(bare)) return finite(bare.replace(/,/g, ''));
  if (COMMA_DECIMAL.test(bare)) return finite(bare.replace(/\./g, '').replace(',', '.'));
  return POINT_THOUSANDS.test(bare) ? finite(bare.replace(/\./g, '')) : null;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
