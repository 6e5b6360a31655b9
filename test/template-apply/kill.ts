// Kills an act at each of its service writes, runs it again, and says where the end is another one.
import { differences, type Fault, type Host, type HostState } from '../../local/host/index';
import type { TemplateChoice } from '../../src/contract/template-api';
import { isSame, struck } from '../acts/strike';
import { apply, plan } from './pool';

/** A run of its own is killed at so manieth write, both before and after it; at every one where asked (docs/decisions/0005). */
const STRIDE = process.env['CUSTOMER_POOL_EVERY_WRITE'] === '1' ? 1 : 11;

/**
 * Runs the act again from what a kill after each of its writes leaves behind, and from the beginning; lists where the end differs from
 * the undisturbed one. What a kill leaves is seen in an undisturbed run; that it is so, runs that are killed here and there prove.
 */
export function otherEnds(host: Host, choice: TemplateChoice): string[] {
  const from = host.snapshot();
  const moments = host.moments(() => apply(host, choice));
  const end = host.snapshot();
  const states = stateOf(host);
  const bad: string[] = [];
  for (const [at, moment] of moments.entries()) {
    const write = at + 1;
    if (write % STRIDE === 1 % STRIDE) {
      bad.push(...otherwise(host, choice, from, { write, effect: 'before' }, moments[at - 1] ?? from));
      bad.push(...otherwise(host, choice, from, { write, effect: 'after' }, moment));
    }
    apply(host.restore(moment), choice);
    const found = differences(end.book, host.book, 3);
    if (stateOf(host) !== states) found.push(`${states} → ${stateOf(host)}`);
    bad.push(...found.map((text) => `after write ${write}: ${text}`));
  }
  host.restore(end);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
  return bad;
}

/** Whether a run that is killed leaves something else behind than it was seen to. */
function otherwise(host: Host, choice: TemplateChoice, from: HostState, fault: Fault, seen: HostState): string[] {
  const where = `${fault.effect} write ${fault.write}`;
  if (!struck(host.restore(from), fault, () => apply(host, choice))) return [`${where}: not killed`];
  const left = host.snapshot();
  return isSame(host.restore(seen).snapshot(), left) ? [] : [`${where}: another state than was seen`];
}

/** What the product keeps about the workbook outside its cells. */
function stateOf(host: Host): string {
  return ['cp:state', 'cp:apply'].map((key) => host.properties.get(key)).join();
}
