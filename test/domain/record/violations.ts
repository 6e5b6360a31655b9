// Breaks every rule the template declares, one at a time: what is broken is read from the declaration, never listed by hand.
import { addDays } from '../../../src/domain/days';
import type { KindContext } from '../../../src/domain/kinds/index';
import type { MessageCode } from '../../../src/i18n/index';
import { regionRows, type TableKey, tableOf, workbook } from '../../../src/template/index';
import type { Cell, ColumnTemplate, Condition, KindTemplate, TableTemplate } from '../../../src/template/types';

export const context: KindContext = {
  locale: 'zh-CN',
  today: '2026-03-11',
  homeRegion: 'CN',
  enums: workbook.enums,
  regions: regionRows,
  setting: (key) => ({ 'quality.amount_min': 1, 'quality.amount_max': 1000 })[key] ?? null,
  lookup: (_sheet, text) => (text === '没有这个人' ? null : text),
};

export interface Violation {
  readonly table: TableKey;
  /** Null: the row as a whole. */
  readonly column: string | null;
  /** Which declaration is broken. */
  readonly rule: string;
  /** Cells as typed; what is not named is empty. */
  readonly row: Readonly<Record<string, Cell>>;
  readonly code: MessageCode;
}

/** A value each kind refuses whatever the column declares. `null`: the kind takes any text. */
const UNREADABLE: Readonly<Record<KindTemplate['kind'], readonly [string, MessageCode] | null>> = {
  text: null,
  custom: null,
  tags: null,
  id: ['12', 'kind.id.form'],
  phone: ['1.38E+10', 'kind.phone.scientific'],
  email: ['a@b', 'kind.email.noSuffix'],
  date: ['2026-02-30', 'kind.date.noSuchDay'],
  birthday: ['19993219', 'kind.date.noSuchDay'],
  enum: ['没有这一项', 'kind.enum.unknown'],
  number: ['三斤', 'kind.number.form'],
  money: ['三斤', 'kind.number.form'],
  ref: ['没有这个人', 'kind.ref.unknown'],
  place: null,
  code: ['Atlantis', 'kind.code.country'],
  flag: ['也许', 'kind.flag.form'],
  url: ['ftp://example.com', 'kind.url.form'],
  uscc: ['91350100M000100Y44', 'kind.uscc.check'],
  stamp: ['昨天', 'kind.stamp.form'],
  instant: ['昨天', 'kind.instant.form'],
};

/** Declared properties that limit what a row may hold, each with the row that breaks it. */
const BREAKS: Readonly<Record<string, (key: string, column: ColumnTemplate, template: TableTemplate) => Broken | null>> = {
  kind: (key, { kind, ...column }) => {
    const [text, code] = UNREADABLE[kind] ?? [];
    if (text === undefined || code === undefined) return null;
    const list = 'list' in column ? column.list : null;
    return { row: { [key]: text }, code: list === 'currency' ? 'kind.code.currency' : code };
  },
  max: (key, column) => {
    if (column.kind === 'text' || column.kind === 'custom')
      return { row: { [key]: '长'.repeat(column.max + 1) }, code: 'kind.text.tooLong' };
    return { row: { [key]: Number('max' in column ? column.max : 0) + 1 }, code: 'kind.number.max' };
  },
  min: (key, column) => {
    if (column.kind === 'text') return { row: { [key]: 'x'.repeat((column.min ?? 1) - 1) }, code: 'kind.text.tooShort' };
    return { row: { [key]: Number('min' in column ? column.min : 0) - 1 }, code: 'kind.number.min' };
  },
  form: (key) => ({ row: { [key]: '25:00' }, code: 'kind.text.time' }),
  integer: (key) => ({ row: { [key]: '1.5' }, code: 'kind.number.integer' }),
  notAfterToday: (key) => ({ row: { [key]: addDays(context.today, 1) }, code: 'kind.date.future' }),
  notBefore: (key, column) => {
    const other = 'notBefore' in column ? (column.notBefore ?? '') : '';
    return { row: { [key]: '2026-01-04', [other]: '2026-01-05' }, code: 'kind.date.before' };
  },
  level: (key, column) => ({
    row: { [key]: '桃花源' },
    code: 'level' in column ? 'kind.place.unknown' : 'kind.place.mismatch',
  }),
  within: (key, column) => {
    if (column.kind === 'money') return { row: { [key]: 1001 }, code: 'kind.number.max' };
    return { row: { [key]: '深圳市', province: '江苏省' }, code: 'kind.place.mismatch' };
  },
  currency: (key, column) => {
    const beside = 'currency' in column ? (column.currency ?? '') : '';
    return { row: { [key]: '12美元', [beside]: 'CNY' }, code: 'record.otherCurrency' };
  },
  required: (_key, { kind }) => (kind === 'flag' ? null : { row: {}, code: 'record.missing' }),
  requiredIf: (_key, { requiredIf }, template) => ({
    row: requiredIf === undefined ? {} : meeting(template, requiredIf),
    code: 'record.missingIf',
  }),
  wantedIf: (_key, { wantedIf = [] }, template) => ({
    row: Object.assign({}, ...wantedIf.map((condition) => meeting(template, condition))) as Broken['row'],
    code: 'record.wanted',
  }),
  unique: (key, column) => ({ row: { [key]: unlike(column) }, code: 'record.taken' }),
  uniqueWith: (key, column) => ({ row: { [key]: unlike(column) }, code: 'record.takenWith' }),
  oneFor: (key, column) => ({ row: { [key]: unlike(column), [column.oneFor ?? '']: 'C-000001' }, code: 'record.oneFor' }),
};

