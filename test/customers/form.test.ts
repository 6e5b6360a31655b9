// The form of a customer: what it opens with, what it says while it is filled in, and how saving it costs little and loses nothing.
import type { FormValues, SaveOutcome, SaveRequest } from '../../src/contract/customer-api';
import { cellOf } from '../acts/pool';
import { noteOn } from '../watch/pool';
import { BOSS, call, closeSheet, FIRST, fill, HANMEI, LILEI, recordsIn, refusal, TODAY, teamPool } from './pool';

let tokens = 0;

type Given = Readonly<Record<string, string>>;

/** Opens the form of a new customer and fills it in. */
function filledIn(host: ReturnType<typeof teamPool>, given: Given): SaveRequest {
  const form = call(host, 'customerForm', { id: null, locale: 'zh-CN' });
  tokens++;
  return { id: null, base: form.values, values: { ...form.values, ...given }, reason: '', reasonFor: [], token: `t${tokens}` };
}

/** Opens the form of a standing customer and changes something. */
function edited(host: ReturnType<typeof teamPool>, id: string, given: Given): SaveRequest {
  const { values } = call(host, 'customerForm', { id, locale: 'zh-CN' });
  return { id, base: values, values: { ...values, ...given }, reason: '', reasonFor: [], token: 'unused' };
}

const NEW = { name: '陈偉明', mobile: '139 0000 1357', source: '展会' };

const KNOWN = {
  customer_id: 'C-000086',
  name: '陈伟明',
  company: '广州联创贸易',
  mobile: '+8613900001357',
  owner: '李雷',
  tier: '普通',
  stage: '潜在客户',
  sales_status: '联系中',
  source: '展会',
  country: 'CN',
  consent_status: '未取得',
  last_contact: TODAY - 3,
  next_follow_up: TODAY + 3,
  created_at: '2026-01-05 09:00',
};

test('a new form has three steps, is mine, and says why the first follow-up is on that day', () => {
  const host = teamPool().as(LILEI);
  const form = call(host, 'customerForm', { id: null, locale: 'en' });
  expect(form.steps.map(({ step }) => step)).toEqual(['who', 'work', 'follow']);
  expect(form.values).toMatchObject({ owner: '李雷', tier: '潜在', stage: '潜在客户', consent_status: '未取得', country: 'CN' });
  expect(form.values['next_follow_up']).toMatch(/^2026-/);
  const fields = form.steps.flatMap((step) => step.fields);
  const field = (key: string) => fields.find((one) => one.key === key);
  expect(field('source')).toMatchObject({ label: 'Source', input: 'choice', required: true, essential: true });
  expect(field('source')?.options).toContainEqual({ value: '展会', label: 'Fair' });
  expect(field('next_follow_up')?.help).not.toBe('');
  expect(field('owner')?.closed?.code).toBe('form.ownerByManager');
  expect(field('city')).toMatchObject({ input: 'suggest', within: 'province' });
  expect(form.within['city']?.['浙江省']).toContain('杭州市');
  expect(form.oneOf).toEqual([['mobile', 'phone', 'email', 'wechat']]);
  expect(fields.some(({ key }) => ['customer_id', 'claim', 'quick', 'last_contact', 'created_at'].includes(key))).toBe(false);
  expect(field('gender')?.essential).toBe(false);
});

test('a new customer gets an id, stamps and defaults, and stands below the others', () => {
  const host = teamPool();
  fill(host, 'customers', [{ ...KNOWN, mobile: '+8613900009999' }]);
  host.as(LILEI);
  const saved = call(host, 'saveCustomer', filledIn(host, NEW));
  expect(saved).toEqual({ outcome: 'saved', id: 'C-000087', row: FIRST + 1, issues: [] });
  expect(recordsIn(host, 'customers')[1]).toMatchObject({
    customer_id: 'C-000087',
    name: '陈偉明',
    mobile: '+8613900001357',
    owner: '李雷',
    source: '展会',
    tier: '潜在',
    created_at: '2026-03-11 09:00',
    created_by: LILEI,
    updated_by: LILEI,
    claimed_at: TODAY,
  });
});

test('the same token saves once, and an answer that was lost is given again', () => {
  const host = teamPool().as(LILEI);
  const request = filledIn(host, NEW);
  const first = call(host, 'saveCustomer', request);
  expect(call(host, 'saveCustomer', request)).toEqual({ ...first, issues: [] });
  expect(recordsIn(host, 'customers')).toHaveLength(1);
});

