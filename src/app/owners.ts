// People as the sidebar shows them: who owns how many customers, who may edit the file; added and changed by admins.
import type { OwnerView, TeamApi } from '../contract/team-api';
import { enumeration } from '../domain/kinds/enum';
import { kindOf } from '../domain/kinds/index';
import { Refusal } from '../domain/refusal';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { fileAccess, type People, readPeople, requireAdmin } from '../gateway/people';
import { forgetPeople, kindContext } from '../gateway/reading';
import { openRun, poolState, type Run } from '../gateway/run';
import { appendRecords, FIRST_ROW, readTable, recordOf, textOf, writeRecords } from '../gateway/table';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { requirePool } from './acts';

export const ownersApi = { owners, saveOwner } satisfies Partial<TeamApi>;

type PersonGiven = Parameters<TeamApi['saveOwner']>[0];

const { columns } = workbook.sheets.users;

function owners(): readonly OwnerView[] {
  const run = openRun();
  poolState(run);
  return viewOf(run);
}

/** A name the team does not know is added, a known one changed. The name itself never changes: customers' rows carry it. */
function saveOwner(given: PersonGiven): readonly OwnerView[] {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const people = readPeople(run);
    requireAdmin(run, people, 'owners.adminOnly');
    const person = readGiven(run, people, given);
    const known = people.list.find(({ name }) => name === person.name);
    if (known === undefined) {
      const [id = ''] = reserveIds(run, people.table, 'user_id', columns.user_id.prefix, 1);
      appendRecords(people.table, [{ user_id: id, ...person, digest: true }]);
    } else {
      const before = recordOf(people.table, people.table.rows[known.index] ?? []);
      writeRecords(people.table, FIRST_ROW + known.index, [{ ...before, ...person }]);
    }
    forgetPeople(run);
    return viewOf(run);
  });
}

/** What was given in the form it is stored in. @throws Refusal naming what cannot be */
function readGiven(run: Run, people: People, given: PersonGiven): Readonly<Record<'name' | 'email' | 'role' | 'active', Cell>> {
  const context = kindContext(run);
  const name = kindOf(columns.name).parse(given.name, columns.name, context);
  if (!name.ok || name.value === null) throw new Refusal('owners.name', { max: columns.name.max });
  const email = kindOf(columns.email).parse(given.email, columns.email, context);
  if (!email.ok || email.more !== undefined) throw new Refusal('owners.email', { email: given.email });
  const other = people.list.find((person) => email.value !== null && person.email === email.value && person.name !== name.value);
  if (other !== undefined) throw new Refusal('owners.sameEmail', { email: other.email, name: other.name });
  const role = enumeration.parse(given.role, columns.role, context);
  if (!role.ok || role.value === null) throw new Refusal('owners.role', { role: given.role });
  return { name: name.value, email: email.value, role: role.value, active: given.active };
}

function viewOf(run: Run): OwnerView[] {
  const people = readPeople(run);
  const held = new Map<string, number>();
  const table = readTable(run, 'customers', ['owner']);
  for (const row of table.rows) {
    const owner = textOf(table, row, 'owner');
    if (owner !== '') held.set(owner, (held.get(owner) ?? 0) + 1);
  }
  const { editors } = fileAccess(run);
  return people.list.map(({ name, email, role, active }) => ({
    name,
    email,
    role,
    active,
    customers: held.get(name) ?? 0,
    editor: editors.includes(email),
  }));
}