type Broken = Pick<Violation, 'row' | 'code'>;

/** Declared properties that say how a column looks, what it is called or who fills it; they refuse nothing. */
const HARMLESS = [
  ...['label', 'help', 'width', 'band', 'shown', 'aliases', 'editor', 'kept', 'line', 'prefix', 'enum', 'list', 'slot'],
  ...['percent', 'sheet', 'holds', 'also'],
];

/** A value of the kind nothing is wrong with. */
function unlike({ kind }: ColumnTemplate): string {
  const good: Partial<Record<KindTemplate['kind'], string>> = {
    phone: '+8613800138000',
    email: 'chen@example.com',
    uscc: '91350100M000100Y43',
  };
  return good[kind] ?? 'A-10001';
}

function meeting(template: TableTemplate, { column, options, except = [] }: Condition): Broken['row'] {
  const declared = template.columns[column];
  const list = declared !== undefined && 'enum' in declared ? workbook.enums[declared.enum as keyof typeof workbook.enums] : null;
  const option = list?.options.find(({ id }) => options?.includes(id) ?? !except.includes(id));
  return { [column]: option?.label[context.locale] ?? '谁' };
}

/** Tables people fill. */
const tables = (Object.keys(workbook.sheets) as TableKey[]).filter(
  (key) => workbook.sheets[key].shape === 'table' && Object.values(tableOf(key).columns).some(({ kept }) => kept !== 'script'),
);

export const violations: readonly Violation[] = tables.flatMap((table) => {
  const template = tableOf(table);
  const byColumn = Object.entries(template.columns).flatMap(([key, column]) =>
    column.kept === 'script'
      ? []
      : Object.entries(BREAKS).flatMap(([rule, breaks]) => {
          const broken = rule in column ? breaks(key, column, template) : null;
          return broken === null ? [] : [{ table, column: key, rule, ...broken }];
        }),
  );
  const one: Broken['code'] = 'record.oneOf';
  return [
    ...byColumn,
    ...(template.oneOf ?? []).map(() => ({ table, column: null, rule: 'oneOf', row: {}, code: one })),
    ...(template.oneOfIf ?? []).map(({ when }) => ({
      ...{ table, column: null, rule: 'oneOfIf', code: one },
      row: meeting(template, when),
    })),
  ];
});

/** Every property declared on a column people fill. */
export const declaredProperties = new Set(
  tables.flatMap((table) =>
    Object.values(tableOf(table).columns).flatMap((column) => (column.kept === 'script' ? [] : Object.keys(column))),
  ),
);

export const known = new Set([...Object.keys(BREAKS), ...HARMLESS]);
