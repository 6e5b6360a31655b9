// The review of duplicates through the bundle: groups, evidence, fields, decisions, requests.
import { readWeights } from '../../src/domain/door/weigh';
import {
  addRows,
  call,
  cellOf,
  finish,
  type Given,
  type Host,
  type HostState,
  idsIn,
  newPool,
  OWNER,
  recordsIn,
  refusal,
  scan,
} from '../acts/pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

const customers: Given[] = [
  {
    customer_id: c(1),
    name: '陈伟明',
    mobile: '+8613900001357',
    company: '明远机械有限公司',
    city: '广州市',
    province: '广东省',
    next_follow_up: '2026-12-18',
    consent_status: '已同意',
    owner: '甲',
    remark: 'a',
  },
  {
    customer_id: c(2),
    name: '陈伟鸣',
    mobile: '+8613900001357',
    company: '明远机械',
    city: '佛山市',
    province: '广东省',
    email: 'chen@example.com',
    next_follow_up: '2026-12-10',
    consent_status: '已撤回',
    owner: '甲',
  },
  { customer_id: c(3), name: '李雷', email: 'li@example.com', owner: '甲', tags: 'x', needs: 'y' },
  { customer_id: c(4), name: '李雷', email: 'li@example.com', owner: '乙' },
  { customer_id: c(5), name: '王芳', wechat: 'wangfang1' },
  { customer_id: c(6), name: '王芳', wechat: 'WangFang1', mobile: '+8613900000006' },
];

const others: Given[] = Array.from({ length: 40 }, (_, i) => ({
  customer_id: c(100 + i),
  name: `${'赵钱孙周吴郑冯蒋沈韩'.charAt(i % 10)}${'伟芳娜敏静丽强磊军洋勇'.charAt(i % 11)}${'国文海云春秋冬雪梅兰竹荣'.charAt(i % 12)}`,
  mobile: `+86135${10_000_000 + i * 7919}`,
  city: '杭州市',
}));

let host: Host;
let made: HostState;

beforeAll(() => {
  host = newPool(['sales@example.com']);
  for (const [name, email, role] of [
    ['甲', 'manager@example.com', 'manager'],
    ['乙', 'sales@example.com', 'sales'],
  ] as const)
    call(host, 'saveOwner', { name, email, role, active: true });
  addRows(host, 'customers', [...customers, ...others]);
  addRows(host, 'interactions', [{ interaction_id: 'I-000001', customer_id: c(2), customer_name: '陈伟鸣', summary: 'a' }]);
  made = host.snapshot();
});

beforeEach(() => {
  host.restore(made).as(OWNER);
});

const CHEN = [c(1), c(2)];
const LI = [c(3), c(4)];
const group = (ids: readonly string[], master: string | null = null) => call(host, 'duplicateGroup', { ids, master });

test('a group says what speaks for it and against it, in words and in bits', () => {
  scan(host);
  const { pairs, master, records, children, certainty } = group(CHEN);
  expect([master, certainty, children]).toEqual([c(1), 'near', 1]);
  expect(records.map(({ id, closed }) => [id, closed])).toEqual([
    [c(1), null],
    [c(2), null],
  ]);
  const { evidence = [], start = 0, total = 0 } = pairs[0] ?? {};
  expect(evidence.map(({ about, side, says, detail }) => [about, side, says.code, ...detail.map(({ code }) => code)])).toEqual([
    ['mobile', 'for', 'evidence.same'],
    ['organisation', 'for', 'evidence.same', 'step.cut'],
    ['name', 'for', 'evidence.sound', 'evidence.values', 'evidence.pinyin'],
    ['city', 'uncounted', 'evidence.also', 'evidence.said'],
    ['province', 'uncounted', 'evidence.same', 'evidence.common'],
  ]);
  expect(evidence[1]?.detail[0]?.args).toEqual({ cut: '有限公司' });
  expect(evidence.reduce((sum, { bits }) => sum + bits, start)).toBeCloseTo(total, 6);
});

