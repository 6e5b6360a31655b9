// The plan of a merge: who stays, what stands against it, what follows, what is not kept.
import { planMerge } from '../../../src/domain/merge/plan';
import { type Given, merging, type Of, only } from './pool';

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
