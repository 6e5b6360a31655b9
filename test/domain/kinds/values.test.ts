import fc from 'fast-check';
import { type KindContext, kindOf } from '../../../src/domain/kinds/index';
import type { Cell, KindTemplate } from '../../../src/template/types';
import { column, context, doubt, outcome, read } from './context';

const text: KindTemplate = { kind: 'text', max: 20 };
const prose: KindTemplate = { kind: 'text', max: 2000 };
const email: KindTemplate = { kind: 'email' };
const tier: KindTemplate = { kind: 'enum', enum: 'tier' };
const size: KindTemplate = { kind: 'enum', enum: 'company_size' };
const number: KindTemplate = { kind: 'number', min: 0 };
const money: KindTemplate = { kind: 'money' };
const owner: KindTemplate = { kind: 'ref', sheet: 'users', holds: 'name' };
const claim: KindTemplate = { kind: 'ref', sheet: 'users', holds: 'name', also: 'claim' };
const province: KindTemplate = { kind: 'place', level: 'province' };
const city: KindTemplate = { kind: 'place', level: 'city', within: 'province' };
const country: KindTemplate = { kind: 'code', list: 'country' };
const currency: KindTemplate = { kind: 'code', list: 'currency' };
const flag: KindTemplate = { kind: 'flag' };
const tags: KindTemplate = { kind: 'tags' };
const url: KindTemplate = { kind: 'url' };
const uscc: KindTemplate = { kind: 'uscc' };
const id: KindTemplate = { kind: 'id', prefix: 'C-' };

