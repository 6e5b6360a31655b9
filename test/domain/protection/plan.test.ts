// Protection plans: who may edit which cell afterwards, and that only differences are touched.
import fc from 'fast-check';
import { blocksOf, ownerColumns } from '../../../src/domain/protection/blocks';
import {
  type Access,
  type CustomerSheet,
  type FoundRange,
  type FoundSheet,
  isSettled,
  type Member,
  OWNER_TAG,
  type ProtectionPlan,
  planProtection,
  SHEET_TAG,
} from '../../../src/domain/protection/plan';
import { workbook } from '../../../src/template/index';
import type { TableTemplate } from '../../../src/template/types';

const template: TableTemplate = workbook.sheets.customers;
const KEYS = Object.keys(template.columns);
const positions = new Map(KEYS.map((key, i) => [key, i]));

const member = (name: string, role: string, rest: Partial<Member> = {}): Member => ({
  id: `U-${name}`,
  name,
  email: `${name}@example.com`,
  role,
  active: true,
  ...rest,
});
const TEAM = [
  member('boss', 'admin'),
  member('mia', 'manager'),
  member('ann', 'sales'),
  member('bob', 'sales'),
  member('eve', 'sales', { email: 'eve@example.invalid' }),
  member('old', 'sales', { active: false }),
  member('new', 'sales', { email: '' }),
];
const access: Access = {
  owner: 'boss@example.com',
  me: 'boss@example.com',
  editors: ['boss', 'mia', 'ann', 'bob', 'old'].map((name) => `${name}@example.com`),
};
const sheetOf = (owners: string[], rest: Partial<CustomerSheet> = {}): CustomerSheet => ({
  template,
  positions,
  firstRow: 3,
  owners,
  maxRows: 2 + owners.length + 200,
  maxColumns: KEYS.length + 4,
  ...rest,
});

interface Found {
  sheet: FoundSheet | null;
  ranges: FoundRange[];
}
const NOTHING: Found = { sheet: null, ranges: [] };

/** What the sheet holds after the plan; the applier stays an editor, as Google has it. */
function applied(plan: ProtectionPlan, before: Found): Found {
  const made: (FoundRange | null)[] = [...before.ranges];
  for (const i of plan.remove) made[i] = null;
  for (const { range, reuse } of plan.changes) {
    const { tag, ...rect } = range;
    const next = { ...rect, description: tag, editors: [...range.editors, access.me] };
    if (reuse === null) made.push(next);
    else made[reuse] = next;
  }
  const sheet = plan.sheet
    ? {
        description: SHEET_TAG,
        editors: [...plan.sheet.editors, access.me],
        open: plan.sheet.open.map(({ row, column, rows, columns }) => ({ row, column, rows, columns })),
      }
    : before.sheet;
  return { sheet, ranges: made.filter((range) => range !== null) };
}

/** Google's rule: the owner of the file always may; protections that overlap intersect. */
function mayEdit(email: string, row: number, column: number, found: Found): boolean {
  if (email === access.owner) return true;
  const inside = (r: { row: number; column: number; rows: number; columns: number }) =>
    row >= r.row && row < r.row + r.rows && column >= r.column && column < r.column + r.columns;
  const { sheet } = found;
  const bySheet = sheet === null || sheet.editors.includes(email) || sheet.open.some(inside);
  return bySheet && found.ranges.filter(inside).every((range) => range.editors.includes(email));
}

const anyOwners = fc.array(fc.constantFrom('ann', 'bob', 'mia', 'eve', 'old', 'new', 'stranger', ''), { maxLength: 30 });

test('afterwards every cell is open to whom it should be, and to nobody else', () => {
  fc.assert(
    fc.property(anyOwners, anyOwners, (owners, earlier) => {
      const before = applied(planProtection(sheetOf(earlier), TEAM, access, NOTHING), NOTHING);
      const sheet = sheetOf(owners);
      const after = applied(planProtection(sheet, TEAM, access, before), before);
      for (let row = 3; row <= sheet.maxRows; row += row < owners.length + 6 ? 1 : 97) {
        for (const key of [
          'customer_id',
          'name',
          'other_im',
          'owner',
          'claim',
          'recycle_on',
          'quick',
          'remark',
          'updated_by',
          'is_sample',
        ]) {
          for (const { name, email } of TEAM.filter((person) => access.editors.includes(person.email))) {
            const owner = owners[row - 3];
            const own = ['name', 'other_im', 'quick', 'remark', 'updated_by'].includes(key) && owner === name && name !== 'old';
            const wanted = owner === undefined || key === 'claim' || own || name === 'boss' || name === 'mia';
            expect([row, key, name, mayEdit(email, row, (positions.get(key) ?? 0) + 1, after)]).toEqual([row, key, name, wanted]);
          }
        }
      }
    }),
    { seed: 20260101, numRuns: 60 },
  );
});

test('a second plan is empty, and a plan after a change touches only what changed', () => {
  fc.assert(
    fc.property(anyOwners, anyOwners, (owners, earlier) => {
      const before = applied(planProtection(sheetOf(earlier), TEAM, access, NOTHING), NOTHING);
      const plan = planProtection(sheetOf(owners), TEAM, access, before);
      const after = applied(plan, before);
      expect(isSettled(planProtection(sheetOf(owners), TEAM, access, after))).toBe(true);
      expect(plan.keep + plan.changes.length).toBe(plan.wanted);
      expect(after.ranges).toHaveLength(plan.wanted);
      if (owners.join() === earlier.join()) expect(isSettled(plan)).toBe(true);
    }),
    { seed: 20260101, numRuns: 200 },
  );
});

