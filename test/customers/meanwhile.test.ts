// Forms saved while others work: rows that move, cells typed into, answers that are lost, columns that are closed to an owner.
import type { FormValues, SaveRequest } from '../../src/contract/customer-api';
import { cellOf } from '../acts/pool';
import { customerIn, followPool, RAN } from '../follow-up/pool';
import { BOSS, call, FIRST, fill, HANMEI, LILEI, recordsIn, TODAY, tabOf, teamPool } from './pool';

type Host = ReturnType<typeof teamPool>;

const PEOPLE = [1, 2, 3, 4].map((n) => ({
  customer_id: `C-00000${n}`,
  name: `客户${n}`,
  mobile: `+861390000000${n}`,
  remark: `备注${n}`,
  owner: '李雷',
  tier: '普通',
  stage: '潜在客户',
  sales_status: '联系中',
  source: '展会',
  country: 'CN',
  consent_status: '未取得',
  next_follow_up: TODAY + 3,
  created_at: '2026-01-05 09:00',
}));

function edited(host: Host, id: string, given: FormValues): SaveRequest {
  const { values } = call(host, 'customerForm', { id });
  return { id, row: FIRST + 2, base: values, values: { ...values, ...given }, reason: '', reasonFor: [], token: 'unused' };
}

function filledIn(host: Host, given: FormValues): SaveRequest {
  const { values } = call(host, 'customerForm', { id: null });
  return { id: null, base: values, values: { ...values, ...given }, reason: '', reasonFor: [], token: 'one' };
}

/** What people typed of everybody, by id. */
function typed(host: Host): ReadonlyMap<unknown, unknown> {
  return new Map(recordsIn(host, 'customers').map(({ customer_id: id, name, mobile, remark }) => [id, { name, mobile, remark }]));
}

test.each<[string, FormValues]>([
  ['what nobody is known by', { remark: '改过的' }],
  ['a number, too', { remark: '改过的', mobile: '13911112222' }],
])('rows that move before any of the reads: %s is written into the row it was meant for', (_title, given) => {
  const host = teamPool();
  fill(host, 'customers', PEOPLE);
  const tab = tabOf(host, 'customers');
  const fresh = host.snapshot();
  const moves: Readonly<Record<string, (other: Host) => unknown>> = {
    sorted: (other) => other.sort(`'${tab}'!A${FIRST}:CZ${FIRST + 3}`, 1, false),
    inserted: (other) => other.insertRows(tab, FIRST),
    deleted: (other) => other.deleteRows(tab, FIRST),
  };
  for (const [title, move] of Object.entries(moves)) {
    for (let read = 1; ; read++) {
      host.restore(fresh).as(LILEI);
      const request = edited(host, 'C-000003', given);
      let isMoved = false;
      host.beforeRead(read, (other) => {
        isMoved = true;
        move(other.as(BOSS));
      });
      const saved = call(host, 'saveCustomer', request);
      host.beforeRead(1, null);
      if (!isMoved) {
        expect(read).toBeGreaterThan(5);
        break;
      }
      const wanted = new Map(
        PEOPLE.slice(title === 'deleted' ? 1 : 0).map(({ customer_id: id, name, mobile, remark }) => [
          id,
          { name, mobile, remark },
        ]),
      );
      const number = given['mobile'] === undefined ? '+8613900000003' : '+8613911112222';
      wanted.set('C-000003', { name: '客户3', mobile: number, remark: '改过的' });
      const known = new Map([...typed(host)].filter(([id]) => id !== undefined));
      expect({ title, read, known, saved: saved.outcome }).toEqual({ title, read, known: wanted, saved: 'saved' });
    }
  }
});

test('what somebody types into the same field while it is saved is shown, and into another one is kept', () => {
  const host = teamPool();
  fill(host, 'customers', PEOPLE);
  const fresh = host.snapshot();
  const outcomes: string[] = [];
  for (let read = 1; ; read++) {
    host.restore(fresh).as(LILEI);
    const request = edited(host, 'C-000003', { remark: '我写的', company: '我写的公司' });
    let isTyped = false;
    host.beforeRead(read, (other) => {
      isTyped = true;
      other.as(BOSS).edit(cellOf(other, 'customers', FIRST + 2, 'remark'), '他写的');
      other.edit(cellOf(other, 'customers', FIRST + 2, 'needs'), '他的需求');
    });
    const { outcome } = call(host, 'saveCustomer', request);
    host.beforeRead(1, null);
    if (!isTyped) break;
    outcomes.push(outcome);
    expect(recordsIn(host, 'customers')[2]).toMatchObject({ remark: '他写的', needs: '他的需求' });
  }
  expect(new Set(outcomes)).toEqual(new Set(['conflict']));
});

