// Acts of a follow-up: a contact is logged, a date is put off; each is entered once, however often the page asks.
import type { ContactLog, CustomerAgenda, LoggedContact, Snoozed } from '../contract/today-api';
import { isDay } from '../domain/days';
import { idColumn, readTyped, STAMPS } from '../domain/entry';
import { isEffective } from '../domain/facts/facts';
import { nextFollowUp } from '../domain/follow-up/agenda';
import { afterContact, type ContactRow, changed } from '../domain/follow-up/contact';
import { Refusal } from '../domain/refusal';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { labelInForce, optionId } from '../gateway/options';
import { actingPerson, readPeople } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { appendRecord, type Found, foundAgain, readAppendable, readRecord, writeCells } from '../gateway/records';
import { openRun, poolState, type Run } from '../gateway/run';
import { settingsOf } from '../gateway/settings';
import { tableTemplate, textOf } from '../gateway/table';
import { outcomeOf, remember, remembering } from '../gateway/tokens';
import { say } from '../i18n/index';
import type { Cell } from '../template/types';
import { requirePool } from './acts';
import { agendaOf, planningOf } from './agenda';
import { closedReason } from './customers/form';
import { completenessIn, settledIssue } from './facts';

type Row = Readonly<Record<string, Cell>>;

export function agenda({ customer, row }: { customer: string; row: number }): CustomerAgenda {
  const run = openRun();
  poolState(run);
  const found = readRecord(run, 'customers', customer, row);
  const { cells } = found;
  const me = actingPerson(run, readPeople(run))?.name ?? '';
  const owner = String(cells['owner'] ?? '') || me;
  const due = String(cells['next_follow_up'] ?? '').slice(0, 10);
  return { ...agendaOf(owner, me, planningOf(run, owner), isDay(due) ? [due] : []), closed: closedReason(found) };
}

export function logContact(log: ContactLog): LoggedContact {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const found = readRecord(run, 'customers', log.customer, log.row);
    const by = madeBy(run, found.cells, log.by);
    const contact = contactOf(run, found.cells, log);
    const { id } = enterContact(run, found, contact, { by, token: log.token, asked: log.status });
    return { id, customer: log.customer, name: nameOf(found.cells), nextFollowUp: contact.next_follow_up ?? '' };
  });
}

/**
 * Who made the contact: the customer's owner where the page says so, which saves reading the people; his row is closed to others, and
 * the account stands in `created_by` all the same. Else the person of this account.
 */
function madeBy(run: Run, customer: Row, said: string): string {
  if (said !== '' && said === customer['owner']) return said;
  const me = actingPerson(run, readPeople(run));
  if (me === null) throw new Refusal('followUp.stranger', { account: run.actor || '—' });
  return me.name;
}

/** The contact as the page told it, in stored form. @throws Refusal with what is wrong with it */
function contactOf(run: Run, customer: Row, log: ContactLog): ContactRow {
  const isReached = isEffective(log.result);
  const given = {
    date: run.today,
    type: log.type,
    result: log.result,
    summary: log.summary.trim() || unsaid(run, customer, isReached),
    next_follow_up: log.nextFollowUp || plannedDay(run, customer, isReached),
    next_action: log.nextAction.trim() || null,
  };
  const { values, issues } = readTyped(tableTemplate('interactions'), given, Object.keys(given), kindContext(run, given));
  const wrong = issues[0]?.reason;
  if (wrong !== undefined) throw new Refusal(wrong.code, wrong.args);
  return { ...given, ...(values as Partial<ContactRow>), time: run.stamp.slice(11) };
}

/** What was done, where nobody wrote it down: what was to be done. */
export function unsaid(run: Run, customer: Row, isReached: boolean): string {
  const action = String(customer['next_action'] ?? '');
  const locale = run.state?.locale ?? 'zh-CN';
  if (action === '') return say(locale, { code: isReached ? 'followUp.said.reached' : 'followUp.said.missed' });
  return say(locale, { code: isReached ? 'followUp.said.reachedFor' : 'followUp.said.missedFor', args: { action } });
}

/** The day a follow-up is planned for when nobody typed one. */
function plannedDay(run: Run, customer: Row, isReached: boolean): string {
  const planning = planningOf(run, String(customer['owner'] ?? ''));
  return nextFollowUp(optionId(run, 'tier', customer['tier']), isReached, planning).day;
}

interface Entry {
  /** Name of the person who made the contact. */
  readonly by: string;
  readonly token: string;
  /** Option id of the status the customer is set to; empty: as it is. */
  readonly asked: string;
}

/** Between status and next date: written as it was read, it saves a call; not where a strict rule would refuse what stands there. */
const INTENT = 'intent';

