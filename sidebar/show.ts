// How values are shown: days near today in words, phones in groups, figures by the reader's habit.
import type { Hit } from '../src/contract/customer-api';
import { isRounded } from '../src/template/rounded';
import type { Locale } from '../src/template/types';
import type { Say } from './panel';

export function figure(value: number, locale: Locale): string {
  return value.toLocaleString(locale);
}

/** `3月18日 周三`, `Wed 18 March`; with the year when it is not today's. */
export function dayName(day: string, locale: Locale, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  if (day.slice(0, 4) !== today.slice(0, 4)) return day;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  const weekday = part({ weekday: 'short' });
  return locale === 'zh-CN'
    ? `${part({ month: 'long', day: 'numeric' })} ${weekday}`
    : `${weekday} ${date.getUTCDate()} ${part({ month: 'long' })}`;
}

/** How long a day is past, `12 天前`; today's is today. */
export function ago(t: Say, day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (!Number.isFinite(days) || days < 0) return day;
  return days === 0 ? t('today.now') : t('customer.ago', { days });
}

/** The time of day of a moment on this clock, `10:24`. */
export function clock(moment: number): string {
  const date = new Date(moment);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** `+8613800002468` as 138 0000 2468; other numbers with their code, in groups; of a number a list has rounded, that it is lost. */
export function phone(t: Say, stored: string): string {
  if (isRounded(stored)) return t('customer.damaged');
  const mainland = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(stored);
  if (mainland !== null) return mainland.slice(1).join(' ');
  return stored;
}

/** Characters that make a file's size readable, e.g. `1.2 MB`. */
export function size(bytes: number, locale: Locale): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${figure(Math.round(bytes / 1_000), locale)} kB`;
  return `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}

/** A text cut where marks of a search begin and end. */
export function cut(text: string, hits: readonly Hit[]): (readonly [part: string, hit: boolean])[] {
  const parts: (readonly [string, boolean])[] = [];
  let at = 0;
  const upTo = (to: number, hit: boolean) => {
    if (to > at) parts.push([text.slice(at, to), hit]);
    at = Math.max(at, to);
  };
  for (const [from, to] of [...hits].sort((a, b) => a[0] - b[0])) {
    upTo(Math.min(from, text.length), false);
    upTo(Math.min(to, text.length), true);
  }
  upTo(text.length, false);
  return parts;
}

/** Marks of a stored value carried over to the way it is shown: without its beginning, and with blanks put in. */
export function carried(stored: string, shown: string, hits: readonly Hit[]): Hit[] {
  if (stored === shown) return [...hits];
  const places = [...shown].flatMap((char, place) => (char === ' ' ? [] : [place]));
  const leftOut = stored.length - places.length;
  const first = (from: number) => places[Math.max(0, from - leftOut)] ?? 0;
  return hits.filter(([, to]) => to > leftOut).map(([from, to]) => [first(from), first(to - 1) + 1] as const);
}