test('a group that a third record holds together says with whom each is one, the surest first', () => {
  const joined: Given[] = [
    {
      customer_id: c(7),
      name: '刘洋',
      email: 'liu@example.com',
      company: '睿思教育',
      title: '校长',
      province: '四川省',
      city: '成都市',
    },
    { customer_id: c(8), name: '刘洋', mobile: '+8613100003468', company: '成都睿思', title: '采购', province: '江苏省' },
    { customer_id: c(9), name: '刘 洋', mobile: '+8613100003468', email: 'liu@example.com' },
  ];
  addRows(host, 'customers', joined);
  scan(host);
  const ids = [c(7), c(8), c(9)];
  for (const remembered of [true, false]) {
    if (!remembered) host.advanceTo('2026-11-23T16:00');
    const { certainty, master, pairs } = group(ids);
    expect([certainty, master]).toEqual(['exact', c(7)]);
    expect(pairs.map(({ to, other }) => [to, other])).toEqual([
      [c(7), c(9)],
      [c(9), c(8)],
    ]);
    for (const { total, evidence } of pairs) {
      expect(total).toBeGreaterThan(0);
      expect(evidence[0]).toMatchObject({ side: 'for', says: { code: 'evidence.same' } });
    }
  }
});

test('rows emptied by hand are nobody, and a group that waits for a person is not among those merged at once', () => {
  const { customers: count, counts, ready } = scan(host);
  expect(count).toBe(customers.length + others.length);
  expect(counts.exact).toBe(2);
  expect(ready.exact).toEqual({ groups: 1, losers: 1 });
  expect(call(host, 'planBatch', { certainties: ['exact'] })).toMatchObject({ groups: 1, merged: 1 });
  addRows(host, 'customers', [{}, {}, {}, { customer_id: c(300), name: '孟朝阳' }]);
  expect(scan(host).customers).toBe(count + 1);
});

test('a rule says what it did here: of days gone by, and of who need not be left alone', () => {
  const pref = (n: number, value: string) => host.edit(cellOf(host, 'customers', n + 2, 'contact_pref'), value);
  const day = (n: number, value: string) => host.edit(cellOf(host, 'customers', n + 2, 'next_follow_up'), value);
  const of = (key: string) => group(CHEN).fields.find((field) => field.key === key);
  day(1, '2026-11-02');
  day(2, '2026-11-20');
  expect(of('next_follow_up')).toMatchObject({ chosen: '2026-11-20', rule: { code: 'merge.nextDay' } });
  pref(1, '电话');
  pref(2, '邮件');
  expect(of('contact_pref')).toMatchObject({ chosen: '电话', locked: false, rule: { code: 'merge.filled' } });
  const decision = { ids: CHEN, master: c(1), fields: { contact_pref: c(2) } };
  const kept = () => {
    const state = host.snapshot();
    finish(host, call(host, 'mergeGroup', decision));
    const value = recordsIn(host, 'customers').find(({ customer_id }) => customer_id === c(1))?.['contact_pref'];
    host.restore(state).as(OWNER);
    return value;
  };
  expect(kept()).toBe('邮件');
  pref(1, '不打扰');
  expect(of('contact_pref')).toMatchObject({ chosen: '不打扰', locked: true, rule: { code: 'merge.strictest' } });
  expect(kept()).toBe('不打扰');
});

test('a card is the same whether the scan is remembered or made anew', () => {
  scan(host);
  host.resetCalls();
  const shown = group(CHEN);
  expect(host.calls.writes).toBe(0);
  expect(host.calls.reads).toBeLessThanOrEqual(30);
  // The cache forgets after six hours.
  host.advanceTo('2026-11-23T16:00');
  host.resetCalls();
  expect(group(CHEN)).toEqual(shown);
  expect(host.calls.writes).toBe(1);
});

test('a card speaks the language of the page; a label somebody changed stays as it is', () => {
  host.edit(cellOf(host, 'customers', 2, 'province'), '大区');
  scan(host);
  const card = call(host, 'duplicateGroup', { ids: CHEN, master: null, locale: 'en' });
  const named = new Map(card.pairs[0]?.evidence.map(({ about, says }) => [about, says.args?.['what']]));
  expect([named.get('mobile'), named.get('province')]).toEqual(['Mobile', '大区']);
  expect(card.equal).toEqual(['Mobile', 'Owner', '大区']);
  expect(card.fields.find(({ key }) => key === 'city')?.label).toBe('City');
  const plan = call(host, 'planDecision', { ids: CHEN, master: c(1), fields: {}, locale: 'en' });
  expect(plan.notKept.map(({ column }) => column)).toEqual(expect.arrayContaining(['Name', 'Company']));
});

