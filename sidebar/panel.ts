// What every panel is given: the server, the words, where it stands and how it moves on.
import type { Server } from '../src/contract/server-api';
import type { Start } from '../src/contract/template-api';
import type { Args, Message, MessageCode } from '../src/i18n/index';
import type { Locale } from '../src/template/types';

export const AREAS = ['today', 'customer', 'data', 'team', 'settings'] as const;
export type Area = (typeof AREAS)[number];

/** Says a code, or a message from the server, in the reader's language; a code without a sentence is said as it is. */
export type Say = (said: MessageCode | Message, args?: Args) => string;

export interface Changes {
  readonly count: number;
  /** The latest day an answer was given on: answers of an earlier one are old. */
  day?: string;
}

export interface PanelProps {
  readonly server: Server;
  readonly t: Say;
  /** The reader's language, which may differ from the workbook's. */
  readonly locale: Locale;
  readonly start: Start;
  readonly visible: boolean;
  /** Counts what this sidebar changed; the same object all along, so that it is never behind. */
  readonly changes: Changes;
  /** To be called after an act that changed the workbook. */
  changed(): void;
  /** @param detail what to show there: a customer's id @param row where he was seen, 1-based */
  go(area: Area, detail?: string, row?: number): void;
}
