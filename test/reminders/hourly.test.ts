// The hourly run on the host: one mail a day for everybody who has something due, and a ledger that tells the truth.
import type { Host } from '../../local/host/index';
import { addPeople, addRows, BOSS, call, due, hasTab, openPool, recordsIn, refusal, tabOf } from './pool';

const ANN = 'ann@example.com';
const BOB = 'bob@example.com';

function pool(options: Parameters<typeof openPool>[0] = {}): Host {
  const host = openPool({ editors: [ANN, BOB], now: '2026-03-10T15:00', ...options });
  addPeople(host, [{ name: 'ann' }, { name: 'bob' }]);
  addRows(host, 'customers', [
    due(1, 'ann', '2026-03-07', { tier: '重要', next_action: '确认二期报价', company: '上海启明科技' }),
    due(2, 'ann', '2026-03-11'),
    due(3, 'bob', '2026-03-13'),
    due(4, '', '2026-03-11'),
    due(5, 'bob', '2026-03-11', { sales_status: '无效' }),
  ]);
  return host;
}

const sent = (host: Host) => host.outbox.map(({ to, subject }) => [to, subject]);
const ledger = (host: Host) => recordsIn(host, 'send_log').map(({ key, state }) => [key, state]);

test('everybody with something due gets one mail in the first run after eight, and none that day again', () => {
  const host = pool();
  const view = call(host, 'remindersOn');
  expect(view).toMatchObject({ steward: BOSS, mine: true, lastRun: null, sendHour: 8, unknown: [], waiting: 0, failed: [] });
  host.advanceTo('2026-03-11T07:59');
  expect(sent(host)).toEqual([]);
  host.advanceTo('2026-03-11T08:59');
  expect(sent(host)).toEqual([
    [ANN, '1 位逾期，1 位今天 · 客户池 3月11日 周三'],
    [BOB, '1 位 3 天内 · 客户池 3月11日 周三'],
  ]);
  expect(ledger(host)).toEqual([
    [`2026-03-11|${ANN}|digest`, 'sent'],
    [`2026-03-11|${BOB}|digest`, 'sent'],
  ]);
  host.advanceTo('2026-03-11T23:00');
  expect(host.outbox).toHaveLength(2);
  host.advanceTo('2026-03-12T09:00');
  expect(host.outbox).toHaveLength(4);
  expect(call(host, 'reminders').lastRun).toMatch(/^2026-03-12 08:/);
});

test('the mail links to the rows, masks numbers and says who sends it', () => {
  const host = pool();
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T09:00');
  const [mail] = host.outbox;
  expect(mail?.htmlBody).toContain('range=A3"');
  expect(mail?.htmlBody).toContain('138****2001');
  expect(mail?.htmlBody).not.toContain('13800002001');
  expect(mail?.body).toContain('确认二期报价');
  expect(mail?.body).toContain('由boss的账号发送');
  expect(mail?.body).toContain('不想收：让主管在“人员”里关闭“接收日报”。');
  expect(mail?.name).toBe('客户池');
});

test('no mail on days off; the next working morning brings what gathered', () => {
  const host = pool({ now: '2026-03-13T15:00' });
  call(host, 'remindersOn');
  host.advanceTo('2026-03-15T23:00');
  expect(host.outbox).toEqual([]);
  host.advanceTo('2026-03-16T09:00');
  expect(host.outbox).toHaveLength(2);
});

test('nobody due, no mail, no line', () => {
  const host = openPool({ now: '2026-03-10T15:00' });
  addPeople(host, [{ name: 'ann' }]);
  call(host, 'remindersOn');
  host.advanceTo('2026-03-12T23:00');
  expect(host.outbox).toEqual([]);
  expect(ledger(host)).toEqual([]);
});

