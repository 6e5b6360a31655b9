// Mail addresses: one a cell, lower case; whether they are reached is another matter.
import { plain } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

const MAX = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u;
/** Most addresses, as they are stored: nothing in them to tidy. */
const STORED = /^(?=[^@]{1,64}@.{4,189}$)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const SEPARATOR = /[\s;,、|]+|(?<=\.[a-z]{2,})\/(?=[^/]*@)/;

/** Hosts most people use; a host one slip away from one of these is worth a question. */
const HOSTS = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'qq.com',
  '163.com',
  '126.com',
  'sina.com',
  'foxmail.com',
];

/** Real hosts that look like slips of the ones above. */
const NEIGHBOURS = ['mail.com', 'email.com', 'ymail.com', 'fmail.com', 'rmail.com'];

export const email: Kind<ColumnOf<'email'>> = {
  parse(raw) {
    if (typeof raw === 'string' && STORED.test(raw)) return read(raw);
    const given = typed(raw);
    const bare = plain(given);
    if (bare === '') return EMPTY;
    const found = addresses(bare);
    const wrong = found.find((address) => fault(address) !== null);
    if (wrong !== undefined) return unread(fault(wrong) ?? 'kind.email.form', given, { ...suggested(wrong) });
    const [first, ...others] = [...new Set(found)];
    if (first === undefined) return unread('kind.email.noAt', given);
    const more = others.length > 0 ? { more: others } : {};
    return first === given ? { ...read(first), ...more } : { ...read(first, others.length > 0 ? 'split' : 'format'), ...more };
  },
  format: (value) => typed(value),
  validate(value) {
    const likelier = otherHost(typed(value));
    return likelier === null ? null : { code: 'kind.email.slip', args: { text: typed(value), suggestion: likelier } };
  },
  setup: () => ({
    numberFormat: '@',
    rule: {
      type: 'formula',
      formula: `AND(ISNUMBER(SEARCH("?@?*.?*";{cell}));LEN({cell})<=${MAX})`,
      strict: false,
    },
  }),
  initial: () => null,
  likeness(given) {
    if (!/[@＠]/.test(given)) return -1;
    return addresses(plain(given)).some((address) => fault(address) === null) ? 1 : 0.4;
  },
};

/** The addresses in a cell, lower case, without mailto:, names and brackets around them. */
function addresses(bare: string): string[] {
  const glued = bare
    .toLowerCase()
    .replace(/mailto:/g, '')
    .replace(/^(?:e-?mail|邮箱|邮件|电子邮箱)\s*[:：]\s*/u, '')
    // A blank or a full stop of another script slipped in around the signs of an address.
    .replace(/\s*@\s*/g, '@')
    .replace(/。/g, '.')
    .replace(/\s*\.\s*(?=[a-z]{2,6}(?:$|[\s;,]))/g, '.');
  const bracketed = [...glued.matchAll(/<([^<>\s]*@[^<>\s]*)>/g)].map((match) => match[1] ?? '');
  const parts = bracketed.length > 0 ? bracketed : glued.split(SEPARATOR);
  return parts.map((part) => part.replace(/^[<("'[]+|[>)"'\].:]+$/g, '')).filter((part) => part !== '');
}

function fault(address: string) {
  if (address.length > MAX) return 'kind.email.tooLong';
  const at = address.split('@');
  if (at.length === 1) return 'kind.email.noAt';
  const [local = '', domain = ''] = at;
  if (at.length > 2) return 'kind.email.form';
  if (!domain.includes('.')) return 'kind.email.noSuffix';
  if (!LOCAL.test(local) || /^\.|\.\.|\.$/.test(local) || !DOMAIN.test(domain)) return 'kind.email.form';
  return null;
}

/** What was probably meant by an address that cannot be one. */
function suggested(address: string): { readonly suggestion: string } | Record<string, never> {
  const [local = '', domain = '', ...rest] = address.split('@');
  if (rest.length > 0 || local === '' || domain === '') return {};
  const host = HOSTS.find((known) => known.split('.')[0] === domain) ?? HOSTS.find((known) => oneSlip(domain, known));
  const guess = `${local}@${host ?? (domain.includes('.') ? domain.replace(/\.{2,}/g, '.').replace(/,/g, '.') : `${domain}.com`)}`;
  return fault(guess) === null ? { suggestion: guess } : {};
}

/** The address with the host its owner probably meant, or null. */
function otherHost(address: string): string | null {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1);
  if (at < 1 || HOSTS.includes(host) || NEIGHBOURS.includes(host)) return null;
  // Short hosts are a slip away from each other's real neighbours: 136.com, q.com.
  const meant = HOSTS.find((known) => known.length >= 9 && oneSlip(host, known)) ?? null;
  return meant === null ? null : `${address.slice(0, at)}@${meant}`;
}

/** Whether two words differ by one letter left out, added, changed, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
