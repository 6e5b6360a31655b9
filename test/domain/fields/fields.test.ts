// Custom fields as text and back, and names of options that may be taken.
import fc from 'fast-check';
import {
  fieldKinds,
  fieldsText,
  isFieldLabel,
  LABEL_MAX,
  readFields,
  slots,
  withFields,
} from '../../../src/domain/fields/fields';
import { clashIn, columnsOf, editableLists, newOptionId } from '../../../src/domain/fields/options';
import { columnInForce, isInUse } from '../../../src/domain/kinds/index';
import { tableOf, workbook } from '../../../src/template/index';
import type { CustomField, CustomFields, EnumTemplate } from '../../../src/template/types';

const label = fc
  .string({ minLength: 1, maxLength: LABEL_MAX, unit: 'grapheme' })
  .map((text) => text.trim())
  .filter(isFieldLabel);
const field = fc
  .record({ kind: fc.constantFrom(...fieldKinds), zh: label, en: label, off: fc.boolean() })
  .map(({ kind, zh, en, off }): CustomField => ({ kind, label: { 'zh-CN': zh, en }, ...(off && { off: true }) }));
const fields = fc.dictionary(fc.constantFrom(...slots), field, { noNullPrototype: true });

test('what is written of any fields is read again as it was', () => {
  fc.assert(
    fc.property(fields, (some) => {
      expect(readFields(fieldsText(some))).toEqual(some);
    }),
    { seed: 20260311 },
  );
});

test('any text is read without harm, and what it does not say readably stays as it was', () => {
  fc.assert(
    fc.property(fc.string(), fields, (text, before) => {
      for (const [slot, read] of Object.entries(readFields(text, before))) {
        expect(slots).toContain(slot);
        expect(fieldKinds).toContain(read.kind);
      }
    }),
    { seed: 20260311 },
  );
  const before: CustomFields = { cf_2: { kind: 'date', label: { 'zh-CN': '到期', en: 'Expires' } } };
  expect(readFields('cf_2=datum|到期|Expires', before)).toEqual(before);
  expect(readFields('', before)).toEqual({});
  expect(readFields('cf_2=text|到期|', before)).toEqual({ cf_2: { kind: 'text', label: { 'zh-CN': '到期', en: '到期' } } });
});

test('a spare column is what its field says, wherever it is asked', () => {
  const column = tableOf('customers').columns['cf_3'];
  if (column === undefined) throw new Error('no cf_3');
  const some: CustomFields = { cf_3: { kind: 'enum', label: { 'zh-CN': '车型', en: 'Car' } } };
  expect(columnInForce(column, {})).toMatchObject({ kind: 'text', max: 1000 });
  expect(columnInForce(column, { fields: some })).toMatchObject({ kind: 'enum', enum: 'cf_3', shown: 'all' });
  expect([isInUse(column, {}), isInUse(column, { fields: some })]).toEqual([false, true]);
  const whole = withFields(workbook, some);
  expect(whole.enums['cf_3']?.label.en).toBe('Car');
  expect(withFields(workbook, {})).toBe(workbook);
  expect(columnsOf('cf_3', some)).toEqual([{ sheet: 'customers', column: 'cf_3' }]);
  expect(editableLists(some, whole.enums)).toContain('cf_3');
});

const list: EnumTemplate = {
  label: { 'zh-CN': '单', en: 'List' },
  options: [
    { id: 'own', label: { 'zh-CN': '甲', en: 'Alpha' }, aliases: ['VIP'] },
    { id: 'beta', label: { 'zh-CN': '乙', en: 'Beta' } },
  ],
};

test.each<[string, string | null, string, string, string[], string | null]>([
  ['a label of another option', null, '乙', 'New', [], 'beta'],
  ['its alias, in another case and width', null, '新', 'ｖｉｐ', [], 'own'],
  ['an alias that is another’s label', null, '新', 'New', ['alpha'], 'own'],
  ['one’s own names', 'own', '甲', 'Alpha', ['VIP'], null],
  ['new ones', null, '新', 'New', ['Neu'], null],
])('%s', (_title, id, zh, en, aliases, other) => {
  expect(clashIn(list, id, { 'zh-CN': zh, en }, aliases)?.other.id ?? null).toBe(other);
});

test('ids come from the English name, stay apart and hold letters that files can carry', () => {
  const id = (en: string) => newOptionId(list, { 'zh-CN': '新', en });
  expect([id('Space travel!'), id('Beta'), id('航天')]).toEqual(['space_travel', 'beta_2', 'own_2']);
});

test('lists a setting is chosen from are nobody’s to rename', () => {
  const lists = editableLists({}, workbook.enums);
  expect(lists).toEqual(expect.arrayContaining(['tier', 'industry', 'source', 'interaction_type']));
  for (const list of ['language', 'preset', 'role', 'protection_level']) expect(lists).not.toContain(list);
});
