// What merging must never break, whatever the records say: nothing is lost, and taking it back gives the same workbook.
import fc from 'fast-check';
import {
  addRows,
  call,
  changesBetween,
  finish,
  type Given,
  type Host,
  type HostState,
  nameOf,
  newPool,
  recordsIn,
  scan,
} from '../acts/pool';

const BATCH = { certainties: ['exact', 'near'] } as const;

let host: Host;
let empty: HostState;

beforeAll(() => {
  host = newPool();
  empty = host.snapshot();
});

const any = (...values: readonly (string | null)[]) => fc.constantFrom(null, ...values);
const person = fc.record({
  who: fc.integer({ min: 0, max: 5 }),
  mobile: any('a', 'b'),
  phone: any('+861065529988', '+862155550000'),
  email: any('x@example.com', 'X@Example.com', 'y@mingyuan.example'),
  wechat: any('weixin01', 'weixin02'),
  company: any('明远机械有限公司', '明远机械', '云杉贸易'),
  city: any('上海市', '广州市'),
  tags: any('vip', 'vip; 展会', '老客户'),
  needs: any('一台样机', '报价'),
  remark: any('早上打', "'引号"),
  title: any('经理', '采购'),
  consent_status: any('已同意', '已撤回'),
  u_2: any('我的', '7x'),
});
const pool = fc.array(person, { minLength: 4, maxLength: 16 }).map((list) =>
  list.map(
    ({ who, mobile, ...cells }, i): Given => ({
      customer_id: `C-${String(i + 1).padStart(6, '0')}`,
      name: nameOf(who * 7),
      mobile: mobile === null ? null : `+8613900${mobile === 'a' ? '1' : '2'}${String(who).padStart(5, '0')}`,
      ...cells,
    }),
  ),
);

test('every value stands somewhere, merging comes to an end, and undo gives the workbook back', () => {
  fc.assert(
    fc.property(pool, (records) => {
      host.restore(empty);
      addRows(host, 'customers', records);
      const made = host.snapshot();
      const before = recordsIn(host, 'customers');
      const first = call(host, 'mergeBatch', BATCH);
      finish(host, first);
      const master = new Map(recordsIn(host, 'archive').map(({ record_id, merged_into }) => [record_id, String(merged_into)]));
      expect(master.size).toBe(first.merged);
      const stays = new Map(recordsIn(host, 'customers').map((record) => [record['customer_id'], JSON.stringify(record)]));
      const archived = new Map(recordsIn(host, 'archive').map(({ record_id, row }) => [record_id, String(row)]));
      const lost = before.flatMap((record) => {
        const id = record['customer_id'];
        const places = [stays.get(master.get(id) ?? id), archived.get(id)].join('\n');
        return Object.values(record).filter((value) => !places.includes(JSON.stringify(value).replace(/^"|"$/g, '')));
      });
      // Of a record that stays, only its law-bound or chosen fields may change, and those of others stand in Archive.
      expect(lost.filter((value) => !RULED.includes(String(value)))).toEqual([]);
      // What was made one may now be the same as a third; that comes to an end, too.
      const merged = host.snapshot();
      for (let round = 0; scan(host).counts.exact > 0; round++) {
        expect(round).toBeLessThan(records.length);
        finish(host, call(host, 'mergeBatch', { certainties: ['exact'] }));
      }
      host.restore(merged);
      if (first.txn !== '') finish(host, call(host, 'undo', { txn: first.txn }));
      expect(changesBetween(host, made.book, host.book)).toEqual([]);
    }),
    { seed: 20260101, numRuns: 10, endOnFailure: true },
  );
});

/** Where the strictest of several wins, the master's own word may go; the journal has it. */
const RULED = ['已同意'];
