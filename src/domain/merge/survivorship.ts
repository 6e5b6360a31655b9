// Which value stays when records become one: a rule a column (product.md §4.8), or whose value a person chose.
import type { MessageCode } from '../../i18n/index';
import { type CustomerKey, customers } from '../../template/customers';
import { enums } from '../../template/enums';
import type { Cell, ColumnTemplate, Day, EnumTemplate } from '../../template/types';
import { nameKey } from '../door/identity';
import { optionOf } from '../kinds/enum';
import { cut } from '../text';
import { compareText, type MergeRecord, textIn } from './record';

export interface MergeGroup {
  readonly master: MergeRecord;
  /** The others, newest first. */
  readonly others: readonly MergeRecord[];
  readonly today: Day;
  /** Options in force. */
  readonly lists: Readonly<Record<string, EnumTemplate>>;
  /** Whose value a person chose, by column key; only of columns that are not locked. */
  readonly chosen: Readonly<Record<string, MergeRecord>>;
}

export interface Survivorship {
  /** The value that stays; `null` for none. */
  choose(key: string, group: MergeGroup): Cell;
  /** Whether a record's value can still be read out of the one that stays. */
  keeps(stays: string, value: string): boolean;
  /** How it chooses, in words; where it differs, by the text that stays. */
  readonly says: MessageCode | ((stays: string, lists: MergeGroup['lists']) => MessageCode);
  /** Whether a person cannot choose otherwise. */
  readonly locked: boolean;
}

const equal = (stays: string, value: string) => stays === value;

/** A rule that proposes; people may choose otherwise. */
function rule(says: MessageCode, choose: Survivorship['choose'], keeps: Survivorship['keeps'] = equal): Survivorship {
  const ofPerson: Survivorship['choose'] = (key, group) =>
    key in group.chosen ? valueIn(group.chosen[key], key) : choose(key, group);
  return { choose: ofPerson, keeps, says, locked: false };
}

/** A rule nobody overrules. */
function law(says: MessageCode, choose: Survivorship['choose'], keeps: Survivorship['keeps'] = equal): Survivorship {
  return { choose, keeps, says, locked: true };
}

const allOf = ({ master, others }: MergeGroup): readonly MergeRecord[] => [master, ...others];
const having = (group: MergeGroup, key: string): MergeRecord[] => allOf(group).filter(({ cells }) => key in cells);
const valueIn = (record: MergeRecord | undefined, key: string): Cell => record?.cells[key] ?? null;

/** The master's, nobody else's: what script keeps for the record itself, and orders waiting to be carried out. */
const own = law('merge.own', (key, { master }) => valueIn(master, key));

/** The master's; if it is empty, the newest other. */
const filled = rule('merge.filled', (key, group) => valueIn(holder(group, key), key));

/** The master's; if it is empty, the newest other that agrees in the column it depends on: no city of another province. */
function filledWithin(within: string): Survivorship {
  return rule('merge.filled', (key, group) => {
    const stays = textIn(holder(group, within)?.cells ?? {}, within);
    const agrees = (record: MergeRecord) => key in record.cells && textIn(record.cells, within) === stays;
    return valueIn(key in group.master.cells ? group.master : group.others.find(agrees), key);
  });
}

/** The value of the record that another column was taken from: a protection period is its owner's. */
function ofHolder(of: string, pick: (group: MergeGroup, key: string) => MergeRecord | undefined): Survivorship {
  return law('merge.own', (key, group) => valueIn(group.chosen[of] ?? pick(group, of) ?? group.master, key));
}

function holder(group: MergeGroup, key: string): MergeRecord | undefined {
  return group.chosen[key] ?? having(group, key)[0];
}

/** The option that comes last in `ranks`; the master's where several are level. Anything not listed ranks below all. */
function highest(list: keyof typeof enums, ranks: readonly string[]): Survivorship {
  return rule('merge.highest', (key, group) => valueIn(ranked(list, ranks)(group, key), key));
}

function ranked(list: keyof typeof enums, ranks: readonly string[]) {
  return (group: MergeGroup, key: string): MergeRecord | undefined => {
    const options = group.lists[list] ?? enums[list];
    const rank = (record: MergeRecord) => ranks.indexOf(optionOf(options, textIn(record.cells, key))?.id ?? '');
    return having(group, key).sort((a, b) => rank(b) - rank(a))[0];
  };
}

/** Whoever asked to be left alone is; else the master's, or what a person chooses. */
const quietest: Survivorship = {
  ...filled,
  choose(key, group) {
    const quiet = allOf(group).find(({ cells }) => isQuiet(textIn(cells, key), group.lists));
    return quiet === undefined ? filled.choose(key, group) : valueIn(quiet, key);
  },
  says: (stays, lists) => (isQuiet(stays, lists) ? 'merge.strictest' : 'merge.filled'),
};

function isQuiet(text: string, lists: MergeGroup['lists']): boolean {
  return optionOf(lists['contact_pref'] ?? enums.contact_pref, text)?.id === 'do_not_disturb';
}

