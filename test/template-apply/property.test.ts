// Any mixture of drifts: after one repair the plan is empty, ours is all there, and what people made is where they put it.
import fc from 'fast-check';
import type { SheetModel } from '../../local/host/index';
import { type SheetKey, type TableKey, tableOf } from '../../src/template/index';
import { apply, at, columnOf, findSheet, letters, markersOf, openPool, plan, sheetOf } from './pool';

const host = openPool();
const saved = host.snapshot();
const remembered = new Map(
  (['customers', 'orders', 'interactions', 'users', 'requests'] as const).map((key) => [
    key,
    structured(sheetOf(host, key), key),
  ]),
);

type Table = 'customers' | 'orders' | 'interactions' | 'users' | 'requests';
type Drift =
  | { readonly do: 'deleteSheet' | 'deleteKeyRow' | 'dropFormats' | 'dropProtections' | 'dropCharts'; readonly on: Table }
  | {
      readonly do: 'deleteColumn' | 'clearLabel' | 'clearKey' | 'dropRule' | 'loosenFormat' | 'rename';
      readonly on: Table;
      readonly column: number;
    }
  | { readonly do: 'swapColumns'; readonly on: Table; readonly column: number; readonly with: number }
  | { readonly do: 'insertOwn'; readonly on: Table; readonly column: number; readonly label: string }
  | { readonly do: 'ownRule'; readonly on: Table; readonly ground: string }
  | { readonly do: 'ownSheet'; readonly name: string };

