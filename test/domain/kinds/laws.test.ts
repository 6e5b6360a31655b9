import fc from 'fast-check';
import { kindOf } from '../../../src/domain/kinds/index';
import { messageCodes, say } from '../../../src/i18n/index';
import type { Cell, KindTemplate } from '../../../src/template/types';
import { column, context } from './context';

const seed = 20260101;

const templates: readonly KindTemplate[] = [
  { kind: 'text', max: 20 },
  { kind: 'text', max: 2000 },
  { kind: 'text', min: 6, max: 20 },
  { kind: 'id', prefix: 'C-' },
  { kind: 'phone', line: 'mobile' },
  { kind: 'phone', line: 'landline' },
  { kind: 'email' },
  { kind: 'date' },
  { kind: 'birthday' },
  { kind: 'enum', enum: 'tier' },
  { kind: 'number', min: 0, max: 120, integer: true },
  { kind: 'number', percent: true },
  { kind: 'money' },
  { kind: 'ref', sheet: 'users', holds: 'name' },
  { kind: 'place', level: 'province' },
  { kind: 'place', level: 'city', within: 'province' },
  { kind: 'code', list: 'country' },
  { kind: 'code', list: 'currency' },
  { kind: 'flag' },
  { kind: 'tags' },
  { kind: 'url' },
  { kind: 'uscc' },
  { kind: 'stamp' },
  { kind: 'instant' },
];

/** Cells as they come: near misses of every kind, and anything at all. */
const pieces = fc.constantFrom(
  ...[
    '138',
    '0013',
    '8000',
    '+86',
    '010',
    '-',
    '/',
    ' ',
    '转',
    '801',
    '@',
    'qq',
    '.com',
    '2024',
    '年',
    '3',
    '月',
    '5',
    '日',
    '闰',
    '农历',
  ],
  ...[
    '重要',
    'VIP',
    '广东',
    '深圳',
    '市',
    '￥',
    ',',
    '1.2',
    '万',
    'E+10',
    '%',
    'https://',
    'www.',
    '91350100M000100Y43',
    '；',
    '(',
    ')',
    '是',
  ],
  ...['\u200b', '\u3000', '\n', '=', "'", '\ud83d', '𠮷', 'é', '١'],
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe.each(templates)('%j', (template) => {
  const declared = column(template);
  const kind = kindOf(declared);

  test('whatever stands in a cell is read or refused with a sentence', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        const reading = kind.parse(raw, declared, context);
        if (reading.ok) {
          expect(say('en', { code: 'rpc.unknown', args: { name: kind.format(reading.value, declared, context) } })).not.toMatch(
            /undefined|NaN/,
          );
        } else {
          expect(messageCodes).toContain(reading.reason.code);
          expect(say('zh-CN', reading.reason)).not.toMatch(/[{}](?![^“]*”)/);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  test('a parsed value reads as itself, and so do the further ones', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        const reading = kind.parse(raw, declared, context);
        if (!reading.ok) return;
        const again = kind.parse(reading.value, declared, context);
        expect(again).toMatchObject({ ok: true, value: reading.value });
      }),
      { seed, numRuns: 400 },
    );
  });

  test('a suggestion can be taken', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        const reading = kind.parse(raw, declared, context);
        if (reading.ok || reading.suggestion === undefined) return;
        expect(kind.parse(reading.suggestion, declared, context).ok).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
  });

  test('looks are weighed between −1 and 1', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary', maxLength: 30 }), (text) => {
        const likeness = kind.likeness(text, declared, context);
        expect(likeness).toBeGreaterThanOrEqual(-1);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
      { seed, numRuns: 200 },
    );
  });
});

test.each(templates)('$kind reads nothing from what a broken formula shows, and a text about one stays a text', (template) => {
  for (const raw of ['#ERROR!', '#N/A', '#DIV/0!']) {
    expect(kindOf(column(template)).parse(raw, column(template), context)).toMatchObject({
      ok: false,
      reason: { code: 'kind.broken', args: { text: raw } },
    });
  }
  expect(kindOf(column({ kind: 'text', max: 20 })).parse('#N/A 是什么', column({ kind: 'text', max: 20 }), context).ok).toBe(
    true,
  );
});