test('a possible duplicate is told with its owner, and saved only with a reason, which stays', () => {
  const host = teamPool();
  fill(host, 'customers', [KNOWN]);
  host.as(HANMEI);
  const request = filledIn(host, NEW);
  const told = call(host, 'saveCustomer', { ...request, locale: 'zh-CN' });
  expect(told).toEqual({
    outcome: 'duplicate',
    matches: [
      expect.objectContaining({
        id: 'C-000086',
        row: FIRST,
        owner: '李雷',
        mine: false,
        statusLabel: '联系中',
        lastContact: '2026-03-08',
        same: ['mobile'],
        advice: { code: 'offer.askOwner', args: { owner: '李雷' } },
      }),
    ],
  });
  expect(recordsIn(host, 'customers')).toHaveLength(1);
  const saved = call(host, 'saveCustomer', { ...request, reason: '同一公司的另一位', reasonFor: ['C-000086'] });
  expect(saved).toMatchObject({ outcome: 'saved', id: 'C-000087' });
  const [, record] = recordsIn(host, 'customers');
  expect(record?.['remark']).toBe('与 C-000086 相似，仍然保存：同一公司的另一位');
  expect(record?.['issue']).toBe('手机 = C-000086');
});

test('a reason speaks of those it was given for: whoever else is like him is told first', () => {
  const host = teamPool();
  fill(host, 'customers', [KNOWN, { ...KNOWN, customer_id: 'C-000087', name: '林晓', wechat: 'lin_xiao', mobile: null }]);
  host.as(HANMEI);
  const request = { ...filledIn(host, { ...NEW, wechat: 'lin_xiao' }), reason: '另一位' };
  const told = call(host, 'saveCustomer', { ...request, reasonFor: ['C-000086'] });
  expect(told.outcome === 'duplicate' ? told.matches.map(({ id }) => id).sort() : told).toEqual(['C-000086', 'C-000087']);
  expect(recordsIn(host, 'customers')).toHaveLength(2);
  const all = { ...request, reasonFor: ['C-000086', 'C-000087'] };
  expect(call(host, 'saveCustomer', all)).toMatchObject({ outcome: 'saved' });
});

test('a number that is corrected is marked as a duplicate no more, nor noted as one', () => {
  const host = teamPool();
  call(host, 'remindersOn');
  fill(host, 'customers', [KNOWN]);
  host.as(LILEI);
  const saved = call(host, 'saveCustomer', { ...filledIn(host, NEW), reason: '另一位', reasonFor: ['C-000086'] });
  const id = saved.outcome === 'saved' ? saved.id : '';
  host.edit(cellOf(host, 'customers', FIRST + 1, 'mobile'), '139 0000 1357');
  expect(recordsIn(host, 'customers')[1]?.['issue']).toBe('手机 = C-000086');
  expect(noteOn(host, 'customers', FIRST + 1, 'mobile')).toContain('C-000086');
  expect(call(host, 'saveCustomer', edited(host, id, { mobile: '13700005555' }))).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'customers')[1]).not.toHaveProperty('issue');
  expect(noteOn(host, 'customers', FIRST + 1, 'mobile')).toBe('');
});

test('a customer for whom the sheet has no open row is refused before a number is given', () => {
  const host = teamPool();
  fill(host, 'customers', [KNOWN]);
  closeSheet(host);
  host.as(LILEI);
  const before = host.properties.get('cp:id:C-');
  expect(refusal(host, 'saveCustomer', filledIn(host, { ...NEW, mobile: '13700001111' }))).toBe('act.closed');
  expect(host.properties.get('cp:id:C-')).toBe(before);
  expect(recordsIn(host, 'customers')).toHaveLength(1);
});

test('nothing is saved that the sheet would refuse', () => {
  const host = teamPool().as(LILEI);
  const codes = (given: Given) => {
    const outcome = call(host, 'saveCustomer', filledIn(host, given));
    return outcome.outcome === 'invalid' ? outcome.notes.map(({ key, message }) => `${key} ${message.code}`) : [outcome.outcome];
  };
  expect(codes({ name: '李四', source: '展会' })).toEqual(['mobile record.oneOf']);
  expect(codes({ ...NEW, source: '' })).toEqual(['source record.missing']);
  expect(codes({ ...NEW, source: '不存在' })).toEqual(['source kind.enum.unknown']);
  expect(codes({ ...NEW, next_follow_up: '2020-01-01' })).toEqual(['next_follow_up kind.date.before']);
  expect(codes({ ...NEW, uscc: '123' })[0]).toMatch(/^uscc /);
  expect(recordsIn(host, 'customers')).toEqual([]);
});