test('the recipient reads his own language', () => {
  const host = pool();
  const keys = host.values(tabOf(host, 'users'))[0] ?? [];
  const column = String.fromCharCode(65 + keys.indexOf('language'));
  host.edit(`'${tabOf(host, 'users')}'!${column}4`, '英文');
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T09:00');
  expect(host.outbox.map(({ subject, name }) => [subject, name])).toEqual([
    ['1 overdue, 1 today · Customer Pool, Wed 11 March', 'Customer Pool'],
    ['1 位 3 天内 · 客户池 3月11日 周三', '客户池'],
  ]);
});

test('switching on twice makes one trigger; a second person reads who runs it; nobody but an admin may', () => {
  const host = pool();
  addPeople(host, [{ name: 'bob', role: 'admin' }]);
  call(host, 'remindersOn');
  call(host, 'remindersOn');
  expect(host.triggers.filter(({ handler }) => handler === 'hourly')).toHaveLength(1);
  expect(call(host.as(BOB), 'reminders')).toMatchObject({ steward: BOSS, mine: false });
  expect(refusal(host, 'remindersOn')).toBe('reminders.otherSteward');
  expect(refusal(host, 'remindersOff')).toBe('reminders.notYours');
  expect(refusal(host.as(ANN), 'remindersOn')).toBe('reminders.adminOnly');
  expect(host.triggers.filter(({ handler }) => handler === 'hourly')).toHaveLength(1);
  expect(call(host.as(BOSS), 'remindersOff')).toMatchObject({ steward: null, mine: false });
  expect(host.triggers).toEqual([]);
});

test('after two days of silence another admin takes over, and the first one’s run steps back', () => {
  const host = pool();
  addPeople(host, [{ name: 'bob', role: 'admin' }]);
  call(host, 'remindersOn');
  // The account has lost its permission: its runs end before they show a sign of life.
  host.withhold(BOSS, 'script.send_mail');
  host.advanceTo('2026-03-12T16:00');
  host.as(BOB);
  expect(call(host, 'reminders')).toMatchObject({ steward: null });
  expect(call(host, 'remindersOn')).toMatchObject({ steward: BOB, mine: true });
  host.world.withheld.clear();
  host.advanceTo('2026-03-13T09:30');
  expect(new Set(host.triggers.map(({ creator }) => creator))).toEqual(new Set([BOB]));
  expect(new Set(host.outbox.map(({ to }) => to)).size).toBe(2);
  expect(host.outbox.every(({ from }) => from === BOB)).toBe(true);
});

test('a used-up quota: the urgent first, the rest put off and said, sent when there is room', () => {
  const host = pool({ limits: { mailRecipientsPerDay: 1 } });
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T09:00');
  expect(host.outbox.map(({ to }) => to)).toEqual([ANN]);
  expect(call(host, 'reminders')).toMatchObject({ waiting: 1, quotaLeft: 0 });
  expect(ledger(host)).toEqual([
    [`2026-03-11|${ANN}|digest`, 'sent'],
    [`2026-03-11|${BOB}|digest`, 'skipped'],
  ]);
});

test('a mail that fails is tried in three later runs, then listed', () => {
  const host = pool({ limits: { mailBodyBytes: 100 } });
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T10:30');
  expect(recordsIn(host, 'send_log').map(({ error }) => String(error).split('\n').length)).toEqual([3, 3]);
  host.advanceTo('2026-03-11T19:30');
  expect(recordsIn(host, 'send_log').map(({ state, error }) => [state, String(error).split('\n').length])).toEqual([
    ['failed', 4],
    ['failed', 4],
  ]);
  const { failed } = call(host, 'reminders');
  expect(failed.map(({ recipient }) => recipient)).toEqual([ANN, BOB]);
  expect(failed[0]?.error).toMatch(/^2026-03-11 08:\d\d \S/);
  expect(host.outbox).toEqual([]);
});

test('the ledger is made when reminders are first switched on, and only script of admins writes there', () => {
  const host = pool();
  expect(hasTab(host, 'send_log')).toBe(false);
  call(host, 'remindersOn');
  const tab = tabOf(host, 'send_log');
  expect(() => host.as(ANN).edit(`'${tab}'!A3`, 'x')).toThrow(/protected/);
});

