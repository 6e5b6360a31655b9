import { customersCsv, type SampleCustomer, sampleCustomers } from '../../../src/domain/sample/customers';
import { sampleTeam } from '../../../src/domain/sample/team';
import type { Locale } from '../../../src/template/types';
import { context, imported } from './files';

/** The sample as a file, imported; the oracle is what its author wrote beside each trap. */
function sample(locale: Locale) {
  const customers = sampleCustomers({ seed: 1, today: context.today, size: 300, locale });
  const names = new Set(sampleTeam.map((person) => person.name[locale]));
  const lookup = (_sheet: string, name: string) => (names.has(name) ? name : null);
  return { customers, ...imported(customersCsv(customers, locale), { locale, lookup }) };
}

describe.each<Locale>(['zh-CN', 'en'])('the sample in %s', (locale) => {
  const { customers, mapping, plans } = sample(locale);
  const pairs = customers.map((customer, i) => [i, customer] as const);

  test('every row is read, and every column of it is known by its name but the user’s own', () => {
    expect(plans).toHaveLength(customers.length);
    const others = mapping.filter(({ to, filled }) => to !== 'column' && filled > 0);
    expect(others.map(({ to }) => to)).toEqual(['custom']);
  });

  test.each(pairs)('row %i becomes what its trap says', (i, { expected }: SampleCustomer) => {
    const plan = plans[i];
    expect(plan?.outcome).toBe(expected.rejected ? 'invalid' : 'created');
    if (expected.rejected) return;
    expect(plan?.cells).toMatchObject(expected.values);
    const strangers = plan?.asides.filter(({ column }) => column === 'owner' || column === 'remark') ?? [];
    expect(plan?.asides.filter((aside) => !strangers.includes(aside)).map(({ column }) => column)).toEqual(expected.setAside);
    for (const key of [...expected.kept, ...expected.setAside]) expect(plan?.issues.map(({ column }) => column)).toContain(key);
  });
});
