// Custom fields: what an admin made of the spare columns of Customers, and how that is written down in one setting.
import { custom } from '../../template/customers/facts';
import type {
  ColumnTemplate,
  CustomField,
  CustomFields,
  EnumTemplate,
  FieldKind,
  KindTemplate,
  TableTemplate,
  WorkbookTemplate,
} from '../../template/types';

/** The setting that says what the spare columns hold. */
export const FIELDS_SETTING = 'custom.fields';

/** Keys of the spare columns, in order. */
export const slots: readonly string[] = Object.keys(custom);

/** A tick is a choice of two words here: tick boxes exist only in rows that have an id, and these rows are typed into. */
const KINDS: { readonly [K in FieldKind]: (slot: string) => KindTemplate } = {
  text: () => ({ kind: 'text', max: 1000 }),
  number: () => ({ kind: 'number' }),
  date: () => ({ kind: 'date' }),
  enum: (slot) => ({ kind: 'enum', enum: slot }),
  flag: (slot) => ({ kind: 'enum', enum: slot }),
  tags: () => ({ kind: 'tags' }),
  url: () => ({ kind: 'url' }),
};

export const fieldKinds = Object.keys(KINDS) as FieldKind[];

/** The two options of a flag. */
const YES_NO: EnumTemplate['options'] = [
  { id: 'yes', label: { 'zh-CN': '是', en: 'Yes' }, aliases: ['有', '对', '√', 'y', 'true', '1'] },
  { id: 'no', label: { 'zh-CN': '否', en: 'No' }, aliases: ['无', '没有', '×', 'n', 'false', '0'] },
];

/** Longest label of a field, and what parts one field from the next in the setting. */
export const LABEL_MAX = 30;
const MARKS = /[;|=]/;

/** Whether a text can be a field's label: it must be told apart from what stands around it in the setting. */
export function isFieldLabel(text: string): boolean {
  return text.trim() !== '' && text.length <= LABEL_MAX && !MARKS.test(text);
}

/** The fields as the setting's text: `cf_1=number|员工数|Staff; cf_2=date|…|…|off`. */
export function fieldsText(fields: CustomFields): string {
  return slots
    .flatMap((slot) => {
      const field = fields[slot];
      if (field === undefined) return [];
      return [`${slot}=${[field.kind, field.label['zh-CN'], field.label.en, ...(field.off ? ['off'] : [])].join('|')}`];
    })
    .join('; ');
}

/**
 * Reads the setting's text.
 * @param before what was in force: a field whose text cannot be read stays as it was
 */
export function readFields(text: string, before: CustomFields = {}): CustomFields {
  const fields: Record<string, CustomField> = {};
  for (const part of text.split(';')) {
    const [slot = '', kind = '', zh = '', en = '', off] = part.split(/[=|]/).map((piece) => piece.trim());
    if (!slots.includes(slot)) continue;
    const last = before[slot];
    const readable = fieldKinds.some((known) => known === kind) && (zh !== '' || en !== '');
    const label = { 'zh-CN': zh || en, en: en || zh };
    if (readable) fields[slot] = { kind: kind as FieldKind, label, ...(off === 'off' && { off: true }) };
    else if (last !== undefined) fields[slot] = last;
  }
  return fields;
}

/** The column a spare one is while it has a field; the column itself without. */
export function fieldColumn(column: ColumnTemplate, slot: string, field: CustomField | undefined): ColumnTemplate {
  if (field === undefined) return column;
  const { width, band, editor } = column;
  const shown = field.off ? {} : ({ shown: 'all' } as const);
  return { width, ...(band !== undefined && { band }), editor, ...shown, label: field.label, ...KINDS[field.kind](slot) };
}

/** Lists of the fields that are chosen from, by slot; what people put into them stands in the Options sheet. */
export function fieldLists(fields: CustomFields): Record<string, EnumTemplate> {
  const lists: Record<string, EnumTemplate> = {};
  for (const [slot, { kind, label }] of Object.entries(fields)) {
    if (KINDS[kind](slot).kind === 'enum') lists[slot] = { label, options: kind === 'flag' ? YES_NO : [], open: true };
  }
  return lists;
}

/** The template with the fields in the place of the spare columns. */
export function withFields(template: WorkbookTemplate, fields: CustomFields): WorkbookTemplate {
  const customers = template.sheets['customers'];
  if (Object.keys(fields).length === 0 || customers?.shape !== 'table') return template;
  const columns = Object.fromEntries(
    Object.entries(customers.columns).map(([key, column]) => [key, fieldColumn(column, key, fields[key])]),
  );
  const table: TableTemplate = { ...customers, columns };
  return { ...template, enums: { ...template.enums, ...fieldLists(fields) }, sheets: { ...template.sheets, customers: table } };
}
