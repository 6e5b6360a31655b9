// What the daily mail says, in both languages, and that nothing typed by people can become markup.
import fc from 'fast-check';
import { addDays } from '../../../src/domain/days';
import { digestMail, type Mail, type MailFrame } from '../../../src/domain/reminders/digest-mail';
import { type Due, type DueLists, dueLists } from '../../../src/domain/reminders/due';
import { escaped } from '../../../src/domain/reminders/mail-page';
import { maskPhone } from '../../../src/domain/reminders/mask';
import { enums } from '../../../src/template/enums';
import type { EnumTemplate } from '../../../src/template/types';

const TODAY = '2026-03-11';
const frame: MailFrame = {
  today: TODAY,
  upcomingDays: 3,
  itemLimit: 50,
  sender: '陈静',
  url: 'https://docs.google.com/spreadsheets/d/FILE/edit',
  sheetId: 7,
  peopleLabel: '人员',
  digestLabel: '接收日报',
  tiers: enums.tier,
};

function due(late: number, rest: Partial<Due> = {}): Due {
  return {
    id: 'C-000123',
    row: 12,
    name: '张伟',
    company: '上海启明科技',
    owner: '魏然',
    tier: 'key',
    status: 'quoted',
    nextFollowUp: addDays(TODAY, -late),
    nextAction: '确认二期报价，问交期',
    mobile: '+8613800002468',
    phone: '',
    wechat: '',
    email: '',
    value: 0,
    sample: false,
    late,
    ...rest,
  };
}

const several = (late: number, count: number) => Array.from({ length: count }, (_, i) => due(late, { id: `C-${late}-${i}` }));
const MIXED = dueLists([...several(4, 3), ...several(0, 5), ...several(-2, 4)]);

test.each<[string, DueLists, string, string]>([
  ['late and today', MIXED, '3 位逾期，5 位今天 · 客户池 3月11日 周三', '3 overdue, 5 today · Customer Pool, Wed 11 March'],
  ['only late', dueLists([due(1)]), '1 位逾期 · 客户池 3月11日 周三', '1 overdue · Customer Pool, Wed 11 March'],
  ['only coming', dueLists([due(-2)]), '1 位 3 天内 · 客户池 3月11日 周三', '1 in the next 3 days · Customer Pool, Wed 11 March'],
])('the subject starts with the counts: %s', (_title, lists, zh, en) => {
  expect(digestMail('魏然', lists, 'zh-CN', frame).subject).toBe(zh);
  expect(digestMail('Wei Ran', lists, 'en', frame).subject).toBe(en);
});

test('the plain text says all of it', () => {
  const lists = dueLists([
    due(4),
    due(0, { id: 'C-000066', name: '孙丽', mobile: '', wechat: 'sunli66', nextAction: '', tier: 'standard' }),
  ]);
  expect(digestMail('魏然', lists, 'zh-CN', frame).text).toBe(`魏然，今天跟进 2 位
3月11日 周三 · 逾期 1 · 今天 1

打开客户池 https://docs.google.com/spreadsheets/d/FILE/edit#gid=7

逾期 · 1
- 张伟 · 上海启明科技 · 逾期 4 天
  确认二期报价，问交期
  ★ 重要  C-000123  138****2468
  https://docs.google.com/spreadsheets/d/FILE/edit#gid=7&range=A12

今天 · 1
- 孙丽 · 上海启明科技 · 今天
  ● 普通  C-000066  微信
  https://docs.google.com/spreadsheets/d/FILE/edit#gid=7&range=A12

由陈静的账号发送，每个工作日一封；没有事项就不发。号码已遮盖，完整号码在表格里。
不想收：让主管在“人员”里关闭“接收日报”。`);
});

test('a number a list has rounded is called damaged', () => {
  expect(digestMail('魏然', dueLists([due(4, { mobile: '1.38E+10' })]), 'zh-CN', frame).text).toContain('C-000123  号码损坏');
});

test('a tier is called as the team calls it', () => {
  const options = enums.tier.options.map((one) =>
    one.id === 'key' ? { ...one, label: { 'zh-CN': '战略', en: 'Strategic' } } : one,
  );
  const tiers: EnumTemplate = { ...enums.tier, options };
  expect(digestMail('魏然', dueLists([due(4)]), 'zh-CN', { ...frame, tiers }).text).toContain('★ 战略  C-000123');
  expect(digestMail('Wei Ran', dueLists([due(4)]), 'en', { ...frame, tiers }).text).toContain('★ Strategic  C-000123');
});

test('the preheader names the worst case; empty sections are left out', () => {
  const mail = digestMail('Wei Ran', dueLists([due(4), due(1)]), 'en', frame);
  expect(mail.html).toContain('mso-hide:all">张伟 is 4 days late: 确认二期报价，问交期</div>');
  expect(mail.html).toContain('>Overdue · 2<');
  expect(mail.html).not.toContain('Today ·');
  expect(mail.html).not.toContain('Next 3 days ·');
});

test('what goes beyond the limit is counted', () => {
  const mail = digestMail('魏然', dueLists(several(0, 60)), 'zh-CN', frame);
  expect(mail.html.split('range=A12').length - 1).toBe(50);
  expect(mail.html).toContain('另有 10 位今天到期，在表格里查看');
});

test('a mail of very long rows stays short enough to be shown whole', () => {
  const long = { name: '名'.repeat(100), company: '司'.repeat(100), nextAction: '事'.repeat(200) };
  const lists = dueLists([...several(3, 50), ...several(0, 50), ...several(-1, 50)].map((item) => ({ ...item, ...long })));
  const mail = digestMail('魏然', lists, 'zh-CN', frame);
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
  expect(Buffer.byteLength(digestMail('魏然', MIXED, 'zh-CN', frame).html)).toBeLessThan(30_000);
  expect(mail.subject).toContain('50 位逾期，50 位今天');
});

/** Tags of a mail without typed text, as a bag. */
const tags = (mail: Mail) =>
  mail.html
    .match(/<[a-z/!][^>]*>/g)
    ?.map((tag) => tag.split(/[ >]/)[0])
    .join();

test('whatever people type, it stays text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' style='x",
      '&lt;b&gt;',
      '</td></tr></table>',
    ),
  );
  const shape = tags(digestMail('x', dueLists([due(1, { name: 'x', company: 'y', nextAction: 'z' })]), 'en', frame));
  fc.assert(
    fc.property(anyText, anyText, anyText, (name, company, nextAction) => {
      fc.pre(company !== name);
      const mail = digestMail(name, dueLists([due(1, { name, company, nextAction })]), 'en', frame);
      expect(tags(mail)).toBe(shape);
      for (const text of [name, company, nextAction]) expect(mail.html).toContain(escaped(text));
    }),
    { seed: 20260101 },
  );
});

test.each([
  ['+8613800002468', '138****2468'],
  ['+86 10 65529988 x801', '010****9988'],
  ['+86 755 83216688', '075****6688'],
  ['+447700900123', '+44 7****0123'],
  ['+6591234567', '+65 9****4567'],
  ['+12025550123', '+1 2****0123'],
  ['1.38E+10', '****10'],
  ['110', '****'],
  ['', ''],
])('%s is masked as %s', (stored, shown) => {
  expect(maskPhone(stored)).toBe(shown);
});
