// Taking responses killed at every service write, then tried again: nobody is lost, doubled or entered under another number.
import { differences, type Fault, type Host } from '../../local/host/index';
import { addRows, call, customersIn, finish, freshPool, ledger, link, recordsIn, struck, submit, tabOf, takeAll } from './pool';

jest.setTimeout(120_000);

/** Responses of every outcome: new ones, two of one person, a known customer with another answer, nobody, an unreadable answer. */
function prepared(): Host {
  const host = freshPool();
  addRows(host, 'customers', [{ customer_id: 'C-000001', name: '张伟', mobile: '+8613900139009', email: 'old@example.com' }]);
  link(host);
  submit(host, { at: '2026-11-23 08:00:00', name: '王芳', mobile: '13900139001' });
  submit(host, { at: '2026-11-23 08:01:00', name: '王芳', mobile: '13900139001', email: 'wang@example.com' });
  submit(host, { at: '2026-11-23 08:02:00', name: '张伟', mobile: '13900139009', email: 'new@example.com' });
  submit(host, { at: '2026-11-23 08:03:00', mobile: '13900139003', needs: '报价' });
  submit(host, { at: '2026-11-23 08:04:00', name: '李娜', mobile: '1.38E+10', city: '深圳' });
  return host;
}

function goOnFromCard(host: Host): void {
  call(host, 'resume');
  takeAll(host);
}

/** How a killed run is followed: by the next click, by the hourly run, by the response after it. */
const again: readonly (readonly [string, readonly Fault['effect'][], (host: Host) => void])[] = [
  ['the next click', ['before', 'after'], (host) => void takeAll(host)],
  // Before a write is after the one before it.
  ['the hourly run', ['after'], (host) => void host.run('hourly')],
  ['the card about unfinished work', ['after'], goOnFromCard],
];

test.each(again)('killed anywhere, and finished by %s', (_title, effects, goOn) => {
  const host = prepared();
  call(host, 'remindersOn');
  const from = host.snapshot();
  takeAll(host);
  goOn(host);
  const wanted = host.snapshot().book;
  expect(ledger(host)).toEqual(['created', 'known', 'known', 'invalid', 'created']);
  expect(customersIn(host).map(({ customer_id, name }) => [customer_id, name])).toEqual([
    ['C-000001', '张伟'],
    ['C-000002', '王芳'],
    ['C-000003', '李娜'],
  ]);
  let kills = 0;
  for (const effect of effects) {
    for (let write = 1; ; write++) {
      host.restore(from);
      const fault: Fault = { write, effect };
      if (!struck(host, fault, () => void takeAll(host))) break;
      goOn(host);
      kills++;
      const wrong = differences(wanted, host.book, 30).filter((line) => !/\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(line));
      if (wrong.length > 0) throw new Error(`killed ${effect} write ${write}:\n${wrong.slice(0, 10).join('\n')}`);
    }
  }
  expect(kills).toBeGreaterThan(8);
  expect(recordsIn(host, 'customers')).toHaveLength(3);
});

test('killed anywhere, the customers sorted meanwhile, then finished: everybody is there once and whole', () => {
  const host = prepared();
  for (let i = 0; i < 4; i++)
    submit(host, {
      at: `2026-11-23 09:0${i}:00`,
      name: `${'赵孙周吴'[i]}敏`,
      mobile: `1370011223${i}`,
      city: i % 2 === 0 ? '' : '上海',
    });
  const from = host.snapshot();
  const byId = () => customersIn(host).sort((a, b) => (String(a['customer_id']) < String(b['customer_id']) ? -1 : 1));
  takeAll(host);
  const wanted = byId();
  let kills = 0;
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, () => void takeAll(host))) break;
    const rows = recordsIn(host, 'customers').length;
    if (rows > 1) host.sort(`'${tabOf(host, 'customers')}'!A3:EZ${2 + rows}`, 1, false);
    takeAll(host);
    expect([write, byId()]).toEqual([write, wanted]);
    kills++;
  }
  expect(kills).toBeGreaterThan(8);
});

test('taken back, the customers go and the responses stay taken', () => {
  const host = prepared();
  takeAll(host);
  const { items } = call(host, 'history', { page: 0 });
  const act = items.find(({ kind }) => kind === 'intake');
  expect(act).toMatchObject({ undoable: true, size: 2 });
  finish(host, call(host, 'undo', { txn: act?.txn ?? '' }));
  expect(customersIn(host).map(({ name }) => name)).toEqual(['张伟']);
  expect(takeAll(host)).toBe(0);
});
