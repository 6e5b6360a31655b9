// Who may do what is everybody's: known by the account alone, and nobody is let in for not being known.
import { managerRefusal } from '../../src/app/managers';
import { type People, requireAdmin } from '../../src/gateway/people';
import type { Run } from '../../src/gateway/run';

const admin = { index: 0, id: 'U-000001', name: 'ann', role: 'admin', active: true, language: 'en', digest: false, leave: '' };

/** As Google answers: the account that runs, and the file's owner. */
function runOf(actor: string, owner: string | null): Run {
  return { actor, ss: { getOwner: () => (owner === null ? null : { getEmail: () => owner }) } } as unknown as Run;
}

function peopleWith(...emails: string[]): People {
  return { table: {}, list: emails.map((email) => ({ ...admin, email })) } as unknown as People;
}

test.each([
  ['an admin', 'Ann@example.com', 'ann@example.com', 'boss@example.com', true],
  ['the owner of the file', 'boss@example.com', 'ann@example.com', 'Boss@example.com', true],
  ['somebody else', 'bob@example.com', 'ann@example.com', 'boss@example.com', false],
  ['an account Google does not name, beside an admin without address', '', '', 'boss@example.com', false],
  ['an account Google does not name, on a shared drive', '', 'ann@example.com', null, false],
  ['an account Google does not name, where the owner has none either', '', '', '', false],
])('%s', (_who, actor, email, owner, passes) => {
  const [run, people] = [runOf(actor, owner), peopleWith(email)];
  const required = () => requireAdmin(run, people, 'owners.adminOnly');
  if (passes) expect(required).not.toThrow();
  else expect(required).toThrow('owners.adminOnly');
  expect(managerRefusal(run, people, 'sort.managerOnly') === null).toBe(passes);
});
