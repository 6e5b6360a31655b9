// The people of the Users sheet, and who of them the present account is.
import { optionOf } from '../domain/kinds/enum';
import { Refusal } from '../domain/refusal';
import type { MessageCode } from '../i18n/index';
import type { Locale } from '../template/types';
import { enumsInForce } from './options';
import { peopleTable } from './reading';
import { poolState, type Run } from './run';
import { cellOf, type Table, textOf } from './table';

export interface Person {
  /** 1-based sheet row is {@link FIRST_ROW} + index. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  /** Option id; what cannot be read stands as typed. */
  readonly role: string;
  readonly active: boolean;
  readonly language: Locale;
  readonly digest: boolean;
  readonly leave: string;
}

export interface People {
  readonly table: Table;
  readonly list: readonly Person[];
}

/** The people as {@link peopleTable} has them, and the options: one service read each a run. */
export function readPeople(run: Run): People {
  const { locale } = poolState(run);
  const table = peopleTable(run);
  const enums = enumsInForce(run);
  const idOf = (list: string, text: string) => (enums[list] && optionOf(enums[list], text)?.id) ?? text;
  const list = table.rows.map((row, index) => {
    const text = (key: string) => textOf(table, row, key);
    const language = idOf('language', text('language'));
    return {
      index,
      id: text('user_id'),
      name: text('name'),
      email: text('email').trim().toLowerCase(),
      role: idOf('role', text('role')),
      active: cellOf(table, row, 'active') === true,
      language: language === 'zh-CN' || language === 'en' ? language : locale,
      digest: cellOf(table, row, 'digest') === true,
      leave: text('leave'),
    };
  });
  return { table, list: list.filter(({ name }) => name !== '') };
}

/** The person whose account runs this; null for an account the team does not know. */
export function actingPerson(run: Run, people: People): Person | null {
  const account = run.actor.toLowerCase();
  return account === '' ? null : (people.list.find(({ email }) => email === account) ?? null);
}

/** What the team calls the person of an account, in any case, or the account itself; people are read when first asked for. */
export function nameByAccount(run: Run): (account: string) => string {
  let held: ReadonlyMap<string, string> | null = null;
  return (account) => {
    held ??= new Map(readPeople(run).list.map(({ email, name }) => [email, name]));
    return held.get(account.trim().toLowerCase()) ?? account;
  };
}

/** Addresses that may edit the file, in lower case; the owner's is null on a shared drive. */
export function fileAccess(run: Run): { owner: string | null; editors: readonly string[] } {
  const owner = run.ss.getOwner()?.getEmail().toLowerCase() ?? null;
  const editors = run.ss.getEditors().map((user) => user.getEmail().toLowerCase());
  return { owner, editors: owner === null || editors.includes(owner) ? editors : [owner, ...editors] };
}

/** Whether this account has one of these addresses, in lower case. Where Google does not say who runs, nobody's blank one is his. */
export function isAccountOf(run: Run, emails: readonly string[]): boolean {
  const account = run.actor.toLowerCase();
  return account !== '' && emails.includes(account);
}

/**
 * Lets pass the owner of the file and active admins.
 * @param code the refusal for all others; its sentence names `{admins}`
 */
export function requireAdmin(run: Run, people: People, code: MessageCode): void {
  const owner = run.ss.getOwner()?.getEmail() ?? '';
  const admins = people.list.filter(({ role, active }) => role === 'admin' && active);
  if (isAccountOf(run, [owner.toLowerCase(), ...admins.map(({ email }) => email)])) return;
  throw new Refusal(code, { admins: admins.map(({ name }) => name).join(', ') || owner });
}