/** All pieces once, the master's first; pieces the column has no room for are left out. */
function union(separator: RegExp): Survivorship {
  const pieces = (text: string) =>
    text
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
  return law(
    'merge.union',
    (key, group) => {
      const max = roomOf(key);
      let text = '';
      for (const piece of new Set(allOf(group).flatMap((record) => pieces(textIn(record.cells, key))))) {
        const longer = text === '' ? piece : `${text}; ${piece}`;
        if (text === '' || longer.length <= max) text = longer;
      }
      return text === '' ? null : text;
    },
    (stays, value) => pieces(value).every((piece) => pieces(stays).includes(piece)),
  );
}

/** The texts below one another, those of others with their id and day; what the column has no room for is left out. */
const joined = law(
  'merge.joined',
  (key, group) => {
    let text = textIn(group.master.cells, key);
    for (const record of group.others) {
      const more = textIn(record.cells, key);
      if (more === '' || text.includes(more)) continue;
      const line = `[${signature(record)}] ${more}`;
      const longer = text === '' ? line : `${text}\n${line}`;
      if (longer.length <= roomOf(key)) text = longer;
    }
    return text === '' ? null : text;
  },
  (stays, value) => stays.includes(value),
);

/** A record's id and the day it was last touched. */
export function signature({ id, cells }: MergeRecord): string {
  const [day] = cut(textIn(cells, 'updated_at') || textIn(cells, 'created_at'), 10);
  return day === '' ? id : `${id} ${day}`;
}

/** Of the record that was made first. */
const oldest = rule('merge.oldest', (key, group) => {
  const made = (record: MergeRecord) => textIn(record.cells, 'created_at') || '9';
  return valueIn(having(group, key).sort((a, b) => compareText(made(a), made(b)))[0], key);
});

/** The latest day. */
const latest = law('merge.facts', (key, group) =>
  valuesOf(key, group).reduce<string | null>((a, b) => (a !== null && a >= b ? a : b), null),
);

/** The earliest day from today on; else the latest day gone by. */
const nextDay = rule('merge.nextDay', (key, group) => {
  const days = valuesOf(key, group).sort(compareText);
  return days.find((day) => day >= group.today) ?? days[days.length - 1] ?? null;
});

const sum = law('merge.facts', (key, group) => {
  const numbers = allOf(group).flatMap(({ cells }) => (typeof cells[key] === 'number' ? [cells[key]] : []));
  // Whole cents: sums of prices drift in binary fractions.
  return numbers.length === 0 ? valueIn(group.master, key) : Math.round(numbers.reduce((a, b) => a + b, 0) * 100) / 100;
});

function valuesOf(key: string, group: MergeGroup): string[] {
  return allOf(group).flatMap(({ cells }) => textIn(cells, key) || []);
}

/** Characters a column holds; a tags column has no limit of its own but the cell's. */
function roomOf(key: string): number {
  const column = columns[key];
  return column?.kind === 'text' ? column.max : 2000;
}

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

const LISTED = /[;；,，、\n]/;
const consent = ['given', 'none', 'withdrawn'];
const status = ['invalid', 'paused', 'todo', 'contacting', 'quoted', 'negotiating', 'won'];

const rules: Readonly<Partial<Record<CustomerKey, Survivorship>>> = {
  customer_id: own,
  // A name in another width or with other spaces is the name.
  name: rule('merge.filled', filled.choose, (stays, value) => nameKey(stays) === nameKey(value)),
  // Contacts that find no column of their own go here: see contacts.ts.
  other_im: union(/[;；\n]/),
  owner: filled,
  lock_state: ofHolder('owner', holder),
  claimed_at: ofHolder('owner', holder),
  protect_until: ofHolder('owner', holder),
  recycle_on: ofHolder('owner', holder),
  claim: own,
  quick: own,
  tier: highest('tier', ['prospect', 'standard', 'key']),
  stage: highest('stage', ['lost', 'lead', 'first', 'repeat', 'loyal']),
  sales_status: highest('sales_status', status),
  status_since: ofHolder('sales_status', ranked('sales_status', status)),
  next_follow_up: nextDay,
  source: oldest,
  tags: union(LISTED),
  interests: union(LISTED),
  preferences: union(LISTED),
  // An address may hold a comma.
  attachment_url: union(/[;；\s]/),
  needs: joined,
  remark: joined,
  birthday_cal: filledWithin('birthday'),
  age: filledWithin('birthday'),
  city: filledWithin('province'),
  contact_pref: quietest,
  // A person's right.
  consent_status: law('merge.strictest', (key, group) => valueIn(ranked('consent', consent)(group, key), key)),
  consent_date: ofHolder('consent_status', ranked('consent', consent)),
  consent_channel: ofHolder('consent_status', ranked('consent', consent)),
  last_contact: latest,
  order_count: sum,
  total_spend: sum,
  points: sum,
  last_order: latest,
  created_at: oldest,
  created_by: oldest,
};

/** The rule of a column: those above; of what script keeps the master's own; of all else the master's, or the newest other's. */
export function survivorshipOf(key: string): Survivorship {
  return rules[key as CustomerKey] ?? (columns[key]?.kept === 'script' ? own : filled);
}