test('a large group is looked at without looking through everybody, but once for each other master', () => {
  const copies = Array.from(
    { length: 60 },
    (_, i): Given => ({ customer_id: c(200 + i), name: '何晓东', mobile: '+8613911112222', remark: `${i}` }),
  );
  addRows(host, 'customers', copies);
  const large = scan(host).items.find(({ names }) => names[0] === '何晓东');
  expect(large).toMatchObject({ size: 60 });
  const ids = large?.id.split('+') ?? [];
  expect(ids).toHaveLength(50);
  const looked = (master: string | null) => {
    host.resetCalls();
    const card = group(ids, master);
    expect(card.pairs).toHaveLength(49);
    expect(card.pairs.every(({ total }) => total > 0)).toBe(true);
    return host.calls.writes;
  };
  const [first = '', , third = ''] = ids;
  expect([looked(null), looked(first)]).toEqual([0, 0]);
  // The scan made anew, and what it says of another master.
  expect([looked(third), looked(third), looked(first)]).toEqual([2, 0, 0]);
  call(host, 'settleGroup', { ids, verdict: 'later' });
  expect(scan(host).items.filter(({ names }) => names[0] === '何晓东')).toEqual([]);
});

test('fields show what each rule chooses; consent and contacts are not for choosing', () => {
  const { fields, equal, notKept } = group(CHEN);
  const of = (key: string) => fields.find((field) => field.key === key);
  expect(of('name')).toMatchObject({ chosen: '陈伟明', locked: false, rule: { code: 'merge.filled' } });
  expect(of('next_follow_up')).toMatchObject({ chosen: '2026-12-10', locked: false, rule: { code: 'merge.nextDay' } });
  expect(of('consent_status')).toMatchObject({ chosen: '已撤回', locked: true, rule: { code: 'merge.strictest' } });
  expect(of('email')).toMatchObject({ chosen: 'chen@example.com', locked: true });
  expect(of('city')?.values).toEqual([
    { value: '广州市', ids: [c(1)] },
    { value: '佛山市', ids: [c(2)] },
  ]);
  expect(equal).toEqual(['手机', '负责人', '省份']);
  expect(notKept.map(({ id, value }) => [id, value])).toEqual([
    [c(1), '2026-12-18'],
    [c(1), '已同意'],
    [c(2), '陈伟鸣'],
    [c(2), '明远机械'],
    [c(2), '佛山市'],
  ]);
});

test('what a person chose stays, and what is law stays law', () => {
  const decision = { ids: CHEN, master: c(2), fields: { name: c(1), city: c(1), consent_status: c(1), mobile: c(1) } };
  expect(call(host, 'planDecision', decision)).toMatchObject({ groups: 1, merged: 1, leftOut: [] });
  finish(host, call(host, 'mergeGroup', decision));
  expect(recordsIn(host, 'customers').find(({ customer_id }) => customer_id === c(2))).toMatchObject({
    name: '陈伟明',
    city: '广州市',
    company: '明远机械',
    consent_status: '已撤回',
  });
  expect(idsIn(host, 'customers', 'customer_id')).not.toContain(c(1));
});

test('two owners stand in the way until somebody says which stays', () => {
  expect(group(LI).obstacle).toMatchObject({ code: 'duplicates.owners' });
  const decision = { ids: LI, master: c(3), fields: {} };
  expect(call(host, 'planDecision', decision).leftOut).toMatchObject([{ reason: { code: 'duplicates.owners' } }]);
  expect(refusal(host, 'mergeGroup', decision)).toBe('duplicates.owners');
  finish(host, call(host, 'mergeGroup', { ...decision, fields: { owner: c(4) } }));
  expect(recordsIn(host, 'customers').find(({ customer_id }) => customer_id === c(3))).toMatchObject({ owner: '乙' });
});

test('a pair called different stays apart until what is compared of it changes', () => {
  expect(scan(host).items.map(({ id }) => id)).toContain(CHEN.join('+'));
  expect(call(host, 'settleGroup', { ids: CHEN, verdict: 'different' })).toEqual({ settled: 1 });
  const page = call(host, 'scanDuplicates', { page: 0, certainty: null, fresh: false });
  expect(page.items.map(({ id }) => id)).not.toContain(CHEN.join('+'));
  expect(page.settled).toEqual({ different: 1, later: 0 });
  expect(scan(host)).toMatchObject({ items: page.items, settled: page.settled });
  host.edit(cellOf(host, 'customers', 4, 'email'), 'neu@example.com');
  expect(scan(host)).toMatchObject({ settled: { different: 0, later: 0 } });
  expect(scan(host).items.map(({ id }) => id)).toContain(CHEN.join('+'));
});

