// Why a command cannot go on, for a reason its user can do something about; everything else thrown is a fault of ours.
import type { Failure } from '../../src/contract/wire';
import type { Args, Message, MessageCode } from '../../src/i18n/local';

export class Complaint extends Error {
  readonly reason: Message;
  /** True when the command line itself is wrong: exit code 2, not 1. */
  readonly usage: boolean;

  constructor(code: MessageCode, args: Args = {}, { usage = false }: { usage?: boolean } = {}) {
    super(code);
    this.name = 'Complaint';
    this.reason = { code, args };
    this.usage = usage;
  }
}

/** The value of a reply. @throws Complaint what the server refused */
export function granted<T>(reply: { readonly ok: true; readonly value: T } | Failure): T {
  if (!reply.ok) throw new Complaint(reply.code, reply.args);
  return reply.value;
}
