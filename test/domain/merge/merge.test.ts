import fc from 'fast-check';
import type { Change } from '../../../src/domain/acts/change';
import { type MergePlan, planMerge } from '../../../src/domain/merge/plan';
import { isPeoples } from '../../../src/domain/merge/record';
import { customers } from '../../../src/template/customers';
import type { Cell } from '../../../src/template/types';
import { customerKeys, type Given, label, merging } from './pool';

type Of<T extends Change['type']> = Extract<Change, { type: T }>;

function only<T extends Change['type']>(plan: MergePlan, type: T): Of<T> {
  const found = plan.changes.filter((change): change is Of<T> => change.type === type);
  expect(found.length).toBeGreaterThan(0);
  return found[0] as Of<T>;
}

/** The record that stays, as it stands afterwards; without stamps of the merge itself and how full it is. */
function stays(records: readonly Given[]): Given {
  const plan = planMerge(merging(records));
  const change = only(plan, 'cells').records[0];
  const master = records.find((record) => record['customer_id'] === change?.id);
  const {
    updated_at: _at,
    updated_by: _by,
    completeness: _full,
    ...rest
  } = Object.fromEntries(Object.entries({ ...master, ...change?.after }).filter(([, cell]) => cell !== null));
  return rest;
}

/** The first is the master: it has one more cell filled than the others. */
function into(master: Given, ...others: Given[]): Given {
  const filled = Object.fromEntries(
    ['title', 'industry', 'address', 'postcode', 'currency', 'cf_1', 'cf_2', 'cf_3'].map((key) => [key, 'x']),
  );
  return stays([
    { customer_id: 'C-000001', name: '张伟', created_at: '2026-01-01 09:00', ...filled, ...master },
    ...others.map((other, i) => ({
      customer_id: `C-00000${i + 2}`,
      name: '张伟',
      created_at: `2026-01-0${i + 2} 09:00`,
      ...other,
    })),
  ]);
}

const stage = (id: string) => label('stage', id);
const status = (id: string) => label('sales_status', id);
const consent = (id: string) => label('consent', id);