test('a group put off is not shown until it is asked for, and a new verdict takes the place of the old one', () => {
  call(host, 'settleGroup', { ids: LI, verdict: 'later' });
  const later = (fresh: boolean) => call(host, 'scanDuplicates', { page: 0, certainty: null, fresh, later: true });
  for (const fresh of [false, true]) expect(later(fresh).items.map(({ id }) => id)).toEqual([LI.join('+')]);
  expect(scan(host).items.map(({ id }) => id)).not.toContain(LI.join('+'));
  call(host, 'settleGroup', { ids: LI, verdict: 'different' });
  expect(recordsIn(host, 'dup_decisions')).toHaveLength(1);
  expect(scan(host).settled).toEqual({ different: 1, later: 0 });
});

test('what a search learned of the table is kept for the next record at the door, in one property', () => {
  scan(host);
  const text = host.properties.get('cp:learned') ?? '';
  expect(text.length).toBeLessThan(9_000);
  const learned = readWeights(text);
  expect(Object.keys(learned)).toEqual(expect.arrayContaining(['name', 'mobile', 'organisation']));
  for (const { m, u } of Object.values(learned)) expect(m).toHaveLength(u.length);
  call(host, 'scanDuplicates', { page: 0, certainty: null, fresh: true });
  // Known already: it is not written a second time.
  expect(host.properties.get('cp:learned')).toBe(text);
});

test('pages after the first are not looked for again, until the customers change', () => {
  scan(host);
  const ask = () => {
    host.resetCalls();
    const page = call(host, 'scanDuplicates', { page: 0, certainty: 'exact', fresh: false });
    return { at: page.at, items: page.items.map(({ id }) => id), writes: host.calls.writes };
  };
  host.advanceTo('2026-11-23T09:20');
  expect(ask()).toMatchObject({ at: '2026-11-23 09:00', writes: 0 });
  finish(host, call(host, 'mergeGroup', { ids: [c(5), c(6)], master: c(6), fields: {} }));
  const after = ask();
  expect(after.items).not.toContain(`${c(5)}+${c(6)}`);
  host.edit(cellOf(host, 'customers', 3, 'remark'), 'neu');
  host.advanceTo('2026-11-23T09:40');
  // The scan and what it learned.
  expect(ask()).toMatchObject({ at: '2026-11-23 09:40', writes: 2 });
});

test('a salesperson files a request, with a reason, and merges nothing', () => {
  host.as('sales@example.com');
  expect(group(CHEN).obstacle).toMatchObject({ code: 'duplicates.managerOnly', args: { managers: 'owner, 甲' } });
  const decision = { ids: CHEN, master: c(1), fields: { city: c(2) } };
  expect(refusal(host, 'mergeGroup', decision)).toBe('duplicates.managerOnly');
  expect(refusal(host, 'requestMerge', { decision, reason: '  ' })).toBe('duplicates.reason');
  const { id } = call(host, 'requestMerge', { decision, reason: '同一个人，电话确认过' });
  const [line] = recordsIn(host, 'requests');
  expect(line).toMatchObject({
    request_id: id,
    actor: '乙',
    action: '合并',
    status: '待处理',
    targets: 'C-000001; C-000002',
    reason: '同一个人，电话确认过',
  });
  expect(JSON.parse(String(line?.['params']))).toEqual({ names: ['陈伟明', '陈伟鸣'], master: c(1), fields: { city: c(2) } });
});

test('a record that is gone is named', () => {
  expect(refusal(host, 'duplicateGroup', { ids: [c(1), 'C-009999'], master: null })).toBe('duplicates.gone');
  expect(refusal(host, 'mergeGroup', { ids: [c(1)], master: c(1), fields: {} })).toBe('duplicates.gone');
  expect(refusal(host, 'settleGroup', { ids: [c(1)], verdict: 'later' })).toBe('duplicates.gone');
});
