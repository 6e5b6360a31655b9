// What is kept in repair on a table: number formats, first contents, rules, format rules, protection. A new table has the first two.
import type { TableTemplate } from '../../template/types';
import { kindOf } from '../kinds/index';
import type { CellRule } from '../kinds/kind';
import { noteOf, sameRule } from './columns';
import { lines, missingRecords, type RecordOf, settingCells } from './contents';
import { type PlanContext, tableRead } from './context';
import { FIRST_ROW, sameFormats, tableFormats } from './formats';
import { letters, normalForm } from './formulas';
import type { Head } from './head';
import { numberFormats } from './number-formats';
import type { Operation, RuleOn } from './operations';
import { protectionOperations, tableProtections } from './protections';
import type { Area, TableRead } from './snapshot';
import { translationsOf } from './translate';

export function tableSurface(context: PlanContext, key: string, template: TableTemplate): Operation[] {
  const head = context.heads.get(key);
  const read = tableRead(context.found.sheets[key]);
  if (head === undefined) return [];
  const fill = missingRecords(context, key, read);
  return [
    ...(read === null ? [] : [...numberFormats(context, key, template, head, read), ...filledRows(key, fill, head, read)]),
    ...translated(context, key, template),
    ...chosen(context, key, head, read),
    ...lostRules(context, key, template, head, read),
    ...rules(context, key, template, head, read, (read?.records?.length ?? 0) + fill.length),
    ...formatRules(context, key, template, head, read),
    ...protectionOperations(context, key, tableProtections(context, key, template), read),
  ];
}

function filledRows(key: string, records: readonly RecordOf[], head: Head, read: TableRead): Operation[] {
  if (records.length === 0) return [];
  return [{ type: 'fillRows', sheet: key, row: FIRST_ROW + (read.records?.length ?? 0), values: lines(records, head) }];
}

function translated(context: PlanContext, key: string, template: TableTemplate): Operation[] {
  const columns = context.found.sheets[key] === undefined ? [] : translationsOf(context, key, template);
  return columns.length > 0 ? [{ type: 'translateCells', sheet: key, columns }] : [];
}

function chosen(context: PlanContext, key: string, head: Head, read: TableRead | null): Operation[] {
  const cells = key === 'settings' && read !== null ? settingCells(context, read, head.positions) : [];
  return cells.length > 0 ? [{ type: 'setCells', sheet: key, cells }] : [];
}

/**
 * @param records rows that hold a record, where that is known; ticks are made for those alone (product.md §3.1, flag), and whoever adds
 * a record makes its own
 */
function rules(
  context: PlanContext,
  key: string,
  template: TableTemplate,
  head: Head,
  read: TableRead | null,
  records: number,
): Operation[] {
  const on: RuleOn[] = [];
  for (const [name, column] of Object.entries(template.columns)) {
    const at = head.positions.get(name) ?? 0;
    const wanted = kindOf(column).setup(column, context.kinds).rule;
    const rows = wanted?.type === 'checkbox' ? records : null;
    if (wanted === null || rows === 0) continue;
    const rule = onCell(wanted, at);
    const help = noteOf(column, context.choice.locale);
    const found = read?.rules[at - 1] ?? null;
    const there = found !== null && sameRule(normal(rule), found.rule) && found.help === help;
    const enough = rows !== null || (found?.rows ?? 0) >= (read?.ruleRows ?? 0);
    if (!there || !enough) on.push({ area: { row: FIRST_ROW, column: at, rows, columns: 1 } satisfies Area, rule, help });
  }
  return on.length > 0 ? [{ type: 'setRules', sheet: key, on }] : [];
}

/** A spare column made another field keeps no rule of the one it was. */
function lostRules(
  { remade, kinds }: PlanContext,
  key: string,
  template: TableTemplate,
  head: Head,
  read: TableRead | null,
): Operation[] {
  const areas = Object.entries(template.columns).flatMap(([name, column]): Area[] => {
    const at = head.positions.get(name) ?? 0;
    const ruled = (read?.rules[at - 1] ?? null) !== null && kindOf(column).setup(column, kinds).rule === null;
    return key === 'customers' && remade.has(name) && ruled ? [{ row: FIRST_ROW, column: at, rows: null, columns: 1 }] : [];
  });
  return areas.length > 0 ? [{ type: 'clearRules', sheet: key, areas }] : [];
}

/** A rule as it stands on a cell of a column, by default the first data cell. */
export function onCell(rule: CellRule, column: number, row = FIRST_ROW): CellRule {
  return rule.type === 'formula'
    ? { ...rule, formula: `=${rule.formula.replace(/\{cell\}/g, `$${letters(column)}${row}`)}` }
    : rule;
}

/** As the gateway reads it. */
function normal(rule: CellRule): CellRule {
  return rule.type === 'formula' ? { ...rule, formula: normalForm(rule.formula) } : rule;
}

function formatRules(
  context: PlanContext,
  key: string,
  template: TableTemplate,
  head: Head,
  read: TableRead | null,
): Operation[] {
  const wanted = tableFormats(template, head.positions, context.words);
  const same = read !== null && sameFormats(wanted, read.formatRules, read.rows);
  return same || (read === null && wanted.length === 0) ? [] : [{ type: 'setFormatRules', sheet: key, rules: wanted }];
}
