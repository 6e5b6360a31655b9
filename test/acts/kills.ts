// A run killed at a service write, before or after it took effect, and whoever comes next: always the same end.
import type { ActResult } from '../../src/contract/duplicates-api';
import {
  addRows,
  call,
  changesBetween,
  FIRST,
  finish,
  type Given,
  type Host,
  type HostState,
  nameOf,
  newPool,
  recordsIn,
  refusal,
  tabOf,
} from './pool';
import { strikeEach } from './strike';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;
const mobile = (n: number) => `+86139${String(n).padStart(8, '0')}`;

/** `pairs` pairs of duplicates with a child each, far apart; `between` rows of others in between. */
export function people(pairs: number, between: number): { customers: Given[]; interactions: Given[] } {
  const customers: Given[] = [];
  const interactions: Given[] = [];
  const add = (name: string, cells: Given) =>
    customers.push({ customer_id: c(customers.length + 1), name, u_1: `=B${customers.length + 3}`, ...cells });
  for (let copy = 0; copy < 2; copy++) {
    for (let pair = 1; pair <= pairs; pair++) {
      add(nameOf(pair), {
        mobile: mobile(pair),
        [copy === 0 ? 'remark' : 'tags']: `a${pair}`,
        owner: pair % 2 === 0 ? '甲' : '乙',
      });
      for (let i = 0; i < between; i++) add(nameOf(1000 + customers.length), { mobile: mobile(5000 + customers.length) });
      if (copy === 0) continue;
      interactions.push({
        interaction_id: `I-${String(pair).padStart(6, '0')}`,
        customer_id: c(customers.length - between),
        customer_name: nameOf(pair),
      });
    }
  }
  return { customers, interactions };
}

/** A pool of these, with a note on each filled cell of two columns, one of them the user's own. */
export function poolOf({ customers, interactions }: ReturnType<typeof people>): Host {
  const host = newPool();
  for (const name of ['甲', '乙']) {
    call(host, 'saveOwner', { name, email: `${name === '甲' ? 'a' : 'b'}@example.com`, role: 'sales', active: true });
  }
  addRows(host, 'customers', customers);
  note(host, ['mobile', 'u_1']);
  addRows(host, 'interactions', interactions);
  return host;
}

function note(host: Host, columns: readonly string[]): void {
  const tab = tabOf(host, 'customers');
  const keys = host.values(tab)[0] ?? [];
  const sheet = host.book.sheets.find(({ name }) => name === tab);
  recordsIn(host, 'customers').forEach(({ customer_id }, i) => {
    sheet?.notes.set(FIRST + i, new Map(columns.map((key) => [keys.indexOf(key) + 1, `${customer_id} ${key}`])));
  });
}

/**
 * Kills at every write of an act, lets whoever comes next finish it, or begin anew if it had not begun, and compares the ends.
 * @param repair may run before what is wrong is wrong: drift that the template puts right
 * @returns the number of its writes
 */
export function everywhere(
  host: Host,
  from: HostState,
  begin: () => ActResult,
  except: (line: string) => boolean = () => false,
  repair?: () => void,
): number {
  const run = () => void finish(host, begin());
  host.restore(from);
  run();
  const wanted = host.snapshot();
  return strikeEach(
    host,
    () => void host.restore(from),
    run,
    ({ write, effect }) => {
      host.advanceTo('2026-11-23T09:30');
      const rest = call(host, 'resume');
      if (rest !== null) finish(host, rest);
      else run();
      const wrongNow = () => changesBetween(host, wanted.book, host.book).filter((line) => !except(line));
      if (repair !== undefined && wrongNow().length > 0) repair();
      const wrong = wrongNow();
      if (wrong.length > 0) throw new Error(`killed ${effect} write ${write}:\n${wrong.slice(0, 12).join('\n')}`);
      expect([...host.properties.keys()]).not.toContain('cp:open');
    },
  );
}

/** Undoes the first act, unless the run that was killed had come so far. */
export function undone(host: Host): ActResult {
  if (refusal(host, 'undo', { txn: 'X-000001' }) === 'undo.already') return { txn: '', done: 0, of: 0, finished: true, left: 0 };
  return call(host, 'resume') ?? { txn: '', done: 0, of: 0, finished: true, left: 0 };
}

/** The last change's stamp is the only thing that may tell when the act was finished. */
export const stamp = (line: string) => /"2026-11-23 09:/.test(line);
