// Ways to reach a customer when records become one: every number and address finds a place.
import { customers } from '../../template/customers';
import type { Cell, ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf } from '../kinds/index';
import { plain } from '../text';
import { type MergeRecord, textIn } from './record';
import { type MergeGroup, signature, survivorshipOf } from './survivorship';

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

/** Columns of which a customer needs at least one. */
export const CONTACTS: readonly string[] = customers.oneOf[0];
/** Where contacts go that find no column of their own. */
export const OVERFLOW = 'other_im';
const LAST_RESORT = 'remark';

/** Columns this module fills; all others follow survivorship.ts alone. */
export const contactKeys: readonly string[] = [...CONTACTS, OVERFLOW, LAST_RESORT];

interface Contact {
  readonly key: string;
  readonly text: string;
  /** Form in which two spellings of one number are the same. */
  readonly canonical: string;
  readonly record: MergeRecord;
}

/**
 * The contact columns of the record that stays: the master's values; further ones go to a free column of their kind, then to
 * `other_im` as `mobile:…`, and what finds no room there to the notes, whatever their length: no contact is lost.
 */
export function mergeContacts(group: MergeGroup, context: KindContext): Record<string, Cell> {
  const merged: Record<string, Cell> = {};
  const placed = new Set<string>();
  const contacts = [group.master, ...group.others].flatMap((record) => contactsOf(record, context));
  const put = (key: string, contact: Contact) => {
    merged[key] = contact.record.cells[contact.key] ?? null;
    placed.add(contact.canonical);
  };
  for (const key of CONTACTS) {
    const contact = contacts.find((one) => one.key === key);
    if (contact !== undefined) put(key, contact);
  }
  for (const contact of contacts) {
    if (placed.has(contact.canonical)) continue;
    const free = CONTACTS.find((key) => merged[key] === undefined && fits(columns[key], columns[contact.key], contact, context));
    if (free !== undefined) put(free, contact);
  }
  const homeless = new Map(contacts.filter(({ canonical }) => !placed.has(canonical)).map((one) => [one.canonical, one]));
  return { ...nulls(CONTACTS), ...merged, ...overflow(group, [...homeless.values()]) };
}

/** Whether a value can still be found: in a contact column in any spelling, or written out elsewhere. */
export function contactKept(key: string, cell: Cell, merged: Readonly<Record<string, Cell>>, context: KindContext): boolean {
  const wanted = canonicalOf(key, cell, context);
  if (CONTACTS.some((other) => merged[other] != null && canonicalOf(other, merged[other], context) === wanted)) return true;
  return [OVERFLOW, LAST_RESORT].some((other) => textIn(merged, other).includes(String(cell)));
}

function contactsOf(record: MergeRecord, context: KindContext): Contact[] {
  const here = contextOf(record, context);
  return CONTACTS.flatMap((key) => {
    const cell = record.cells[key] ?? null;
    return cell === null ? [] : [{ key, text: String(cell), canonical: canonicalOf(key, cell, here), record }];
  });
}

/** National numbers are read by the record's own country. */
function contextOf({ cells }: MergeRecord, context: KindContext): KindContext {
  const country = textIn(cells, 'country');
  return country === '' ? context : { ...context, country };
}

/** The value in the form its kind stores, without regard to case; a mobile number is the same in either phone column. */
function canonicalOf(key: string, cell: Cell, context: KindContext): string {
  const column = columns[key];
  if (column === undefined) return String(cell);
  const reading = kindOf(column).parse(cell, column, context);
  const value = reading.ok && reading.value !== null && !reading.more ? reading.value : cell;
  return `${column.kind}:${plain(String(value)).toLowerCase()}`;
}

function fits(
  free: ColumnTemplate | undefined,
  from: ColumnTemplate | undefined,
  contact: Contact,
  context: KindContext,
): boolean {
  if (free === undefined || free.kind !== from?.kind || free.kind === 'text') return false;
  const reading = kindOf(free).parse(contact.text, free, contextOf(contact.record, context));
  return reading.ok && kindOf(free).validate(reading.value, free, context) === null;
}

function overflow(group: MergeGroup, homeless: readonly Contact[]): Record<string, Cell> {
  const other = columns[OVERFLOW];
  const room = other?.kind === 'text' ? other.max : 0;
  let text = String(survivorshipOf(OVERFLOW).choose(OVERFLOW, group) ?? '');
  let notes = String(survivorshipOf(LAST_RESORT).choose(LAST_RESORT, group) ?? '');
  for (const contact of homeless) {
    const entry = `${contact.key}:${contact.text}`;
    const longer = text === '' ? entry : `${text}; ${entry}`;
    if (text.includes(entry) || longer.length <= room) text = text.includes(entry) ? text : longer;
    else notes = `${notes}${notes === '' ? '' : '\n'}[${signature(contact.record)}] ${entry}`;
  }
  return { [OVERFLOW]: text || null, [LAST_RESORT]: notes || null };
}

function nulls(keys: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
