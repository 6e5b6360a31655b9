// Acts of the journal by the name people know them by.
import type { MessageCode } from '../../src/i18n/index';
import type { Say } from '../panel';

/** A kind without a name here, from a later version, is called by its code. */
export function kindName(t: Say, kind: string): string {
  const code = `act.kind.${kind}`;
  const name = t(code as MessageCode);
  return name === code ? kind : name;
}