test.each<[string, Given, Given[], Given]>([
  ['the master’s own word stands', { company: '甲' }, [{ company: '乙' }], { company: '甲' }],
  ['an empty cell takes the newest other', {}, [{ company: '旧' }, { company: '新' }], { company: '新' }],
  [
    'newest by its last change',
    {},
    [{ company: '改过', updated_at: '2026-06-01 09:00' }, { company: '新' }],
    { company: '改过' },
  ],
  ['tags are put together', { tags: 'a; b' }, [{ tags: 'b；c' }], { tags: 'a; b; c' }],
  ['interests in a list are told apart', { interests: '茶、登山' }, [{ interests: '登山，书' }], { interests: '茶; 登山; 书' }],
  [
    'links are put together',
    { attachment_url: 'https://a.example/x,y' },
    [{ attachment_url: 'https://b.example' }],
    { attachment_url: 'https://a.example/x,y; https://b.example' },
  ],
  [
    'notes are joined with id and day',
    { remark: '老客户' },
    [{ remark: '要发票' }],
    { remark: '老客户\n[C-000002 2026-01-02] 要发票' },
  ],
  ['the same note is not said twice', { needs: '一台样机，急' }, [{ needs: '一台样机' }], { needs: '一台样机，急' }],
  [
    'the most advanced stage',
    { stage: stage('lead') },
    [{ stage: stage('repeat') }, { stage: stage('lost') }],
    { stage: stage('repeat') },
  ],
  ['lost only if all are', { stage: stage('lost') }, [{ stage: stage('lost') }], { stage: stage('lost') }],
  [
    'a key customer stays one',
    { tier: label('tier', 'prospect') },
    [{ tier: label('tier', 'key') }],
    { tier: label('tier', 'key') },
  ],
  [
    'the most advanced status and its day',
    { sales_status: status('quoted'), status_since: '2026-02-01' },
    [{ sales_status: status('won'), status_since: '2026-03-01' }],
    { sales_status: status('won'), status_since: '2026-03-01' },
  ],
  [
    'invalid only if all are',
    { sales_status: status('invalid') },
    [{ sales_status: status('todo') }],
    { sales_status: status('todo') },
  ],
  [
    'a spelling nobody knows does not win',
    { sales_status: '随便' },
    [{ sales_status: status('todo') }],
    { sales_status: status('todo') },
  ],
  [
    'withdrawn consent binds, with its day',
    { consent_status: consent('given'), consent_date: '2026-02-01' },
    [{ consent_status: consent('withdrawn'), consent_date: '2026-03-01' }],
    { consent_status: consent('withdrawn'), consent_date: '2026-03-01' },
  ],
  [
    'no consent binds more than consent',
    { consent_status: consent('given'), consent_date: '2026-02-01' },
    [{ consent_status: consent('none') }],
    { consent_status: consent('none') },
  ],
  [
    'do not disturb binds',
    { contact_pref: label('contact_pref', 'phone') },
    [{ contact_pref: label('contact_pref', 'do_not_disturb') }],
    { contact_pref: label('contact_pref', 'do_not_disturb') },
  ],
  [
    'the earliest day to come',
    { next_follow_up: '2026-12-01' },
    [{ next_follow_up: '2026-11-24' }, { next_follow_up: '2026-11-01' }],
    { next_follow_up: '2026-11-24' },
  ],
  ['today is to come', { next_follow_up: '2026-12-01' }, [{ next_follow_up: '2026-11-23' }], { next_follow_up: '2026-11-23' }],
  [
    'else the latest day gone by',
    { next_follow_up: '2026-10-01' },
    [{ next_follow_up: '2026-11-01' }],
    { next_follow_up: '2026-11-01' },
  ],
  [
    'the source of the oldest',
    { source: '广告', created_at: '2026-05-01 09:00' },
    [{ source: '展会' }],
    { source: '展会', created_at: '2026-01-02 09:00' },
  ],
  [
    'a customer of the pool goes to who has him',
    {},
    [{ owner: '李雷', protect_until: '2026-12-01' }],
    { owner: '李雷', protect_until: '2026-12-01' },
  ],
  ['nobody takes a protection without its owner', { owner: '李雷' }, [{ protect_until: '2026-12-01' }], { owner: '李雷' }],
  [
    'orders add up',
    { order_count: 2, total_spend: 0.1, last_order: '2026-02-01' },
    [{ order_count: 1, total_spend: 0.2, last_order: '2026-03-01' }],
    { order_count: 3, total_spend: 0.3, last_order: '2026-03-01' },
  ],
  ['no city of another province', { province: '广东省' }, [{ province: '北京市', city: '北京市' }], { province: '广东省' }],
  [
    'a city of the same province',
    { province: '广东省' },
    [{ province: '广东省', city: '深圳市' }],
    { province: '广东省', city: '深圳市' },
  ],
  ['nothing waits to be done twice', {}, [{ quick: '已联系', claim: '李雷' }], {}],
])('%s', (_title, master, others, expected) => {
  const { customer_id: _id, name: _name, ...rest } = into(master, ...others);
  const set = Object.fromEntries(Object.entries(rest).filter(([key, cell]) => cell !== 'x' && key !== 'created_at'));
  const { created_at: made, ...wanted } = expected;
  expect(set).toEqual(wanted);
  if (made !== undefined) expect(rest['created_at']).toBe(made);
});

test.each<[string, Given, Given[], Given]>([
  [
    'a second mobile takes the free phone column',
    { mobile: '+8613900000001' },
    [{ mobile: '+8613900000002' }],
    { mobile: '+8613900000001', phone: '+8613900000002' },
  ],
  [
    'a third one goes to the social accounts',
    { mobile: '+8613900000001' },
    [{ mobile: '+8613900000002' }, { mobile: '+8613900000003' }],
    { mobile: '+8613900000001', phone: '+8613900000003', other_im: 'mobile:+8613900000002' },
  ],
  [
    'a landline never takes the mobile column',
    { phone: '+86 10 65529988' },
    [{ phone: '+86 10 65529989' }],
    { phone: '+86 10 65529988', other_im: 'phone:+86 10 65529989' },
  ],
  [
    'a mobile in the phone column moves to the free mobile column',
    { phone: '+86 10 65529988' },
    [{ phone: '+8613900000002' }],
    { phone: '+86 10 65529988', mobile: '+8613900000002' },
  ],
  [
    'one number in two spellings is one',
    { mobile: '+8613900000001' },
    [{ mobile: '139 0000 0001' }],
    { mobile: '+8613900000001' },
  ],
  [
    'a second address and WeChat',
    { email: 'a@example.com', wechat: 'weixin01' },
    [{ email: 'b@example.com', wechat: 'weixin02' }],
    { email: 'a@example.com', wechat: 'weixin01', other_im: 'email:b@example.com; wechat:weixin02' },
  ],
  [
    'after what stands there',
    { email: 'a@example.com', other_im: 'qq:12345' },
    [{ email: 'b@example.com', other_im: 'line:li' }],
    { email: 'a@example.com', other_im: 'qq:12345; line:li; email:b@example.com' },
  ],
  [
    'what finds no room goes to the notes',
    { email: 'a@example.com', other_im: `qq:${'1'.repeat(190)}` },
    [{ email: 'b@example.com' }],
    { email: 'a@example.com', other_im: `qq:${'1'.repeat(190)}`, remark: '[C-000002 2026-01-02] email:b@example.com' },
  ],
])('contacts: %s', (_title, master, others, expected) => {
  const result = into(master, ...others);
  const set = Object.fromEntries(['mobile', 'phone', 'email', 'wechat', 'other_im', 'remark'].map((key) => [key, result[key]]));
  expect(set).toEqual({ ...Object.fromEntries(Object.keys(set).map((key) => [key, undefined])), ...expected });
});