/**
 * Enters a contact and what it changes in the customer. Call under the lock. The stamps go first: where the customer is closed to this
 * account, that is refused and nothing else was written. A call cut off is finished by the next one with its token.
 * @param seen the customer as he was read: he is looked for again before each of his two writes
 * @returns the interaction's id, and the customer where he stands by now
 */
export function enterContact(
  run: Run,
  seen: Found,
  contact: ContactRow,
  { by, token, asked }: Entry,
): { readonly id: string; readonly found: Found } {
  const interactions = readAppendable(run, 'interactions');
  const template = tableTemplate('interactions');
  const key = idColumn(template);
  if (key === null) throw new Error('interactions without ids');
  const result = optionId(run, 'result', contact.result);
  const found = foundAgain(run, seen);
  const values = afterContact(found.cells, contact, {
    result,
    status: optionId(run, 'sales_status', found.cells['sales_status']),
    asked: asked === '' ? null : labelInForce(run, 'sales_status', asked),
    contacting: labelInForce(run, 'sales_status', 'contacting'),
  });
  const after = keptInStep(run, found, values);
  writeStamps(found, after);
  const known = outcomeOf(run, token);
  const [id = ''] =
    known !== null
      ? [known]
      : reserveIds(run, interactions.table, key.key, key.prefix, 1, ([first = '']) => remembering(run, token, first));
  if (!interactions.table.rows.some((row) => textOf(interactions.table, row, key.key) === id)) {
    appendRecord(interactions, {
      ...contact,
      [key.key]: id,
      customer_id: found.cells['customer_id'] ?? null,
      customer_name: nameOf(found.cells),
      effective: isEffective(result),
      owner: by,
      created_at: run.stamp,
      created_by: run.actor,
      updated_at: run.stamp,
      updated_by: run.actor,
    });
  }
  const now = foundAgain(run, found);
  writeRest(run, now, after);
  return { id, found: now };
}

export function snooze(ask: { customer: string; row: number; to: string; token: string }): Snoozed {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const found = readRecord(run, 'customers', ask.customer, ask.row);
    const limit = Number(settingsOf(run)('reminders.snooze_limit'));
    if (!isDay(ask.to) || ask.to <= run.today) throw new Refusal('followUp.past', { day: ask.to });
    const known = outcomeOf(run, ask.token);
    const count = known === null ? Number(found.cells['snooze_count'] ?? 0) + 1 : Number(known);
    if (known === null) remember(run, ask.token, String(count));
    changeCustomer(run, found, { next_follow_up: ask.to, snooze_count: count });
    return { customer: ask.customer, name: nameOf(found.cells), to: ask.to, count, limit };
  });
}

/**
 * Writes cells of a customer with what follows from them, the stamps first.
 * @returns the customer where he stands by now
 * @throws Refusal `followUp.closed`
 */
export function changeCustomer(run: Run, seen: Found, values: Row): Found {
  const found = foundAgain(run, seen);
  const after = keptInStep(run, found, changed(found.cells, values));
  writeStamps(found, after);
  writeRest(run, found, after);
  return found;
}

/** The values with what follows from them in the same row. */
function keptInStep(run: Run, found: Found, values: Row): Row {
  const record = { ...found.cells, ...values };
  const issue = settledIssue(run, found.table, record, Object.keys(values));
  const completeness = completenessIn(run, found.table, { ...record, issue });
  return { ...values, ...changed(found.cells, { issue, completeness }), updated_at: run.stamp, updated_by: run.actor };
}

/** @throws Refusal `followUp.closed` where protection keeps this account out */
function writeStamps(found: Found, after: Row): void {
  try {
    writeCells(
      found,
      pick(after, (key) => STAMPS.includes(key)),
    );
  } catch (error) {
    const at = (found.table.columns.get('updated_at') ?? 0) + 1;
    if (found.table.sheet.getRange(found.row, at).canEdit()) throw error;
    throw new Refusal('followUp.closed', { name: nameOf(found.cells), owner: String(found.cells['owner'] ?? '') || '—' });
  }
}

function writeRest(run: Run, found: Found, after: Row): void {
  const intent = found.cells[INTENT] ?? null;
  const isPlain = intent === null || optionId(run, INTENT, intent) !== '';
  writeCells(
    found,
    pick(after, (key) => !STAMPS.includes(key)),
    isPlain ? [INTENT, 'snooze_count'] : ['snooze_count'],
  );
}

function pick(row: Row, wanted: (key: string) => boolean): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => wanted(key)));
}

export function nameOf(customer: Row): string {
  return String(customer['name'] ?? customer['company'] ?? '');
}
