// Searching customers as the sidebar asks for it: how the words were read, and a page of whom they find.
import type { CustomerApi, FoundCustomer, Hit, SearchToken } from '../../contract/customer-api';
import { PAGE_SIZE } from '../../contract/wire';
import { daysBetween, isDay } from '../../domain/days';
import { optionOf } from '../../domain/kinds/enum';
import { maskPhone } from '../../domain/reminders/mask';
import { columnsOf, furtherColumns, type SearchDay, type SearchTable, searchedColumns } from '../../domain/search/match';
import { type Found, findCustomers, readAs } from '../../domain/search/search';
import { readWords, type State, type Term } from '../../domain/search/words';
import { readForSearch } from '../../gateway/customers';
import { enumsInForce } from '../../gateway/options';
import { actingPerson, readPeople } from '../../gateway/people';
import { openRun, poolState, type Run } from '../../gateway/run';
import { FIRST_ROW } from '../../gateway/table';
import { userLocale } from '../../gateway/ui';
import { say } from '../../i18n/index';
import { regionRows } from '../../template/index';
import type { EnumTemplate, Locale } from '../../template/types';
import { pageOf } from '../pages';

/** What the rows of the result show besides what was searched. */
const SHOWN = ['tier', 'last_contact'];

/** Shown in one place: the mobile, else the landline. */
const PHONES = ['mobile', 'phone'];

export const search: CustomerApi['search'] = ({ text, page, locale = userLocale() }) => {
  const run = openRun();
  poolState(run);
  const people = readPeople(run);
  const enums = enumsInForce(run);
  const terms = readWords(String(text), { locale, enums, regions: regionRows, people: people.list.map(({ name }) => name) });
  const day: SearchDay = {
    today: run.today,
    me: actingPerson(run, people)?.name ?? null,
    invalid: new Set(Object.values(enums['sales_status']?.options.find(({ id }) => id === 'invalid')?.label ?? {})),
  };
  if (terms.length === 0) return { day: run.today, tokens: [], ...pageOf<FoundCustomer>([], 0) };
  const columns = [...searchedColumns, ...SHOWN, ...terms.flatMap(columnsOf)];
  let table = readForSearch(run, columns);
  const shown = (Math.max(0, Number(page) || 0) + 1) * PAGE_SIZE;
  let found = findCustomers(table, terms, day, shown);
  const further = furtherColumns(terms);
  if (found.length === 0 && further.length > 0) {
    table = readForSearch(run, further, table);
    found = findCustomers(table, terms, day, shown);
  }
  const { items, ...rest } = pageOf(found, page);
  const show = shower(run, table, enums, day, locale);
  return { day: run.today, tokens: terms.map((term, at) => tokenOf(at, term, found, locale)), items: items.map(show), ...rest };
};

const STATES = {
  overdue: 'due',
  today: 'due',
  coming: 'due',
  pool: 'pool',
  mine: 'mine',
  birthday: 'birthday',
  duplicate: 'duplicate',
} as const satisfies Readonly<Record<State, SearchToken['as']>>;

function tokenOf(at: number, term: Term, found: readonly Found[], locale: Locale): SearchToken {
  if (term.state !== null)
    return { text: term.text, as: STATES[term.state], label: say(locale, { code: `search.${term.state}` }) };
  const kind = readAs(at, term, found);
  return { text: term.text, as: kind === 'state' ? 'text' : kind, label: term.label };
}

function shower(
  { today }: Run,
  table: SearchTable,
  enums: Readonly<Record<string, EnumTemplate>>,
  { me }: SearchDay,
  locale: Locale,
): (found: Found) => FoundCustomer {
  const option = (key: string, label: string) => (enums[key] && optionOf(enums[key], label)) ?? null;
  return ({ row, matches }) => {
    const text = (key: string) => table.column(key)(row);
    const owner = text('owner');
    const phoneKey = PHONES.find((key) => text(key) !== '') ?? '';
    const phone = text(phoneKey);
    const masked = owner === '' && phone !== '';
    const due = text('next_follow_up').slice(0, 10);
    const status = option('sales_status', text('sales_status'));
    const hits: Record<string, Hit[]> = {};
    for (const { key, span } of matches) {
      const field = FIELDS[key] ?? (key === phoneKey && !masked ? 'phone' : null);
      if (span !== null && field !== null) hits[field] = [...(hits[field] ?? []), span];
    }
    return {
      id: text('customer_id'),
      row: FIRST_ROW + row,
      name: text('name') || text('company'),
      company: text('company'),
      city: text('city'),
      tier: option('tier', text('tier'))?.id ?? '',
      status: status?.id ?? '',
      statusLabel: status?.label[locale] ?? text('sales_status'),
      owner,
      mine: owner !== '' && owner === me,
      phone: masked ? maskPhone(phone) : phone,
      masked,
      email: text('email'),
      due: isDay(due) ? due : '',
      late: isDay(due) ? daysBetween(due, today) : null,
      lastContact: text('last_contact').slice(0, 10),
      hits,
    };
  };
}

/** Fields of the result by the column they show. */
const FIELDS: Readonly<Record<string, string>> = {
  customer_id: 'id',
  name: 'name',
  company: 'company',
  city: 'city',
  email: 'email',
  owner: 'owner',
};
