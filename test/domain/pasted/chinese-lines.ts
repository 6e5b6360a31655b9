// Texts as people paste them in a Chinese workbook, with the fields they should fill; several values of one field are parted by `|`, and `rest`
// is what no field is for.

type Case = readonly [title: string, text: string, fields: Readonly<Record<string, string>>];

/** Of one line; region: mainland China. */
export const CHINESE_LINES: readonly Case[] = [
  [
    'a line of a chat, the account being the number',
    '我叫李雷，电话13800002468，微信同号',
    { name: '李雷', mobile: '138 0000 2468', wechat: '13800002468' },
  ],
  [
    'somebody introduces himself',
    '您好，我是云杉科技的李雷，手机号是138-0000-2468，想了解一下你们的产品报价',
    { rest: '您好，|想了解一下你们的产品报价', company: '云杉科技', name: '李雷', mobile: '138 0000 2468' },
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
    'labels parted by blanks',
    '姓名：李雷 公司：云杉科技 职务：总经理 电话：13800002468 微信：lilei_2026',
    { name: '李雷', company: '云杉科技', title: '总经理', mobile: '138 0000 2468', wechat: 'lilei_2026' },
  ],
  [
    'one number for two labels',
    '手机/微信：13800002468 张经理',
    { mobile: '138 0000 2468', name: '张经理', wechat: '13800002468' },
  ],
  [
    'QQ and a mail of its number',
    'QQ：10001234 QQ邮箱：10001234@example.com 陈静',
    { other_im: 'qq:10001234', rest: 'QQ', email: '10001234@example.com', name: '陈静' },
  ],
  [
    'an address with its postcode, and who receives',
    '上海市浦东新区世纪大道100号 环球中心 12楼 邮编 200120 收件人：周杰 电话 13600001111',
    {
      address: '上海市浦东新区世纪大道100号 环球中心 12楼',
      rest: '邮编 200120',
      name: '周杰',
      mobile: '136 0000 1111',
      province: '上海市',
      city: '上海市',
    },
  ],
  [
    'words about a customer',
    '客户李雷，男，电话：13800002468，预算30万，下周回访',
    { rest: '客户李雷，|预算30万，下周回访', gender: '男', mobile: '138 0000 2468' },
  ],
  [
    'a note about a call',
    '2026-03-11 14:30 张三 来电，约下周三见面',
    { rest: '2026-03-11 14:30|来电，约下周三见面', name: '张三' },
  ],
  ['a name glued to its title', '张伟经理 13800002468', { name: '张伟', title: '经理', mobile: '138 0000 2468' }],
  [
    'a signature on one line',
    '云杉科技有限公司 赵敏 销售总监 TEL 0571-55551234 手机 13700001234',
    { company: '云杉科技有限公司', name: '赵敏', title: '销售总监', phone: '0571-55551234', mobile: '137 0000 1234' },
  ],
  [
    'a surname, a number and an account in a sentence',
    '王总电话13800002468，让他加微信 wang_2026',
    { name: '王总', mobile: '138 0000 2468', rest: '让他加', wechat: 'wang_2026' },
  ],
  [
    'an address on one line',
    '周杰，13600001111，浙江省杭州市西湖区文三路100号3幢502室',
    {
      name: '周杰',
      mobile: '136 0000 1111',
      address: '浙江省杭州市西湖区文三路100号3幢502室',
      province: '浙江省',
      city: '杭州市',
    },
  ],
  [
    'a company in brackets',
    '【云杉科技】李雷 客户经理 138-0000-2468',
    { company: '云杉科技', name: '李雷', title: '客户经理', mobile: '138 0000 2468' },
  ],
  [
    'words nobody can place, and an account like the number',
    '我是做包装的，姓刘，电话 150 0000 2222 微信一样',
    { rest: '我是做包装的，姓刘，', mobile: '150 0000 2222', wechat: '15000002222' },
  ],
  ['a Latin name in full width', 'Ｌｉ Ｌｅｉ　１３８００００２４６８', { name: 'Ｌｉ Ｌｅｉ', mobile: '138 0000 2468' }],
  [
    'labels of other columns',
    '姓名: 李雷; 电话: 13800002468; 城市: 深圳; 行业: 制造业; 来源: 展会',
    { name: '李雷', mobile: '138 0000 2468', city: '深圳市', industry: '制造', source: '展会', province: '广东省' },
  ],
  ['three numbers', '13800002468 13900001357 010-55556666', { mobile: '138 0000 2468', phone: '139 0000 1357|010-55556666' }],
  ['a number too short', '电话：138 0000 246', { mobile: '138 0000 246' }],
  ['nothing at all', '收到，谢谢！', { rest: '收到，谢谢！' }],
  [
    'a formula',
    '=HYPERLINK("http://example.com","点我") 李雷 13800002468',
    { rest: '=HYPERLINK("|点我")', remark: 'http://example.com', name: '李雷', mobile: '138 0000 2468' },
  ],
  [
    'a birthday without a colon',
    '李雷 138 0000 2468 生日 1990-05-01',
    { name: '李雷', mobile: '138 0000 2468', birthday: '1990-05-01' },
  ],
  [
    'a person in brackets behind the company',
    '北京云杉科技有限公司（李雷 13800002468）',
    { company: '北京云杉科技有限公司', name: '李雷', mobile: '138 0000 2468' },
  ],
  [
    'a label without a sign',
    '联系人王芳，电话：138-0000-2468，地址：杭州市余杭区文一西路 1000 号',
    {
      rest: '联系人王芳，',
      mobile: '138 0000 2468',
      address: '杭州市余杭区文一西路 1000 号',
      province: '浙江省',
      city: '杭州市',
    },
  ],
  [
    'a message of a buyer',
    '您好！我这边是明远机械采购部的小张，联系电话 0512-55551234，手机 13900001357',
    { rest: '您好！我这边是明远机械采购部的小张，', phone: '0512-55551234', mobile: '139 0000 1357' },
  ],
  [
    'a request for a brochure',
    '贵公司产品手册请发到 zhangwei@example.com 张伟',
    { rest: '贵公司产品手册请发到', email: 'zhangwei@example.com', name: '张伟' },
  ],
  [
    'a chat without signs',
    '李总 微信lizong_88 电话 136 1111 2222 做服装的 在广州',
    { name: '李总', wechat: 'lizong_88', mobile: '136 1111 2222', rest: '做服装的 在广州' },
  ],
  ['a title in brackets', '赵经理(采购) 137-1111-2222', { name: '赵经理', title: '采购', mobile: '137 1111 2222' }],
  [
    'a forwarded note',
    '转发：@张三 客户电话是13811112222，姓陈，陈先生，周五联系',
    { rest: '转发：@张三|姓陈，|周五联系', mobile: '138 1111 2222', name: '陈先生' },
  ],
  [
    'a line of values',
    '陈小明,云杉科技,13800002468,chen@example.com,深圳',
    {
      name: '陈小明',
      company: '云杉科技',
      mobile: '138 0000 2468',
      email: 'chen@example.com',
      city: '深圳市',
      province: '广东省',
    },
  ],
  ['a compound surname', '司马光 顾问 13600002222', { name: '司马光', title: '顾问', mobile: '136 0000 2222' }],
  [
    'two numbers with their people',
    '电话：13800002468（王总），13900001357（李秘书）',
    { mobile: '138 0000 2468', name: '王总', phone: '139 0000 1357', rest: '（李秘书）' },
  ],
  ['a name in two scripts', '姓名：李雷（Leo）', { name: '李雷', rest: '（Leo）' }],
  ['a branch', '公司：云杉科技（北京）有限公司上海分公司', { company: '云杉科技（北京）有限公司上海分公司' }],
  [
    'an autonomous region',
    '地址：内蒙古自治区呼和浩特市赛罕区大学西街 235 号',
    { address: '内蒙古自治区呼和浩特市赛罕区大学西街 235 号', province: '内蒙古自治区', city: '呼和浩特市' },
  ],
  ['a question', '先生贵姓？免贵姓李', { rest: '先生贵姓？免贵姓李' }],
  [
    'values with commas',
    '李雷，云杉科技，总监，138 0000 2468',
    { name: '李雷', company: '云杉科技', title: '总监', mobile: '138 0000 2468' },
  ],
  ['a surname with a long title', '王总监 13800002468', { name: '王总监', mobile: '138 0000 2468' }],
  ['a title above all', '刘副总经理 138 0000 2468', { name: '刘副总经理', mobile: '138 0000 2468' }],
  ['a compound surname with a title', '欧阳经理 138 0000 2468', { name: '欧阳经理', mobile: '138 0000 2468' }],
  ['a name with an end of companies within', '张会芳 138 0000 2468', { name: '张会芳', mobile: '138 0000 2468' }],
  ['a title without anybody', '总监 138 0000 2468', { title: '总监', mobile: '138 0000 2468' }],
];
