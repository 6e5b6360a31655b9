// People write beside the responses of a form and correct them: each response still makes one customer.
import { call, customersIn, FORM, freshPool, ledger, link, submit, takeAll } from './pool';

const LEDGER = '表单记录';

function twoTaken() {
  const host = freshPool();
  link(host);
  submit(host, { at: '2026-11-23 08:00:00', name: '王芳', needs: '想了解价格', city: '杭州' });
  submit(host, { at: '2026-11-23 08:05:00', name: '李强', mobile: '13800223344', needs: '要报价' });
  expect(takeAll(host)).toBe(2);
  return host;
}

test('a note beside a response, written and changed, makes no new customer and nothing to be looked at', () => {
  const host = twoTaken();
  const before = customersIn(host);
  host.edit(`'${FORM}'!H1`, '处理状态');
  for (const note of ['未联系', '已联系', '已成交']) {
    host.edit(`'${FORM}'!H2`, note);
    host.edit(`'${FORM}'!H3`, note);
    expect(call(host, 'intake')).toMatchObject({ waiting: 0 });
    expect(takeAll(host)).toBe(0);
  }
  host.edit(`'${FORM}'!D3`, '13800223355');
  expect(takeAll(host)).toBe(0);
  expect(customersIn(host)).toEqual(before);
  expect(call(host, 'intake')).toMatchObject({ review: 0 });
});

test('who answers after the notes were written comes in, and he alone', () => {
  const host = twoTaken();
  host.edit(`'${FORM}'!H1`, '处理状态');
  host.edit(`'${FORM}'!H2`, '已联系');
  submit(host, { at: '2026-11-23 08:00:00', name: '赵敏', mobile: '13800223377', city: '杭州' });
  submit(host, { at: '2026-11-23 08:06:00', name: '李强', company: '北京强盛', mobile: '13800223388' });
  expect(takeAll(host)).toBe(2);
  expect(customersIn(host).map(({ name }) => name)).toEqual(['王芳', '李强', '赵敏', '李强']);
  expect(takeAll(host)).toBe(0);
});

test('responses an earlier version took stay taken, with notes and without', () => {
  const host = twoTaken();
  host.values(LEDGER).forEach(([key], i) => {
    const earlier = /^(\S+ \S+ [\da-f]{16}) [\da-f]+$/.exec(String(key))?.[1];
    if (earlier !== undefined) host.paste(`'${LEDGER}'!A${i + 1}`, [[earlier]], { valuesOnly: true });
  });
  expect(String(host.values(LEDGER)[2]?.[0])).toHaveLength('2026-11-23 08:00:00 '.length + 16);
  expect(takeAll(host)).toBe(0);
  host.edit(`'${FORM}'!H2`, '已联系');
  expect(takeAll(host)).toBe(0);
  expect(ledger(host)).toEqual(['created', 'created']);
});