test('two rectangles a block: name to other accounts, quick action to updated by', () => {
  expect(ownerColumns(template, positions).map(({ column, columns }) => [KEYS[column - 1], KEYS[column + columns - 2]])).toEqual([
    ['name', 'other_im'],
    ['quick', 'updated_by'],
  ]);
  const plan = planProtection(sheetOf(['ann', 'ann', 'bob', '']), TEAM, access, NOTHING);
  expect(plan.changes.map(({ range }) => [range.tag, range.row, range.rows, range.editors.join(' ')])).toEqual([
    [`${OWNER_TAG}U-ann`, 3, 2, 'ann@example.com mia@example.com'],
    [`${OWNER_TAG}U-ann`, 3, 2, 'ann@example.com mia@example.com'],
    [`${OWNER_TAG}U-bob`, 5, 1, 'bob@example.com mia@example.com'],
    [`${OWNER_TAG}U-bob`, 5, 1, 'bob@example.com mia@example.com'],
  ]);
});

test('a column moved or added makes more rectangles, and the added one is the owner’s', () => {
  const moved = KEYS.filter((key) => key !== 'owner');
  moved.splice(moved.indexOf('remark'), 0, 'owner');
  moved.splice(2, 0, 'u_nickname');
  const runs = ownerColumns(template, new Map(moved.map((key, i) => [key, i])));
  expect(runs).toHaveLength(3);
  expect(runs[0]).toEqual({ column: 2, columns: moved.indexOf('other_im') });
});

test('blocks are runs of one owner; the pool parts them', () => {
  expect(blocksOf(['a', 'a', '', 'a', 'b', 'b'], 3)).toEqual([
    { owner: 'a', row: 3, rows: 2 },
    { owner: 'a', row: 6, rows: 1 },
    { owner: 'b', row: 7, rows: 2 },
  ]);
});

test('whoever cannot get a block is named with the number of customers and the reason', () => {
  const owners = ['eve', 'eve', 'old', 'new', 'stranger', 'ann'];
  expect(planProtection(sheetOf(owners), TEAM, access, NOTHING).notes).toEqual([
    { code: 'protection.noAccess', args: { name: 'eve', email: 'eve@example.invalid', n: 2 } },
    { code: 'protection.inactive', args: { name: 'old', n: 1 } },
    { code: 'protection.noEmail', args: { name: 'new', n: 1 } },
    { code: 'protection.unknownOwner', args: { name: 'stranger', n: 1 } },
  ]);
});

test('more than 200 ranges: nothing is planned but a sort', () => {
  const scattered = Array.from({ length: 101 }, (_, i) => (i % 2 === 0 ? 'ann' : 'bob'));
  const plan = planProtection(sheetOf(scattered), TEAM, access, NOTHING);
  expect(plan).toMatchObject({ wanted: 202, sortFirst: true, changes: [], remove: [], sheet: null });
  expect(planProtection(sheetOf([...scattered].sort()), TEAM, access, NOTHING).sortFirst).toBe(false);
  expect(planProtection(sheetOf(scattered.slice(1)), TEAM, access, NOTHING).sortFirst).toBe(false);
});

test('what is not ours is left alone', () => {
  const foreign: FoundRange = { row: 3, column: 2, rows: 1, columns: 1, description: 'my own', editors: [] };
  const ours: FoundRange = { row: 9, column: 2, rows: 1, columns: 1, description: `${OWNER_TAG}U-gone`, editors: [] };
  const plan = planProtection(sheetOf(['ann']), TEAM, access, { sheet: null, ranges: [foreign, ours] });
  expect(plan.remove).toEqual([1]);
  expect(plan.changes.every(({ reuse }) => reuse === null)).toBe(true);
  const whole: FoundSheet = { description: 'locked by me', editors: [], open: [] };
  const refused = planProtection(sheetOf(['ann']), TEAM, access, { sheet: whole, ranges: [ours] });
  expect(refused).toMatchObject({ changes: [], remove: [], sheet: null, wanted: 2 });
  expect(refused.notes).toContainEqual({ code: 'protection.foreign' });
});

test('a nameless range on a wanted place was left by a killed run and is taken over', () => {
  const [first] = planProtection(sheetOf(['ann']), TEAM, access, NOTHING).changes;
  if (first === undefined) throw new Error('nothing planned');
  const { row, column, rows, columns } = first.range;
  const nameless: FoundRange = { row, column, rows, columns, description: '', editors: access.editors };
  const plan = planProtection(sheetOf(['ann']), TEAM, access, { sheet: null, ranges: [nameless] });
  expect(plan.changes.map(({ reuse }) => reuse)).toEqual([0, null]);
});

test('rows that move take their range along instead of making a new one', () => {
  const before = applied(planProtection(sheetOf(['ann', 'ann', 'bob']), TEAM, access, NOTHING), NOTHING);
  const plan = planProtection(sheetOf(['ann', 'ann', 'ann', 'bob']), TEAM, access, before);
  expect(plan.changes).toHaveLength(4);
  expect(plan.changes.every(({ reuse }) => reuse !== null)).toBe(true);
  expect(plan.remove).toEqual([]);
});

test('whoever applies without owning the file is named', () => {
  const plan = planProtection(sheetOf(['ann']), TEAM, { ...access, me: 'mia@example.com' }, NOTHING);
  expect(plan.notes).toContainEqual({ code: 'protection.notOwner', args: { account: 'mia@example.com' } });
});
