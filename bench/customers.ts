// What it costs to search, open and save customers among 50,000; rows of `npm run bench -- entry`.
import type { Host } from '../local/host/index';
import type { FormValues } from '../src/contract/customer-api';
import type { ApiName, ArgsOf, ValueOf } from '../src/contract/server-api';
import { type Bench, measure } from './figures';
import { applyPool, emptyHost, fill } from './pool';

const CUSTOMERS = 50_000;
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const CITIES = ['上海市', '北京市', '广州市', '深圳市', '杭州市', '成都市', '武汉市', '南京市'];

/** 2026-03-11, the day the benches run on, as a serial number. */
const TODAY = 46_092;

/** The file's owner, as the team knows him. */
const ME = 'owner';

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

/** Every value follows from the row's number alone. */
const customers = Array.from({ length: CUSTOMERS }, (_, i) => ({
  customer_id: `C-${String(i + 1).padStart(6, '0')}`,
  name: pick(SURNAMES, i) + pick(GIVEN, Math.floor(i / 20)) + pick(GIVEN, Math.floor(i / 400)),
  company: `${pick(CITIES, Math.floor(i / 3)).slice(0, 2)}${pick(GIVEN, Math.floor(i / 7))}${pick(SURNAMES, Math.floor(i / 11))}贸易${i % 977}有限公司`,
  mobile: `+86138${10_000_000 + i}`,
  email: `c${i}@example.com`,
  wechat: `wx_${100_000 + i}`,
  owner: pick([ME, '韩梅', ''], Math.floor(i / 5)),
  tier: pick(['重要', '普通', '潜在'], i),
  stage: '潜在客户',
  sales_status: pick(['待跟进', '联系中', '已报价', '谈判中'], i),
  next_follow_up: TODAY - 30 + (i % 90),
  last_contact: TODAY - (i % 300),
  source: '展会',
  country: 'CN',
  city: pick(CITIES, Math.floor(i / 4)),
  consent_status: '未取得',
  created_at: '2026-01-05 09:00',
}));

/** In the middle of the table: nothing is found at once. */
const ONE = 'C-025001';

async function bigPool(): Promise<Host> {
  const { host, server } = emptyHost();
  await applyPool(server);
  fill(host, 'customer_id', customers);
  fill(
    host,
    'interaction_id',
    Array.from({ length: 150 }, (_, i) => ({
      interaction_id: `I-${String(i + 1).padStart(6, '0')}`,
      customer_id: ONE,
      date: TODAY - i,
      type: '电话',
      summary: `第 ${i} 次`,
      result: '有效沟通',
      owner: ME,
    })),
  );
  fill(
    host,
    'line_id',
    Array.from({ length: 50 }, (_, i) => ({
      line_id: `L-${String(i + 1).padStart(6, '0')}`,
      order_no: `SO-${i}`,
      customer_id: ONE,
      order_date: TODAY - i,
      product: '标准版',
      qty: 1,
      amount: 1_000,
      currency: 'CNY',
      status: '完成',
    })),
  );
  // The host computes the dashboard's formulas when a run first reads: that is no part of what is measured.
  call(host, 'owners');
  return host;
}

function call<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): ValueOf<N> {
  const reply = host.rpc(name, ...args);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.args)}`);
  return reply.value as ValueOf<N>;
}

const searching = (text: string) => async () => {
  const host = await bigPool();
  return measure(host, async () => void call(host, 'search', { text, page: 0 }));
};

const checking = (values: FormValues) => async () => {
  const host = await bigPool();
  const ask = { id: null, values, touched: Object.keys(values) };
  return measure(host, async () => {
    if (call(host, 'checkCustomer', ask).matches.length === 0) throw new Error('nobody is known at the door');
  });
};

const saving = (id: string | null, given: FormValues) => async () => {
  const host = await bigPool();
  const { values } = call(host, 'customerForm', { id });
  const request = { id, base: values, values: { ...values, ...given }, reason: '', reasonFor: [], token: 'bench' };
  // A file that came without its properties looks for its highest number once.
  if (id === null)
    call(host, 'saveCustomer', { ...request, values: { ...request.values, mobile: '13700000000' }, token: 'first' });
  return measure(host, async () => {
    const { outcome } = call(host, 'saveCustomer', request);
    if (outcome !== 'saved') throw new Error(outcome);
  });
};

export const customerCases: Bench['cases'] = {
  'search by initials': searching('zw'),
  'search by three words': searching('重要 上海 逾期'),
  'search by part of a name': searching('伟芳'),
  'search by digits': searching('2500'),
  'search for shared numbers': searching('重复'),
  'search that finds everybody': searching('gs'),
  'search that finds nobody': searching('不存在'),
  'card of 200 entries': async () => {
    const host = await bigPool();
    const { row } = call(host, 'card', { id: ONE });
    return measure(host, async () => void call(host, 'card', { id: ONE, row }));
  },
  'form checked': checking({ mobile: '138 1002 5000' }),
  'form checked, name and company': checking({ name: '王偉偉', company: '上海伟王贸易0有限公司' }),
  'form checked, everything': checking({
    name: '陈伟伟',
    company: '上海磊王贸易有限公司',
    mobile: '138 1002 5000',
    email: 'c7@example.com',
    wechat: 'wx_100009',
  }),
  'form saved, new': saving(null, { name: '新客户', mobile: '13700001111', source: '展会', city: '杭州市' }),
  'form saved, changed': saving(ONE, { mobile: '13700002222', sales_status: '谈判中', next_action: '寄合同', remark: '二期' }),
};