test.each<[string, KindTemplate, Cell, Cell]>([
  // Text.
  ['spaces around and inside one line', text, '  a\u00a0 b\n c ', 'a b c'],
  ['a byte order mark, a zero-width space, a bell', text, '\ufeffa\u200b\u0007b', 'ab'],
  ['prose keeps its line breaks', prose, 'a\r\nb\u0000', 'a\nb'],
  ['decomposed letters are composed', text, 'Jose\u0301', 'José'],
  ['a family emoji stays one', text, '👨‍👩‍👧', '👨‍👩‍👧'],
  ['a joiner that joins nothing goes', text, '张\u200d伟', '张伟'],
  ['Persian keeps its non-joiner', text, 'می‌خواهم', 'می‌خواهم'],
  ['a character of the supplementary planes', text, '𠮷田', '𠮷田'],
  ['half a surrogate pair becomes the sign for it', text, 'a\ud800', 'a\ufffd'],
  ['formula-like text stays text', text, '=IMPORTDATA("x")', '=IMPORTDATA("x")'],
  ['full width is left alone in prose', text, '（上海）', '（上海）'],
  ['a number cell', text, 100_000_000_000_000, '100000000000000'],
  ['a checkbox', text, true, 'TRUE'],
  ['nothing but spaces', text, ' \u3000 ', null],
  ['more than fits', text, 'x'.repeat(21), 'kind.text.tooLong'],
  // Mail.
  ['a full-width at sign and capitals', email, ' Chen＠Example.COM ', 'chen@example.com'],
  ['mailto and a name', email, '"Chen" <mailto:chen@example.com>', 'chen@example.com'],
  ['a blank before the at sign', email, 'chen @example.com', 'chen@example.com'],
  ['a Chinese full stop', email, 'chen@example。com', 'chen@example.com'],
  ['a full stop at the end', email, 'chen@example.com.', 'chen@example.com'],
  ['no ending', email, 'chen@lianchuang', 'kind.email.noSuffix'],
  ['no at sign', email, 'chen.example.com', 'kind.email.noAt'],
  ['two at signs', email, 'chen@@example.com', 'kind.email.form'],
  ['two dots', email, 'chen@example..com', 'kind.email.form'],
  ['a host with umlauts', email, 'chen@müller.example', 'chen@müller.example'],
  ['255 characters', email, `${'a'.repeat(60)}@${'b.'.repeat(100)}example`, 'kind.email.tooLong'],
  // Options.
  ['the label', tier, '重要', '重要'],
  ['the other language', tier, 'key', '重要'],
  ['an alias in any case and width', tier, 'ｖｉｐ', '重要'],
  ['an alias in traditional characters', tier, '大客戶', '重要'],
  ['another dash', size, '10-49', '10–49'],
  ['a tilde', size, '10~49', '10–49'],
  ['an id', size, '1000_plus', '1000+'],
  ['a number that is no range', size, '19', 'kind.enum.unknown'],
  ['no such option', tier, 'B类', 'kind.enum.unknown'],
  // Numbers and money.
  ['full-width digits and thousands', number, '１，２３４．５', 1234.5],
  ['ten thousands', number, '1.2万', 12_000],
  ['hundred millions in traditional characters', number, '3.5億', 350_000_000],
  ['a decimal comma', number, '12,5', 12.5],
  ['points for thousands, comma for decimals', number, '1.234.567,89', 1_234_567.89],
  ['Indian groups', number, '1,23,456', 123_456],
  ['spaces for thousands', number, '1 234 567', 1_234_567],
  ['an age with its unit', number, '30岁', 30],
  ['an account’s loss', number, '(1,234.50)', -1234.5],
  ['a share where none is expected', number, '12%', 'kind.number.form'],
  ['a share', { kind: 'number', percent: true }, '12.5%', 0.125],
  ['half of a whole number', { kind: 'number', integer: true }, '1.5', 'kind.number.integer'],
  ['a word', number, '很多', 'kind.number.form'],
  ['not a number', number, Number.NaN, 'kind.number.form'],
  ['yuan with thousands', money, '￥1,234.50', 1234.5],
  ['ten thousand yuan', money, '1.2万元', 12_000],
  ['dollars named', money, 'USD 99', 99],
  ['a debt', money, '-¥5', -5],
  ['two currencies', money, 'USD 99 / CNY 700', 'kind.money.twoCurrencies'],
  // Codes.
  ['a country by its name', country, '新加坡', 'SG'],
  ['by its English name', country, 'United Kingdom', 'GB'],
  ['by a usual abbreviation', country, 'U.S.A.', 'US'],
  ['in traditional characters', country, '臺灣', 'TW'],
  ['by its code', country, 'cn', 'CN'],
  ['no country', country, 'Atlantis', 'kind.code.country'],
  ['a currency by its name', currency, '人民币', 'CNY'],
  ['by its sign', currency, 'HK$', 'HKD'],
  ['an ambiguous sign', currency, '$', 'kind.code.currency'],
  // Places.
  ['a province without its suffix', province, '广东', '广东省'],
  ['in traditional characters', province, '廣東省', '广东省'],
  ['an autonomous region by its short name', province, '内蒙古', '内蒙古自治区'],
  ['in English', province, 'Guangdong Province', '广东省'],
  ['a city without its suffix', city, '深圳', '深圳市'],
  ['a prefecture without its peoples', city, '红河州', '红河哈尼族彝族自治州'],
  ['a banner league', city, '锡林郭勒', '锡林郭勒盟'],
  ['a place abroad', city, 'New  York', 'New York'],
  ['two cities of one English name', city, 'Suzhou', 'kind.place.several'],
  // Yes or no, tags, addresses of the web, credit codes, record numbers.
  ['yes', flag, '是', true],
  ['a tick', flag, '√', true],
  ['no', flag, 'FALSE', false],
  ['neither', flag, '也许', 'kind.flag.form'],
  ['tags of all separators, each once', tags, '外贸；月结, VIP,vip 、外贸', '外贸; 月结; VIP'],
  ['no tags', tags, ' ; ，', null],
  ['a host without scheme', url, 'www.example.com/a', 'https://www.example.com/a'],
  ['plain http', url, 'http://example.com', 'kind.url.https'],
  ['a script', url, 'javascript:alert(1)', 'kind.url.form'],
  ['a credit code in small letters with blanks', uscc, '91350100 m000100y43', '91350100M000100Y43'],
  ['a wrong check character', uscc, '91350100M000100Y44', 'kind.uscc.check'],
  ['17 characters', uscc, '91350100M000100Y4', 'kind.uscc.length'],
  ['the letter O for a zero', uscc, '9135O100M000100Y43', 'kind.uscc.letters'],
  ['a record number', id, 'c-000123', 'C-000123'],
  ['another sheet’s number', id, 'L-000123', 'kind.id.form'],
])('%s', (_title, template, raw, expected) => {
  expect(outcome(template, raw)).toBe(expected);
});

