// Pages laid out by cells: the Dashboard and the Guide. Formulas, rules and charts are kept in repair; words are set once, unless the
// page is written from the rules in force.
import { pageStyles } from '../../template/palette';
import type { Cell, Locale, PageCell, PageStyle, PageTemplate, RulesInForce, Text } from '../../template/types';
import { kindOf } from '../kinds/index';
import { sameRule } from './columns';
import { type PlanContext, tableRead } from './context';
import { pageFormats, sameFormats } from './formats';
import { filled, letters, normalForm, sheetPrefix, wordText } from './formulas';
import type { Operation, RuleOn, ValueAt } from './operations';
import { pageProtections, protectionOperations } from './protections';
import { settingColumn, settingDefault } from './settings';
import type { Area, PageRead, SheetRule } from './snapshot';
import { addSheet } from './table-frame';

/** Stands in A1 of a page, in white: a page is known by it, as a table is by its keys. */
export const PAGE_MARK = 'cp:';

/** Pixels of a row and a column as Sheets makes them, to leave room for charts. */
const [ROW_HEIGHT, COLUMN_WIDTH] = [21, 100];

export function planPage(context: PlanContext, key: string, template: PageTemplate): Operation[] {
  const found = context.found.sheets[key];
  const read = found?.shape === 'page' ? found : null;
  const cells = cellsOf(context, template);
  const values = valuesToSet(context, key, template, cells, read);
  const choices = cells.filter((cell) => cell.list !== undefined || cell.listRange !== undefined);
  const changed = choices.filter(({ row, column }) => values.some((value) => value.row === row && value.column === column));
  return [
    ...(read === null ? newPage(context, key, template, cells) : []),
    ...numberFormats(key, cells, read),
    ...(read !== null && template.written !== undefined && values.length > 0 ? [dress(key, template, cells, values)] : []),
    ...(read !== null && changed.length > 0 ? [{ type: 'clearRules', sheet: key, areas: changed.map(areaAt) } as const] : []),
    // With the mark: until then the page is unfinished, and is dressed again.
    ...(values.length > 0 ? [{ type: 'setCells', sheet: key, cells: values } as const] : []),
    ...rules(context, key, choices, changed, read),
    ...formatRules(context, key, template, read),
    ...charts(context, key, template, read),
    ...protectionOperations(context, key, pageProtections(context, key, template, choices.map(areaAt)), read),
  ];
}

/** The size a page needs for its cells and charts. */
function pageSize(template: PageTemplate, cells: readonly PageCell[]): { readonly rows: number; readonly columns: number } {
  const far = (template.charts ?? []).map(({ at, size }) => ({
    row: at.row + Math.ceil(size.height / ROW_HEIGHT),
    column: at.column + Math.ceil(size.width / COLUMN_WIDTH),
  }));
  const columns = Object.keys(template.widths).map(Number);
  return {
    rows: Math.max(...cells.map(({ row }) => row), ...far.map(({ row }) => row)) + 1,
    columns: Math.max(...cells.map(({ column }) => column), ...far.map(({ column }) => column), ...columns),
  };
}

/** The cells for the rules in force. */
function cellsOf(context: PlanContext, template: PageTemplate): readonly PageCell[] {
  return template.written?.(rulesInForce(context)) ?? template.cells;
}

function rulesInForce(context: PlanContext): RulesInForce {
  const { template, found, choice, kinds } = context;
  const typed = new Map(
    (tableRead(found.sheets['settings'])?.records ?? []).map((row) => [String(row['key']), row['value'] ?? null]),
  );
  return {
    preset: choice.preset,
    enums: kinds.enums,
    setting(key) {
      const setting = template.settings[key];
      if (setting === undefined) return null;
      const [old, now] = [settingDefault(setting, found.mark?.preset ?? null), settingDefault(setting, choice.preset)];
      const raw = typed.get(key) ?? null;
      // What is as the old preset shipped it changes with the preset, in this same plan.
      if (raw === null || (old !== now && raw === String(old))) return now;
      const column = settingColumn(setting);
      const reading = kindOf(column).parse(raw, column, kinds);
      return reading.ok && reading.value !== null ? reading.value : now;
    },
  };
}

