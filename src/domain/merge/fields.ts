// Fields of a group side by side: in which its records differ, what each rule chooses, and who may choose otherwise.
import type { Message } from '../../i18n/index';
import { customers } from '../../template/customers';
import type { Cell } from '../../template/types';
import { CONTACTS, OVERFLOW } from './contacts';
import { isLocked } from './plan';
import { isPeoples, type MergeRecord, textIn } from './record';
import { type MergeGroup, survivorshipOf } from './survivorship';

export interface Differing {
  readonly key: string;
  /** Values with the ids of the records that hold them; `''` where it is empty. */
  readonly values: readonly { readonly value: string; readonly ids: readonly string[] }[];
  readonly chosen: string;
  readonly rule: Message;
  readonly locked: boolean;
}

export interface Compared {
  readonly differing: readonly Differing[];
  /** Keys of filled columns in which all agree. */
  readonly equal: readonly string[];
}

/**
 * @param keys of the sheet's columns, in their order
 * @param merged the values that stay; the user's own columns stay the master's
 * @param lists options in force
 * @param label of a column
 */
export function compareFields(
  keys: readonly string[],
  records: readonly MergeRecord[],
  master: MergeRecord,
  merged: Readonly<Record<string, Cell>>,
  lists: MergeGroup['lists'],
  label: (key: string) => string,
): Compared {
  const differing: Differing[] = [];
  const equal: string[] = [];
  for (const key of keys.filter((one) => one !== '' && isPeoples(one))) {
    const byValue = new Map<string, string[]>();
    for (const { id, cells } of records) {
      const value = textIn(cells, key);
      byValue.set(value, [...(byValue.get(value) ?? []), id]);
    }
    if (byValue.size === 1 && byValue.has('')) continue;
    if (byValue.size === 1) {
      equal.push(key);
      continue;
    }
    const values = [...byValue].map(([value, ids]) => ({ value, ids }));
    const chosen = textIn(key in customers.columns ? merged : master.cells, key);
    const rule = ruleOf(key, chosen, lists, label);
    // Being left alone is a person's right.
    differing.push({ key, values, chosen, rule, locked: isLocked(key) || rule.code === 'merge.strictest' });
  }
  return { differing, equal };
}

function ruleOf(key: string, stays: string, lists: MergeGroup['lists'], label: (key: string) => string): Message {
  if (CONTACTS.includes(key)) return { code: 'merge.contacts', args: { other: label(OVERFLOW) } };
  if (!(key in customers.columns)) return { code: 'merge.own' };
  const { says } = survivorshipOf(key);
  return { code: typeof says === 'string' ? says : says(stays, lists) };
}