test.each<[string, Given, Given]>([
  ['the more complete', { remark: 'x' }, {}],
  ['level: who has orders', { order_count: 1, created_at: '2026-02-01 09:00' }, { created_at: '2026-01-01 09:00' }],
  [
    'level: the newest contact',
    { last_contact: '2026-02-01', created_at: '2026-02-01 09:00' },
    { last_contact: '2026-01-01', created_at: '2026-01-01 09:00' },
  ],
  ['level: the older', { created_at: '2026-01-01 09:00' }, { created_at: '2026-02-01 09:00' }],
  ['level: the lower id', {}, {}],
])('the master is %s', (_title, first, second) => {
  const one = { customer_id: 'C-000001', name: '张伟', ...first };
  const other = { customer_id: 'C-000002', name: '张伟', ...second };
  for (const records of [
    [one, other],
    [other, one],
  ]) {
    const plan = planMerge(merging(records));
    expect(only(plan, 'removed').rows.map(({ id, into: master }) => [id, master])).toEqual([['C-000002', 'C-000001']]);
  }
});

test('how full the record that stays is, is worked out anew', () => {
  const plan = planMerge(
    merging([
      { customer_id: 'C-000001', name: '张伟', mobile: '+8613900000001', completeness: 0.13, created_at: '2026-01-01 09:00' },
      {
        customer_id: 'C-000002',
        name: '张伟',
        company: '启明',
        needs: '报价',
        completeness: 0.1,
        created_at: '2026-02-01 09:00',
      },
    ]),
  );
  const [change] = plan.changes;
  const { after } = (change?.type === 'cells' && change.records[0]) || { after: {} as Given };
  expect(after).toMatchObject({ mobile: '+8613900000001', completeness: expect.any(Number) });
  expect(Number(after['completeness'])).toBeGreaterThan(0.13);
});

test('two owners: a manager decides', () => {
  const plan = planMerge(
    merging([
      { customer_id: 'C-000001', owner: '李雷' },
      { customer_id: 'C-000002', owner: '韩梅梅' },
    ]),
  );
  expect(plan.changes).toEqual([]);
  expect(plan.leftOut).toEqual([{ group: 0, reason: { code: 'duplicates.owners', args: { owners: '李雷 / 韩梅梅' } } }]);
});

test('an id that stands twice: nobody can say which row is meant', () => {
  const plan = planMerge(merging([{ customer_id: 'C-000001' }, { customer_id: 'C-000001' }]));
  expect(plan.changes).toEqual([]);
  expect(plan.leftOut.map(({ reason }) => reason.code)).toEqual(['duplicates.doubleId']);
});

test('every sheet that points at customers follows, with the name beside it', () => {
  const plan = planMerge(
    merging(
      [
        { customer_id: 'C-000001', name: '张伟', remark: 'x' },
        { customer_id: 'C-000002', name: '张 伟' },
      ],
      {
        interactions: [
          { interaction_id: 'I-000001', customer_id: 'C-000002', customer_name: '张 伟' },
          { interaction_id: 'I-000002', customer_id: 'C-000001', customer_name: '张伟' },
          { customer_id: 'C-000002', customer_name: '张伟' },
        ],
        orders: [{ line_id: 'L-000001', customer_id: 'C-000002' }],
        consent: [{ consent_id: 'S-000001', customer_id: 'C-000002', customer_name: '张伟' }],
      },
    ),
  );
  const cells = plan.changes.filter((change): change is Of<'cells'> => change.type === 'cells' && change.sheet !== 'customers');
  expect(cells.map(({ sheet, records }) => [sheet, records])).toEqual([
    [
      'interactions',
      [
        {
          id: 'I-000001',
          before: { customer_id: 'C-000002', customer_name: '张 伟' },
          after: { customer_id: 'C-000001', customer_name: '张伟' },
        },
        { id: '@2', before: { customer_id: 'C-000002' }, after: { customer_id: 'C-000001' } },
      ],
    ],
    [
      'orders',
      [
        {
          id: 'L-000001',
          before: { customer_id: 'C-000002', customer_name: null },
          after: { customer_id: 'C-000001', customer_name: '张伟' },
        },
      ],
    ],
    ['consent', [{ id: 'S-000001', before: { customer_id: 'C-000002' }, after: { customer_id: 'C-000001' } }]],
  ]);
  expect(plan.tally).toEqual({ groups: 1, merged: 1, children: 4 });
});