test('today is the acting user’s own list', () => {
  const host = pool({ now: '2026-03-11T15:00' });
  expect(call(host.as(ANN), 'today')).toMatchObject({
    day: '2026-03-11',
    owner: 'ann',
    overdue: [
      {
        id: 'C-000001',
        row: 3,
        name: '客户1',
        company: '上海启明科技',
        tier: 'key',
        phone: '+8613800002001',
        due: '2026-03-07',
        late: 4,
        action: '确认二期报价',
      },
    ],
    today: [expect.objectContaining({ id: 'C-000002', late: 0 })],
    soon: [],
    counts: { overdue: 1, today: 1, soon: 0 },
  });
  expect(call(host.as('stranger@example.com'), 'today')).toMatchObject({ owner: '', counts: { overdue: 0, today: 0, soon: 0 } });
});

test('an act a killed run left open is finished by the next hourly run', () => {
  const host = pool();
  call(host, 'remindersOn');
  addRows(host, 'customers', [due(6, 'ann', '2026-04-01')]);
  host.failAt({ write: 6, effect: 'after' });
  try {
    host.rpc('safeSort');
  } catch {
    // killed
  }
  host.failAt(null);
  expect(call(host, 'start').unfinished).toMatchObject({ kind: 'sort' });
  host.advanceTo('2026-03-10T16:30');
  expect(call(host, 'start').unfinished).toBeNull();
  expect(recordsIn(host, 'customers').map(({ owner }) => owner ?? '')).toEqual(['ann', 'ann', 'ann', 'bob', 'bob', '']);
});

test('reminders switched off while their run is under way stay off', () => {
  const host = pool();
  addPeople(host, [{ name: 'bob', role: 'admin' }]);
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T07:59');
  host.before(4, () => call(host.as(BOSS), 'remindersOff'));
  host.advanceTo('2026-03-11T08:59');
  expect(host.triggers).toEqual([]);
  expect(call(host.as(BOSS), 'reminders')).toMatchObject({ steward: null });
  expect(call(host.as(BOB), 'remindersOn')).toMatchObject({ steward: BOB, mine: true });
});

test('an act that can no longer be read does not keep the mails back', () => {
  const host = pool();
  call(host, 'remindersOn');
  host.failAt({ write: 6, effect: 'after' });
  expect(() => host.rpc('safeSort')).toThrow();
  host.failAt(null);
  const tab = tabOf(host, 'journal');
  const keys = host.values(tab)[0] ?? [];
  host.edit(`'${tab}'!${String.fromCharCode(65 + keys.indexOf('payload'))}3`, '{');
  host.advanceTo('2026-03-11T09:00');
  expect(host.outbox.map(({ to }) => to)).toEqual([ANN, BOB]);
});

test('a day pasted with an hour is due on its day', () => {
  const host = openPool({ editors: [ANN, BOB], now: '2026-03-10T15:00' });
  addPeople(host, [{ name: 'ann' }]);
  // So many cells that nothing is tidied while they are pasted.
  addRows(
    host,
    'customers',
    Array.from({ length: 12 }, (_, i) => due(i + 1, 'ann', '2026-03-10 10:30')),
  );
  expect(recordsIn(host, 'customers')[0]?.['next_follow_up']).not.toBe(Math.floor(46091));
  expect(call(host.as(ANN), 'today').counts).toEqual({ overdue: 0, today: 12, soon: 0 });
});

test('a mail in doubt is not decided by code older than the workbook', () => {
  const host = pool();
  call(host, 'remindersOn');
  const state = JSON.parse(host.properties.get('cp:state') ?? '{}') as object;
  host.properties.set('cp:state', JSON.stringify({ ...state, version: 99 }));
  expect(refusal(host, 'settleMail', { key: 'none', again: false })).toBe('pool.newer');
});