describe('an answer that was lost', () => {
  const NEW = { name: '孙悟', mobile: '139 0011 2233', source: '展会', remark: '急单' };
  const KNOWN = { ...PEOPLE[0], mobile: '+8613900112233' };
  const first = (host: Host, given: FormValues = {}) => {
    const request = filledIn(host.as(LILEI), { ...NEW, ...given });
    expect(call(host, 'saveCustomer', request)).toMatchObject({ outcome: 'saved' });
    return request;
  };
  const again = (request: SaveRequest, given: FormValues): SaveRequest => ({
    ...request,
    values: { ...request.values, ...given },
  });

  test('what was typed since, changed or taken out is saved with the next try', () => {
    const host = teamPool();
    const request = first(host, { needs: '报价', company: '花果山', tier: '重要', city: '杭州' });
    const { tier } = request.base;
    const given = { wechat: 'sunwu_88', needs: '样品', tier: tier ?? '', mobile: '', remark: '', company: '' };
    expect(recordsIn(host, 'customers')[0]).toMatchObject({ tier: '重要', province: '浙江省' });
    host.resetCalls();
    expect(call(host, 'saveCustomer', again(request, given))).toMatchObject({ outcome: 'saved', id: 'C-000001', row: FIRST });
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(14);
    const [record, ...others] = recordsIn(host, 'customers');
    expect(others).toEqual([]);
    const kept = { city: '杭州市', province: '浙江省', country: 'CN', owner: '李雷', created_by: LILEI };
    expect(record).toMatchObject({ ...kept, wechat: 'sunwu_88', needs: '样品', tier });
    for (const key of ['mobile', 'remark', 'company']) expect(record).not.toHaveProperty(key);
  });

  test('a number is changed with the next try', () => {
    const host = teamPool();
    call(host, 'saveCustomer', again(first(host), { mobile: '139 0011 2244' }));
    expect(recordsIn(host, 'customers')).toEqual([expect.objectContaining({ mobile: '+8613900112244', remark: '急单' })]);
  });

  test('a number that belongs to somebody else is taken out with the mark it left; the reason goes with it', () => {
    const host = teamPool();
    fill(host, 'customers', [KNOWN]);
    const request = { ...filledIn(host.as(LILEI), { ...NEW, remark: '' }), reason: '同一公司的另一位', reasonFor: ['C-000001'] };
    call(host, 'saveCustomer', request);
    expect(recordsIn(host, 'customers')[1]).toMatchObject({
      issue: expect.any(String),
      remark: expect.stringContaining('另一位'),
    });
    const asEntered = recordsIn(host, 'customers');
    call(host, 'saveCustomer', request);
    expect(recordsIn(host, 'customers')).toEqual(asEntered);
    expect(call(host, 'saveCustomer', again(request, { mobile: '', wechat: 'sunwu_88' }))).toMatchObject({ outcome: 'saved' });
    const record = recordsIn(host, 'customers')[1];
    for (const key of ['mobile', 'remark', 'issue']) expect(record).not.toHaveProperty(key);
  });

  test('what he wrote later on, elsewhere, is shown before it is taken out', () => {
    const host = teamPool();
    const request = first(host);
    host.advanceTo('2026-03-11T20:00');
    const { values } = call(host.as(LILEI), 'customerForm', { id: 'C-000001' });
    const later = { ...request, id: 'C-000001', base: values, values: { ...values, needs: '报价' } };
    expect(call(host, 'saveCustomer', later)).toMatchObject({ outcome: 'saved' });
    const told = call(host, 'saveCustomer', again(request, { wechat: 'sunwu_88' }));
    expect(told).toMatchObject({ outcome: 'conflict', own: true, fields: [{ key: 'needs', theirs: '报价', mine: '' }] });
    expect(recordsIn(host, 'customers')[0]).toMatchObject({ needs: '报价' });
    const settled = { ...again(request, { needs: '报价', wechat: 'sunwu_88' }), base: { ...request.base, needs: '报价' } };
    expect(call(host, 'saveCustomer', settled)).toMatchObject({ outcome: 'saved' });
    expect(recordsIn(host, 'customers')[0]).toMatchObject({ needs: '报价', wechat: 'sunwu_88' });
  });

  test('nothing is written where nothing was typed since, the reason of a possible duplicate included', () => {
    const host = teamPool();
    fill(host, 'customers', [KNOWN]);
    host.as(HANMEI);
    const request = { ...filledIn(host, NEW), reason: '同一公司的另一位', reasonFor: ['C-000001'] };
    const saved = call(host, 'saveCustomer', request);
    const before = recordsIn(host, 'customers');
    expect(call(host, 'saveCustomer', request)).toEqual({ ...saved, issues: [] });
    expect(recordsIn(host, 'customers')).toEqual(before);
    call(host, 'saveCustomer', again(request, { wechat: 'sunwu_88' }));
    expect(recordsIn(host, 'customers')[1]).toMatchObject({ wechat: 'sunwu_88', remark: before[1]?.['remark'] });
  });

  test('what somebody else made of it meanwhile is shown', () => {
    const host = teamPool();
    const request = first(host);
    const { values } = call(host.as(BOSS), 'customerForm', { id: 'C-000001' });
    const theirs = { ...request, id: 'C-000001', base: values, values: { ...values, remark: '他写的', company: '他写的公司' } };
    expect(call(host, 'saveCustomer', theirs)).toMatchObject({ outcome: 'saved' });
    const told = call(host.as(LILEI), 'saveCustomer', again(request, { wechat: 'sunwu_88' }));
    expect(told).toMatchObject({ outcome: 'conflict', fields: [{ key: 'remark', theirs: '他写的', mine: '急单' }] });
    const settled = { ...again(request, { wechat: 'sunwu_88' }), base: { ...request.base, remark: '他写的' } };
    expect(call(host, 'saveCustomer', settled)).toMatchObject({ outcome: 'saved', id: 'C-000001' });
    expect(recordsIn(host, 'customers')).toEqual([
      expect.objectContaining({ remark: '急单', wechat: 'sunwu_88', company: '他写的公司' }),
    ]);
  });

  test.each<['interactions' | 'orders' | 'feedback', FormValues, FormValues, Readonly<Record<string, unknown>>]>([
    [
      'interactions',
      { date: '2026-03-10', type: '电话', result: '有效沟通', summary: '要报价', next_action: '寄样' },
      { summary: '要报价，预算 20 万', next_follow_up: '2026-03-20', next_action: '' },
      { summary: '要报价，预算 20 万', next_follow_up: TODAY + 9 },
    ],
    [
      'orders',
      {
        order_no: 'SO-1',
        order_date: '2026-03-10',
        product: '标准版',
        qty: '2',
        amount: '100',
        currency: 'CNY',
        status: '已付款',
      },
      { qty: '3', amount: '150' },
      { order_no: 'SO-1', qty: 3, amount: 150, amount_base: 150 },
    ],
    [
      'feedback',
      { date: '2026-03-10', kind: '投诉', severity: '高', content: '发错货' },
      { content: '发错货，两箱' },
      { content: '发错货，两箱' },
    ],
  ])('%s', (sheet, values, since, wanted) => {
    const host = teamPool();
    fill(host, 'customers', PEOPLE);
    const save = (given: FormValues) =>
      call(host.as(LILEI), 'saveEntry', { sheet, customer: 'C-000001', values: { ...values, ...given }, token: 'lost' });
    const saved = save({});
    const before = recordsIn(host, sheet);
    expect(save({})).toEqual({ ...saved, issues: [] });
    expect(recordsIn(host, sheet)).toEqual(before);
    expect(save(since)).toMatchObject({ outcome: 'saved' });
    const records = recordsIn(host, sheet);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject(wanted);
    if (sheet === 'interactions') {
      expect(records[0]).not.toHaveProperty('next_action');
      expect(recordsIn(host, 'customers')[0]).toMatchObject({ next_follow_up: TODAY + 9 });
    }
  });
});

test('an owner saves a customer whose creation was never stamped, in a protected workbook', () => {
  const host = followPool().as(BOSS);
  const { created_at: _, ...rest } = { ...PEOPLE[3], owner: '魏然' };
  fill(host, 'customers', [rest]);
  call(host, 'applyProtection');
  host.as(RAN);
  const { values } = call(host, 'customerForm', { id: 'C-000004' });
  const request = { ...edited(host, 'C-000004', { remark: '改过的', mobile: '13911112222' }), base: values };
  expect(call(host, 'saveCustomer', request)).toMatchObject({ outcome: 'saved' });
  expect(customerIn(host, 'C-000004')).toMatchObject({ remark: '改过的', mobile: '+8613911112222', updated_by: RAN });
  expect(customerIn(host, 'C-000004')).not.toHaveProperty('created_at');
});
