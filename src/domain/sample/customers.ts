// The sample's customers as a messy list: the cast with its traps, and ordinary customers up to the size asked for.
import { type CustomerKey, enums, workbook } from '../../template/index';
import type { Cell, ColumnTemplate, Day, EnumTemplate, Locale, Text } from '../../template/types';
import { type DayType, nextWorkingDay } from '../calendar/workdays';
import { addDays, partsOf, serialOf } from '../days';
import { type CastMember, cast } from './cast';
import { type Random, randomOf } from './random';
import { type Naming, nameIn, SELLERS, sampleTeam } from './team';
import * as words from './words';

/** Columns of the list, in order; between them stands one that only this team has. */
const KEYS = [
  'name',
  'company',
  'mobile',
  'phone',
  'email',
  'wechat',
  'uscc',
  'owner',
  'tier',
  'stage',
  'sales_status',
  'intent',
  'next_follow_up',
  'next_action',
  'needs',
  'source',
  'tags',
  'gender',
  'birthday',
  'birthday_cal',
  'title',
  'industry',
  'company_size',
  'country',
  'province',
  'city',
  'contact_pref',
  'consent_status',
  'remark',
] as const satisfies readonly CustomerKey[];

type SampleKey = (typeof KEYS)[number];

const OWN_COLUMN: Text = { 'zh-CN': '会员卡号', en: 'Loyalty card' };
const OWN_AT = 6;
/** A blank line stands after so many customers. */
const BLANK_AFTER = 20;

/** What must become of a row of the sample. */
interface Expected {
  readonly together: string | null;
  readonly near: string | null;
  readonly apart: string | null;
  readonly values: Readonly<Partial<Record<CustomerKey, Cell>>>;
  readonly kept: readonly CustomerKey[];
  readonly setAside: readonly CustomerKey[];
  readonly rejected: boolean;
}

export interface SampleCustomer {
  /** As a file would hold it. */
  readonly raw: Readonly<Record<SampleKey, string>>;
  readonly own: string;
  readonly expected: Expected;
}

export interface SampleOrigin extends Naming {
  readonly seed: number;
  readonly today: Day;
  /** Customers, at least {@link SMALLEST}. */
  readonly size: number;
}

/** The cast alone and a few ordinary customers. */
export const SMALLEST = 60;

const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;
const NO_OVERRIDES: ReadonlyMap<string, DayType> = new Map();

export function sampleCustomers(origin: SampleOrigin): SampleCustomer[] {
  const random = randomOf(origin.seed);
  const held = new Map<string, number>();
  return Array.from({ length: origin.size }, (_, i) => {
    const member = cast[i] ?? ordinary(i - cast.length, random);
    const owner = ownerOf(member, i, origin);
    const before = held.get(owner) ?? 0;
    if (member.cells.next_follow_up === undefined) held.set(owner, before + 1);
    return customerOf(member, { index: i, owner, due: dueDay(before, origin.today) }, origin, random);
  });
}

