// What it costs to find, show and merge 5,000 groups of duplicates among 50,000 customers; rows of `npm run bench -- duplicates`.
import type { Host } from '../local/host/index';
import type { ActResult } from '../src/contract/duplicates-api';
import type { ApiName, ArgsOf, ValueOf } from '../src/contract/server-api';
import { type Bench, type Figures, measure } from './figures';
import { applyPool, emptyHost, fill } from './pool';

const CUSTOMERS = 50_000;
const GROUPS = 5_000;
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const BRANDS = [...'恒信达瑞博盛金长银东天宏远明丰雅世桥城河'];
const CITIES = ['上海市', '北京市', '广州市', '深圳市', '杭州市', '成都市', '武汉市', '南京市'];

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

/** A number that has nothing to do with its neighbours: names and companies must not repeat together. */
const mixed = (n: number, salt: number) => (Math.imul(n + salt, 0x9e3779b1) >>> 8) ^ (Math.imul(n, salt) >>> 9);

/** Every value follows from the row's number alone; the last rows are the first ones again, in another spelling. */
const customers = Array.from({ length: CUSTOMERS }, (_, i) => {
  const copy = i >= CUSTOMERS - GROUPS;
  const who = copy ? ((i - (CUSTOMERS - GROUPS)) * 7919) % (CUSTOMERS - GROUPS) : i;
  const brand = [11, 23, 37].map((salt) => pick(BRANDS, mixed(who, salt))).join('');
  return {
    customer_id: `C-${String(i + 1).padStart(6, '0')}`,
    name: pick(SURNAMES, mixed(who, 41)) + pick(GIVEN, mixed(who, 53)) + pick(GIVEN, mixed(who, 67)),
    company: copy ? brand : `${pick(CITIES, who)}${brand}贸易有限公司`,
    mobile: `+86138${10_000_000 + who}`,
    email: copy ? null : `c${who}@example.com`,
    owner: '韩梅',
    city: pick(CITIES, who),
    remark: `备注 ${i}`,
    created_at: '2026-01-05 09:00',
    updated_at: `2026-02-${String(1 + (i % 28)).padStart(2, '0')} 09:00`,
  };
});

const orders = Array.from({ length: 20_000 }, (_, i) => ({
  line_id: `L-${String(i + 1).padStart(6, '0')}`,
  order_no: `SO-${i}`,
  customer_id: `C-${String(CUSTOMERS - (i % GROUPS)).padStart(6, '0')}`,
  qty: 1,
}));

function call<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): ValueOf<N> {
  const reply = host.rpc(name, ...args);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.args)}`);
  return reply.value as ValueOf<N>;
}

async function crowdedPool(): Promise<Host> {
  const { host, server } = emptyHost();
  await applyPool(server);
  fill(host, 'customer_id', customers);
  fill(host, 'line_id', orders);
  return host;
}

const QUERY = { page: 0, certainty: null } as const;
const BATCH = { certainties: ['exact', 'near'] } as const;

const scanned = async () => {
  const host = await crowdedPool();
  return { host, found: call(host, 'scanDuplicates', { ...QUERY, fresh: true }) };
};

/** The act to its end, and the most calls one of its slices made. */
async function slices(host: Host, begin: () => ActResult): Promise<Figures> {
  let most = 0;
  let count = 0;
  let [reads, writes, other, virtualSeconds, cpuSeconds] = [0, 0, 0, 0, 0];
  for (let finished = false; !finished; count++) {
    const of = await measure(host, async () => {
      const result = count === 0 ? begin() : call(host, 'resume');
      finished = result === null || result.finished;
    });
    const calls = (of.reads ?? 0) + (of.writes ?? 0);
    most = Math.max(most, calls);
    reads += of.reads ?? 0;
    writes += of.writes ?? 0;
    other += of.other ?? 0;
    virtualSeconds += of.virtualSeconds ?? 0;
    cpuSeconds += of.cpuSeconds ?? 0;
  }
  return { reads, writes, other, virtualSeconds, cpuSeconds, slices: count, mostCalls: most };
}

export const duplicates: Bench = {
  cases: {
    'scan of 50,000': async () => {
      const host = await crowdedPool();
      let counts = { exact: 0, near: 0, review: 0 };
      const figures = await measure(host, async () => {
        ({ counts } = call(host, 'scanDuplicates', { ...QUERY, fresh: true }));
      });
      return { ...figures, ...counts };
    },
    'another page': async () => {
      const { host } = await scanned();
      return measure(host, async () => void call(host, 'scanDuplicates', { ...QUERY, page: 3, fresh: false }));
    },
    'card of a group': async () => {
      const { host, found } = await scanned();
      const ids = (found.items[7]?.id ?? '').split('+');
      return measure(host, async () => void call(host, 'duplicateGroup', { ids, master: null }));
    },
    'one group merged': async () => {
      const { host, found } = await scanned();
      const ids = (found.items[7]?.id ?? '').split('+');
      return slices(host, () => call(host, 'mergeGroup', { ids, master: ids[0] ?? '', fields: {} }));
    },
    'all exact and near-certain merged': async () => {
      const { host } = await scanned();
      return slices(host, () => call(host, 'mergeBatch', BATCH));
    },
  },
};
