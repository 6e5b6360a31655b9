// Who is never merged unseen: different customers whom a number, a name or a company brings near each other, at the command line and in the pool.
import { abroad, colleagues, companies, merged, type Row, shoppers } from './unseen';

/** No two of the rows may be merged unseen, however many others stand beside them. */
const apart: readonly (readonly [string, readonly Row[], readonly Row[]])[] = [
  [
    'one local number in two cities',
    shoppers,
    [
      { name: '王建国', phone: '010-62345678', city: '北京市', address: '海淀区中关村大街1号' },
      { name: '王建国', phone: '021-62345678', city: '上海市', address: '浦东新区世纪大道8号' },
    ],
  ],
  [
    'one local number in two cities, with their country code',
    shoppers,
    [
      { name: '王建国', phone: '+861062345678' },
      { name: '王建国', phone: '+862162345678' },
    ],
  ],
  [
    'one local number of seven figures in two cities',
    shoppers,
    [
      { name: '李娜', phone: '0755-8234567' },
      { name: '李娜', phone: '0571-8234567' },
    ],
  ],
  [
    'a number without its area, and one of any city',
    shoppers,
    [
      { name: '刘洋', phone: '62345678' },
      { name: '刘洋', phone: '0755-62345678' },
    ],
  ],
  [
    'a number without its area, twice',
    shoppers,
    [
      { name: '刘洋', phone: '62345678' },
      { name: '刘洋', phone: '62345678' },
    ],
  ],
  [
    'namesakes in two companies of two cities with one local number',
    colleagues,
    [
      { name: '王建国', company: '明远机械有限公司', phone: '010-62345678' },
      { name: '王建国', company: '海澜贸易有限公司', phone: '021-62345678' },
    ],
  ],
  [
    'a company of one name in two cities',
    companies,
    [
      { company: '长城机械有限公司', phone: '010-62345678', city: '北京市' },
      { company: '长城机械有限公司', phone: '021-62345678', city: '上海市' },
    ],
  ],
  [
    'two branches behind one 400 number',
    companies,
    [
      { company: '云杉科技有限公司北京分公司', phone: '400-820-1111' },
      { company: '云杉科技有限公司上海分公司', phone: '400-820-1111' },
    ],
  ],
  [
    'head office and branch behind one 400 number',
    companies,
    [
      { company: '云杉科技有限公司', phone: '400-820-1111' },
      { company: '云杉科技有限公司上海分公司', phone: '400-820-1111' },
    ],
  ],
  [
    'head office and branch with the mobile of one buyer',
    companies,
    [
      { company: '云杉科技有限公司', mobile: '13900001111' },
      { company: '云杉科技有限公司上海分公司', mobile: '13900001111' },
    ],
  ],
  [
    'head office and a company of another city with one local number',
    companies,
    [
      { company: '云杉科技有限公司', phone: '010-62345678' },
      { company: '云杉科技（上海）有限公司', phone: '021-62345678' },
    ],
  ],
  [
    'subsidiaries at one switchboard',
    companies,
    [
      { company: '中粮粮油有限公司', phone: '010-88886666', city: '北京市' },
      { company: '中粮置地有限公司', phone: '010-88886666', city: '北京市' },
    ],
  ],
  [
    'a group and its companies at one switchboard',
    companies,
    [
      { company: '海尔集团公司', phone: '0532-88936666' },
      { company: '青岛海尔股份有限公司', phone: '0532-88936666' },
      { company: '海尔电器有限公司', phone: '0532-88936666' },
    ],
  ],
  [
    'who was introduced by one person',
    colleagues,
    [
      { name: '张伟', company: '云杉科技有限公司', remark: '由李雷13900001111介绍' },
      { name: '张伟', company: '海澜贸易有限公司', remark: '由李雷13900001111介绍' },
    ],
  ],
  [
    'who is looked after by one of ours',
    colleagues,
    [
      { name: '王芳', company: '青松软件有限公司', remark: '销售小陈13812345678跟进' },
      { name: '王芳', company: '北辰物流有限公司', remark: '销售小陈13812345678跟进' },
    ],
  ],
  [
    'an introducer among people without companies',
    shoppers,
    [
      { name: '张伟', remark: '介绍人13900001111' },
      { name: '张伟', remark: '介绍人13900001111' },
    ],
  ],
  [
    'an assistant behind the name',
    colleagues,
    [
      { name: '王芳（助理13800132468）', company: '甲乙贸易有限公司' },
      { name: '王芳（助理13800132468）', company: '明远机械有限公司' },
    ],
  ],
  [
    'his wife, whose remark has his number',
    shoppers,
    [
      { name: '李雷', mobile: '13900001111' },
      { name: '李雷', mobile: '13900002222', remark: '李雷的表弟，有事打13900001111' },
    ],
  ],
  [
    'one assistant abroad',
    abroad,
    [
      { name: 'John Smith', company: 'Acme Inc', phone: '415-555-0100', remark: 'assistant: maria@acme.example.com' },
      { name: 'John Smith', company: 'Beta LLC', phone: '212-555-0177', remark: 'assistant: maria@acme.example.com' },
    ],
  ],
  [
    'brothers on one mobile',
    shoppers,
    [
      { name: '王建国', mobile: '13900001111' },
      { name: '王建军', mobile: '13900001111' },
    ],
  ],
  [
    'brothers on one mobile, in one house',
    colleagues,
    [
      { name: '王建国', mobile: '13900001111', address: '北京市海淀区中关村大街1号502' },
      { name: '王建军', mobile: '13900001111', address: '北京市海淀区中关村大街1号502' },
    ],
  ],
  [
    'spouses on one landline',
    shoppers,
    [
      { name: '王建国', phone: '010-62345678', address: '中关村大街1号502' },
      { name: '王秀英', phone: '010-62345678', address: '中关村大街1号502' },
    ],
  ],
  [
    'namesakes on the landline of a house',
    shoppers,
    [
      { name: '王建国', phone: '010-62345678' },
      { name: '王建国', phone: '010-62345678' },
    ],
  ],
  [
    'colleagues whose names sound alike',
    colleagues,
    [
      { name: '李雷', company: '启明科技有限公司', title: '经理', phone: '021-65529988' },
      { name: '李蕾', company: '启明科技有限公司', title: '经理', phone: '021-65529988' },
      { name: '王建国', company: '启明科技有限公司', title: '总经理', phone: '021-65529988' },
    ],
  ],
  [
    'colleagues whose names sound alike, with numbers in a row',
    colleagues,
    [
      { name: '李雷', company: '启明科技有限公司', mobile: '13900001111' },
      { name: '李蕾', company: '启明科技有限公司', mobile: '13900001112' },
    ],
  ],
  [
    'a title that fits two colleagues',
    colleagues,
    [
      { name: '王总', company: '启明科技有限公司', mobile: '13900001111' },
      { name: '王建国', company: '启明科技有限公司', mobile: '13900001111' },
      { name: '王秀英', company: '启明科技有限公司', mobile: '13900001111' },
    ],
  ],
  [
    'an initial that fits two colleagues',
    abroad,
    [
      { name: 'John Smith', company: 'Acme Inc', email: 'info@acme.example.com', phone: '+1 415 555 0100' },
      { name: 'Jane Smith', company: 'Acme Inc', email: 'info@acme.example.com', phone: '+1 415 555 0100' },
      { name: 'J. Smith', company: 'Acme Inc', phone: '+1 415 555 0100' },
    ],
  ],
  [
    'colleagues, one of them in pinyin',
    colleagues,
    [
      { name: '张明', company: '北辰物流有限公司', phone: '022-33334444' },
      { name: 'Zang Min', company: '北辰物流有限公司', phone: '022-33334444' },
    ],
  ],
  [
    'colleagues of near surnames, one of them in pinyin',
    colleagues,
    [
      { name: '程静', company: '海澜贸易有限公司', phone: '010-55558888' },
      { name: 'Chen Jin', company: '海澜贸易有限公司', phone: '010-55558888' },
    ],
  ],
  [
    'Li and Ni on one mobile',
    colleagues,
    [
      { name: '李娜', company: '青松软件有限公司', mobile: '13900001111' },
      { name: 'Ni Na', company: '青松软件有限公司', mobile: '13900001111' },
    ],
  ],
  [
    'mother and father of a child with a Latin name, on one mobile',
    colleagues,
    [
      { name: 'Tom Chen妈妈', mobile: '13900001111' },
      { name: 'Tom Chen爸爸', mobile: '13900001111' },
    ],
  ],
  [
    'somebody and his driver, on one mobile',
    colleagues,
    [
      { name: 'Wang Wei', company: '青松软件有限公司', mobile: '13900001111' },
      { name: 'Wang Wei 的司机', company: '青松软件有限公司', mobile: '13900001111' },
    ],
  ],
  [
    'somebody and his wife, on one mobile',
    colleagues,
    [
      { name: '张伟', company: '青松软件有限公司', mobile: '13900001111' },
      { name: '张伟太太', company: '青松软件有限公司', mobile: '13900001111' },
    ],
  ],
  [
    'namesakes at head office and branch',
    colleagues,
    [
      { name: '王芳', company: '启明科技有限公司' },
      { name: '王芳', company: '启明科技有限公司北京分公司' },
    ],
  ],
  [
    'namesakes in one company, and nothing else',
    colleagues,
    [
      { name: '李芳', company: '宁波海曙食品有限公司', mobile: '13800009999' },
      { name: '李芳', company: '宁波海曙食品有限公司', email: 'lifang@haishu.example.com' },
    ],
  ],
  [
    'namesakes behind one switchboard',
    colleagues,
    [
      { name: '李芳', company: '宁波海曙食品有限公司', phone: '0574-60622042', city: '宁波市' },
      { name: '李芳', company: '宁波海曙食品有限公司', phone: '0574-60622042', city: '宁波市' },
    ],
  ],
  [
    'namesakes abroad in one company, and nothing else',
    abroad,
    [
      { name: 'John Smith', company: 'Acme Inc' },
      { name: 'John Smith', company: 'ACME' },
    ],
  ],
];

describe.each([0, 3, 60])('beside %i others', (size) => {
  test.each(apart)('not unseen: %s', (_what, background, rows) => {
    expect(merged(rows, background.slice(0, size))).toEqual([]);
  });
});
