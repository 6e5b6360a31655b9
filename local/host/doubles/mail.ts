// MailApp: mails land in the outbox; the quota counts recipients.
import { ServiceError } from '../errors';
import { Double, doubleOf } from '../guard';
import type { Mail, World } from '../world';
import { textOfInstant } from '../zone';
import { BlobDouble } from './blob';

const DAY = 86_400_000;
const ADDRESS = /^(?:[^<>]*<\s*)?([^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)\s*>?$/;

export class MailAppDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getRemainingDailyQuota(): number {
    this.world.requireAuthorised('MailApp.getRemainingDailyQuota', 'script.send_mail');
    return remaining(this.world);
  }

  sendEmail(...args: unknown[]): void {
    this.world.requireAuthorised('MailApp.sendEmail', 'script.send_mail');
    send(this.world, messageOf(args));
  }
}

type Message = Readonly<Record<string, unknown>>;

/** The object form, or (to, subject, body[, options]), or (to, replyTo, subject, body). */
function messageOf(args: readonly unknown[]): Message {
  const [first, second, third, fourth] = args;
  if (typeof first === 'object' && first !== null) return first as Message;
  if (typeof fourth === 'string') return { to: first, replyTo: second, subject: third, body: fourth };
  return { ...(fourth as Message | undefined), to: first, subject: second, body: third };
}

function send(world: World, message: Message): void {
  const { limits, meter, book } = world;
  const text = (key: string) => (message[key] === undefined || message[key] === null ? '' : String(message[key]));
  const recipients = ['to', 'cc', 'bcc'].flatMap((key) => addressesOf(text(key)));
  if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
  if (recipients.length > limits.mailRecipientsPerMessage) {
    throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
  }
  const size = Math.max(Buffer.byteLength(text('body')), Buffer.byteLength(text('htmlBody')));
  if (size > limits.mailBodyBytes) throw new ServiceError('Limit Exceeded: Email Body Size.');
  if (recipients.length > remaining(world)) throw new ServiceError('Service invoked too many times for one day: email.');
  const from = world.running.user;
  const day = world.mailSent.get(from);
  if (day === undefined || meter.now - day.since >= DAY)
    world.mailSent.set(from, { since: meter.now, recipients: recipients.length });
  else day.recipients += recipients.length;
  const mail: Mail = {
    from,
    to: text('to'),
    cc: text('cc'),
    bcc: text('bcc'),
    replyTo: text('replyTo'),
    name: text('name'),
    subject: text('subject'),
    body: text('body'),
    htmlBody: text('htmlBody'),
    attachments: Array.from((message['attachments'] as ArrayLike<unknown> | undefined) ?? [], attachmentOf),
    at: textOfInstant(book.timeZone, meter.now),
  };
  world.outbox.push(mail);
}

function remaining(world: World): number {
  const day = world.mailSent.get(world.running.user);
  const sent = day === undefined || world.meter.now - day.since >= DAY ? 0 : day.recipients;
  return Math.max(0, world.limits.mailRecipientsPerDay - sent);
}

function addressesOf(list: string): string[] {
  return list
    .split(/[,;]/)
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .map((address) => {
      const found = ADDRESS.exec(address)?.[1];
      if (found === undefined) throw new ServiceError(`Invalid email: ${address}`);
      return found;
    });
}

function attachmentOf(attachment: unknown): Mail['attachments'][number] {
  const blob = doubleOf(attachment);
  if (!(blob instanceof BlobDouble)) throw new ServiceError('Invalid argument: attachments');
  return { name: blob.name ?? 'attachment', type: blob.type ?? 'application/octet-stream', bytes: blob.bytes };
}
