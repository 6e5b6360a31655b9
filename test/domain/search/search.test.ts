// Laws of the search: the order of words, case, width and script do not matter, and what is marked is what was meant.
import fc from 'fast-check';
import { folded, partFinder } from '../../../src/domain/search/fold';
import type { SearchTable } from '../../../src/domain/search/match';
import { findCustomers } from '../../../src/domain/search/search';
import { readWords } from '../../../src/domain/search/words';
import { enums, regionRows } from '../../../src/template/index';

const seed = 20261122;
const DAY = { today: '2026-03-11', me: '李雷', invalid: new Set(['无效']) };
const VOCABULARY = { locale: 'zh-CN', enums, regions: regionRows, people: ['李雷', '韩梅'] } as const;

type Customer = Readonly<Record<string, string>>;

function tableOf(customers: readonly Customer[]): SearchTable {
  return { rows: customers.length, own: [], column: (key) => (row) => customers[row]?.[key] ?? '' };
}

function found(customers: readonly Customer[], text: string): string[] {
  const table = tableOf(customers);
  return findCustomers(table, readWords(text, VOCABULARY), DAY).map(({ row }) => customers[row]?.['customer_id'] ?? '');
}

const name = fc
  .array(fc.constantFrom(...'王李张刘陈单曾吕伟芳敏静丽强磊明AB'), { minLength: 1, maxLength: 4 })
  .map((chars) => chars.join(''));
const customer = fc.record({
  name,
  company: fc.tuple(name, fc.constantFrom('科技', '贸易', 'Foods')).map((parts) => parts.join('')),
  mobile: fc.integer({ min: 0, max: 9_999 }).map((n) => `+861380000${String(n).padStart(4, '0')}`),
  owner: fc.constantFrom('李雷', '韩梅', ''),
  tier: fc.constantFrom('重要', '普通', '潜在'),
  next_follow_up: fc.constantFrom('', '2026-03-01', '2026-03-11', '2026-04-01'),
});
const customers = fc
  .array(customer, { maxLength: 12 })
  .map((list) => list.map((one, i): Customer => ({ ...one, customer_id: `C-${String(i + 1).padStart(6, '0')}` })));
const word = fc.oneof(
  fc.constantFrom('zw', 'li', 'kj', '科技', '贸易', '1380', '000', '重要', '逾期', '公海', '我的', '李雷', 'foods', 'A'),
  name,
);
const words = fc.array(word, { minLength: 1, maxLength: 3 });

test('the order of words does not matter', () => {
  fc.assert(
    fc.property(customers, words, (list, typed) => {
      expect(found(list, [...typed].reverse().join(' ')).sort()).toEqual(found(list, typed.join(' ')).sort());
    }),
    { seed, numRuns: 400 },
  );
});

test('more words find fewer, and all of them are among those of each word', () => {
  fc.assert(
    fc.property(customers, words, (list, typed) => {
      const all = found(list, typed.join(' '));
      for (const one of typed) expect(found(list, one)).toEqual(expect.arrayContaining(all));
    }),
    { seed, numRuns: 400 },
  );
});

test('the best stand in the same order, however few of them are asked for', () => {
  fc.assert(
    fc.property(customers, words, fc.nat({ max: 12 }), (list, typed, shown) => {
      const rowsOf = (few?: number) => {
        const terms = readWords(typed.join(' '), VOCABULARY);
        return findCustomers(tableOf(list), terms, DAY, few).map(({ row }) => row);
      };
      expect(rowsOf(shown).slice(0, shown)).toEqual(rowsOf().slice(0, shown));
      expect([...rowsOf(shown)].sort()).toEqual([...rowsOf()].sort());
    }),
    { seed, numRuns: 400 },
  );
});

test('case, width and script of what is typed do not matter', () => {
  const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const traditional = (text: string) =>
    [...text].map((char) => ({ 张: '張', 刘: '劉', 陈: '陳', 单: '單', 丽: '麗' })[char] ?? char).join('');
  fc.assert(
    fc.property(customers, name, (list, typed) => {
      const expected = found(list, typed);
      for (const other of [typed.toLowerCase(), wide(typed), traditional(typed)]) expect(found(list, other)).toEqual(expected);
      const written = list.map((one) => ({
        ...one,
        name: traditional(one['name'] ?? ''),
        company: traditional(one['company'] ?? ''),
      }));
      expect(found(written, typed).sort()).toEqual([...expected].sort());
    }),
    { seed, numRuns: 300 },
  );
});

test('every part of a name finds it, and the mark is that part', () => {
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(), (whole, a, b) => {
      const from = a % whole.length;
      const to = from + 1 + (b % (whole.length - from));
      const list = [{ customer_id: 'C-000001', name: whole }];
      const [first] = findCustomers(tableOf(list), readWords(whole.slice(from, to), VOCABULARY), DAY);
      const match = first?.matches[0];
      expect(match?.key).toBe('name');
      const span = match?.span ?? [0, 0];
      expect(match?.way === 'pinyin' || folded(whole.slice(span[0], span[1])) === folded(whole.slice(from, to))).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});

test('folding keeps every character in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(text)).toHaveLength(text.length);
      expect(folded(folded(text))).toBe(folded(text));
    }),
    { seed, numRuns: 1000 },
  );
});

test('every character there is meets what it is folded to, and only that', () => {
  const chars = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const changed = chars.filter((char) => folded(char) !== char && /^[\x20-\x7E\u4E00-\u9FFF]$/.test(folded(char)));
  expect(changed.filter((char) => partFinder(folded(char))(char) !== 0)).toEqual([]);
  for (const part of [' ', 'k', 'i', ']', '\\', '^', '张', '台']) {
    const find = partFinder(part);
    expect(chars.filter((char) => find(char) === 0)).toEqual(chars.filter((char) => folded(char) === part));
  }
});

test('a part is where it stands in the folded text', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...'aAＡkK\u212A 　.張张İß\ud800'), fc.string({ unit: 'binary', maxLength: 2 })))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), text, (whole, a, b, strange) => {
      const from = a % (whole.length + 1);
      for (const part of [folded(whole).slice(from, from + 1 + (b % 4)), folded(strange)])
        expect(partFinder(part)(whole)).toBe(folded(whole).indexOf(part));
    }),
    { seed, numRuns: 2_000 },
  );
});

test('whatever is typed, a search answers', () => {
  const list = [{ customer_id: 'C-000001', name: '张伟', mobile: '+8613800002468', company: '上海启明科技' }];
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\ud800',
      '(',
      '[a',
      '\\',
      '%',
      '$&',
      '=1+1',
      '<b>',
      'İ',
      'ß',
      'constructor',
      '__proto__',
      '张'.repeat(50_000),
    ),
  );
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), (parts) => {
      for (const { matches } of findCustomers(tableOf(list), readWords(parts.join(' '), VOCABULARY), DAY)) {
        for (const { key, span } of matches) {
          const text: string = (list[0] as Customer)[key] ?? '';
          expect(span === null || (span[0] >= 0 && span[0] < span[1] && span[1] <= text.length)).toBe(true);
        }
      }
    }),
    { seed, numRuns: 500 },
  );
});
