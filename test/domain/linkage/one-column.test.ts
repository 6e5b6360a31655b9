// A list of one column: what stands there is all anybody can go by, be it a number, a mail or a firm.
import type { Cells } from '../../../bench/linkage-crowds';
import { groupsIn, others } from './tables';

/** The last two rows, behind a list of others. */
function areOne(
  key: 'mobile' | 'phone' | 'email' | 'company' | 'person_name',
  a: string,
  b: string,
  certainty: 'review' | 'certain',
) {
  const list: Cells[] = [...others.map((row) => ({ [key]: row[key] ?? row['mobile'] })), { [key]: a }, { [key]: b }];
  const [one, other] = groupsIn(list, certainty).slice(-2);
  return one === other;
}

test.each([
  ['a number in two spellings', 'phone', '150-2829-9253', '+86 15028299253'],
  ['a mail with and without its owner', 'email', 'anna.fischer@example.com', 'Anna Fischer <anna.fischer@example.com>'],
] as const)('%s is one customer, and certainly so', (_what, key, a, b) => {
  expect(areOne(key, a, b, 'certain')).toBe(true);
});

test.each([
  ['the same', '成都海鑫物流股份有限公司', '成都海鑫物流股份有限公司'],
  ['its legal form in short', '杭州市亿信纺织有限责任公司', '杭州亿信纺织'],
])('a firm’s name, %s, is shown, and left for somebody to look at', (_what, a, b) => {
  expect([areOne('company', a, b, 'review'), areOne('company', a, b, 'certain')]).toEqual([true, false]);
});

test.each([
  ['numbers a digit apart', 'phone', '150-2829-9253', '150-2829-9254'],
  ['mails of two people of one surname', 'email', 'Asha Mitchell <asham@example.com>', 'Aryanna Mitchell <aryanna@example.org>'],
  ['firms of one trade and town', 'company', '成都海鑫物流有限公司', '成都远达物流有限公司'],
  ['people of one name', 'person_name', '张伟', '张伟'],
] as const)('%s stay two', (_what, key, a, b) => {
  expect(areOne(key, a, b, 'review')).toBe(false);
});
