// Kills an act at each of its service writes, runs it again, and says where the end is another one.
import { differences, type Host, Killed } from '../../local/host/index';
import type { TemplateChoice } from '../../src/contract/template-api';
import { apply, plan } from './pool';

/** After every third write, so that all tests together stay within their quarter of an hour; every one where asked (docs/decisions/0005). */
const STRIDE = process.env['CUSTOMER_POOL_EVERY_WRITE'] === '1' ? 1 : 3;

/** Whether the fault struck before the act was over. */
export function struck(host: Host, write: number, effect: 'before' | 'after', choice: TemplateChoice): boolean {
  host.failAt({ write, effect });
  try {
    apply(host, choice);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  } finally {
    host.failAt(null);
  }
}

/**
 * Kills the act at each of its writes and runs it again; lists where the end differs from the undisturbed one. Killed before a write
 * is killed after the one before: nothing the workbook keeps happens in between. So `after` is tried all along, `before` here and
 * there.
 */
export function otherEnds(host: Host, choice: TemplateChoice): string[] {
  const from = host.snapshot();
  host.resetCalls();
  apply(host, choice);
  const { writes } = host.calls;
  const end = host.snapshot();
  const states = stateOf(host);
  const bad: string[] = [];
  for (let write = 1; write <= writes; write++) {
    if (write % STRIDE !== 1 % STRIDE && write % 11 !== 1) continue;
    for (const effect of write % 11 === 1 ? (['before', 'after'] as const) : (['after'] as const)) {
      host.restore(from);
      if (!struck(host, write, effect, choice)) bad.push(`${effect} write ${write}: not killed`);
      apply(host, choice);
      const found = differences(end.book, host.book, 3);
      if (stateOf(host) !== states) found.push(`${states} → ${stateOf(host)}`);
      bad.push(...found.map((text) => `${effect} write ${write}: ${text}`));
    }
  }
  host.restore(end);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
  return bad;
}

/** What the product keeps about the workbook outside its cells. */
function stateOf(host: Host): string {
  return ['cp:state', 'cp:apply'].map((key) => host.properties.get(key)).join();
}
