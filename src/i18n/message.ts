// What an error or a notice is before it becomes a sentence: a code and its parameters.
import type { MessageCode } from './index';

/** Parameters of a sentence, by the name it uses in braces. */
export type Args = Readonly<Record<string, string | number>>;

/** A sentence to be said in the reader's language. */
export interface Message {
  readonly code: MessageCode;
  readonly args?: Args;
}
