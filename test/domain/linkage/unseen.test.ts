// What no caution may cost: who stays one click away, at the command line and in the pool.
import { colleagues, companies, merged, type Row } from './unseen';

test.each<[string, readonly Row[], readonly Row[], readonly string[]]>([
  [
    'name and mobile in two companies',
    colleagues,
    [
      { name: '王建国', company: '明远机械有限公司', mobile: '13900001111' },
      { name: '王建国', company: '海澜贸易有限公司', mobile: '139 0000 1111' },
    ],
    ['certain 1+2', 'near 1+2'],
  ],
  [
    'a surname and title on the mobile of one who bears it',
    colleagues,
    [
      { name: '欧阳总', company: '蓝湖咨询', mobile: '13900001111' },
      { name: '欧阳敏', company: '蓝湖咨询有限公司', mobile: '13900001111' },
    ],
    ['certain 1+2', 'near 1+2'],
  ],
  [
    'pinyin on the same mobile',
    colleagues,
    [
      { name: '陈伟明', company: '广州联创贸易有限公司', mobile: '13900001111' },
      { name: 'Weiming Chen', company: '联创贸易', mobile: '13900001111' },
    ],
    ['certain 1+2', 'near 1+2'],
  ],
  [
    'a slip of the pen that sounds the same, on the same mobile',
    colleagues,
    [
      { name: '欧阳敏', company: '蓝湖咨询有限公司', mobile: '13900001111' },
      { name: '欧阳闽', company: '蓝湖咨询有限公司', mobile: '13900001111' },
    ],
    ['certain 1+2', 'near 1+2'],
  ],
  [
    'a company twice with one mobile',
    companies,
    [
      { company: '蓝湖咨询有限公司', mobile: '13900001111' },
      { company: '蓝湖咨询', mobile: '13900001111' },
    ],
    ['certain 1+2', 'exact 1+2'],
  ],
])('still unseen: %s', (_what, background, rows, expected) => {
  expect(merged(rows, background)).toEqual(expected);
});
