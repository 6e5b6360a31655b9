// When a person can follow up next: his calendar, his load and the cadences in force, as the domain and the page take them.
import type { Agenda, SnoozeChoice } from '../contract/today-api';
import { addDays, isDay } from '../domain/days';
import { nextFollowUp, type Planning, snoozeChoices, type WorkCalendar } from '../domain/follow-up/agenda';
import { bookedBy } from '../domain/follow-up/load';
import { optionOf } from '../domain/kinds/enum';
import type { DueCustomer } from '../domain/reminders/due';
import { readCalendar } from '../gateway/due-customers';
import { enumsInForce } from '../gateway/options';
import { peopleTable } from '../gateway/reading';
import type { Run } from '../gateway/run';
import { settingsOf } from '../gateway/settings';
import { cellOf, readTable, textOf } from '../gateway/table';
import type { Day } from '../template/types';

export type Booking = Pick<DueCustomer, 'owner' | 'status' | 'nextFollowUp'>;

/**
 * How follow-ups of an owner are planned.
 * @param customers everybody's, where they were read already; else three service reads
 */
export function planningOf(run: Run, owner: string, customers: readonly Booking[] = readBookings(run)): Planning {
  const setting = settingsOf(run);
  const calendar: WorkCalendar = {
    region: String(setting('general.home_region')),
    overrides: readCalendar(run),
    leave: leaveOf(run, owner),
    offDay: offDayOf(setting('reminders.off_day')),
  };
  return {
    today: run.today,
    calendar,
    load: { booked: bookedBy(owner, customers, run.today), cap: Number(setting('reminders.daily_cap')) },
    cadence: {
      key: Number(setting('reminders.cadence_key')),
      standard: Number(setting('reminders.cadence_standard')),
      prospect: Number(setting('reminders.cadence_prospect')),
    },
  };
}

function offDayOf(setting: unknown): WorkCalendar['offDay'] {
  return setting === 'previous' || setting === 'keep' ? setting : 'next';
}

function leaveOf(run: Run, owner: string): string {
  const table = peopleTable(run);
  const row = table.rows.find((one) => owner !== '' && textOf(table, one, 'name') === owner);
  return row === undefined ? '' : textOf(table, row, 'leave');
}

/** Whose every customer is and when he is due: what stands between those columns comes along. */
export function readBookings(run: Run): Booking[] {
  const table = readTable(run, 'customers', ['owner', 'sales_status', 'next_follow_up']);
  const statuses = enumsInForce(run)['sales_status'];
  return table.rows.map((row) => {
    const status = textOf(table, row, 'sales_status');
    // Who pasted an hour with the day means the day all the same.
    const next = String(cellOf(table, row, 'next_follow_up') ?? '').slice(0, 10);
    return {
      owner: textOf(table, row, 'owner'),
      status: (statuses && optionOf(statuses, status)?.id) ?? status,
      nextFollowUp: isDay(next) ? next : null,
    };
  });
}

/**
 * @param me name of who asks
 * @param days the days a follow-up may stand at that is put off, besides today
 */
export function agendaOf(owner: string, me: string, planning: Planning, days: readonly Day[]): Agenda {
  const { today, load, cadence } = planning;
  const tiers = [...Object.keys(cadence), ''];
  const byTier = (reached: boolean) => Object.fromEntries(tiers.map((tier) => [tier, nextFollowUp(tier, reached, planning)]));
  const snooze: Record<Day, readonly SnoozeChoice[]> = {};
  for (const day of [today, ...days]) if (day >= today) snooze[day] ??= snoozeChoices(day, planning);
  const last = addDays(today, SHOWN);
  const booked = Object.fromEntries([...load.booked].filter(([day]) => day <= last));
  return { today, owner, me, reached: byTier(true), missed: byTier(false), snooze, booked, cap: load.cap };
}

/** Days ahead whose load the page is told: nobody types a later one without knowing why. */
const SHOWN = 120;
