// The form of a customer as it is opened: fields in steps, what stands in them, and what the acting user may change.
import type { CustomerApi, FormStep } from '../../contract/customer-api';
import { initialValues } from '../../domain/entry';
import { nextFollowUp } from '../../domain/follow-up/agenda';
import {
  citiesByProvince,
  customerKeys,
  type FieldContext,
  fieldOf,
  formText,
  shownText,
  stepOf,
} from '../../domain/form/fields';
import { isInUse } from '../../domain/kinds/index';
import { optionId } from '../../gateway/options';
import { actingPerson, type People, readPeople } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import { type Found, readRecord } from '../../gateway/records';
import { openRun, poolState, type Run } from '../../gateway/run';
import { tableTemplate } from '../../gateway/table';
import { userLocale } from '../../gateway/ui';
import { type Message, say } from '../../i18n/index';
import type { Cell, Locale } from '../../template/types';
import { planningOf } from '../agenda';
import { managerRefusal } from '../managers';

type Row = Readonly<Record<string, Cell>>;

const STEPS = ['who', 'work', 'follow'] as const;

export const customerForm: CustomerApi['customerForm'] = ({ id, row = 0, locale = userLocale() }) => {
  const run = openRun();
  const { preset } = poolState(run);
  const people = readPeople(run);
  const found = id === null ? null : readRecord(run, 'customers', id, row);
  const record = found === null ? newRecord(run, people) : found.cells;
  const next = found === null ? planned(run, record) : null;
  const template = tableTemplate('customers');
  const whole = found === null ? null : closedReason(found);
  const ownerClosed = managerRefusal(run, people, 'form.ownerByManager')?.failure ?? null;
  const kinds = kindContext(run);
  const context: FieldContext = {
    kinds,
    locale,
    preset,
    records: () => people.list.filter(({ active }) => active).map(({ name }) => name),
    closed: (key) => whole ?? (key === 'owner' ? ownerClosed : null),
  };
  const keys = customerKeys(template).filter((key) => isInUse(template.columns[key], kinds));
  const steps = STEPS.map((step): FormStep => {
    const fields = keys.flatMap((key) => {
      const column = template.columns[key];
      return column === undefined || stepOf(key, column) !== step ? [] : [fieldOf(key, column, context)];
    });
    return { step, fields: fields.map((field) => (field.key === 'next_follow_up' ? explained(field, next, locale) : field)) };
  });
  const values: Row = { ...record, ...(next !== null && { next_follow_up: next.day }) };
  const here = kindContext(run, record);
  return {
    id,
    steps,
    values: Object.fromEntries(keys.map((key) => [key, shownText(values[key], template.columns[key], here)])),
    oneOf: template.oneOf ?? [],
    within: { city: citiesByProvince(kinds) },
    closed: whole,
  };
};

/** A new customer is his who enters him; the rest as a new row in the sheet begins. */
function newRecord(run: Run, people: People): Row {
  const me = actingPerson(run, people);
  const owner = me?.active ? me.name : null;
  return { ...initialValues(tableTemplate('customers'), {}, kindContext(run)), ...(owner !== null && { owner }) };
}

interface Planned {
  readonly day: string;
  readonly why: readonly Message[];
}

/** The first follow-up, by the cadence of the tier; nobody plans for the pool. */
function planned(run: Run, record: Row): Planned | null {
  const owner = formText(record['owner']);
  return owner === '' ? null : nextFollowUp(optionId(run, 'tier', record['tier']), true, planningOf(run, owner));
}

/** A date that was filled in says why it is that one. */
function explained(field: FormStep['fields'][number], next: Planned | null, locale: Locale): FormStep['fields'][number] {
  if (next === null) return field;
  return { ...field, help: next.why.map((reason) => say(locale, reason)).join(locale === 'zh-CN' ? '；' : '; ') || field.help };
}

/** Why protection keeps this account out of a customer's row; null where it does not. One service read. */
export function closedReason({ table, row, cells }: Found): Message | null {
  if (table.sheet.getRange(row, (table.columns.get('name') ?? 0) + 1).canEdit()) return null;
  const owner = formText(cells['owner']);
  return owner === '' ? { code: 'form.closedPool' } : { code: 'form.closed', args: { owner } };
}
