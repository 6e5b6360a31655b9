// What identifies a customer: which columns, in which form two spellings are one, and what identifies nobody.
import { customers } from '../../template/customers';
import type { Cell, ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf } from '../kinds/index';
import { plain } from '../text';

/** The column that no two records of one customer may contradict each other in. */
export const CODE = 'uscc';

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

/** Columns that identify one person or company: those the template calls unique, the record's own id aside. */
export const identifiers = Object.entries(columns).filter(([, column]) => column.unique && column.kind !== 'id');

/** Columns that hold a telephone number, in the template's order. */
export const numbers = Object.entries(columns).filter(([, column]) => column.kind === 'phone');

/** What people write where there is nothing to write, and numbers of advertisements; see `nameKey` for the form. */
const FILLER = /^(?:[\s\-_/\\.*?#x0]+|无|没有|不详|未知|暂无|待补充|空|测试|test(?:ing)?|n\/?a|none|null|nil|unknown|tbd)$/;
const FILLER_PHONES = new Set(['+8613800138000', '+8613900139000']);
/** Mailboxes of an office, not of a person. */
const ROLE_MAILBOX =
  /^(?:info|sales|admin|office|contact|service|support|hello|hr|marketing|test|no-?reply|webmaster|postmaster)@/;

/** Whether a text holds nothing but a number that is nobody's: one of advertisements, or one figure over and over. */
export function isFillerNumber(text: string): boolean {
  const digits = plain(text).replace(/\D/g, '');
  return /(\d)\1{7}$/.test(digits) || (digits.length > 10 && FILLER_PHONES.has(`+86${digits.slice(-11)}`));
}

export type IdentityReader = (key: string, column: ColumnTemplate, raw: Cell, country: string) => string | null;

/** Most Chinese names: nothing in them to fold. */
const HAN_ONLY = /^[\u4E00-\u9FFF]+$/;

/** Whether a text in the form of {@link nameKey} says nothing. */
export function isFiller(key: string): boolean {
  return key === '' || FILLER.test(key);
}

/** Names that differ in width, case and spaces only are one name. */
export function nameKey(name: string): string {
  if (HAN_ONLY.test(name)) return name;
  const flat = plain(name).toLowerCase().replace(/\s+/g, ' ');
  return !flat.includes(' ') ? flat : flat.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** Reads identifiers in their canonical form; `null` for what cannot be read, breaks its column's rules or identifies nobody. */
export function identityReader(context: KindContext): IdentityReader {
  const within = countries(context);
  return (key, column, raw, country) => {
    const here = within(country);
    const kind = kindOf(column);
    const reading = kind.parse(raw, column, here);
    if (!reading.ok || reading.value === null || kind.validate(reading.value, column, here) !== null) return null;
    const value = spelling(reading.value);
    return FILLER.test(value) || FILLER_PHONES.has(value) || (key === 'email' && ROLE_MAILBOX.test(value)) ? null : value;
  };
}

/** Reads identifiers as {@link identityReader} does and judges nothing: what that takes for a value is the same here. */
export function spellingReader(context: KindContext): (column: ColumnTemplate, raw: Cell, country: string) => string | null {
  const within = countries(context);
  return (column, raw, country) => {
    const reading = kindOf(column).parse(raw, column, within(country));
    return reading.ok && reading.value !== null ? spelling(reading.value) : null;
  };
}

/** Nothing to make plain or small. */
const SMALL = /^[\x21-\x40\x5B-\x7E]*$/;

function spelling(value: Cell): string {
  const text = String(value);
  return SMALL.test(text) ? text : plain(text).toLowerCase();
}

/** The context as a row of some country has it. */
function countries(context: KindContext): (country: string) => KindContext {
  const abroad = new Map<string, KindContext>();
  return (country) => {
    let here = abroad.get(country);
    if (here === undefined) {
      // Laid over, not copied: a copy would ask for every part of the context.
      here = country === '' ? context : Object.assign(Object.create(context) as KindContext, { country });
      abroad.set(country, here);
    }
    return here;
  };
}
