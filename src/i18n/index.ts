// Sentences by code, in every language, and the one function that says them.
import type { Locale, Text } from '../template/types';
import { fill } from './fill';
import type { Message } from './message';
import { commonWords } from './words/common';
import { customersWords } from './words/customers';
import { duplicatesWords } from './words/duplicates';
import { historyWords } from './words/history';
import { importWords } from './words/import';
import { intakeWords } from './words/intake';
import { kindWords } from './words/kinds';
import { mailWords } from './words/mail';
import { menuWords } from './words/menu';
import { ownersWords } from './words/owners';
import { remindersWords } from './words/reminders';
import { sampleWords } from './words/sample';
import { sidebarWords } from './words/sidebar';
import { sidebarCustomersWords } from './words/sidebar-customers';
import { sidebarDataWords } from './words/sidebar-data';
import { sidebarDuplicatesWords } from './words/sidebar-duplicates';
import { sidebarPasteWords } from './words/sidebar-paste';
import { sidebarSettingsWords } from './words/sidebar-settings';
import { sidebarStartWords } from './words/sidebar-start';
import { templateWords } from './words/template';
import { todayWords } from './words/today';
import { watchWords } from './words/watch';
import { workbookWords } from './words/workbook';

export type { Args, Message } from './message';

/** By area. Joined by a call: a spread of so many properties takes a third of the time the bundle takes to load, at every run. */
const areas = [
  commonWords,
  customersWords,
  duplicatesWords,
  historyWords,
  kindWords,
  importWords,
  intakeWords,
  workbookWords,
  templateWords,
  sampleWords,
  remindersWords,
  ownersWords,
  mailWords,
  sidebarWords,
  sidebarCustomersWords,
  sidebarDataWords,
  sidebarDuplicatesWords,
  sidebarPasteWords,
  sidebarSettingsWords,
  sidebarStartWords,
  menuWords,
  watchWords,
  todayWords,
] as const satisfies readonly Readonly<Record<string, Text>>[];

type CodeOf<Area> = Area extends unknown ? keyof Area : never;

/** Every code there is a sentence for. */
export type MessageCode = CodeOf<(typeof areas)[number]>;

/** The bundle's and the sidebar's sentences. */
export const words: Readonly<Record<MessageCode, Text>> = Object.assign({}, ...areas);

/** All codes, for tests of completeness. */
export const messageCodes = Object.keys(words) as MessageCode[];

/** Says a message in a language. */
export function say(locale: Locale, message: Message): string {
  return fill(words[message.code][locale], message.args ?? {});
}

/** All sentences in one language, by code, for a reader who fills them himself. */
export function sentences(locale: Locale): Readonly<Record<MessageCode, string>> {
  return Object.fromEntries(messageCodes.map((code) => [code, words[code][locale]])) as Record<MessageCode, string>;
}
