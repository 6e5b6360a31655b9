// Facts kept by script: last contact, order totals, amounts in the base currency.
import { factsOf, type OrderLine } from '../../../src/domain/facts/facts';
import { readRates, toBase } from '../../../src/domain/facts/rates';

const order = (rest: Partial<OrderLine>): OrderLine => ({
  customer: 'C-000001',
  orderNo: 'SO-1',
  date: '2026-03-01',
  status: 'paid',
  amountBase: 10,
  ...rest,
});

test.each([
  ['reached', '2026-03-02'],
  ['won', '2026-03-02'],
  ['refused', '2026-03-02'],
  ['no_answer', '2026-02-01'],
])('a contact that ended %s: last contact %s', (result, lastContact) => {
  const contacts = [
    { customer: 'C-000001', date: '2026-03-02', result },
    { customer: 'C-000001', date: '2026-02-01', result: 'reached' },
  ];
  expect(factsOf(contacts, []).get('C-000001')).toEqual({ lastContact, orderCount: 0, totalSpend: 0, lastOrder: null });
});

test('lines of one number are one order; only valid ones count; no rate adds nothing', () => {
  const facts = factsOf(
    [],
    [
      order({ amountBase: 0.1 }),
      order({ amountBase: 0.2 }),
      order({ orderNo: 'SO-2', date: '2026-03-05', status: 'returned', amountBase: 99 }),
      order({ orderNo: 'SO-3', date: '2026-02-05', status: 'done', amountBase: null }),
      order({ customer: 'C-000002', status: 'cancelled' }),
    ],
  );
  expect(facts.get('C-000001')).toEqual({ lastContact: null, orderCount: 2, totalSpend: 0.3, lastOrder: '2026-03-01' });
  expect(facts.get('C-000002')).toEqual({ lastContact: null, orderCount: 0, totalSpend: 0, lastOrder: null });
});

test.each([
  ['USD=7.1; EUR=7.8', { USD: 7.1, EUR: 7.8 }],
  ['usd ＝ 7.1；HKD:0.92', { USD: 7.1, HKD: 0.92 }],
  ['USD=0; XX=1; EUR=-1; words', {}],
  ['', {}],
])('rates %p', (text, rates) => {
  expect(Object.fromEntries(readRates(text))).toEqual(rates);
});

test('the base currency needs no rate; others without one have no base amount', () => {
  const rates = readRates('USD=7.1');
  expect([toBase(5, 'CNY', 'CNY', rates), toBase(0.1, 'USD', 'CNY', rates), toBase(5, 'EUR', 'CNY', rates)]).toEqual([
    5,
    0.71,
    null,
  ]);
});
