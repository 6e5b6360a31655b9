// Judges a record by everything its template declares: the one place the sheet, the form, the import and the intake take their reasons from.
import type { Message } from '../../i18n/index';
import type { Cell, ColumnTemplate, Condition, TableTemplate } from '../../template/types';
import type { Issue } from '../issues';
import { optionOf } from '../kinds/enum';
import { type KindContext, kindOf, type Reading } from '../kinds/index';
import { typed } from '../kinds/reading';
import { excerpt } from '../text';

type Row = Readonly<Record<string, Cell>>;

/** What of a table is held against its records. */
export type Rules = Pick<TableTemplate, 'columns' | 'oneOf' | 'oneOfIf'>;

/** What is wrong with a record; a form saves it with warnings, and not with anything that blocks. */
export interface Finding extends Issue {
  readonly severity: 'block' | 'warn';
  /** Columns of which the row lacks one; only where it is about the whole row. */
  readonly of?: readonly string[];
}

/** Other records of the table, as far as declarations of uniqueness ask for them. */
export interface Others {
  /** Whether another record has this canonical value, and `same` in its columns; an empty cell is the same as none. */
  isTaken(column: string, value: Cell, same: Row): boolean;
  /** What other records with this value hold in another column, empty cells left out. */
  holdings(column: string, value: Cell, other: string): readonly Cell[];
}

export interface JudgeOptions {
  /** Judges these columns and all that depends on them; absent: the whole record. */
  readonly touched?: readonly string[] | undefined;
  /** What came of reading cells, by key, where the caller has read them: they are not read again. */
  readonly readings?: ReadonlyMap<string, Reading> | undefined;
  /** Without it nothing is said about uniqueness. */
  readonly others?: Others | undefined;
}

/**
 * What is wrong with a record, column by column in the template's order, what concerns the whole row last (`column` null). Columns kept
 * by script are not judged.
 * @param row cells by key, as typed or canonical; canonical ones read as themselves
 */
export function judgeRecord(rules: Rules, row: Row, context: KindContext, options: JudgeOptions = {}): Finding[] {
  const { touched, readings } = options;
  const judged = touched === undefined ? null : new Set(judgedWith(rules, touched));
  const inRow = contextOf(row, context);
  const findings: Finding[] = [];
  for (const [key, column] of declared(rules)) {
    if (judged?.has(key) === false) continue;
    const raw = row[key] ?? null;
    const reading = readings?.get(key) ?? (raw === null ? undefined : kindOf(column).parse(raw, column, inRow));
    const found =
      reading === undefined || (reading.ok && reading.value === null)
        ? missing(rules, key, column, row, inRow)
        : (unfit(rules, key, column, reading, row, inRow) ?? notAlone(rules, key, column, reading, options.others, inRow));
    if (found !== null) findings.push({ column: key, ...found });
  }
  for (const group of groupsOf(rules, row, inRow)) {
    if (judged !== null && !group.some((key) => judged.has(key))) continue;
    if (group.every((key) => blank(row[key]))) findings.push({ column: null, of: group, ...block(oneOf(rules, group, inRow)) });
  }
  return findings;
}

/** Columns whose judgement may change when these are typed into: themselves, and those whose declarations look at them. */
export function judgedWith(rules: Rules, touched: readonly string[]): string[] {
  const met = new Set(touched);
  const columns = declared(rules).filter(([key, column]) => met.has(key) || looksAt(column).some((other) => met.has(other)));
  const groups = (rules.oneOfIf ?? []).flatMap(({ when, of }) => (met.has(when.column) ? of : []));
  return [...new Set([...columns.map(([key]) => key), ...groups])];
}

/** Everything a row may be told about itself as a whole, for whoever takes back what no longer holds. */
export function rowReasons(rules: Rules, context: KindContext): Message[] {
  const groups = [...(rules.oneOf ?? []), ...(rules.oneOfIf ?? []).map(({ of }) => of)];
  return groups.map((group) => oneOf(rules, group, context));
}

function looksAt(column: ColumnTemplate): string[] {
  return [
    ...(kindOf(column).neighbours?.(column) ?? []),
    ...(column.requiredIf === undefined ? [] : [column.requiredIf.column]),
    ...(column.wantedIf ?? []).map((condition) => condition.column),
    ...(column.uniqueWith ?? []),
    ...(column.oneFor === undefined ? [] : [column.oneFor]),
    ...('currency' in column && column.currency !== undefined ? [column.currency] : []),
  ];
}

const held = new WeakMap<Rules['columns'], readonly (readonly [string, ColumnTemplate])[]>();

/** The columns people fill; worked out once, for an import asks for every row. */
function declared({ columns }: Rules): readonly (readonly [string, ColumnTemplate])[] {
  const known = held.get(columns) ?? Object.entries(columns).filter(([, column]) => column.kept !== 'script');
  held.set(columns, known);
  return known;
}

/** Inherits and does not copy: parts of a context are read from the sheets only when a kind asks for them. */
function contextOf(row: Row, context: KindContext): KindContext {
  const country = row['country'];
  const own = { row, ...(typeof country === 'string' && { country }) };
  return Object.assign(Object.create(context) as KindContext, own);
}

