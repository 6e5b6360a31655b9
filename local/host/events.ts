// What a person's change sets off: simple triggers of the bundle, installable ones of whoever made them.

import type { Area } from './book';
import { makers } from './doubles/makers';
import { UserDouble } from './doubles/session';
import { Killed } from './errors';
import { Double, enumValue } from './guard';
import { domainOf } from './permission';
import { hasFunction, runScript } from './runner';
import { nextDue } from './schedule';
import type { TriggerModel, World } from './world';

/** `value` and `oldValue` come with single cells only. */
export interface EditEvent {
  readonly area: Area;
  readonly value?: string;
  readonly oldValue?: string;
}

type Field = readonly [string, unknown];

export function fireOpen(world: World, user: string): void {
  const fields: Field[] = [];
  const errors = [...simple(world, 'onOpen', user, fields), ...installable(world, 'ON_OPEN', user, fields)];
  raise(errors);
}

export function fireEdit(world: World, user: string, event: EditEvent): void {
  const fields: Field[] = [['range', makers.range(world, event.area)]];
  if (event.value !== undefined) fields.push(['value', event.value]);
  if (event.oldValue !== undefined) fields.push(['oldValue', event.oldValue]);
  raise([...simple(world, 'onEdit', user, fields), ...installable(world, 'ON_EDIT', user, fields)]);
}

export function fireChange(world: World, user: string, changeType: string): void {
  raise(installable(world, 'ON_CHANGE', user, [['changeType', changeType]]));
}

/** A form's response has arrived as a new row; `titles` are the questions, of which two may read alike. The event names no person. */
export function fireFormSubmit(world: World, area: Area, titles: readonly string[], values: readonly string[]): void {
  const named = new Map<string, string[]>();
  titles.forEach((title, i) => {
    named.set(title, [...(named.get(title) ?? []), values[i] ?? '']);
  });
  const fields: Field[] = [
    ['range', makers.range(world, area)],
    ['values', values],
    ['namedValues', named],
  ];
  raise(installable(world, 'ON_FORM_SUBMIT', null, fields));
}

/** Runs the clock triggers that fall due until then, each as its creator, and leaves the clock at `until`. */
export function advance(world: World, until: number): void {
  const errors: Error[] = [];
  for (let next = nextTrigger(world, until); next !== null; next = nextTrigger(world, until)) {
    const { trigger, due } = next;
    trigger.due = trigger.schedule === null ? null : nextDue(trigger.schedule, due);
    world.meter.now = Math.max(world.meter.now, due);
    if (trigger.disabled) continue;
    errors.push(...attempt(() => runTrigger(world, trigger, trigger.creator, [])));
  }
  world.meter.now = Math.max(world.meter.now, until);
  raise(errors);
}

/** Runs a clock trigger out of its turn, as from the script editor; when it is due stays as it was. */
export function fireClock(world: World, trigger: TriggerModel): void {
  runTrigger(world, trigger, trigger.creator, []);
}

function nextTrigger(world: World, until: number): { trigger: TriggerModel; due: number } | null {
  let best: { trigger: TriggerModel; due: number } | null = null;
  for (const trigger of world.triggers) {
    const { due } = trigger;
    if (due !== null && due <= until && (best === null || due < best.due)) best = { trigger, due };
  }
  return best;
}

function simple(world: World, name: string, user: string, fields: readonly Field[]): Error[] {
  if (!hasFunction(world, name)) return [];
  return attempt(() =>
    runScript(world, {
      name,
      user,
      cause: 'simple',
      args: () => [eventObject(world, user, 'LIMITED', fields)],
    }),
  );
}

function installable(world: World, event: TriggerModel['event'], user: string | null, fields: readonly Field[]): Error[] {
  const due = world.triggers.filter((trigger) => trigger.event === event && !trigger.disabled);
  return due.flatMap((trigger) => attempt(() => runTrigger(world, trigger, user, fields)));
}

function runTrigger(world: World, trigger: TriggerModel, user: string | null, fields: readonly Field[]): void {
  runScript(world, {
    name: trigger.handler,
    user: trigger.creator,
    cause: 'trigger',
    args: () => [eventObject(world, user, 'FULL', [...fields, ['triggerUid', trigger.id]])],
  });
}

/** The person is known to the script only inside the owner's domain; null where it was no person: such an event names no file either. */
function eventObject(world: World, user: string | null, authMode: string, fields: readonly Field[]): unknown {
  const known = user !== null && domainOf(user) === domainOf(world.book.owner) && authMode === 'FULL';
  const who: Field[] =
    user === null
      ? []
      : [
          ['source', makers.spreadsheet(world)],
          ['user', new UserDouble(known ? user : '')],
        ];
  const entries: Field[] = [['authMode', enumValue('Script.AuthMode', authMode)], ...who, ...fields];
  return world.realm.record(entries.map(([key, value]) => [key, inRealm(world, value)]));
}

function inRealm(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return world.realm.list(value);
  if (value instanceof Map) return world.realm.record(Array.from(value, ([key, inner]) => [key, inRealm(world, inner)]));
  return value instanceof Double ? world.handle(value) : value;
}

/** A trigger that fails does not keep the next one from running; a killed run is what a test asked for. */
function attempt(act: () => unknown): Error[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof Killed) throw error;
    return [error as Error];
  }
}

/** Google would mail these to the trigger's owner; here they must not pass unseen. */
function raise(errors: readonly Error[]): void {
  const [first] = errors;
  if (first !== undefined) throw first;
}
