// Contacts of several records in the columns of one: none is lost, none stands twice.
import { type Given, into } from './pool';

test.each<[string, Given, Given[], Given]>([
  [
    'a second mobile takes the free phone column',
    { mobile: '+8613900000001' },
    [{ mobile: '+8613900000002' }],
    { mobile: '+8613900000001', phone: '+8613900000002' },
  ],
  [
    'a third one goes to the social accounts',
    { mobile: '+8613900000001' },
    [{ mobile: '+8613900000002' }, { mobile: '+8613900000003' }],
    { mobile: '+8613900000001', phone: '+8613900000003', other_im: 'mobile:+8613900000002' },
  ],
  [
    'a landline never takes the mobile column',
    { phone: '+86 10 65529988' },
    [{ phone: '+86 10 65529989' }],
    { phone: '+86 10 65529988', other_im: 'phone:+86 10 65529989' },
  ],
  [
    'a mobile in the phone column moves to the free mobile column',
    { phone: '+86 10 65529988' },
    [{ phone: '+8613900000002' }],
    { phone: '+86 10 65529988', mobile: '+8613900000002' },
  ],
  [
    'one number in two spellings is one',
    { mobile: '+8613900000001' },
    [{ mobile: '139 0000 0001' }],
    { mobile: '+8613900000001' },
  ],
  [
    'a second address and WeChat',
    { email: 'a@example.com', wechat: 'weixin01' },
    [{ email: 'b@example.com', wechat: 'weixin02' }],
    { email: 'a@example.com', wechat: 'weixin01', other_im: 'email:b@example.com; wechat:weixin02' },
  ],
  [
    'after what stands there',
    { email: 'a@example.com', other_im: 'qq:12345' },
    [{ email: 'b@example.com', other_im: 'line:li' }],
    { email: 'a@example.com', other_im: 'qq:12345; line:li; email:b@example.com' },
  ],
  [
    'what finds no room goes to the notes',
    { email: 'a@example.com', other_im: `qq:${'1'.repeat(190)}` },
    [{ email: 'b@example.com' }],
    { email: 'a@example.com', other_im: `qq:${'1'.repeat(190)}`, remark: '[C-000002 2026-01-02] email:b@example.com' },
  ],
])('contacts: %s', (_title, master, others, expected) => {
  const result = into(master, ...others);
  const set = Object.fromEntries(['mobile', 'phone', 'email', 'wechat', 'other_im', 'remark'].map((key) => [key, result[key]]));
  expect(set).toEqual({ ...Object.fromEntries(Object.keys(set).map((key) => [key, undefined])), ...expected });
});
