// The demo's people: who owns its file, who may edit it, and who sits at the keyboard when the page opens.
import type { Host } from '../host/index';
import { granted } from './complaint';
import { serverOf } from './server-of';
import { sharedWith } from './workbook-facts';

/** Addresses of the sample's team, the file's owner first. */
export const TEAM = [
  'chen.jing@example.com',
  'lin.tao@example.com',
  'wei.ran@example.com',
  'li.lei@example.com',
  'han.mei@example.com',
  'he.jing@example.com',
] as const;

/** The sample's administrator. */
export const OWNER = TEAM[0];

/** Lets the whole team into the file. A person shares a file; no product does that. */
export function sharedWithTeam(host: Host): void {
  for (const email of TEAM) sharedWith(host, email);
}

/** The seller with the most to do today acts from now on; where nobody has anything, the owner does. */
export async function actAsSeller(host: Host): Promise<void> {
  const { owner, editors } = host.book;
  host.as(owner);
  const server = serverOf(host);
  const team = await server.owners();
  // No pool yet.
  if (!team.ok) return;
  const sellers = team.value.filter(
    ({ active, role, customers, email }) => active && role === 'sales' && customers > 0 && editors.includes(email.toLowerCase()),
  );
  let first = { email: owner, due: 0 };
  for (const { email } of sellers) {
    host.as(email.toLowerCase());
    const { counts } = granted(await server.today());
    const due = counts.overdue + counts.today;
    if (due > first.due) first = { email: email.toLowerCase(), due };
  }
  host.as(first.email);
}
