// Who is due for the person at the keyboard, and when he can follow up next.
import type { DueItem, TodayApi, TodayView } from '../contract/today-api';
import { PAGE_SIZE } from '../contract/wire';
import { type Due, dueByOwner, dueLists } from '../domain/reminders/due';
import { readDueCustomers } from '../gateway/due-customers';
import { actingPerson, readPeople } from '../gateway/people';
import { openRun, poolState } from '../gateway/run';
import { settingsOf } from '../gateway/settings';
import { agendaOf, planningOf } from './agenda';
import { agenda, logContact, snooze } from './follow-up';

export const todayApi: TodayApi = { today, agenda, logContact, snooze };

function today(): TodayView {
  const run = openRun();
  poolState(run);
  const owner = actingPerson(run, readPeople(run))?.name ?? '';
  const upcomingDays = Number(settingsOf(run)('reminders.upcoming_days'));
  const customers = readDueCustomers(run);
  const mine = owner === '' ? [] : (dueByOwner(customers, run.today, upcomingDays).get(owner) ?? []);
  const lists = dueLists(mine);
  const ahead = lists.soon.map(({ nextFollowUp }) => nextFollowUp);
  return {
    day: run.today,
    owner,
    overdue: lists.overdue.slice(0, PAGE_SIZE).map(itemOf),
    today: lists.today.slice(0, PAGE_SIZE).map(itemOf),
    soon: lists.soon.slice(0, PAGE_SIZE).map(itemOf),
    counts: { overdue: lists.overdue.length, today: lists.today.length, soon: lists.soon.length },
    agenda: agendaOf(owner, owner, planningOf(run, owner, customers), ahead),
  };
}

function itemOf({ id, row, name, company, tier, mobile, phone, nextFollowUp, late, nextAction }: Due): DueItem {
  return { id, row, name, company, tier, phone: mobile || phone, due: nextFollowUp, late, action: nextAction };
}