const table = fc.constantFrom<Table>('customers', 'orders', 'interactions', 'users', 'requests');
const column = fc.nat({ max: 200 });
const anyDrift: fc.Arbitrary<Drift> = fc.oneof(
  fc.record({ do: fc.constantFrom('deleteSheet', 'deleteKeyRow', 'dropFormats', 'dropProtections', 'dropCharts'), on: table }),
  fc.record({
    do: fc.constantFrom('deleteColumn', 'clearLabel', 'clearKey', 'dropRule', 'loosenFormat', 'rename'),
    on: table,
    column,
  }),
  fc.record({ do: fc.constant('swapColumns'), on: table, column, with: column }),
  fc.record({ do: fc.constant('insertOwn'), on: table, column, label: fc.stringMatching(/^[甲乙丙丁a-z]{1,6}$/) }),
  fc.record({ do: fc.constant('ownRule'), on: table, ground: fc.stringMatching(/^#[0-9a-f]{6}$/) }),
  fc.record({ do: fc.constant('ownSheet'), name: fc.stringMatching(/^我的[a-z]{1,6}$/) }),
) as fc.Arbitrary<Drift>;

/** What a person made, told by where it must be found afterwards. */
interface Mine {
  readonly columns: { readonly on: Table; readonly label: string }[];
  readonly rules: { readonly on: Table; readonly ground: string }[];
  readonly sheets: string[];
}

function carryOut(drift: Drift, mine: Mine): void {
  if (drift.do === 'ownSheet') {
    if (host.book.sheets.some(({ name }) => name === drift.name)) return;
    host.insertSheet(drift.name);
    host.edit(`'${drift.name}'!B2`, '我的');
    mine.sheets.push(drift.name);
    return;
  }
  const sheet = findSheet(host, drift.on);
  if (sheet === undefined) return;
  const pick = (n: number) => (n % sheet.maxColumns) + 1;
  switch (drift.do) {
    case 'deleteSheet':
      host.deleteSheet(sheet.name);
      for (const list of [mine.columns, mine.rules])
        list.splice(0, list.length, ...(list.filter(({ on }) => on !== drift.on) as never[]));
      return;
    case 'deleteKeyRow':
      // A second row lost would be the labels, or a record: that is another story.
      if (hasKeys(sheet, drift.on)) host.deleteRows(sheet.name, 1);
      return;
    case 'dropFormats':
      sheet.conditionalFormats = sheet.conditionalFormats.filter(({ values }) => !String(values[0]).includes('"cp:'));
      return;
    case 'dropProtections':
      sheet.protections = [];
      return;
    case 'dropCharts':
      sheetOf(host, 'dashboard').charts = [];
      return;
    case 'deleteColumn': {
      const label = String(sheet.cells[1]?.[pick(drift.column) - 1] ?? '');
      if (sheet.maxColumns < 2 || mine.columns.some((one) => one.on === drift.on && one.label === label)) return;
      host.deleteColumns(sheet.name, pick(drift.column));
      return;
    }
    case 'clearLabel':
    case 'clearKey': {
      const row = drift.do === 'clearKey' ? 1 : 2;
      const label = String(sheet.cells[1]?.[pick(drift.column) - 1] ?? '');
      // A column that lost both is known by neither; the user's own are not ours to restore.
      const other = sheet.cells[2 - row]?.[pick(drift.column) - 1] ?? '';
      const own = mine.columns.some((one) => one.on === drift.on && one.label === label);
      if (other !== '' && !own && !label.startsWith('改名')) host.clear(`'${sheet.name}'!${letters(pick(drift.column))}${row}`);
      return;
    }
    case 'dropRule':
      sheet.validations.get(pick(drift.column))?.set(3, 1 + (drift.column % 200), null);
      return;
    case 'loosenFormat':
      sheet.styles.delete(pick(drift.column));
      return;
    case 'rename': {
      const key = String(sheet.cells[0]?.[pick(drift.column) - 1] ?? '');
      if (key in tableOf(drift.on).columns) host.edit(`'${sheet.name}'!${letters(pick(drift.column))}2`, `改名${drift.column}`);
      return;
    }
    case 'swapColumns':
      swap(sheet, pick(drift.column), pick(drift.with));
      return;
    case 'insertOwn': {
      if (mine.columns.some(({ on, label }) => on === drift.on && label === drift.label)) return;
      const position = pick(drift.column);
      host.insertColumns(sheet.name, position);
      // The new column took the rules of its neighbour.
      sheet.validations.delete(position);
      const labels = hasKeys(sheet, drift.on) ? 2 : 1;
      host.edit(`'${sheet.name}'!${letters(position)}${labels}`, drift.label);
      host.edit(`'${sheet.name}'!${letters(position)}${labels + 2}`, `${drift.label}的值`);
      mine.columns.push({ on: drift.on, label: drift.label });
      return;
    }
    case 'ownRule': {
      const area = { sheetId: sheet.id, row: 3, column: 1, rows: 10, columns: 1 };
      const looks = { fontColor: null, bold: true, italic: null, underline: null, strikethrough: null };
      sheet.conditionalFormats.push({
        areas: [area],
        criteria: 'CUSTOM_FORMULA',
        values: ['=$B3="x"'],
        background: drift.ground,
        ...looks,
      });
      mine.rules.push({ on: drift.on, ground: drift.ground });
    }
  }
}

function hasKeys(sheet: SheetModel, on: Table): boolean {
  return (sheet.cells[0] ?? []).some((cell) => String(cell) in tableOf(on).columns);
}

/** Two columns change places with all they carry, as dragging one does; rules of the sheet stay where they are. */
function swap(sheet: SheetModel, a: number, b: number): void {
  for (const line of sheet.cells) {
    if (line === undefined) continue;
    while (line.length < Math.max(a, b)) line.push(null);
    [line[a - 1], line[b - 1]] = [line[b - 1] ?? null, line[a - 1] ?? null];
  }
  for (const map of [sheet.styles, sheet.validations, sheet.columnWidths] as Map<number, unknown>[]) {
    const [one, two] = [map.get(a), map.get(b)];
    for (const [column, value] of [
      [a, two],
      [b, one],
    ] as const)
      value === undefined ? map.delete(column) : map.set(column, value);
  }
}

/** What must be as shipped, by key: number format, rule, format rules. */
function structured(sheet: SheetModel, key: TableKey): unknown {
  const columns = Object.keys(tableOf(key).columns).map((name) => {
    const position = (sheet.cells[0] ?? []).indexOf(name) + 1;
    const rule = sheet.validations.get(position)?.at(90);
    // Where a list stands depends on where its sheet is now.
    const values = rule?.criteria === 'VALUE_IN_RANGE' || rule?.criteria === 'CUSTOM_FORMULA' ? null : (rule?.values ?? null);
    return [name, rule?.criteria ?? null, values, sheet.styles.get(position)?.at(90)?.numberFormat ?? 'General'];
  });
  // One protection covers neighbours, so which columns are closed counts, not by how many.
  const closed = Object.keys(tableOf(key).columns).filter((name) => {
    const position = (sheet.cells[0] ?? []).indexOf(name) + 1;
    return sheet.protections.some(
      ({ area }) => area !== null && area.row === 3 && area.column <= position && position < area.column + area.columns,
    );
  });
  const tags = new Set(sheet.protections.map(({ description }) => description.split(':').slice(0, 3).join(':')));
  return { columns, formats: markersOf(sheet), closed, tags: [...tags].sort() };
}

function allThere(mine: Mine): void {
  for (const [key, shipped] of remembered) expect([key, structured(sheetOf(host, key), key)]).toEqual([key, shipped]);
  for (const { on, label } of mine.columns) {
    const { cells } = sheetOf(host, on);
    const position = (cells[1] ?? []).indexOf(label);
    expect([label, cells[3]?.[position]]).toEqual([label, `${label}的值`]);
    expect(String(cells[0]?.[position])).toMatch(/^u_\d+$/);
  }
  for (const { on, ground } of mine.rules) {
    const theirs = sheetOf(host, on).conditionalFormats.filter(({ values }) => !String(values[0]).includes('"cp:'));
    expect(theirs.map(({ background }) => background)).toContain(ground);
  }
  for (const name of mine.sheets) expect(host.shown(name)[1]?.[1]).toBe('我的');
}

test('after a repair the plan is empty, ours restored, theirs untouched', () => {
  fc.assert(
    fc.property(fc.array(anyDrift, { minLength: 1, maxLength: 8 }), (drifts) => {
      host.restore(saved);
      host.edit(at(host, 'customers', 'name', 3), '张伟');
      const mine: Mine = { columns: [], rules: [], sheets: [] };
      for (const drift of drifts) carryOut(drift, mine);
      apply(host);
      expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
      allThere(mine);
    }),
    { seed: 20260311, numRuns: 60 },
  );
});

test.each<[SheetKey, string]>([
  ['customers', 'tier'],
  ['orders', 'status'],
])('%s: the order of columns is the user’s', (key, name) => {
  host.restore(saved);
  const sheet = sheetOf(host, key);
  swap(sheet, columnOf(host, key, name), 2);
  apply(host);
  expect(columnOf(host, key, name)).toBe(2);
  expect(plan(host).operations).toBe(0);
});
