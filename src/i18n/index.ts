// Sentences by code, in every language, and the one function that says them.
import type { Locale, Text } from '../template/types';
import type { Args, Message } from './message';
import { commonWords } from './words/common';
import { importWords } from './words/import';
import { kindWords } from './words/kinds';
import { mailWords } from './words/mail';
import { ownersWords } from './words/owners';
import { remindersWords } from './words/reminders';
import { sampleWords } from './words/sample';
import { sidebarWords } from './words/sidebar';
import { sidebarDataWords } from './words/sidebar-data';
import { workbookWords } from './words/workbook';

export type { Args, Message } from './message';

const words = {
  ...commonWords,
  ...kindWords,
  ...importWords,
  ...workbookWords,
  ...sampleWords,
  ...remindersWords,
  ...ownersWords,
  ...mailWords,
  ...sidebarWords,
  ...sidebarDataWords,
} as const satisfies Readonly<Record<string, Text>>;

/** Every code there is a sentence for. */
export type MessageCode = keyof typeof words;

/** All codes, for tests of completeness. */
export const messageCodes = Object.keys(words) as MessageCode[];

/**
 * Says a message in a language. `{n}` takes the argument n; `{n|customer|customers}` takes the first word when n is 1, else the
 * second, so that English counts read right.
 */
export function say(locale: Locale, message: Message): string {
  return fill(words[message.code][locale], message.args ?? {});
}

function fill(sentence: string, args: Args): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return String(value);
  });
}
