// Sentences of what runs on this machine besides the bundle's, so that the bundle does not carry them.
import type { Locale, Text } from '../template/types';
import { fill } from './fill';
import { words as shipped } from './index';
import type { Args } from './message';
import { demoWords } from './words/demo';
import { workbenchWords } from './words/workbench';
import { workbenchGridWords } from './words/workbench-grid';
import { workbenchToolWords } from './words/workbench-tools';

export type { Args } from './message';

const words = {
  ...shipped,
  ...demoWords,
  ...workbenchWords,
  ...workbenchGridWords,
  ...workbenchToolWords,
} as const satisfies Readonly<Record<string, Text>>;

export type MessageCode = keyof typeof words;

/** As the bundle's messages, of which each is one, too. */
export interface Message {
  readonly code: MessageCode;
  readonly args?: Args;
}

export const messageCodes = Object.keys(words) as MessageCode[];

/** Says a message in a language. */
export function say(locale: Locale, message: Message): string {
  return fill(words[message.code][locale], message.args ?? {});
}
