// An act that cannot go on, for a reason the user can do something about.
import type { Args, Message, MessageCode } from '../i18n/index';

/** Thrown where a value cannot be returned; the rpc door turns it into a failed reply. Everything else thrown is a fault of ours. */
export class Refusal extends Error {
  readonly failure: Message;

  constructor(code: MessageCode, args: Args = {}) {
    super(code);
    this.name = 'Refusal';
    this.failure = { code, args };
  }
}
