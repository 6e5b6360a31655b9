// Customer tables as people keep them: whatever a sales team does to a sheet in three years, with the truth of which rows are one customer.

/** Whole numbers below a bound, the same for a seed (mulberry32). */
export function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰建国红梅志文斌辉鹏飞宇晨欣怡雪琳佳慧婷婕倩颖莹丹凤洁琪瑶璐瑜晶岚萍鑫博涵睿浩然子轩梓萱思源天佑家豪俊峰海燕春花秋月冬雪';
const BRANDS =
  '华润恒远信达启明瑞丰博雅盛世金桥长城银河东方海纳天宏佳美创新永兴广源鼎泰嘉禾安康锦绣百川合众普惠同创新桥乐活易达三木五洲九鼎泰和云杉禾木蓝湖红杉青松白鹭紫荆';
const TRADES = [
  '科技',
  '贸易',
  '食品',
  '服饰',
  '物流',
  '建材',
  '医疗器械',
  '教育咨询',
  '文化传媒',
  '电子商务',
  '机械设备',
  '装饰工程',
  '餐饮管理',
  '信息技术',
  '环保科技',
];
const FORMS = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司', '（中国）有限公司'];
const CITIES: readonly (readonly [string, string, string])[] = [
  ['上海市', '上海市', '021'],
  ['北京市', '北京市', '010'],
  ['广东省', '深圳市', '0755'],
  ['广东省', '广州市', '020'],
  ['浙江省', '杭州市', '0571'],
  ['江苏省', '苏州市', '0512'],
  ['四川省', '成都市', '028'],
  ['湖北省', '武汉市', '027'],
];
const ROADS = ['人民路', '解放路', '中山路', '建设大道', '科技园路', '滨江大道', '长江路', '和平街'];
const REMARKS = ['（老客户）', '(采购)', '-已加微信', ' 介绍来的', '【重要】', '（勿扰）', ' 财务'];
const TITLES = ['总', '经理', '先生', '女士', '老师', '主任', '工'];
const FILLER_PHONES = ['13800000000', '12345678', '0', '400-000-0000', '18888888888', '021-00000000'];
const FILLER_MAILS = ['abc@abc.com', 'no@mail.com', '123@qq.com', 'sales@company.com'];

interface Person {
  readonly entity: number;
  readonly name: string;
  readonly company: string;
  readonly brand: string;
  readonly trade: string;
  readonly mobile: string;
  readonly second: string;
  readonly landline: string;
  readonly email: string;
  readonly wechat: string;
  readonly place: readonly [string, string, string];
  readonly address: string;
}

export interface MessyTable {
  readonly header: readonly string[];
  readonly kinds: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The customer of each row. */
  readonly truth: readonly number[];
}

/**
 * @param size customers; one in four stands in the table two to four times
 * @param seed other seeds give tables with other habits: how often cells are empty, which fillers stand in bulk, how names are kept
 */