test('the live check says what will be stored, what is offered and who it may be', () => {
  const host = teamPool();
  fill(host, 'customers', [
    { ...KNOWN, email: 'a@lianchuang.example', industry: '外贸' },
    { ...KNOWN, customer_id: 'C-000090', name: '周敏', mobile: null, email: 'b@lianchuang.example' },
  ]);
  host.as(HANMEI);
  const check = (values: FormValues, ...touched: string[]) =>
    call(host, 'checkCustomer', { id: null, values, touched, locale: 'zh-CN' });
  const mobile = check({ mobile: '139 0000 1357' }, 'mobile');
  expect(mobile.values).toEqual({ mobile: '+8613900001357' });
  expect(mobile.notes).toEqual([
    { key: 'mobile', state: 'ok', message: { code: 'offer.stored', args: { value: '+8613900001357' } }, suggestion: null },
  ]);
  expect(mobile.matches.map(({ id }) => id)).toEqual(['C-000086']);
  expect(check({ email: 'chen@lianchuang' }, 'email').notes[0]).toMatchObject({
    key: 'email',
    state: 'problem',
    suggestion: 'chen@lianchuang.com',
  });
  expect(check({ phone: '021-65529988' }, 'phone').suggestions).toEqual([
    { key: 'city', value: '上海市', why: { code: 'offer.areaCode', args: { area: '021', city: '上海市' } } },
  ]);
  expect(check({ phone: '021-65529988', city: '北京市' }, 'phone').suggestions).toEqual([]);
  expect(check({ email: 'c@lianchuang.example' }, 'email').suggestions).toMatchObject([
    { key: 'company', value: '广州联创贸易' },
    { key: 'industry', value: '外贸' },
  ]);
  expect(check({ city: '深圳' }, 'city').suggestions).toMatchObject([{ key: 'province', value: '广东省' }]);
  // Leaving the name says nothing about a way of contact that is still to come.
  expect(check({ name: '李四' }, 'name').notes).toEqual([]);
});

test('an edit writes what was changed and nothing else', () => {
  const host = teamPool();
  fill(host, 'customers', [{ ...KNOWN, remark: '原来的', tags: '老客户' }]);
  host.as(LILEI);
  const request = edited(host, 'C-000086', { company: '广州联创贸易有限公司', sales_status: '已报价' });
  // Meanwhile somebody else changes other fields.
  const other = edited(host.as(BOSS), 'C-000086', { remark: '改过的', tags: '' });
  expect(call(host.as(BOSS), 'saveCustomer', other)).toMatchObject({ outcome: 'saved' });
  expect(call(host.as(LILEI), 'saveCustomer', request)).toMatchObject({ outcome: 'saved' });
  const [record] = recordsIn(host, 'customers');
  expect(record).toMatchObject({
    company: '广州联创贸易有限公司',
    sales_status: '已报价',
    remark: '改过的',
    updated_by: LILEI,
    next_follow_up: TODAY + 3,
  });
  expect(record?.['tags']).toBeUndefined();
});

test('two who save one field at once: the second is told whose and what, and loses nothing', () => {
  const host = teamPool();
  fill(host, 'customers', [KNOWN]);
  const mine = edited(host.as(LILEI), 'C-000086', { company: '我写的公司', next_action: '我写的事' });
  const theirs = edited(host.as(BOSS), 'C-000086', { company: '他写的公司' });
  call(host.as(BOSS), 'saveCustomer', theirs);
  const before = recordsIn(host, 'customers');
  const told = call(host.as(LILEI), 'saveCustomer', { ...mine, locale: 'zh-CN' }) as Extract<
    SaveOutcome,
    { outcome: 'conflict' }
  >;
  expect(told).toEqual({
    outcome: 'conflict',
    by: 'boss',
    own: false,
    at: '2026-03-11 09:00',
    fields: [{ key: 'company', label: '公司名称', before: '广州联创贸易', theirs: '他写的公司', mine: '我写的公司' }],
  });
  expect(recordsIn(host, 'customers')).toEqual(before);
  // Decided field by field, it is saved against what stands there now.
  const base = { ...mine.base, company: '他写的公司' };
  expect(call(host, 'saveCustomer', { ...mine, base })).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ company: '我写的公司', next_action: '我写的事' });
});

