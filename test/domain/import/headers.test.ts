import { recogniseColumns } from '../../../src/domain/import/index';
import { context, imported, places, target } from './files';

/** A header row over records, and the places its columns must take. */
const files: readonly (readonly [title: string, text: string, places: readonly string[]])[] = [
  [
    'a team’s list with a title above, remarks at headers and a total below',
    `客户资料汇总表（2024年）,,,
制表人：陈静,,,

序号,*客户名称,联系人,职务,联系电话,微信号,所在地区,跟进情况,业务员
1,广州联创贸易有限公司,陈伟明,采购经理,13900001357,chenwm88,广东省广州市天河区,已发样品,李雷
2,上海明远机械有限公司,王总,总经理,021-62345678转12,mingyuan88,上海,报价中,韩梅
3,苏州佳禾食品有限公司,刘小姐,,138 0000 2468,,江苏 苏州,,公海
合计,3家,,,,,,,`,
    ['cf_1', 'company', 'name', 'title', 'mobile', 'wechat', 'province', 'cf_2', 'owner'],
  ],
  [
    'columns without names',
    `col1,col2,col3,col4,col5,col6,col7
1,张伟,启明科技有限公司,13800138000,zw@example.com,男,广东省
2,李娜,蓝湖咨询有限公司,13900139000,ln@example.com,女,北京市
3,王芳,云杉贸易有限公司,13700137000,wf@example.com,女,江苏省`,
    ['cf_1', 'name', 'company', 'mobile', 'email', 'gender', 'province'],
  ],
  [
    'people called by a surname and a title',
    `列1,列2
王总,13800138000
李行长,13900139000
赵工,13700137000`,
    ['name', 'mobile'],
  ],
  [
    'no header at all',
    `张伟,13800138000,zw@example.com,深圳
李娜,13900139000,ln@example.com,广州`,
    ['name', 'mobile', 'email', 'city'],
  ],
  [
    'headers over the wrong columns',
    `手机,姓名,邮箱
张伟,13800138000,深圳
李娜,13900139000,广州
王芳,13700137000,北京`,
    ['name', 'mobile', 'city'],
  ],
  [
    'a mobile column under a header that says nothing of the kind',
    `Site name,Email Address,Service type
Bright Day Care Center,01/31/13,info@example.com
Sunny School,08/31/13,sunny@example.org`,
    ['company', 'cf_1', 'email'],
  ],
  [
    'names and addresses in parts',
    `first_name,surname,street_number,address_1,address_2,suburb,state,postcode,dob
Jane,Doe,12,High Street,Floor 2,Leeds,West Yorkshire,LS1 1AA,1985-02-03
Max,Roe,7,Side Avenue,,York,North Yorkshire,YO1 1AA,1980-01-02`,
    ['name', 'name', 'address', 'address', 'address', 'city', 'province', 'postcode', 'birthday'],
  ],
  [
    'a full name beside its parts',
    `full_name,first_name,surname,birth_place
william oliver,william,oliver,london
george patey,george,patey,york`,
    ['name', 'cf_1', 'cf_2', 'cf_3'],
  ],
  [
    'several phones and mails',
    `姓名,手机,电话,备用电话,邮箱,邮箱2
张伟,13800138000,010-65529988,13900139000,a@example.com,b@example.com
李娜,13700137000,010-65529989,13600136000,c@example.com,d@example.com`,
    ['name', 'mobile', 'phone', 'mobile', 'email', 'email'],
  ],
  [
    'an export of Google Contacts',
    `First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Country,Birthday
Jane,Doe,Acme Ltd,Buyer,friends,Work,jane@example.com,+44 7700 900123,12 High Street,London,United Kingdom,1985-02-03`,
    ['name', 'name', 'company', 'title', 'tags', 'cf_1', 'email', 'mobile', 'address', 'city', 'country', 'birthday'],
  ],
  [
    'an export of Salesforce',
    `Account Name,Contact Name,Email,Phone,Mobile,Account Owner,Lead Source,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Last Modified By
Edge Communications,Rose Gonzalez,rose@example.com,(512) 555-0100,(512) 555-0101,Tom Ray,Trade Show,5 Main St,Austin,TX,78767,USA,Tom Ray`,
    [
      'company',
      'name',
      'email',
      'phone',
      'mobile',
      'owner',
      'source',
      'address',
      'city',
      'province',
      'postcode',
      'country',
      'cf_1',
    ],
  ],
  [
    'an export of Shopify',
    `First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Note,Tags
Kim,Lee,kim@example.com,yes,Lee Trading Inc,1 Long Road,Toronto,ON,CA,M5V 2T6,'+14165550100,call,vip`,
    [
      'name',
      'name',
      'email',
      'cf_1',
      'company',
      'address',
      'city',
      'province',
      'country',
      'postcode',
      'mobile',
      'remark',
      'tags',
    ],
  ],
  [
    'a list of companies from a register',
    `企业名称,登记状态,法定代表人,所属省份,所属城市,所属区县,电话,更多电话,邮箱,统一社会信用代码,企业地址
深圳市启明科技有限公司,存续,张伟,广东省,深圳市,南山区,0755-26001234,13800138000,qm@example.com,91350100M000100Y43,深圳市南山区科技园1号
北京蓝湖咨询有限公司,存续,欧阳敏,北京市,北京市,朝阳区,010-65529988,13900139000,lh@example.com,91350100M000100Y43,北京市朝阳区建国路2号`,
    ['company', 'cf_1', 'cf_2', 'province', 'city', 'address', 'phone', 'mobile', 'email', 'uscc', 'address'],
  ],
  [
    'orders of a shop',
    `订单编号,买家会员名,收货人姓名,收货地址 ,联系电话 ,联系手机,买家留言
="123456789",tb_abc,李娜,浙江省 杭州市 西湖区 文三路1号,0571-26001234,'13700000001,请快点`,
    ['cf_1', 'cf_2', 'name', 'address', 'phone', 'mobile', 'remark'],
  ],
  [
    'social accounts, and a source of the user’s own words',
    `姓名,QQ,WhatsApp,客户来源,负责人手机
张伟,10001,+6591234567,地推活动,13800138000
李娜,10002,+6591234568,老王推荐,13800138000`,
    ['name', 'other_im', 'other_im', 'cf_1', 'cf_2'],
  ],
  [
    'traditional characters, full width, spaces and signs in headers',
    `客戶姓名：, 電 話 ,ＥＭＡＩＬ,公司名稱（必填）,備註
陳偉明,0912345678,a@example.com,聯創股份有限公司,x`,
    ['name', 'mobile', 'email', 'company', 'remark'],
  ],
  [
    'no name and no company by name: the column that looks most like one',
    `Horse,Stable,Colour
Black Beauty,Old Farm,black
Silver Blaze,King's Pyland,grey`,
    ['name', 'cf_1', 'cf_2'],
  ],
  [
    'columns our script keeps do not take what a file says',
    `姓名,客户编号,客户等级,上次联系日期,创建时间,快捷操作
张伟,K001,A,2024-03-05,2023-01-01,+1天`,
    ['name', 'cf_1', 'cf_2', 'cf_3', 'cf_4', 'cf_5'],
  ],
  [
    'more left over than there are spare columns: the fullest stay columns',
    `姓名,甲,乙,丙,丁,戊,己,庚
张伟,1,2,3,4,,6,
李娜,1,2,3,4,5,6,`,
    ['name', 'cf_1', 'cf_2', 'cf_3', 'cf_4', 'notes', 'cf_5', 'empty'],
  ],
];

test.each(files)('%s', (_title, text, expected) => {
  expect(places(imported(text).mapping)).toEqual(expected);
});

test.each(files)('no column of a file is lost: %s', (_title, text) => {
  for (const { filled, to } of imported(text).mapping) expect(to === 'empty').toBe(filled === 0);
});

test('a column the workbook’s people renamed is known by its new name', () => {
  const renamed = { ...target, labels: { needs: '采购周期' } };
  const records = [{ line: 2, cells: ['张伟', '月结'] }];
  expect(places(recogniseColumns(['姓名', '采购周期'], records, renamed, context))).toEqual(['name', 'needs']);
});

test('why a column went where it went is said', () => {
  const { mapping } = imported('姓名,col3,会员卡号\n张伟,13800138000,8\n李娜,13900139000,9');
  expect(mapping.map(({ why }) => why)).toEqual(['name', 'values', 'leftover']);
  expect(mapping[1]).toMatchObject({ header: 'col3', filled: 2, examples: ['13800138000', '13900139000'] });
});
