import type { KindContext } from '../../../src/domain/kinds/index';
import { kindOf } from '../../../src/domain/kinds/index';
import { phoneLine, phoneParts } from '../../../src/domain/kinds/phone-number';
import type { KindTemplate } from '../../../src/template/types';
import { column, context, doubt, outcome, read } from './context';

const mobile: KindTemplate = { kind: 'phone', line: 'mobile' };
const landline: KindTemplate = { kind: 'phone', line: 'landline' };

test.each([
  ['a mainland mobile gets its country code', '139 1234 5678', '+8613912345678'],
  ['full-width digits are digits', '１３９１２３４５６７８', '+8613912345678'],
  ['a cell holding a number', 13912345678, '+8613912345678'],
  ['hyphens and a plus', '+86 138-0013-8000', '+8613800138000'],
  ['the country code without a plus', '8613800138000', '+8613800138000'],
  ['the prefix for calls abroad', '008613990421984', '+8613990421984'],
  ['an old long-distance 0 before a mobile', '013912345678', '+8613912345678'],
  ['its label', '手机：13912345678', '+8613912345678'],
  ['a tel: link', 'tel:+8613912345678', '+8613912345678'],
  ['invisible characters', '\u200e139\u00a01234\u200b5678', '+8613912345678'],
  ['a landline with its area', '01065529988', '+86 10 65529988'],
  ['brackets and an extension in words', '(010) 6552 9988 转 801', '+86 10 65529988 x801'],
  ['an extension behind a hyphen', '0755-12345678-12'.replace('12345678', '82345678'), '+86 755 82345678 x12'],
  ['an extension the English way', '021 6234 5678 ext. 5', '+86 21 62345678 x5'],
  ['seven digits behind a three-digit area', '0852-6234567', '+86 852 6234567'],
  ['the trunk 0 kept behind +86', '+86 010 65529988', '+86 10 65529988'],
  ['a service number', '400-820-8820', '+86 400 8208820'],
  ['Hong Kong', '+852 9123 4567', '+85291234567'],
  ['Taiwan with (0)', '+886 (0)912 345 678', '+886912345678'],
  ['Singapore after 00', '006591013591', '+6591013591'],
  ['Germany after 00', '00491767252066', '+491767252066'],
  ['an empty cell is not an error', '  ', null],
])('%s', (_title, typed, value) => {
  expect(outcome(mobile, typed)).toBe(value);
});

test.each([
  ['the last digits are gone', '1.38E+10', 'kind.phone.scientific', undefined],
  ['a mobile of ten digits', '1391234567', 'kind.phone.mobileDigits', undefined],
  ['a lost zero is asked about', '1065529988', 'kind.phone.lostZero', '+86 10 65529988'],
  ['a landline without area', '65529988', 'kind.phone.areaMissing', undefined],
  ['an American number without country', '(312) 573-0646', 'kind.phone.noCountry', '+13125730646'],
  ['no such country', '+999 12345678', 'kind.phone.unknownCode', undefined],
  ['too many digits for its country', '+65 9123 45678', 'kind.phone.length', undefined],
  ['words beside the number', '13912345678（微信同号）', 'kind.phone.letters', '+8613912345678'],
  ['a word', '无', 'kind.phone.letters', undefined],
  ['an extension alone', '801', 'kind.phone.tooShort', undefined],
])('%s', (_title, typed, code, suggestion) => {
  const reading = read(mobile, typed);
  expect(reading).toMatchObject({ ok: false, reason: { code } });
  expect(!reading.ok && reading.suggestion).toBe(suggestion);
});

test.each<[string, string, Partial<KindContext>, string]>([
  ['ten digits at home in the US', '(312) 573-0646', { homeRegion: 'US' }, '+13125730646'],
  ['eleven with the leading 1', '1-312-573-0646', { homeRegion: 'US' }, '+13125730646'],
  ['the row’s country before the home region', '312 573 0646', { country: 'US' }, '+13125730646'],
  ['a British mobile', '07700 900123', { country: 'GB' }, '+447700900123'],
  ['a British landline', '020 7946 0000', { country: 'GB' }, '+442079460000'],
  ['Hong Kong at home', '9123 4567', { homeRegion: 'HK' }, '+85291234567'],
  ['Taiwan at home', '0912-345-678', { homeRegion: 'TW' }, '+886912345678'],
  ['Singapore with its code and no plus', '6591234567', { homeRegion: 'SG' }, '+6591234567'],
  ['a mainland mobile seen from Singapore', '8613800138000', { homeRegion: 'SG' }, '+8613800138000'],
  ['seven digits in the US', '4836251', { homeRegion: 'US' }, 'kind.phone.areaMissing'],
  ['a number no American has', '1234567890', { homeRegion: 'US' }, 'kind.phone.noCountry'],
  ['a lost zero in Taiwan', '912345678', { homeRegion: 'TW' }, 'kind.phone.lostZero'],
])('%s', (_title, typed, change, expected) => {
  expect(outcome(mobile, typed, change)).toBe(expected);
});

test.each([
  ['by a slash', '13912345678/13800138000', '+8613912345678', ['+8613800138000']],
  ['by a space', '13912345678 13800138000', '+8613912345678', ['+8613800138000']],
  ['by a Chinese comma, with labels', '手机：13912345678、座机：010-65529988', '+8613912345678', ['+86 10 65529988']],
  ['the second of the same exchange', '010-65529988/65529989', '+86 10 65529988', ['+86 10 65529989']],
  ['three, one of them twice', '13912345678;13912345678;13800138000', '+8613912345678', ['+8613800138000']],
])('two numbers in a cell are told apart: %s', (_title, typed, value, more) => {
  expect(read(mobile, typed)).toMatchObject({ ok: true, value, more });
});

test('a cell of which one number cannot be read stays whole', () => {
  expect(outcome(mobile, '13912345678/1391234567')).toBe('kind.phone.mobileDigits');
});

test.each([
  ['+8613800138000', 'mobile'],
  ['+86 10 65529988', 'landline'],
  ['+86 400 8208820', 'landline'],
  ['+85291234567', 'mobile'],
  ['+85225730646', 'landline'],
  ['+13125730646', 'either'],
  ['+447700900123', 'mobile'],
])('%s is %s', (value, line) => {
  expect(phoneLine(value)).toBe(line);
});

test.each([
  ['+8613800002468', '138 0000 2468'],
  ['+86 10 65529988 x801', '010-65529988 x801'],
  ['+86 400 8208820', '400-8208820'],
  ['+85291234567', '+852 9123 4567'],
  ['as typed', 'as typed'],
])('%s is shown as %s', (value, shown) => {
  const declared = column(mobile);
  expect(kindOf(declared).format(value, declared, context)).toBe(shown);
});

test.each([
  ['a landline in the mobile column', mobile, '+86 10 65529988', 'kind.phone.notMobile'],
  ['a mobile in the landline column', landline, '+8613912345678', null],
  ['seven times the same digit', mobile, '+8613911111111', 'kind.phone.filler'],
  ['text kept as typed', mobile, '13912345678（微信同号）', 'kind.phone.form'],
  ['nothing', mobile, null, null],
])('%s', (_title, template, value, code) => {
  expect(doubt(template, value)).toBe(code);
});

test('parts of what is no canonical number are none', () => {
  expect(phoneParts('+86 10 65529988 x801')).toEqual({ calling: '86', national: '1065529988', extension: '801' });
  expect(phoneParts('13800138000')).toBeNull();
  expect(phoneParts('+86 13800138000')).toBeNull();
});