test('numbers are shown as people write them, kept where nobody touched them, and in conflict where two did', () => {
  const host = teamPool();
  const phones = { mobile: '+8613900001357', phone: '+86 21 65529988 x801' };
  fill(host, 'customers', [
    { ...KNOWN, ...phones },
    { ...KNOWN, customer_id: 'C-000087', country: 'US', mobile: '+8613800002468', phone: '+1 4155552671' },
  ]);
  host.as(BOSS);
  const shown = (id: string) => call(host, 'customerForm', { id, locale: 'zh-CN' }).values;
  expect(shown('C-000086')).toMatchObject({ mobile: '139 0000 1357', phone: '021-65529988 x801' });
  // Without its code this one would be read as a number of his own country.
  expect(shown('C-000087')).toMatchObject({ mobile: '+8613800002468' });
  expect(call(host, 'saveCustomer', edited(host, 'C-000086', { needs: '报价' }))).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'customers')[0]).toMatchObject(phones);
  const mine = edited(host, 'C-000086', { mobile: '137 0000 2222' });
  const theirs = edited(host, 'C-000086', { mobile: '+86 137 0000 3333' });
  expect(call(host, 'saveCustomer', theirs)).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ ...phones, mobile: '+8613700003333' });
  expect(call(host, 'saveCustomer', mine)).toMatchObject({
    outcome: 'conflict',
    fields: [{ key: 'mobile', before: '139 0000 1357', theirs: '137 0000 3333', mine: '137 0000 2222' }],
  });
  expect(call(host, 'saveCustomer', { ...mine, base: { ...mine.base, mobile: '137 0000 3333' } })).toMatchObject({
    outcome: 'saved',
  });
});

test('a sales person gives no customer away', () => {
  const host = teamPool();
  fill(host, 'customers', [KNOWN]);
  host.as(LILEI);
  expect(refusal(host, 'saveCustomer', edited(host, 'C-000086', { owner: '韩梅' }))).toBe('form.ownerByManager');
  expect(refusal(host, 'saveCustomer', filledIn(host, { ...NEW, mobile: '13900001111', owner: '韩梅' }))).toBe(
    'form.ownerByManager',
  );
  expect(call(host.as(BOSS), 'saveCustomer', edited(host, 'C-000086', { owner: '韩梅' }))).toMatchObject({ outcome: 'saved' });
});

test('saving costs at most fourteen calls among 50,000 customers', () => {
  const host = teamPool();
  fill(host, 'customers', [
    KNOWN,
    // Marked as a duplicate, which he is no more with his new number.
    { ...KNOWN, customer_id: 'C-000085', name: '陈伟民', issue: '手机 = C-000086' },
    ...Array.from({ length: 49_998 }, (_, i) => ({
      customer_id: `C-${100_000 + i}`,
      name: `客户${i}`,
      mobile: `+86138${10_000_000 + i}`,
    })),
  ]);
  host.as(LILEI);
  const cost = (request: SaveRequest) => {
    host.resetCalls();
    expect(call(host, 'saveCustomer', request)).toMatchObject({ outcome: 'saved' });
    const { reads, writes, cellsRead } = host.calls;
    expect(cellsRead).toBeLessThan(500_000);
    return reads + writes;
  };
  // Numbers are looked for once, where a file came without its properties.
  cost(filledIn(host, { ...NEW, mobile: '13700000000' }));
  const costs = [
    filledIn(host, { ...NEW, mobile: '13700001111', company: '新公司', city: '杭州' }),
    edited(host, 'C-000086', { sales_status: '已报价', next_action: '寄合同' }),
    edited(host, 'C-000086', { mobile: '13700002222', company: '改名公司' }),
    edited(host, 'C-000085', { mobile: '13700002223', company: '改名公司二' }),
    edited(host, 'C-000086', {
      name: '陈大明',
      tier: '重要',
      source: '转介绍',
      city: '广州市',
      address: '路 1 号',
      remark: '备注',
    }),
  ].map(cost);
  expect(Math.max(...costs)).toBeLessThanOrEqual(14);
});
