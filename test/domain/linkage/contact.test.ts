// Numbers, mails and accounts as they stand in cells and in remarks.
import { addContacts, addMentioned, type Contacts } from '../../../src/domain/linkage/normalise/contact';

function found(put: (to: Contacts) => void): Partial<Contacts> {
  const to: Contacts = { mobiles: [], landlines: [], emails: [], accounts: [] };
  put(to);
  return Object.fromEntries(Object.entries(to).filter(([, list]) => list.length > 0));
}

test.each<[string, string, Partial<Contacts>]>([
  ['full width, with a country code', '＋８６ １３８ ００００ ２４６８', { mobiles: ['13800002468'] }],
  ['a code in brackets', '(+86) 138-0000-2468', { mobiles: ['13800002468'] }],
  ['a fraction of a program', '13800002468.0', { mobiles: ['13800002468'] }],
  ['with a label and a remark', '手机：138 0000 2468（微信同号）', { mobiles: ['13800002468'] }],
  [
    'two of them, spaced, with nothing but a space between',
    '138 0000 2468 +86 139-0000-1357',
    { mobiles: ['13800002468', '13900001357'] },
  ],
  ['two without a gap', '1380000246813900001357', { mobiles: ['13800002468', '13900001357'] }],
  ['what a sheet rounded is no number', '1.38E+10', {}],
  ['a mobile and a landline', '13800002468/0574-60622042转12', { mobiles: ['13800002468'], landlines: ['0574-60622042'] }],
  ['a landline without its area', '60622042-801', { landlines: ['60622042'] }],
  ['a number that begins like a mobile, abroad', '+1 345 555 1234 7', { mobiles: ['t555512347'] }],
  ['the number of a card is no mobile', '110105198001011380000', { mobiles: ['t011380000'] }],
])('in a cell of numbers: %s', (_what, cell, contacts) => {
  expect(found((to) => addContacts(cell, 'phone', to, true))).toEqual(contacts);
});

test.each<[string, string, Partial<Contacts>]>([
  ['nothing', '下周回访，报价 12800 元', {}],
  ['a number', '电话13800002468，不要再打', { mobiles: ['13800002468'] }],
  ['an account', '加微信：hejing_0357', { accounts: ['hejing_0357'] }],
  ['a mail', '发到 He.Jing@example.com', { emails: ['he.jing@example.com'] }],
  ['the word alone', '微信同号', {}],
])('in a remark: %s', (_what, text, contacts) => {
  expect(found((to) => addMentioned(text, to))).toEqual(contacts);
});

test.each<[string, string, Partial<Contacts>]>([
  ['whose it is', 'Anna Fischer <anna@example.com>', { emails: ['anna@example.com'] }],
  ['two of them', 'anna@example.com; a.fischer@example.org', { emails: ['anna@example.com', 'a.fischer@example.org'] }],
  ['a number before it', '张三 13800002468 <a@example.com>', { emails: ['a@example.com'], mobiles: ['13800002468'] }],
  ['a number beside it', 'anna@example.com 13800002468', { emails: ['anna@example.com'], mobiles: ['13800002468'] }],
])('in a cell of mails: %s', (_what, cell, contacts) => {
  expect(found((to) => addContacts(cell, 'email', to))).toEqual(contacts);
});
