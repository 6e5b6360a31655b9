// ScriptApp: triggers by builder, and what the user has agreed to.
import { ServiceError } from '../errors';
import { Double, type EnumValue, enumValue } from '../guard';
import { firstDue, type Schedule, seeded } from '../schedule';
import type { TriggerModel, World } from '../world';

const SCOPE = 'https://www.googleapis.com/auth/';

export class ScriptAppDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  newTrigger(functionName: string): TriggerBuilderDouble {
    return new TriggerBuilderDouble(this.world, String(functionName));
  }

  /** Only the current user's own. */
  getProjectTriggers(): TriggerDouble[] {
    this.world.requireAuthorised('ScriptApp.getProjectTriggers', 'script.scriptapp');
    return ownTriggers(this.world).map((trigger) => new TriggerDouble(trigger));
  }

  deleteTrigger({ trigger }: TriggerDouble): void {
    this.world.requireAuthorised('ScriptApp.deleteTrigger', 'script.scriptapp');
    this.world.triggers = this.world.triggers.filter((other) => other.id !== trigger.id);
  }

  getAuthorizationInfo(_mode: EnumValue, scopes?: readonly string[]): AuthorizationInfoDouble {
    return new AuthorizationInfoDouble(this.world, scopes ?? this.world.scopes);
  }

  /** Ends the run with a question to the user when one is missing. */
  requireScopes(_mode: EnumValue, scopes: readonly string[]): void {
    const missing = scopes.filter((scope) => isWithheld(this.world, scope));
    if (missing.length > 0) throw new ServiceError('Authorization is required to perform that action.');
  }

  getScriptId(): string {
    return 'local-script';
  }
}

export class AuthorizationInfoDouble extends Double {
  readonly world: World;
  readonly scopes: readonly string[];

  constructor(world: World, scopes: readonly string[]) {
    super();
    this.world = world;
    this.scopes = scopes;
  }

  getAuthorizationStatus(): EnumValue {
    const missing = this.scopes.some((scope) => isWithheld(this.world, scope));
    return enumValue('Script.AuthorizationStatus', missing ? 'REQUIRED' : 'NOT_REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return this.scopes.some((scope) => isWithheld(this.world, scope)) ? 'https://script.google.com/authorize/local-script' : null;
  }

  getAuthorizedScopes(): string[] {
    return this.world.scopes.filter((scope) => !isWithheld(this.world, scope));
  }
}

export class TriggerBuilderDouble extends Double {
  readonly world: World;
  readonly handler: string;

  constructor(world: World, handler: string) {
    super();
    this.world = world;
    this.handler = handler;
  }

  timeBased(): ClockTriggerBuilderDouble {
    return new ClockTriggerBuilderDouble(this.world, this.handler);
  }

  forSpreadsheet(spreadsheet: unknown): SpreadsheetTriggerBuilderDouble {
    if (typeof spreadsheet === 'string' && spreadsheet !== this.world.book.id) {
      throw new ServiceError('You do not have permission to access the requested document.');
    }
    return new SpreadsheetTriggerBuilderDouble(this.world, this.handler);
  }
}

export class ClockTriggerBuilderDouble extends Double {
  readonly world: World;
  readonly handler: string;
  unit: 'minutes' | 'hours' | 'days' | 'once' | null = null;
  every = 1;
  once = 0;
  hour: number | null = null;
  minute: number | null = null;
  zone: string;

  constructor(world: World, handler: string) {
    super();
    this.world = world;
    this.handler = handler;
    this.zone = world.scriptZone;
  }

  everyMinutes(minutes: number): this {
    if (![1, 5, 10, 15, 30].includes(minutes)) throw new ServiceError('everyMinutes must be 1, 5, 10, 15 or 30.');
    return repeat(this, 'minutes', minutes);
  }

  everyHours(hours: number): this {
    return repeat(this, 'hours', hours);
  }

  everyDays(days: number): this {
    return repeat(this, 'days', days);
  }

  atHour(hour: number): this {
    if (hour < 0 || hour > 23) throw new ServiceError('The hour must be between 0 and 23.');
    this.hour = hour;
    return this;
  }

  nearMinute(minute: number): this {
    if (minute < 0 || minute > 59) throw new ServiceError('The minute must be between 0 and 59.');
    this.minute = minute;
    return this;
  }

  inTimezone(zone: string): this {
    this.zone = String(zone);
    return this;
  }

