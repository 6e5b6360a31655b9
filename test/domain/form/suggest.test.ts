// What a form offers: only what follows from one reading, never for a field that is filled.
import { changedKeys, clashesOf } from '../../../src/domain/form/conflict';
import { cityOffer, companyHost, likelyCompany } from '../../../src/domain/form/suggest';
import { customers } from '../../../src/template/customers';
import { regionRows } from '../../../src/template/index';

test.each([
  ['a code of three digits', '+86 21 65529988', '上海市'],
  ['a code of four digits', '+86 571 85529988', '杭州市'],
  ['a code that another begins with', '+86 27 85529988', '武汉市'],
  ['a mobile has none', '+8613800002468', undefined],
  ['a number abroad', '+44 20 79460123', undefined],
  ['what is no number', 'ask at the desk', undefined],
])('%s: %s', (_title, phone, city) => {
  expect(cityOffer({ phone }, regionRows)[0]?.value).toBe(city);
  expect(cityOffer({ phone, city: '北京市' }, regionRows)).toEqual([]);
});

test.each([
  ['chen@lianchuang.example', 'lianchuang.example'],
  ['chen@QQ.com', null],
  ['chen@vip.163.com', null],
  ['chen@mail.lianchuang.example', 'mail.lianchuang.example'],
  ['chen@mail.lian.cn', 'mail.lian.cn'],
  ['chen@gmail.com', null],
  ['chen@yahoo.com.hk', null],
  ['chen', null],
  ['chen@', null],
])('the host of %s says of a company: %s', (email, host) => {
  expect(companyHost(email)).toBe(host);
});

test.each([
  ['most of them', ['甲', '甲', '乙'], { company: '甲', count: 2 }],
  ['none of two', ['甲', '乙'], null],
  ['nobody', [], null],
])('a company is offered when it is that of %s', (_title, others, likely) => {
  expect(likelyCompany(others)).toEqual(likely);
});

test('spaces around a value are no change, and a field the form never had is none', () => {
  const base = { name: '张伟', company: '' };
  expect(changedKeys(base, { name: ' 张伟 ', company: '启明' }, customers)).toEqual(['company']);
  expect(changedKeys(base, {}, customers)).toEqual([]);
});

test.each([
  ['nobody else changed it', '旧', '旧', []],
  ['somebody wrote the same', '旧', '新', []],
  ['somebody wrote another', '旧', '他的', [{ key: 'company', before: '旧', theirs: '他的', mine: '新' }]],
  ['somebody emptied it', '旧', null, [{ key: 'company', before: '旧', theirs: '', mine: '新' }]],
])('%s', (_title, before, standing, clashes) => {
  expect(clashesOf(['company'], { company: before }, { company: standing }, { company: '新' })).toEqual(clashes);
});