/** The list as CSV text with headers in the workbook's language, lines ended by CRLF; a blank line stands inside. */
export function customersCsv(customers: readonly SampleCustomer[], locale: Locale): string {
  const headers = KEYS.map((key) => columns[key]?.label[locale] ?? key);
  const lines = customers.map(({ raw, own }) =>
    withOwn(
      KEYS.map((key) => raw[key]),
      own,
    ),
  );
  lines.splice(BLANK_AFTER, 0, []);
  return [withOwn(headers, OWN_COLUMN[locale]), ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function withOwn(cells: readonly string[], own: string): string[] {
  return [...cells.slice(0, OWN_AT), own, ...cells.slice(OWN_AT)];
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** Where a customer stands in the list, whose he is, and when he is due. */
interface Slot {
  readonly index: number;
  readonly owner: string;
  readonly due: Day | null;
}

function customerOf(member: CastMember, { index, owner, due }: Slot, origin: SampleOrigin, random: Random): SampleCustomer {
  const { locale } = origin;
  const said = (text: string | Text) => (typeof text === 'string' ? text : text[locale]);
  const raw = habits(index, due, origin, random);
  // Who says where he lives does not live in the place chosen for him.
  const { country, province, city } = member.cells;
  if (country !== undefined || province !== undefined || city !== undefined) Object.assign(raw, { province: '', city: '' });
  for (const key of KEYS) {
    const cell = member.cells[key];
    const option = (member.options as Readonly<Record<string, string>> | undefined)?.[key];
    if (cell !== undefined) raw[key] = said(cell);
    if (option !== undefined) raw[key] = labelOf(key, option, locale);
  }
  raw.owner = owner;
  const values: Partial<Record<CustomerKey, Cell>> = {};
  if (due !== null && member.cells.next_follow_up === undefined) values.next_follow_up = due;
  for (const [key, value] of Object.entries(member.values ?? {})) {
    values[key as CustomerKey] = typeof value === 'object' && value !== null ? value[locale] : value;
  }
  return {
    raw,
    own: index % 3 === 0 ? String(10_001 + index) : '',
    expected: {
      together: member.together ?? null,
      near: member.near ?? null,
      apart: member.apart ?? null,
      values,
      kept: member.kept ?? [],
      setAside: member.setAside ?? [],
      rejected: member.rejected ?? false,
    },
  };
}

/** What everybody has: a state of the talks, a place, a date; written as differently as people write. */
function habits(index: number, due: Day | null, { locale }: SampleOrigin, random: Random): Record<SampleKey, string> {
  const place = random.pick(words.places);
  const option = (key: SampleKey, ...ids: [string, ...string[]]) => labelOf(key, random.pick(ids), locale);
  return {
    name: '',
    company: '',
    mobile: '',
    phone: '',
    email: '',
    wechat: '',
    uscc: '',
    owner: '',
    tier: random.chance(15) ? 'VIP' : option('tier', 'key', 'standard', 'standard', 'prospect', 'prospect'),
    stage: option('stage', 'lead', 'lead', 'first', 'repeat', 'loyal'),
    sales_status: option('sales_status', 'todo', 'contacting', 'contacting', 'quoted', 'negotiating', 'won'),
    intent: option('intent', 'high', 'mid', 'low'),
    next_follow_up: due === null ? '' : writtenDay(due, index),
    next_action: due === null ? '' : random.pick(words.nextActions)[locale],
    needs: random.chance(60) ? random.pick(words.needs)[locale] : '',
    source: option('source', 'website', 'referral', 'fair', 'social', 'phone'),
    tags: random.chance(40) ? random.pick(words.tags)[locale] : '',
    gender: '',
    birthday: '',
    birthday_cal: '',
    title: random.chance(60) ? random.pick(words.titles)[locale] : '',
    industry: option('industry', 'manufacturing', 'retail', 'catering', 'logistics', 'education'),
    company_size: option('company_size', '1_9', '10_49', '50_199'),
    country: '',
    province: place.province[locale],
    city: place.city[locale],
    contact_pref: option('contact_pref', 'phone', 'wechat', 'e_mail'),
    consent_status: option('consent_status', 'given', 'given', 'none'),
    remark: '',
  };
}

/** A customer nobody sets a trap with. Numbers follow a pattern nobody has: 138 0000 0001 and on. */
function ordinary(number: number, random: Random): CastMember {
  const name = { surname: random.pick(words.surnames), given: random.pick(words.givenNames) };
  const brand = random.pick(words.brands);
  const trade = random.pick(words.trades);
  const form = random.pick(words.legalForms);
  const place = random.pick(words.places);
  const city = place.city['zh-CN'].replace('市', '');
  const digits = String(Math.floor(number / PREFIXES.length) + 1).padStart(4, '0');
  const mobile = random.pick(MOBILE_FORMS)(PREFIXES[number % PREFIXES.length] ?? '138', digits);
  const address = `${name.given.en}.${name.surname.en}${number + 1}@example.com`;
  return {
    cells: {
      name: { 'zh-CN': name.surname['zh-CN'] + name.given['zh-CN'], en: `${name.given.en} ${name.surname.en}` },
      company: {
        'zh-CN': `${city}${brand['zh-CN']}${trade['zh-CN']}${form['zh-CN']}`,
        en: `${place.city.en} ${brand.en} ${trade.en} ${form.en}`.trim(),
      },
      mobile,
      email: random.chance(50) ? (random.chance(50) ? address : address.toLowerCase()) : '',
      province: place.province,
      city: place.city,
    },
    ...(random.chance(8) && { owner: null }),
  };
}

const PREFIXES = ['138', '139', '137', '136', '135'] as const;
type MobileForm = (prefix: string, digits: string) => string;
const MOBILE_FORMS: readonly [MobileForm, ...MobileForm[]] = [
  (prefix, digits) => `${prefix}0000${digits}`,
  (prefix, digits) => `${prefix} 0000 ${digits}`,
  (prefix, digits) => `${prefix}-0000-${digits}`,
  (prefix, digits) => `+86 ${prefix}0000${digits}`,
];

function ownerOf(member: CastMember, index: number, naming: Naming): string {
  const { owner } = member;
  if (owner === null) return '';
  if (typeof owner === 'object') return owner[naming.locale];
  const person = sampleTeam[owner ?? SELLERS[index % SELLERS.length] ?? 1];
  return person === undefined ? '' : nameIn(naming, person);
}

/** Days from today; `n` counts from the next working day, so that every seller has something due on the morning the demo runs. */
const OFFSETS: readonly (number | `n${number}`)[] = [-9, 'n0', -4, -1, 'n1', 0, 'n3', 1, 7, -30];

/** The day for a seller's next customer: his go through the offsets in turn; one in eleven has no date. */
function dueDay(nth: number, today: Day): Day | null {
  const offset = OFFSETS[nth % (OFFSETS.length + 1)];
  if (offset === undefined) return null;
  if (typeof offset === 'number') return addDays(today, offset);
  return addDays(nextWorkingDay(addDays(today, 1), 'CN', NO_OVERRIDES), Number(offset.slice(1)));
}

/** A day in one of six spellings that can be read in one way only. */
function writtenDay(day: Day, index: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const spellings = [
    day,
    `${year}年${month}月${dayOfMonth}日`,
    `${year}.${month}.${dayOfMonth}`,
    `${year}/${month}/${dayOfMonth}`,
    String(serialOf(day)),
    day.replace(/-/g, ''),
  ];
  return spellings[index % spellings.length] ?? day;
}

function labelOf(key: SampleKey, id: string, locale: Locale): string {
  const column = columns[key];
  const list: EnumTemplate | undefined =
    column?.kind === 'enum' ? (enums as Readonly<Record<string, EnumTemplate>>)[column.enum] : undefined;
  const option = list?.options.find((one) => one.id === id);
  if (option === undefined) throw new Error(`no option ${id} in ${key}`);
  return option.label[locale];
}