  after(ms: number): this {
    this.once = this.world.meter.now + ms;
    return repeat(this, 'once', 1);
  }

  at(date: Date): this {
    this.once = date.getTime();
    return repeat(this, 'once', 1);
  }

  create(): TriggerDouble {
    const { world, unit } = this;
    if (unit === null) throw new ServiceError('A time-based trigger needs a time.');
    if (world.edition === 'addon' && unit === 'minutes')
      throw new ServiceError('The add-on attempted to create a trigger that runs more often than hourly.');
    const id = nextId(world);
    const schedule = scheduleOf(this, id);
    return addTrigger(world, { id, handler: this.handler, event: 'CLOCK', schedule, due: firstDue(schedule, world.meter.now) });
  }
}

export class SpreadsheetTriggerBuilderDouble extends Double {
  readonly world: World;
  readonly handler: string;
  event: TriggerModel['event'] | null = null;

  constructor(world: World, handler: string) {
    super();
    this.world = world;
    this.handler = handler;
  }

  onEdit(): this {
    return listen(this, 'ON_EDIT');
  }

  onChange(): this {
    return listen(this, 'ON_CHANGE');
  }

  onOpen(): this {
    return listen(this, 'ON_OPEN');
  }

  onFormSubmit(): this {
    return listen(this, 'ON_FORM_SUBMIT');
  }

  create(): TriggerDouble {
    if (this.event === null) throw new ServiceError('A spreadsheet trigger needs an event.');
    return addTrigger(this.world, {
      id: nextId(this.world),
      handler: this.handler,
      event: this.event,
      schedule: null,
      due: null,
    });
  }
}

export class TriggerDouble extends Double {
  readonly trigger: TriggerModel;

  constructor(trigger: TriggerModel) {
    super();
    this.trigger = trigger;
  }

  getUniqueId(): string {
    return this.trigger.id;
  }

  getHandlerFunction(): string {
    return this.trigger.handler;
  }

  getEventType(): EnumValue {
    return enumValue('Script.EventType', this.trigger.event);
  }

  getTriggerSource(): EnumValue {
    return enumValue('Script.TriggerSource', this.trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS');
  }
}

function repeat<B extends ClockTriggerBuilderDouble>(builder: B, unit: NonNullable<B['unit']>, every: number): B {
  builder.unit = unit;
  builder.every = every;
  return builder;
}

function listen<B extends SpreadsheetTriggerBuilderDouble>(builder: B, event: TriggerModel['event']): B {
  builder.event = event;
  return builder;
}

/** The minute is fixed for the life of the trigger; nearMinute keeps it within a quarter of an hour. */
function scheduleOf({ unit, every, once, hour, minute, zone }: ClockTriggerBuilderDouble, id: string): Schedule {
  if (unit === 'once') return { type: 'once', at: once };
  if (unit === 'minutes') return { type: 'minutes', every };
  const near = minute === null ? seeded(id, 60) : Math.min(59, Math.max(0, minute - 15 + seeded(id, 31)));
  if (unit === 'hours') return { type: 'hours', every, minute: near, zone };
  return { type: 'days', every, hour: hour ?? seeded(`${id} hour`, 24), minute: near, zone };
}

function addTrigger(world: World, made: Pick<TriggerModel, 'id' | 'handler' | 'event' | 'schedule' | 'due'>): TriggerDouble {
  world.requireAuthorised('ScriptApp.newTrigger', 'script.scriptapp');
  const own = ownTriggers(world);
  if (own.length >= world.limits.triggersPerUser) {
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  if (world.edition === 'addon' && own.some((other) => other.event === made.event)) {
    throw new ServiceError(
      'The add-on attempted to create too many triggers of this type in this document for this Google user account.',
    );
  }
  const trigger: TriggerModel = {
    ...made,
    creator: world.running.user.toLowerCase(),
    disabled: world.running.cause === 'trigger',
  };
  world.triggers.push(trigger);
  return new TriggerDouble(trigger);
}

function ownTriggers(world: World): TriggerModel[] {
  return world.triggers.filter(({ creator }) => creator === world.running.user.toLowerCase());
}

function nextId(world: World): string {
  const highest = world.triggers.reduce((high, { id }) => Math.max(high, Number(id)), 0);
  return String(highest + 1);
}

function isWithheld(world: World, scope: string): boolean {
  return world.withheld.get(world.running.user.toLowerCase())?.has(scope.replace(SCOPE, '')) ?? false;
}
