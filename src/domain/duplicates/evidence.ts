// Evidence in words: what two records have in common and what not, and what had to be normalised to see it.
import type { Message, MessageCode } from '../../i18n/index';
import type { Cell } from '../../template/types';
import type { Part, Weighed } from '../linkage/explain';
import type { LinkKind } from '../linkage/index';
import { addContacts, type Contacts } from '../linkage/normalise/contact';
import { personName } from '../linkage/normalise/person';
import { excerpt } from '../text';
import { columnsOf, kindOfColumn } from './columns';
import { stepsBetween } from './steps';

type Row = Readonly<Record<string, Cell>>;

export interface Evidence {
  readonly about: string;
  readonly side: 'for' | 'against' | 'uncounted';
  readonly says: Message;
  readonly detail: readonly Message[];
  /** Tenths of a bit. */
  readonly tenths: number;
}

/** Kinds of columns that bring a kind of evidence, the usual one first. */
const sources: Readonly<Record<string, readonly LinkKind[]>> = {
  name: ['person_name'],
  mobile: ['mobile', 'phone', 'wechat', 'email'],
  email: ['email', 'wechat', 'phone'],
  account: ['wechat', 'email'],
  code: ['national_id'],
  organisation: ['company'],
  birth: ['birth_date'],
  address: ['address'],
  postcode: ['postcode'],
  city: ['city'],
  province: ['province'],
  country: ['country'],
  'weak 1': ['title'],
};

const lists: Readonly<Record<string, keyof Contacts>> = { mobile: 'mobiles', email: 'emails', account: 'accounts' };

/** What has its own words, as no column stands for it. */
const named: Readonly<Record<string, MessageCode>> = {
  domain: 'evidence.domain',
  landline: 'evidence.landline',
  mention: 'evidence.mention',
  strangers: 'evidence.strangers',
  namesakes: 'evidence.namesakes',
};

const RANK = ['for', 'against', 'uncounted'];

/** The evidence of a pair, what weighs most first; what its tenths lack of the total is where one starts from. */
export function evidenceOf(pair: Weighed, a: Row, b: Row, label: (key: string) => string): Evidence[] {
  return pair.parts
    .map((part) => inWords(part, a, b, label))
    .sort((x, y) => RANK.indexOf(x.side) - RANK.indexOf(y.side) || Math.abs(y.tenths) - Math.abs(x.tenths));
}

function inWords(part: Part, a: Row, b: Row, label: (key: string) => string): Evidence {
  const { about, level, top } = part;
  // To be the same as most says nothing, and never speaks against it, though it weighs a little less than not to be asked.
  const tenths = level === top ? Math.max(0, part.tenths) : part.tenths;
  const side = tenths === 0 ? 'uncounted' : tenths < 0 ? 'against' : 'for';
  const own = named[about];
  const [left, right] = textsOf(about, a, b);
  const what = label(columnsOf(sources[about]?.[0] ?? 'ignore')[0] ?? about);
  const says: Message = own !== undefined ? { code: own } : { code: codeOf(part, left, right), args: { what } };
  return { about, side, says, detail: detailOf(part, left, right, label), tenths };
}

function codeOf({ about, level, top, not }: Part, a: string, b: string): MessageCode {
  if (not === 'same') return 'evidence.also';
  if (about === 'name') {
    if (level === 4) return 'evidence.script';
    if (level === 3 && isOneSound(a, b)) return 'evidence.sound';
    if (level === 1) return 'evidence.surname';
  }
  if (level === top) return 'evidence.same';
  return level === 0 ? 'evidence.differs' : level * 2 >= top ? 'evidence.near' : 'evidence.part';
}

function detailOf({ about, level, top, tenths, not }: Part, a: string, b: string, label: (key: string) => string): Message[] {
  if (not === 'crowd') return [{ code: 'evidence.crowd' }];
  if (not === 'same') {
    const said = about === 'email' ? 'name' : 'company';
    return [{ code: 'evidence.said', args: { other: label(said) } }];
  }
  // The same, and yet no sign of one customer: half the table says so.
  if (level === top && tenths < 0) return [{ code: 'evidence.common' }];
  if (a === b || a === '' || b === '') return [];
  const both: Message = { code: 'evidence.values', args: { a: excerpt(a), b: excerpt(b) } };
  if (about === 'name' && (level === 3 || level === 4) && isOneSound(a, b)) {
    return [both, { code: 'evidence.pinyin', args: { pinyin: personName(a).words.join(' ') } }];
  }
  const steps = level < top ? [] : stepsBetween(about, a, b);
  return steps.length === 0 ? [both] : steps;
}

function isOneSound(a: string, b: string): boolean {
  const [left, right] = [personName(a), personName(b)];
  return (left.han || right.han) && left.key === right.key;
}

/** The cells a kind of evidence was found in: of contacts, those that hold the same one, whichever columns they stand in. */
function textsOf(about: string, a: Row, b: Row): readonly [string, string] {
  const keys = columnsOf(...(sources[about] ?? []));
  const list = lists[about];
  const textIn = (row: Row, key: string) => String(row[key] ?? '');
  if (list === undefined) return [textIn(a, keys[0] ?? ''), textIn(b, keys[0] ?? '')];
  const cells = (row: Row) =>
    keys.flatMap((key) => {
      const found: Contacts = { mobiles: [], landlines: [], emails: [], accounts: [] };
      addContacts(textIn(row, key), kindOfColumn(key), found);
      return found[list].length === 0 ? [] : [{ text: textIn(row, key), values: found[list] }];
    });
  const [left, right] = [cells(a), cells(b)];
  for (const one of left) {
    const other = right.find(({ values }) => values.some((value) => one.values.includes(value)));
    if (other !== undefined) return [one.text, other.text];
  }
  return [left[0]?.text ?? '', right[0]?.text ?? ''];
}