function newPage(context: PlanContext, key: string, template: PageTemplate, cells: readonly PageCell[]): Operation[] {
  const { rows, columns } = pageSize(template, cells);
  const visible = template.shown === 'all' || (template.shown?.includes(context.choice.preset) ?? false);
  return [
    addSheet(context, key, rows, columns),
    dress(key, template, cells, []),
    {
      type: 'frame',
      sheet: key,
      hideFirstRow: false,
      frozenRows: template.frozenRows ?? 0,
      frozenColumns: 0,
      filter: null,
      tabColour: template.tabColour ?? null,
      gridlines: template.gridlines !== false,
    },
    ...(visible ? [] : [{ type: 'hideSheet', sheet: key } as const]),
  ];
}

/** @param emptied cells that are to look like new again */
function dress(key: string, template: PageTemplate, cells: readonly PageCell[], emptied: readonly ValueAt[]): Operation {
  const styles: Readonly<Record<string, PageStyle>> = pageStyles;
  const styled = [
    { row: 1, column: 1, style: { size: 6, ink: '#ffffff' } },
    ...cells.map(({ row, column, style = '' }) => ({ row, column, style: styles[style] ?? {} })),
    ...emptied.flatMap(({ row, column, value }) => (value === null ? [{ row, column, style: {} }] : [])),
  ];
  return { type: 'dressPage', sheet: key, widths: template.widths, heights: template.heights ?? {}, cells: styled };
}

function numberFormats(key: string, cells: readonly PageCell[], read: PageRead | null): Operation[] {
  const on = cells.flatMap((cell) =>
    cell.numberFormat === undefined || read?.formats[cell.row - 1]?.[cell.column - 1] === cell.numberFormat
      ? []
      : [{ area: areaAt(cell), format: cell.numberFormat }],
  );
  return on.length > 0 ? [{ type: 'setNumberFormats', sheet: key, on }] : [];
}

function valuesToSet(
  context: PlanContext,
  key: string,
  template: PageTemplate,
  cells: readonly PageCell[],
  read: PageRead | null,
): ValueAt[] {
  const mark: ValueAt = { row: 1, column: 1, value: PAGE_MARK + key };
  const marked = read?.values[0]?.[0] === mark.value;
  const out = cells.flatMap((cell): ValueAt[] => {
    const { row, column } = cell;
    const found = read?.values[row - 1]?.[column - 1] ?? null;
    if (cell.formula !== undefined) {
      const formula = read?.formulas[row - 1]?.[column - 1] ?? '';
      const same = formula !== '' && normalForm(formula) === normalForm(pageFormula(context, key, cell, 'now'));
      return same ? [] : [{ row, column, value: pageFormula(context, key, cell, 'then') }];
    }
    const value = valueFor(context, cell, found, template.written !== undefined);
    return value === null || value === found ? [] : [{ row, column, value: asText(value) }];
  });
  return [...(marked ? [] : [mark]), ...out, ...leftOver(context, template, cells, read)];
}

/** Text that Sheets would take for a formula is marked as text. */
function asText(value: Cell): Cell {
  return typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : value;
}

/** What a cell without formula shall hold: what is there, unless it is empty or words of ours in the other language. */
function valueFor(context: PlanContext, cell: PageCell, found: Cell, written: boolean): Cell {
  const { locale } = context.choice;
  const texts: readonly Text[] = cell.list ?? (cell.text === undefined ? [] : [cell.text]);
  if (cell.name !== undefined && found === null && texts.length === 0) return byScript(context, cell.name);
  const first = texts[0]?.[locale] ?? null;
  if (found === null || written) return first;
  const { from } = context;
  return texts.find((text) => from !== null && text[from] === found)?.[locale] ?? found;
}

/** Values script keeps: what the figures were counted at. */
function byScript({ stamp }: PlanContext, name: string): Cell {
  return name === 'as_of' ? stamp : null;
}

