// A form's responses come into the pool on the host: mapped, cleaned, judged, compared with who is there, each once.
import type { Host } from '../../local/host/index';
import {
  addRows,
  budgeted,
  call,
  customersIn,
  FORM,
  formId,
  formulasIn,
  freshPool,
  ledger,
  link,
  recordsIn,
  responsesIn,
  struck,
  submit,
  takeAll,
} from './pool';

let host: Host;
beforeEach(() => {
  host = freshPool();
});

test('a sheet of responses is recognised by its times and its questions, before anybody has answered', () => {
  const look = call(host, 'intakeLook', { sheet: formId(host) });
  expect(look).toMatchObject({ likely: true, responses: 0, name: FORM });
  expect(look.columns.map(({ header, to, key }) => [header, to, key])).toEqual([
    ['时间戳记', 'stamp', null],
    ['您的姓名', 'column', 'name'],
    ['公司名称', 'column', 'company'],
    ['手机号', 'column', 'mobile'],
    ['邮箱', 'column', 'email'],
    ['您想了解什么？', 'notes', null],
    ['所在城市', 'column', 'city'],
  ]);
  expect(look.targets.map(({ key }) => key)).not.toContain('owner');
});

test('a response becomes a customer of the pool', () => {
  link(host, (columns) =>
    columns.map((column) => (column.header === '您想了解什么？' ? { ...column, to: 'column', key: 'needs' } : column)),
  );
  submit(host, { name: ' 王  芳', mobile: '139 0013 9001', email: 'Wang＠Example.COM', needs: '比较 =1+1', city: '深圳' });
  expect(customersIn(host)).toEqual([]);
  host.resetCalls();
  expect(takeAll(host)).toBe(1);
  expect(customersIn(host)).toMatchObject([
    {
      customer_id: 'C-000001',
      name: '王 芳',
      mobile: '+8613900139001',
      email: 'wang@example.com',
      needs: '比较 =1+1',
      province: '广东省',
      city: '深圳市',
      source: '官网',
      sales_status: '待跟进',
      created_at: expect.stringMatching(/^2026-11-23 09:/),
    },
  ]);
  expect(customersIn(host)[0]).not.toHaveProperty('owner');
  expect(customersIn(host)[0]).not.toHaveProperty('issue');
  expect(formulasIn(host)).toEqual([]);
  expect(call(host, 'intake')).toMatchObject({ waiting: 0, review: 0, gone: false, automatic: false });
});

test('a response costs at most twenty service calls', () => {
  // A column of one's own between ours costs one more.
  const [keys = []] = host.values('客户池');
  host.deleteColumns('客户池', keys.indexOf('email'));
  link(host);
  takeAll(host);
  call(host, 'remindersOn');
  host.resetCalls();
  submit(host, { name: '王芳', mobile: '13900139001' });
  expect(customersIn(host)).toHaveLength(1);
  expect(budgeted(host)).toBeLessThanOrEqual(20);
});

test('taken once: looked at again, sorted, moved, sent again, and after the customer is gone', () => {
  link(host);
  submit(host, { at: '2026-11-23 08:00:00', name: '王芳', mobile: '13900139001' });
  submit(host, { at: '2026-11-23 08:05:00', name: '李娜', mobile: '13900139002' });
  expect(takeAll(host)).toBe(2);
  expect(takeAll(host)).toBe(0);
  host.sort(`'${FORM}'!A2:G3`, 1, false);
  submit(host, { at: '2026-11-23 08:00:00', name: '王芳', mobile: '13900139001' });
  host.insertColumns(FORM, 3);
  host.deleteRows('客户池', 3);
  expect(takeAll(host)).toBe(0);
  expect(customersIn(host).map(({ name }) => name)).toEqual(['李娜']);
  expect(ledger(host)).toEqual(['created', 'created']);
});