test('what stands nowhere afterwards is listed, the user’s own columns included', () => {
  const plan = planMerge(
    merging([
      {
        customer_id: 'C-000001',
        name: '张伟',
        company: '甲',
        gender: '男',
        tags: 'a',
        u_1: '自己的',
        remark: 'x',
        mobile: '+8613900000001',
      },
      {
        customer_id: 'C-000002',
        name: '张伟',
        company: '乙',
        gender: '男',
        tags: 'b',
        u_1: '别的',
        mobile: '+8613900000002',
        level: 'A',
      },
    ]),
  );
  expect(plan.notKept).toEqual([
    { id: 'C-000002', column: 'company', value: '乙' },
    { id: 'C-000002', column: 'u_1', value: '别的' },
  ]);
  expect(only(plan, 'cells').records[0]?.after).not.toHaveProperty('u_1');
});

const texts = fc.constantFrom(null, '甲', '乙', 'a; b', '一台样机', '=1+1');
const anyCustomer = fc.record(
  Object.fromEntries(
    customerKeys
      .filter((key) => !['customer_id', 'owner', 'is_sample'].includes(key))
      .map((key): [string, fc.Arbitrary<Cell>] => {
        const column = customers.columns[key as keyof typeof customers.columns];
        if (column.kind === 'phone')
          return [key, fc.constantFrom(null, '+8613900000001', '+8613900000002', '139 0000 0001', '+86 10 65529988')];
        if (column.kind === 'date') return [key, fc.constantFrom(null, '2026-01-01', '2026-12-01')];
        if (column.kind === 'stamp') return [key, fc.constantFrom(null, '2026-01-01 09:00', '2026-02-01 09:00')];
        if (column.kind === 'number' || column.kind === 'money') return [key, fc.constantFrom(null, 1, 2.5)];
        return [key, texts];
      }),
  ),
);

test('every value people gave is in the record that stays, or listed', () => {
  fc.assert(
    fc.property(fc.array(anyCustomer, { minLength: 2, maxLength: 4 }), (list) => {
      const records = list.map((record, i) => ({ customer_id: `C-00000${i + 1}`, ...record }));
      const plan = planMerge(merging(records));
      const change = only(plan, 'cells').records[0];
      const master: Given = { ...records.find((record) => record.customer_id === change?.id), ...change?.after };
      const all = Object.values(master).map(String).join('\n');
      const listed = new Set(plan.notKept.map(({ id, column, value }) => `${id} ${column} ${value}`));
      const figures = (text: string) => text.replace(/[^\d\n]/g, '');
      for (const record of records) {
        for (const [key, cell] of Object.entries(record as Given)) {
          if (cell === null || !isPeoples(key)) continue;
          const pieces = String(cell).split('; ');
          const there =
            pieces.every((piece) => all.includes(piece)) ||
            (/\d{4} ?\d{4}/.test(String(cell)) && figures(all).includes(figures(String(cell)).slice(-11)));
          if (!there) expect(listed).toContain(`${record.customer_id} ${key} ${String(cell)}`);
        }
      }
    }),
    { seed: 20260101, numRuns: 150 },
  );
});

test('the order of rows changes nothing but their places', () => {
  const groups = fc.array(anyCustomer, { minLength: 2, maxLength: 4 }).chain((list) => {
    const records = list.map((record, i) => ({ customer_id: `C-00000${i + 1}`, ...record }));
    return fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }));
  });
  fc.assert(
    fc.property(groups, ([records, others]) => {
      const known = (list: readonly Given[]) => {
        const plan = planMerge(merging(list));
        const gone = only(plan, 'removed').rows.map(({ id, into: master }) => `${id} ${master}`);
        return [only(plan, 'cells').records, gone.sort(), [...plan.notKept].map((n) => JSON.stringify(n)).sort()];
      };
      expect(known(others)).toEqual(known(records));
    }),
    { seed: 20260101, numRuns: 100 },
  );
});
