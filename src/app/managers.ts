// Acts on everybody's customers are a manager's: who may do them.
import { Refusal } from '../domain/refusal';
import { isAccountOf, type People } from '../gateway/people';
import type { Run } from '../gateway/run';
import type { MessageCode } from '../i18n/index';

const MANAGING = ['admin', 'manager'];

/**
 * Lets pass the owner of the file, active managers and admins; and everybody while the team has none yet. One service read.
 * @param code the refusal for all others; its sentence names `{managers}`
 */
export function requireManager(run: Run, people: People, code: MessageCode): void {
  const refusal = managerRefusal(run, people, code);
  if (refusal !== null) throw refusal;
}

export function managerRefusal(run: Run, people: People, code: MessageCode): Refusal | null {
  const managers = people.list.filter(({ role, active }) => MANAGING.includes(role) && active);
  if (
    managers.length === 0 ||
    isAccountOf(
      run,
      managers.map(({ email }) => email),
    )
  )
    return null;
  if (isAccountOf(run, [run.ss.getOwner()?.getEmail().toLowerCase() ?? ''])) return null;
  return new Refusal(code, { managers: managers.map(({ name }) => name).join(', ') });
}