test('a known customer is not entered again: other answers wait for a person', () => {
  addRows(host, 'customers', [
    { customer_id: 'C-000007', name: '王芳', mobile: '+8613900139001', email: 'old@example.com', city: '深圳市' },
  ]);
  link(host);
  submit(host, { name: '王芳', mobile: '139-0013-9001', email: 'new@example.com', needs: '报价', city: '深圳' });
  takeAll(host);
  expect(customersIn(host)).toHaveLength(1);
  expect(call(host, 'intake')).toMatchObject({ review: 1 });
  const { items } = call(host, 'intakeReview', { page: 0 });
  expect(items).toMatchObject([
    {
      id: 'C-000007',
      name: '王芳',
      answers: [
        { column: 'email', label: '邮箱', now: 'old@example.com', answer: 'new@example.com' },
        { column: 'remark', now: '', answer: '您想了解什么？: 报价' },
        { column: 'province', now: '', answer: '广东省' },
      ],
      problems: [],
    },
  ]);
  const [item] = items;
  const accept = [{ column: 'email', now: 'old@example.com' }];
  expect(call(host, 'intakeSettle', { response: item?.response ?? '', accept, asNew: false })).toMatchObject({
    changed: [],
    txn: expect.stringMatching(/^X-/),
  });
  expect(customersIn(host)).toMatchObject([{ customer_id: 'C-000007', email: 'new@example.com' }]);
  expect(customersIn(host)[0]).not.toHaveProperty('remark');
  expect(call(host, 'intakeReview', { page: 0 }).total).toBe(0);
  expect(recordsIn(host, 'quarantine').map(({ column_key, state }) => [column_key, state])).toEqual([
    ['email', 'fixed'],
    ['remark', 'ignored'],
    ['province', 'ignored'],
  ]);
});

test('somebody else with the same number becomes a customer of his own, once', () => {
  addRows(host, 'customers', [{ customer_id: 'C-000007', name: '王芳', mobile: '+8613900139001' }]);
  link(host);
  submit(host, { name: '王小明', mobile: '13900139001', city: '深圳' });
  takeAll(host);
  const from = host.snapshot();
  const [item] = call(host, 'intakeReview', { page: 0 }).items;
  const settle = () => call(host, 'intakeSettle', { response: item?.response ?? '', accept: [], asNew: true });
  settle();
  expect(customersIn(host)).toMatchObject([
    { name: '王芳' },
    { customer_id: 'C-000008', name: '王小明', city: '深圳市', source: '官网' },
  ]);
  expect(customersIn(host)[1]).not.toHaveProperty('remark');
  expect(call(host, 'intakeReview', { page: 0 }).total).toBe(0);
  const wanted = customersIn(host);
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, settle)) break;
    settle();
    expect(customersIn(host).map(({ customer_id, name }) => [customer_id, name])).toEqual(
      wanted.map(({ customer_id, name }) => [customer_id, name]),
    );
  }
  expect(takeAll(host)).toBe(0);
});

test('a response of nobody goes to Quarantine whole; an answer nobody can read, with its reason', () => {
  link(host);
  submit(host, { mobile: '13900139001', needs: '报价' });
  submit(host, { name: '李娜', mobile: '1.38E+10', email: 'a@b' });
  takeAll(host);
  expect(ledger(host)).toEqual(['invalid', 'created']);
  const [line] = recordsIn(host, 'quarantine');
  expect(JSON.parse(String(line?.['original']))).toMatchObject({ 手机号: '13900139001', '您想了解什么？': '报价' });
  expect(customersIn(host)[0]).toMatchObject({ name: '李娜', issue: expect.stringContaining('手机 → ') });
  expect(call(host, 'intakeReview', { page: 0 }).items).toMatchObject([{ id: '', answers: [], problems: [{ label: '' }] }]);
});

test('a number with its country code is the number, though the sheet of responses takes it for a figure', () => {
  link(host);
  submit(host, { name: '李娜', mobile: '+8613900139002' });
  takeAll(host);
  expect(customersIn(host)).toMatchObject([{ mobile: '+8613900139002' }]);
});

test('the sheet of responses is never written to', () => {
  link(host);
  for (let i = 0; i < 5; i++) submit(host, { name: `客户${i}`, mobile: `1390013900${i}` });
  const before = responsesIn(host);
  takeAll(host);
  expect(responsesIn(host)).toEqual(before);
});
