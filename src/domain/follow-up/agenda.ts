// When to follow up next: the tier's cadence, working days, leave, and the most a person is given for one day; always with reasons.
import type { Message } from '../../i18n/index';
import type { Day } from '../../template/types';
import { onLeave } from '../calendar/leave';
import { isWorkingDay, type Overrides } from '../calendar/workdays';
import { addDays, weekday } from '../days';

/** When a person works. */
export interface WorkCalendar {
  /** ISO code of the country whose holidays count. */
  readonly region: string;
  readonly overrides: Overrides;
  /** As written in the leave cell. */
  readonly leave: string;
  /** What becomes of a planned day on which he does not work. */
  readonly offDay: 'next' | 'previous' | 'keep';
}

/** What a person has to do already, and the most that is planned for one day. */
export interface Load {
  readonly booked: ReadonlyMap<Day, number>;
  readonly cap: number;
}

export interface Planning {
  readonly today: Day;
  readonly calendar: WorkCalendar;
  readonly load: Load;
  /** Days between contacts by tier's option id. */
  readonly cadence: Readonly<Record<string, number>>;
}

export interface Planned {
  readonly day: Day;
  readonly why: readonly Message[];
}

/** A tier that is named in the reasons, and one whose follow-ups are never moved for want of room. */
const NAMED = { key: 'followUp.every.key', standard: 'followUp.every.standard', prospect: 'followUp.every.prospect' } as const;
const KEY_TIER = 'key';
/** A tier of the team's own keeps the cadence of this one. */
const ORDINARY = 'standard';

/** Working days looked at behind a full one. */
const TRIES = 3;
/** Days looked ahead for a working day; who is off longer than a year is not waited for. */
const HORIZON = 366;

/**
 * The day after a contact: one cadence later, or the next working day when nobody was reached. A day off moves on, and so does a full
 * one unless the tier is key.
 * @param tier option id
 */
export function nextFollowUp(tier: string, reached: boolean, planning: Planning): Planned {
  const { today, cadence } = planning;
  if (!reached) return placed(addDays(today, 1), tier, { code: 'followUp.again' }, planning);
  const days = cadence[tier] ?? cadence[ORDINARY] ?? 1;
  const code = tier in NAMED ? NAMED[tier as keyof typeof NAMED] : 'followUp.every.other';
  return placed(addDays(today, days), tier, { code, args: { days } }, planning);
}

function placed(wanted: Day, tier: string, reason: Message, planning: Planning): Planned {
  const { calendar, load } = planning;
  const why: Message[] = [reason];
  let day = workingDay(wanted, planning);
  if (day !== wanted) {
    const away = isWorkingDay(wanted, calendar.region, calendar.overrides);
    why.push({ code: away ? 'followUp.leave' : 'followUp.off', args: { day: wanted } });
  }
  if (isFull(day, load) && tier !== KEY_TIER) {
    const room = withRoom(day, planning);
    why.push({ code: room === null ? 'followUp.noRoom' : 'followUp.full', args: { day, cap: load.cap, days: TRIES } });
    day = room ?? day;
  }
  why.push({ code: 'followUp.booked', args: { booked: load.booked.get(day) ?? 0, cap: load.cap } });
  return { day, why };
}

/** The first of the next working days that is not full; null when all are. */
function withRoom(full: Day, { calendar, load }: Planning): Day | null {
  let day = full;
  for (let tries = 0; tries < TRIES; tries++) {
    day = workingFrom(addDays(day, 1), calendar);
    if (!isFull(day, load)) return day;
  }
  return null;
}

function isFull(day: Day, { booked, cap }: Load): boolean {
  return (booked.get(day) ?? 0) >= cap;
}

export interface Snooze {
  readonly step: SnoozeStep;
  readonly day: Day;
  readonly booked: number;
  readonly full: boolean;
}

export const SNOOZE_STEPS = ['plus_1d', 'plus_3d', 'plus_1w', 'next_mon'] as const;
export type SnoozeStep = (typeof SNOOZE_STEPS)[number];

/** Days a follow-up can be put off to, each a working day. @param due the day it stands at; one gone by counts as today */
export function snoozeChoices(due: Day | null, planning: Planning): Snooze[] {
  return SNOOZE_STEPS.map((step) => {
    const day = snoozedTo(step, due, planning);
    return { step, day, booked: planning.load.booked.get(day) ?? 0, full: isFull(day, planning.load) };
  });
}

/** The working day one step leads to. */
export function snoozedTo(step: SnoozeStep, due: Day | null, { today, calendar }: Planning): Day {
  const from = due === null || due < today ? today : due;
  return workingFrom(stepped(step, from), calendar);
}

function stepped(step: SnoozeStep, from: Day): Day {
  switch (step) {
    case 'plus_1d':
      return addDays(from, 1);
    case 'plus_3d':
      return addDays(from, 3);
    case 'plus_1w':
      return addDays(from, 7);
    case 'next_mon':
      return addDays(from, 8 - weekday(from));
  }
}

/** A planned day as the team wants it: on a day off the next working day, the one before, or the day as it is. */
function workingDay(day: Day, { calendar, today }: Planning): Day {
  if (calendar.offDay === 'keep') return day;
  if (calendar.offDay === 'next') return workingFrom(day, calendar);
  for (let back = day; back > today; back = addDays(back, -1)) if (works(back, calendar)) return back;
  return workingFrom(day, calendar);
}

function workingFrom(day: Day, calendar: WorkCalendar): Day {
  for (let ahead = 0; ahead < HORIZON; ahead++) {
    const candidate = addDays(day, ahead);
    if (works(candidate, calendar)) return candidate;
  }
  return day;
}

function works(day: Day, { region, overrides, leave }: WorkCalendar): boolean {
  return isWorkingDay(day, region, overrides) && !onLeave(leave, day);
}