type Verdict = Pick<Finding, 'reason' | 'severity'>;

function block(reason: Message): Verdict {
  return { reason, severity: 'block' };
}

function warn(reason: Message): Verdict {
  return { reason, severity: 'warn' };
}

function missing(rules: Rules, key: string, column: ColumnTemplate, row: Row, context: KindContext): Verdict | null {
  // An unticked box is an answer.
  if (column.required && kindOf(column).setup(column, context).rule?.type !== 'checkbox')
    return block({ code: 'record.missing' });
  const { requiredIf, wantedIf } = column;
  if (requiredIf !== undefined && meets(rules, row, requiredIf, context)) {
    const args = { other: labelOf(rules, requiredIf.column, context), option: typed(row[requiredIf.column] ?? null) };
    return block({ code: 'record.missingIf', args });
  }
  const wanted = wantedIf?.every((condition) => condition.column !== key && meets(rules, row, condition, context));
  return wanted ? warn({ code: 'record.wanted' }) : null;
}

/** A value that cannot be read, or that its kind or another cell of the row speaks against. */
function unfit(
  rules: Rules,
  key: string,
  column: ColumnTemplate,
  reading: Reading,
  row: Row,
  context: KindContext,
): Verdict | null {
  if (!reading.ok) return block(reading.reason);
  const clash = otherCurrency(rules, key, column, reading, row, context);
  if (clash !== null) return block(clash);
  const reason = kindOf(column).validate(reading.value, column, context);
  if (reason === null) return null;
  // What the sheet itself only warns of may be right all the same: a place abroad, a rare mail host.
  return kindOf(column).setup(column, context).rule?.strict === false ? warn(reason) : block(reason);
}

function otherCurrency(
  rules: Rules,
  key: string,
  column: ColumnTemplate,
  reading: Extract<Reading, { readonly ok: true }>,
  row: Row,
  context: KindContext,
): Message | null {
  const beside = 'currency' in column ? column.currency : undefined;
  const currency = beside === undefined ? null : (row[beside] ?? null);
  if (beside === undefined || currency === null || reading.currency === undefined || reading.currency === currency) return null;
  const text = excerpt(typed(row[key] ?? null));
  const args = { text, named: reading.currency, column: labelOf(rules, beside, context), currency: typed(currency) };
  return { code: 'record.otherCurrency', args };
}

function notAlone(
  rules: Rules,
  key: string,
  column: ColumnTemplate,
  reading: Reading,
  others: Others | undefined,
  context: KindContext,
): Verdict | null {
  if (others === undefined || !reading.ok) return null;
  const { value } = reading;
  const text = excerpt(typed(value));
  if (column.unique && others.isTaken(key, value, {})) return warn({ code: 'record.taken', args: { text } });
  const { uniqueWith, oneFor } = column;
  const beside = Object.fromEntries((uniqueWith ?? []).map((other) => [other, context.row?.[other] ?? null]));
  if (uniqueWith !== undefined && others.isTaken(key, value, beside)) {
    return warn({ code: 'record.takenWith', args: { text, others: labelsOf(rules, uniqueWith, context) } });
  }
  const own = oneFor === undefined ? null : (context.row?.[oneFor] ?? null);
  if (oneFor === undefined || own === null || others.holdings(key, value, oneFor).every((other) => other === own)) return null;
  return warn({ code: 'record.oneFor', args: { text, other: labelOf(rules, oneFor, context) } });
}

/** Groups of columns of which this row needs one. */
function groupsOf(rules: Rules, row: Row, context: KindContext): readonly (readonly string[])[] {
  const further = (rules.oneOfIf ?? []).filter(({ when }) => meets(rules, row, when, context)).map(({ of }) => of);
  const known = (rules.oneOf ?? []).map((group) => group.filter((key) => key in rules.columns));
  return [...known.filter((group) => group.length > 0), ...further];
}

function meets(rules: Rules, row: Row, condition: Condition, context: KindContext): boolean {
  const cell = row[condition.column];
  if (blank(cell)) return false;
  if (condition.options === undefined && condition.except === undefined) return true;
  const column = rules.columns[condition.column];
  const list = column !== undefined && 'enum' in column ? context.enums[column.enum] : undefined;
  const option = list === undefined ? null : optionOf(list, typed(cell ?? null));
  if (option === null) return false;
  return (condition.options?.includes(option.id) ?? true) && !condition.except?.includes(option.id);
}

function oneOf(rules: Rules, group: readonly string[], context: KindContext): Message {
  return { code: 'record.oneOf', args: { fields: labelsOf(rules, group, context) } };
}

function labelsOf(rules: Rules, keys: readonly string[], context: KindContext): string {
  return keys.map((key) => labelOf(rules, key, context)).join(context.locale === 'zh-CN' ? '、' : ', ');
}

function labelOf(rules: Rules, key: string, { locale }: KindContext): string {
  return rules.columns[key]?.label[locale] ?? key;
}

function blank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}