/** Lines of a written page that the rules of another language or preset had, below or beside those of today. */
function leftOver(context: PlanContext, template: PageTemplate, cells: readonly PageCell[], read: PageRead | null): ValueAt[] {
  if (read === null || template.written === undefined) return [];
  const named = new Set(cells.map(({ row, column }) => `${row}:${column}`));
  const { found, choice } = context;
  const before = template.written({ ...rulesInForce(context), preset: found.mark?.preset ?? choice.preset });
  const ours = new Set([...before, ...template.cells].flatMap(({ text }) => (text === undefined ? [] : Object.values(text))));
  const out: ValueAt[] = [];
  read.values.forEach((line, i) => {
    line.forEach((value, j) => {
      if (typeof value === 'string' && ours.has(value) && !named.has(`${i + 1}:${j + 1}`))
        out.push({ row: i + 1, column: j + 1, value: null });
    });
  });
  return out;
}

/** @param cleared cells whose rule is set whatever was found there */
function rules(
  context: PlanContext,
  key: string,
  choices: readonly PageCell[],
  cleared: readonly PageCell[],
  read: PageRead | null,
): Operation[] {
  const { locale } = context.choice;
  const on = choices.flatMap((cell): RuleOn[] => {
    const rule = choiceRule(cell, locale);
    const found = read?.rules[cell.row - 1]?.[cell.column - 1] ?? null;
    const same = found !== null && sameRule(rule, found.rule) && !cleared.includes(cell);
    return same ? [] : [{ area: areaAt(cell), rule, help: '' }];
  });
  return on.length > 0 ? [{ type: 'setRules', sheet: key, on }] : [];
}

function choiceRule(cell: PageCell, locale: Locale): SheetRule {
  return cell.listRange === undefined
    ? { type: 'list', values: (cell.list ?? []).map((text) => text[locale]), strict: true }
    : { type: 'cells', range: cell.listRange, strict: true };
}

function formatRules(context: PlanContext, key: string, template: PageTemplate, read: PageRead | null): Operation[] {
  const wanted = pageFormats(template.formats ?? [], context.words, (name) => reference(context, key, name, 'then'));
  const same = read !== null && sameFormats(wanted, read.formatRules, read.rows);
  return same || (read === null && wanted.length === 0) ? [] : [{ type: 'setFormatRules', sheet: key, rules: wanted }];
}

/** A chart is known by the cells it draws, or by its title where those were changed. */
function charts(context: PlanContext, key: string, template: PageTemplate, read: PageRead | null): Operation[] {
  const { from, choice } = context;
  return (template.charts ?? []).flatMap((chart): Operation[] => {
    const title = chart.title[choice.locale];
    const drawn = read?.charts.find(({ ranges }) => ranges.join() === chart.ranges.join());
    const found = drawn ?? read?.charts.find((one) => Object.values(chart.title).includes(one.title));
    if (found === undefined) return [{ type: 'addChart', sheet: key, chart, title }];
    const follows = from !== null && found.title === chart.title[from] && found.title !== title;
    return follows ? [{ type: 'retitleChart', sheet: key, index: found.index, title }] : [];
  });
}

/** @param when `now`: with the names sheets have; `then`: with those they will have */
function pageFormula(context: PlanContext, key: string, cell: PageCell, when: 'now' | 'then'): string {
  return filled(
    cell.formula ?? '',
    context.words,
    (name) => wordText(name, cell.words, context.choice.locale) ?? reference(context, key, name, when),
  );
}

/** `customers.owner` → `'Customers'!J:J`; `@as_of` → the cell of that name, on this page without the sheet's name. */
function reference(context: PlanContext, key: string, name: string, when: 'now' | 'then'): string | null {
  if (name.startsWith('@')) {
    for (const [page, sheet] of context.wanted) {
      const cell = sheet.shape === 'page' ? sheet.cells.find((one) => one.name === name.slice(1)) : undefined;
      if (cell !== undefined) return `${page === key ? '' : prefix(context, page, when)}$${letters(cell.column)}$${cell.row}`;
    }
    return null;
  }
  const [, sheet = '', column = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  const at = context.heads.get(sheet)?.positions.get(column);
  return at === undefined ? null : `${prefix(context, sheet, when)}${letters(at)}:${letters(at)}`;
}

function prefix({ found, names }: PlanContext, key: string, when: 'now' | 'then'): string {
  return sheetPrefix((when === 'now' ? found.sheets[key]?.name : null) ?? names.get(key) ?? key);
}

function areaAt({ row, column }: PageCell): Area {
  return { row, column, rows: 1, columns: 1 };
}
