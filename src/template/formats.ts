// Conditional formats of tables: states first, in order of priority, then the colours of options. At most 28 a sheet.
import { type EnumKey, enums } from './enums';
import { statePaints } from './palette';
import type { ColumnTemplate, EnumTemplate, FormatTemplate } from './types';

type Columns = Readonly<Record<string, ColumnTemplate>>;

/**
 * How entries of the `issue` column are written: `邮箱 → 多了一个 @ · 手机 = C-000144`. Each begins with the label of its column as
 * it stands in row 2. Formats find a bad cell by these marks, which are the same in every language, so that whatever is coloured is
 * named and whatever is named is coloured. An entry about the whole row has neither mark.
 */
export const issueMarks = { between: ' · ', invalid: ' → ', duplicate: ' = ' } as const;

/** Cells whose column the row's `issue` names as invalid, or as equal to another record's. */
export function namedInIssue(columns: Columns, compared: readonly string[]): FormatTemplate[] {
  const typed = Object.keys(columns).filter((key) => columns[key]?.kept !== 'script');
  return [
    { key: 'invalid', on: typed, when: `AND({self}<>"";${named(issueMarks.invalid)})`, ...statePaints.invalid },
    { key: 'duplicate', on: compared, when: `AND({self}<>"";${named(issueMarks.duplicate)})`, ...statePaints.duplicate },
  ];
}

function named(mark: string): string {
  const { between } = issueMarks;
  return `ISNUMBER(SEARCH("${between}"&{head}&"${mark}";"${between}"&{issue}))`;
}

const active = '{owner}<>"";{sales_status}<>{option:sales_status.invalid}';

/**
 * Required cells left empty in a row that is a customer. Mobile stands for all ways of contact; the next date is missed only where
 * somebody owns an active customer. One rule, told apart by the column's key, because rules are few.
 */
export function missingCustomerFields(columns: Columns): FormatTemplate {
  const { on, ...rule } = missingIn(columns, 'customer_id');
  const contact = 'AND({key}="mobile";{phone}="";{email}="";{wechat}="")';
  const next = `AND({key}="next_follow_up";${active})`;
  const plain = 'AND({key}<>"mobile";{key}<>"next_follow_up")';
  return {
    ...rule,
    on: [...on, 'mobile', 'next_follow_up'],
    when: `AND({customer_id}<>"";{self}="";OR(${contact};${next};${plain}))`,
  };
}

/** Days on which something is due: past, today, within three days. Only for active customers somebody owns. */
export const dueFormats = [
  { key: 'overdue', on: ['next_follow_up'], when: `AND(ISNUMBER({self});{self}<TODAY();${active})`, ...statePaints.overdue },
  { key: 'today', on: ['next_follow_up'], when: `AND(ISNUMBER({self});{self}=TODAY();${active})`, ...statePaints.today },
  {
    key: 'soon',
    on: ['next_follow_up', 'recycle_on'],
    when: `AND(ISNUMBER({self});{self}>=TODAY();{self}<=TODAY()+3;${active})`,
    ...statePaints.soon,
  },
] as const satisfies readonly FormatTemplate[];

/** Required cells left empty, in a sheet whose rows are known by `id`. */
export function missingIn(columns: Columns, id: string): FormatTemplate {
  const on = Object.keys(columns).filter((key) => columns[key]?.required && columns[key].kept !== 'script');
  return { key: 'missing', on, when: `AND({${id}}<>"";{self}="")`, ...statePaints.missing };
}

/** A rule for each coloured option of the given enums, on every column that chooses from them. */
export function optionFormats(columns: Columns, of: readonly EnumKey[]): FormatTemplate[] {
  return of.flatMap((name) => {
    const on = Object.keys(columns).filter((key) => columns[key]?.kind === 'enum' && columns[key].enum === name);
    const { options }: EnumTemplate = enums[name];
    return options.flatMap(({ id, colour }) =>
      colour ? [{ key: `${name}.${id}`, on, when: `{self}={option:${name}.${id}}`, ...colour }] : [],
    );
  });
}