export function messyTable(size: number, seed: number): MessyTable {
  const draw = draws(seed);
  const pick = <T>(list: readonly T[] | string): T => (list as readonly T[])[draw(list.length)] as T;
  const chance = (percent: number) => draw(100) < percent;
  const digits = (n: number) => Array.from({ length: n }, () => draw(10)).join('');
  const mobile = () => `1${pick(['38', '39', '50', '86', '77', '91'])}${digits(8)}`;
  const habits = { gaps: 15 + draw(25), fillers: 3 + draw(10), remarks: 3 + draw(10), swaps: 1 + draw(4), short: 20 + draw(30) };
  const fillers = { phone: pick(FILLER_PHONES), other: mobile(), mail: pick(FILLER_MAILS) };
  const companies = Array.from({ length: Math.max(8, Math.floor(size / 3)) }, () => {
    const place = pick(CITIES);
    const brand = pick<string>(BRANDS) + pick<string>(BRANDS) + (chance(30) ? pick<string>(BRANDS) : '');
    const domain = `${pick(['hy', 'rx', 'zt', 'qm', 'bd', 'sl'])}${digits(3)}${pick(['.com', '.cn', '.com.cn'])}`;
    return {
      place,
      brand,
      trade: pick(TRADES),
      form: pick(FORMS),
      domain,
      switchboard: `${place[2]}-${2 + draw(7)}${digits(7)}`,
    };
  });
  const people: Person[] = [];
  for (let entity = 0; entity < size; entity++) {
    const employer = pick(companies);
    const name = pick<string>(SURNAMES) + pick<string>(GIVEN) + (chance(65) ? pick<string>(GIVEN) : '');
    // A wife or a son on the same phone; a namesake in the same trade.
    const relative = chance(3) && people.length > 0 ? pick(people) : null;
    const place = employer.place;
    people.push({
      entity,
      name: relative === null ? name : relative.name.charAt(0) + pick<string>(GIVEN) + pick<string>(GIVEN),
      company: `${chance(60) ? place[1].replace('市', '') : ''}${employer.brand}${employer.trade}${employer.form}`,
      brand: employer.brand,
      trade: employer.trade,
      mobile: relative?.mobile ?? mobile(),
      second: chance(20) ? mobile() : '',
      landline: chance(40) ? employer.switchboard + (chance(50) ? `转${digits(3)}` : '') : '',
      email: chance(45)
        ? `${pick(['a', 'li', 'wx', 'zh', 'm'])}${digits(5)}@qq.com`
        : chance(40)
          ? `${pick(['x', 'y', 'k', 'pp'])}${digits(4)}@${employer.domain}`
          : '',
      wechat: chance(40) ? `wx_${pick(['ab', 'qq', 'lo', 'me'])}${digits(5)}` : '',
      place,
      address: chance(40) ? `${pick(ROADS)}${1 + draw(900)}号${chance(50) ? `${1 + draw(30)}楼` : ''}` : '',
    });
  }
  const table: { cells: string[]; entity: number }[] = [];
  for (const person of people) {
    const copies = chance(25) ? 2 + (chance(30) ? 1 : 0) + (chance(10) ? 1 : 0) : 1;
    for (let copy = 0; copy < copies; copy++) table.push({ cells: rowOf(person), entity: person.entity });
  }
  for (let i = table.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [table[i], table[j]] = [table[j] as (typeof table)[number], table[i] as (typeof table)[number]];
  }
  return {
    header: ['客户姓名', '公司名称', '手机', '座机', '邮箱', '微信', '省份', '城市', '地址', '备注'],
    kinds: ['person_name', 'company', 'mobile', 'phone', 'email', 'wechat', 'province', 'city', 'address', 'text'],
    rows: table.map(({ cells }) => cells),
    truth: table.map(({ entity }) => entity),
  };

  function rowOf(person: Person): string[] {
    const gap = (text: string, percent = habits.gaps) => (chance(percent) ? '' : text);
    let name = person.name;
    if (chance(6)) name = name.charAt(0) + pick(TITLES);
    else if (chance(4)) name = `${name.charAt(0)} ${name.slice(1)}`;
    if (chance(habits.remarks)) name += pick(REMARKS);
    let company = person.company;
    if (chance(habits.short)) company = chance(50) ? person.brand : `${person.brand}${person.trade}`;
    company = gap(company);
    let number = gap(spelled(person.mobile), 20);
    if (person.second !== '' && chance(50))
      number = number === '' ? spelled(person.second) : `${number}${pick(['/', '、', ' ', ';'])}${spelled(person.second)}`;
    if (chance(habits.fillers)) number = spelled(chance(60) ? fillers.phone : fillers.other);
    let email = gap(person.email);
    if (chance(habits.fillers)) email = fillers.mail;
    if (chance(5)) email = email.toUpperCase();
    let landline = gap(person.landline);
    let wechat = chance(15) ? person.mobile : gap(person.wechat);
    // Left over from a merged cell, or put one column too far.
    if (chance(habits.swaps)) [number, landline] = [landline, number];
    if (chance(habits.swaps)) [wechat, email] = [email, wechat];
    if (chance(habits.swaps) && company !== '') [name, company] = [company, name];
    if (chance(2)) company = person.brand + pick(TRADES) + pick(FORMS);
    const [province, city] = chance(50) ? person.place : ['', ''];
    return [
      name,
      company,
      number,
      landline,
      email,
      wechat,
      chance(50) ? province.replace(/[省市]$/, '') : province,
      chance(50) ? city.replace('市', '') : city,
      gap(person.address === '' ? '' : chance(40) ? `${province}${city}${person.address}` : person.address),
      chance(20) ? pick(['展会', '老客户介绍', '已报价', '下周回访', 'VIP']) : '',
    ];
  }

  function spelled(text: string): string {
    if (!/^1\d{10}$/.test(text)) return text;
    return pick([
      text,
      text,
      `+86 ${text}`,
      `86-${text}`,
      `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`,
      `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`,
      text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    ]);
  }
}