test.each<[string, KindTemplate, string, readonly string[]]>([
  ['two addresses', email, 'a@example.com; b@example.org', ['b@example.org']],
  ['a province with its city and district', province, '广东省深圳市南山区', ['深圳市', '南山区']],
  ['a province with its city', province, '广东 深圳', ['深圳市']],
])('more than one value in a cell: %s', (_title, template, raw, more) => {
  expect(read(template, raw)).toMatchObject({ ok: true, more });
});

test.each<[string, KindTemplate, string, string]>([
  ['the ending left out', email, 'chen@gmail', 'chen@gmail.com'],
  ['a comma for the dot', email, 'chen@example,com', 'chen@example.com'],
  ['the secure address', url, 'http://example.com', 'https://example.com'],
  ['digits for letters', uscc, '9135O100M000100Y43', '91350100M000100Y43'],
  ['the option inside the text', tier, '重要客户A', '重要'],
])('a suggestion: %s', (_title, template, raw, suggestion) => {
  expect(read(template, raw)).toMatchObject({ ok: false, suggestion });
});

test.each<[string, KindTemplate, Cell, Partial<KindContext>, string | null]>([
  ['gmial is probably gmail', email, 'chen@gmial.com', {}, 'kind.email.slip'],
  ['mail.com is a host of its own', email, 'chen@mail.com', {}, null],
  ['an identifier too short', { kind: 'text', min: 6, max: 20 }, '同手机', {}, 'kind.text.tooShort'],
  ['below the range', { kind: 'number', min: 0, max: 120 }, -1, {}, 'kind.number.min'],
  ['above the range', { kind: 'number', min: 0, max: 120 }, 121, {}, 'kind.number.max'],
  ['a city of another province', city, '深圳市', { row: { province: '江苏省' } }, 'kind.place.mismatch'],
  ['a city of its province', city, '深圳市', { row: { province: '广东省' } }, null],
  ['a province not on the list', province, '东北省', {}, 'kind.place.unknown'],
  ['the same abroad', province, '东北省', { country: 'JP' }, null],
])('%s', (_title, template, value, change, code) => {
  expect(doubt(template, value, change)).toBe(code);
});

test('the workbook’s language decides what is stored', () => {
  expect(outcome(tier, '大客户', { locale: 'en' })).toBe('Key');
  expect(outcome(province, '广东', { locale: 'en' })).toBe('Guangdong');
  expect(outcome(city, '宿州', { locale: 'en' })).toBe('Suzhou');
});

test('options the user added are read like shipped ones', () => {
  const enums = {
    tier: { label: { 'zh-CN': '分层', en: 'Tier' }, options: [{ id: 'x', label: { 'zh-CN': '战略', en: 'Strategic' } }] },
  };
  expect(outcome(tier, 'strategic', { enums })).toBe('战略');
  expect(outcome(tier, '重要', { enums })).toBe('kind.enum.unknown');
});

test('a city of one name in two provinces is told by the row’s province', () => {
  expect(outcome(city, 'Suzhou', { row: { province: '安徽省' } })).toBe('宿州市');
});

test.each<[string, KindTemplate, string, Cell]>([
  ['an active user', owner, ' 李雷 ', '李雷'],
  ['nobody', owner, '韩梅', 'kind.ref.unknown'],
  ['an option beside the users', claim, 'return to pool', '退回公海'],
])('a reference to %s', (_title, template, raw, expected) => {
  const lookup = (sheet: string, name: string) => (sheet === 'users' && name === '李雷' ? '李雷' : null);
  expect(outcome(template, raw, { lookup })).toBe(expected);
});

