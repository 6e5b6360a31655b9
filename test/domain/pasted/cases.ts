// Texts as people paste them, with the fields they should fill; `rest`: what no field is for.

export type Fields = Readonly<Record<string, string>>;

/** Title, text, fields. */
export const CHINESE: readonly (readonly [string, string, Fields])[] = [
  [
    'a signature with labels',
    '李雷\n总经理\n北京云杉科技有限公司\n手机：138 0000 2468\n电话：010-65529988 转 801\n邮箱：lilei@example.com\n地址：北京市海淀区中关村大街 1 号',
    {
      name: '李雷',
      title: '总经理',
      company: '北京云杉科技有限公司',
      mobile: '138 0000 2468',
      phone: '010-65529988 x801',
      email: 'lilei@example.com',
      address: '北京市海淀区中关村大街 1 号',
      province: '北京市',
      city: '北京市',
    },
  ],
  [
    'a line of a chat, the account being the number',
    '我叫李雷，电话13800002468，微信同号',
    { name: '李雷', mobile: '138 0000 2468', wechat: '13800002468' },
  ],
  [
    'somebody introduces himself',
    '您好，我是云杉科技的李雷，手机号是138-0000-2468，想了解一下你们的产品报价',
    { name: '李雷', company: '云杉科技', mobile: '138 0000 2468', rest: '您好，|想了解一下你们的产品报价' },
  ],
  [
    'a surname with a title',
    '王总 13900001357 上海明远机械有限公司 采购',
    { name: '王总', mobile: '139 0000 1357', company: '上海明远机械有限公司', title: '采购' },
  ],
  [
    'a row of a table',
    '李雷\t北京云杉科技有限公司\t总经理\t13800002468\tlilei@example.com\t北京市朝阳区建国路88号',
    {
      name: '李雷',
      company: '北京云杉科技有限公司',
      title: '总经理',
      mobile: '138 0000 2468',
      email: 'lilei@example.com',
      address: '北京市朝阳区建国路88号',
      province: '北京市',
      city: '北京市',
    },
  ],
  [
    'a row under its headers',
    '姓名\t公司\t电话\t邮箱\n李雷\t云杉科技\t13800002468\tlilei@example.com',
    { name: '李雷', company: '云杉科技', mobile: '138 0000 2468', email: 'lilei@example.com' },
  ],
];

export const ENGLISH: readonly (readonly [string, string, Fields])[] = [
  [
    'a signature of letters',
    'Best regards,\nJane Doe\nSales Manager | Acme Trading Co., Ltd.\nT: +1 (555) 010-1234 | M: +1 (555) 010-5678\nE: jane@example.com\n123 Example Street\nSpringfield, IL 62701',
    {
      name: 'Jane Doe',
      title: 'Sales Manager',
      company: 'Acme Trading Co., Ltd.',
      phone: '+1 (555) 010-1234',
      mobile: '+1 (555) 010-5678',
      email: 'jane@example.com',
      address: '123 Example Street, Springfield, IL 62701',
      rest: 'Best regards,',
    },
  ],
  [
    'a row of a table',
    'John Smith\tExample Widgets Inc.\tCEO\t(212) 555-0188\tjohn@example.com',
    {
      name: 'John Smith',
      company: 'Example Widgets Inc.',
      title: 'CEO',
      mobile: '+1 212 555 0188',
      email: 'john@example.com',
    },
  ],
];
