// What a host remembers beside its workbook, as JSON: kept in the working file's side file, and copied by tests.
import type { Mail, TriggerModel, World } from './world';

interface StoredMail extends Omit<Mail, 'attachments'> {
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
}

/** Properties, cache, triggers, mail; nothing of the clock, which goes on, and nothing of a run, which is over. */
export interface Memory {
  readonly document: Readonly<Record<string, string>>;
  readonly users: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cache: Readonly<Record<string, { readonly value: string; readonly until: number }>>;
  readonly triggers: readonly TriggerModel[];
  readonly outbox: readonly StoredMail[];
  readonly mailSent: Readonly<Record<string, { readonly since: number; readonly recipients: number }>>;
  readonly serials: number;
}

export function memoryOf(world: World): Memory {
  return {
    document: Object.fromEntries(world.properties.document),
    users: Object.fromEntries(Array.from(world.properties.users, ([user, store]) => [user, Object.fromEntries(store)])),
    cache: Object.fromEntries(world.cache),
    triggers: world.triggers.map((trigger) => ({ ...trigger })),
    outbox: world.outbox.map((mail) => ({
      ...mail,
      attachments: mail.attachments.map(({ name, type, bytes }) => ({
        name,
        type,
        base64: Buffer.from(bytes).toString('base64'),
      })),
    })),
    mailSent: Object.fromEntries(Array.from(world.mailSent, ([user, sent]) => [user, { ...sent }])),
    serials: world.serials,
  };
}

/** Puts a memory in the place of what the host remembers. */
export function recall(world: World, memory: Memory): void {
  refill(world.properties.document, memory.document);
  world.properties.users.clear();
  for (const [user, store] of Object.entries(memory.users)) world.properties.users.set(user, new Map(Object.entries(store)));
  refill(world.cache, memory.cache);
  world.triggers = memory.triggers.map((trigger) => ({ ...trigger }));
  world.outbox = memory.outbox.map((mail) => ({
    ...mail,
    attachments: mail.attachments.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, 'base64') })),
  }));
  world.mailSent.clear();
  for (const [user, sent] of Object.entries(memory.mailSent)) world.mailSent.set(user, { ...sent });
  world.serials = memory.serials;
}

function refill<T>(map: Map<string, T>, entries: Readonly<Record<string, T>>): void {
  map.clear();
  for (const [key, value] of Object.entries(entries)) map.set(key, value);
}