test('the currency an amount was written with goes along', () => {
  expect(read(money, 'HK$1,200')).toMatchObject({ value: 1200, currency: 'HKD' });
  expect(read(money, '$1,200')).not.toHaveProperty('currency');
});

test('text over its limit leaves what fits, an identifier nothing', () => {
  expect(read(text, '字'.repeat(25))).toMatchObject({ ok: false, kept: '字'.repeat(20) });
  expect(read(text, `${'x'.repeat(19)}𠮷`)).toMatchObject({ kept: 'x'.repeat(19) });
  expect(read({ kind: 'text', min: 6, max: 20 }, 'x'.repeat(25))).not.toHaveProperty('kept');
});

test.each<[KindTemplate, object]>([
  [text, { numberFormat: '@', rule: null }],
  [tier, { numberFormat: '@', rule: { type: 'list', values: ['重要', '普通', '潜在'], strict: true } }],
  [{ kind: 'date' }, { numberFormat: 'yyyy-mm-dd', rule: { type: 'date', strict: true } }],
  [
    { kind: 'number', min: 0, max: 120, integer: true },
    { numberFormat: '#,##0', rule: { type: 'number', min: 0, max: 120, strict: true } },
  ],
  [owner, { rule: { type: 'range', sheet: 'users', column: 'name', strict: true } }],
  [claim, { rule: { type: 'range', sheet: 'users', column: 'name', strict: false } }],
  [{ kind: 'ref', sheet: 'customers', holds: 'customer_id' }, { rule: null }],
  [city, { rule: { type: 'range', sheet: 'regions', column: 'city', strict: false } }],
  [flag, { rule: { type: 'checkbox', strict: true } }],
  [
    { kind: 'phone', line: 'mobile' },
    { numberFormat: '@', rule: { type: 'formula', strict: false } },
  ],
])('%j is set up in the sheet', (template, setup) => {
  const declared = column(template);
  expect(kindOf(declared).setup(declared, context)).toMatchObject(setup);
});

test('names and options share a dropdown when the names are known', () => {
  const declared = column(claim);
  const { rule } = kindOf(declared).setup(declared, { ...context, offered: () => ['李雷'] });
  expect(rule).toEqual({ type: 'list', values: ['李雷', '退回公海'], strict: true });
});

test('lists too long for a dropdown of items take the range of options', () => {
  const options = Array.from({ length: 501 }, (_, n) => ({ id: `o${n}`, label: { 'zh-CN': `项${n}`, en: `Option ${n}` } }));
  const declared = column(tier);
  const enums = { tier: { label: { 'zh-CN': '分层', en: 'Tier' }, options } };
  expect(kindOf(declared).setup(declared, { ...context, enums }).rule).toMatchObject({
    type: 'range',
    sheet: 'options',
    column: 'zh',
  });
});

test.each<[KindTemplate, Cell]>([
  [tier, '潜在'],
  [size, null],
  [country, 'CN'],
  [currency, null],
  [text, null],
])('a new record takes for %j %s', (template, value) => {
  const declared = column(template);
  expect(kindOf(declared).initial(declared, context)).toBe(value);
});

test('what looks stored already is read as it is read with a space before it', () => {
  const dotted = fc.stringMatching(/^[a-z0-9_+.-]{0,5}@[a-z0-9.-]{0,8}$/);
  const dialled = fc.stringMatching(/^\+861[3-9]\d{8,10}$/);
  const phone: KindTemplate = { kind: 'phone', line: 'mobile' };
  const cases = fc.oneof(
    fc.oneof(fc.emailAddress(), dotted).map((raw) => [email, raw] as const),
    dialled.map((raw) => [phone, raw] as const),
  );
  fc.assert(
    fc.property(cases, ([template, raw]) => {
      const declared = column(template);
      const [as, spaced] = [raw, ` ${raw}`].map((one) => kindOf(declared).parse(one, declared, context));
      expect(as?.ok && as.value).toEqual(spaced?.ok && spaced.value);
    }),
    { seed: 20260101, numRuns: 3_000 },
  );
});
