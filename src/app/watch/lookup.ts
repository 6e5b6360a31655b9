// Which customer a cell of another sheet means: by id, or by a name or number that only one of them has.
import { nameKey, numbers } from '../../domain/door/identity';
import { kindOf } from '../../domain/kinds/index';
import { readIdentity } from '../../gateway/door';
import { kindContext } from '../../gateway/reading';
import type { Run } from '../../gateway/run';
import { textOf } from '../../gateway/table';

/** Reads the customers when a cell first asks; `null` where none or several fit. */
export function customerLookup(run: Run): (sheet: string, text: string) => string | null {
  let held: ReadonlyMap<string, string | null> | null = null;
  return (sheet, text) => {
    if (sheet !== 'customers') return text;
    held ??= spellings(run);
    const number = numberIn(run, text);
    return held.get(nameKey(text)) ?? (number === null ? null : (held.get(number) ?? null));
  };
}

/** Ids by every spelling that means a customer; null where several have it. */
function spellings(run: Run): ReadonlyMap<string, string | null> {
  const table = readIdentity(
    run,
    numbers.map(([key]) => key),
  );
  const ids = new Map<string, string | null>();
  const add = (spelling: string, id: string) => {
    const known = ids.get(spelling);
    if (spelling !== '') ids.set(spelling, known === undefined || known === id ? id : null);
  };
  for (const row of table.rows) {
    const id = textOf(table, row, 'customer_id');
    if (id === '') continue;
    for (const key of ['name', 'company']) add(nameKey(textOf(table, row, key)), id);
    for (const [key] of numbers) add(textOf(table, row, key), id);
  }
  // An id is that record's, whatever a name says.
  for (const row of table.rows) {
    const id = textOf(table, row, 'customer_id');
    if (id !== '') ids.set(nameKey(id), id);
  }
  return ids;
}

function numberIn(run: Run, text: string): string | null {
  const [first] = numbers;
  if (first === undefined) return null;
  const reading = kindOf(first[1]).parse(text, first[1], kindContext(run));
  return reading.ok && reading.value !== null ? String(reading.value) : null;
}
