// Customers with chosen values in a pool, and what their cells offer.
import { FIRST, type Given, type Host, OWNER, tabOf } from '../acts/pool';
import { columnOf, sheetOf } from '../template-apply/pool';

/** Fills rows of Customers as an import would have left them: ids, names, and what is given by key. */
export function fill(host: Host, count: number, of: (i: number) => Given): void {
  const tab = tabOf(host, 'customers');
  const keys = (host.values(tab)[0] ?? []).map(String);
  const lines = Array.from({ length: count }, (_, i) => {
    const row: Given = { customer_id: `C-${String(i + 1).padStart(6, '0')}`, name: `客户${i + 1}`, ...of(i) };
    return keys.map((key) => row[key] ?? null);
  });
  // More cells than the edit trigger looks at.
  while (lines.length * keys.length <= 500) lines.push(keys.map(() => null));
  host.as(OWNER).paste(`'${tab}'!A${FIRST}`, lines, { valuesOnly: true });
}

/** The rule on the first data cell of a customer column. */
export function ruleOn(host: Host, column: string) {
  return (
    sheetOf(host, 'customers')
      .validations.get(columnOf(host, 'customers', column))
      ?.at(FIRST) ?? null
  );
}

/** Words of its dropdown; none where it has no list. */
export function dropdown(host: Host, column: string): readonly string[] {
  const rule = ruleOn(host, column);
  return rule?.criteria === 'VALUE_IN_LIST' ? rule.values.map(String) : [];
}
