// The product's own words, so that a test reads in both languages and breaks with no wording.
import { type Message, type MessageCode, say } from '../../src/i18n/local';
import type { Args } from '../../src/i18n/message';
import type { Locale } from '../../src/template/types';

export const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];

export type T = (said: MessageCode | Message, args?: Args) => string;

export function wordsOf(locale: Locale): T {
  return (said, args = {}) => say(locale, typeof said === 'string' ? { code: said, args } : said);
}

/** A pattern that fits a sentence whatever its arguments are. */
export function like(sentence: string): RegExp {
  const parts = sentence.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}
