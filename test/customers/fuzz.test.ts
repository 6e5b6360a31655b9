// Whatever is typed into a form: an answer in words, nothing typed lost or turned into a formula, nothing half saved.
import fc from 'fast-check';
import type { SaveRequest } from '../../src/contract/customer-api';
import { workbook } from '../../src/template/index';
import { formulasIn } from '../import/pool';
import { call, fill, LILEI, recordsIn, refusal, TODAY, teamPool } from './pool';
import { typed } from './typed';

const seed = 20261122;

const valuesOf = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), typed, { maxKeys: 6 }).map((values) => ({ ...values }) as Record<string, string>);

const customerKeys = Object.keys(workbook.sheets.customers.columns);

/** Text columns without a form of their own keep what was typed but for what cannot be seen. */
const free = ['remark', 'needs', 'next_action', 'address', 'company', 'name'];

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

test('a new customer', () => {
  const host = teamPool().as(LILEI);
  const { values: begun } = call(host, 'customerForm', { id: null });
  let token = 0;
  fc.assert(
    fc.property(valuesOf(customerKeys), fc.constantFrom('zh-CN' as const, 'en' as const), (given, locale) => {
      token++;
      const before = recordsIn(host, 'customers').length;
      const values: Record<string, string> = {
        ...begun,
        name: '张伟',
        mobile: `1380${String(token).padStart(7, '0')}`,
        source: '展会',
        ...given,
      };
      const request: SaveRequest & { locale: typeof locale } = {
        id: null,
        base: begun,
        values,
        reason: '都要',
        reasonFor: recordsIn(host, 'customers').map((record) => String(record['customer_id'])),
        token: `n${token}`,
        locale,
      };
      const code = refusal(host, 'checkCustomer', { id: null, values, touched: Object.keys(given), locale });
      expect(code).not.toBe('unexpected');
      const refused = refusal(host, 'saveCustomer', request);
      expect(refused === null || refused === 'form.ownerByManager').toBe(true);
      const records = recordsIn(host, 'customers');
      expect(records.length - before).toBeLessThanOrEqual(1);
      if (records.length > before) {
        const record = records[records.length - 1] ?? {};
        for (const key of free) {
          const text = values[key] ?? '';
          if (/^[\x20-\x7e\u4e00-\u9fff]*$/.test(text) && text.trim() !== '' && key !== 'remark')
            expect(String(record[key])).toBe(tidy(text));
        }
      }
      expect(formulasIn(host)).toEqual([]);
    }),
    { seed, numRuns: 60 },
  );
  // Enough of it was fit to be saved for the rest to mean something.
  expect(recordsIn(host, 'customers').length).toBeGreaterThan(15);
});

test('an edit', () => {
  const host = teamPool();
  const customer = {
    customer_id: 'C-000001',
    name: '张伟',
    mobile: '+8613900001357',
    owner: '李雷',
    tier: '普通',
    stage: '潜在客户',
    sales_status: '联系中',
    source: '展会',
    country: 'CN',
    consent_status: '未取得',
    next_follow_up: TODAY,
    created_at: '2026-01-05 09:00',
    remark: '原来的',
  };
  fill(host, 'customers', [customer]);
  const fresh = host.as(LILEI).snapshot();
  fc.assert(
    fc.property(valuesOf(customerKeys), (given) => {
      host.restore(fresh).as(LILEI);
      const { values: base } = call(host, 'customerForm', { id: 'C-000001' });
      const values = { ...base, ...given };
      const code = refusal(host, 'saveCustomer', { id: 'C-000001', base, values, reason: '', reasonFor: [], token: '' });
      expect(code === null || code === 'form.ownerByManager').toBe(true);
      const [record = {}, ...more] = recordsIn(host, 'customers');
      expect(more).toEqual([]);
      // What was not touched stands as it stood.
      for (const key of ['remark', 'name', 'mobile', 'tier', 'source'] as const)
        if (!(key in given)) expect(record[key]).toBe(customer[key]);
      expect(formulasIn(host)).toEqual([]);
    }),
    { seed, numRuns: 30 },
  );
});

test.each(['interactions', 'orders', 'feedback'] as const)('a row of %s', (sheet) => {
  const host = teamPool();
  fill(host, 'customers', [{ customer_id: 'C-000001', name: '张伟', owner: '李雷', created_at: '2026-01-05 09:00' }]);
  host.as(LILEI);
  const { values: begun } = call(host, 'entryForm', { sheet, customer: 'C-000001' });
  let token = 0;
  fc.assert(
    fc.property(valuesOf(Object.keys(workbook.sheets[sheet].columns)), (given) => {
      token++;
      const good = {
        type: '电话',
        result: '未接',
        summary: '=1+1',
        order_no: '=1',
        product: '标准版',
        qty: '1',
        amount: '5',
        status: sheet === 'orders' ? '待付款' : '新建',
        kind: '建议',
        content: '=2',
      };
      const values = { ...begun, ...good, ...given };
      const code = refusal(host, 'saveEntry', { sheet, customer: 'C-000001', values, token: `${sheet}${token}` });
      expect(code === null || code === 'form.ownerByManager').toBe(true);
      expect(formulasIn(host)).toEqual([]);
    }),
    { seed, numRuns: 12 },
  );
});
