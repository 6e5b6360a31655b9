// The figures behind the dashboard, to the right of what people look at: dates, months, statuses, stages, names. Not hidden, because
// charts leave hidden cells out.
import { type EnumKey, enums } from './enums';
import type { EnumTemplate, PageCell, Text } from './types';

/** Months the charts show; the longest period counts as many. */
const monthCount = 6;
/** Names the owner choice offers: the first rows of Users. */
const nameCount = 40;

const monthsRow = 14;
const statusesRow = 23;
const stagesRow = 33;

/** Statuses of customers somebody may still win, and those who were won. */
const funnel = enums.sales_status.options.filter(({ id }) => id !== 'invalid').map(({ id }) => id);
const stages = enums.stage.options.map(({ id }) => id);

/** Where the blocks stand, in A1 ranges; `…Head` ranges include the cell that names the series. */
export const place = {
  months: {
    start: `O${monthsRow + 1}:O${monthsRow + monthCount}`,
    created: `Q${monthsRow + 1}:Q${monthsRow + monthCount}`,
    labelHead: `P${monthsRow}:P${monthsRow + monthCount}`,
    createdHead: `Q${monthsRow}:Q${monthsRow + monthCount}`,
    wonHead: `R${monthsRow}:R${monthsRow + monthCount}`,
    linesHead: `S${monthsRow}:S${monthsRow + monthCount}`,
    amountHead: `T${monthsRow}:T${monthsRow + monthCount}`,
  },
  statuses: {
    label: `O${statusesRow}:O${statusesRow + funnel.length}`,
    count: `P${statusesRow}:P${statusesRow + funnel.length}`,
  },
  stages: { label: `O${stagesRow}:O${stagesRow + stages.length}`, count: `P${stagesRow}:P${stagesRow + stages.length}` },
  owners: `V3:V${3 + nameCount}`,
  loads: `W4:W${3 + nameCount}`,
} as const;

const day = 'yyyy-mm-dd';

export const ids = '{customers.customer_id};"C-*"';
export const owner = '{customers.owner}';
export const owned = `${owner};"?*"`;
const invalid = '{customers.sales_status};{option:sales_status.invalid}';

/**
 * COUNTIFS narrowed to the chosen owner, if one is chosen. Two calls, of which one is computed: no criterion that engines agree on
 * fits empty cells and filled ones alike, and customers of the pool have no owner.
 */
export function countOf(criteria: string, owner: string): string {
  return `IF({@everybody};COUNTIFS(${criteria});COUNTIFS(${criteria};${owner};{@owner_filter}))`;
}

/**
 * Owned customers that are not invalid. Counted as a difference, because engines disagree whether `<>` fits an empty cell, and a
 * status may be missing.
 */
export function activeOf(criteria: string): string {
  return `(${countOf(`${criteria};${owned}`, owner)}-${countOf(`${criteria};${owned};${invalid}`, owner)})`;
}

function sumOf(column: string, criteria: string, owner: string): string {
  return `IF({@everybody};SUMIFS(${column};${criteria});SUMIFS(${column};${criteria};${owner};{@owner_filter}))`;
}

/** One named value with its label before it. */
function named(row: number, name: string, label: Text, formula: string | null, numberFormat = '0'): PageCell[] {
  const cell = { row, column: 16, name, style: 'data', numberFormat };
  return [{ row, column: 15, text: label, style: 'data' }, formula === null ? cell : { ...cell, formula }];
}

const won = '{customers.sales_status};{option:sales_status.won}';
const inPeriod = '{customers.status_since};">="&{@from};{customers.status_since};"<="&{@to}';
const isPeriod = (id: string) => `{@period}={option:period.${id}}`;

const values: readonly PageCell[] = [
  // Written by script: what the figures were counted at, in the spreadsheet's time zone.
  ...named(3, 'as_of', { 'zh-CN': '截至', en: 'As of' }, null, `${day} hh:mm`),
  ...named(4, 'today', { 'zh-CN': '当天', en: 'Day' }, '=INT({@as_of})', day),
  ...named(5, 'month', { 'zh-CN': '当月', en: 'Month' }, '=DATE(YEAR({@today});MONTH({@today});1)', day),
  ...named(
    6,
    'from',
    { 'zh-CN': '从', en: 'From' },
    `=IF(${isPeriod('last_month')};EDATE({@month};-1);IF(${isPeriod('this_quarter')};DATE(YEAR({@today});3*INT((MONTH({@today})-1)/3)+1;1);IF(${isPeriod('six_months')};EDATE({@month};${1 - monthCount});{@month})))`,
    day,
  ),
  ...named(7, 'to', { 'zh-CN': '到', en: 'To' }, `=IF(${isPeriod('last_month')};EOMONTH({@today};-1);{@today})`, day),
  ...named(
    8,
    'everybody',
    { 'zh-CN': '全部负责人', en: 'All owners' },
    '=OR({@owner_filter}="";{@owner_filter}={option:owner_filter.all})',
  ),
  ...named(9, 'won', enumLabel('sales_status', 'won'), `=${countOf(`${won};${inPeriod}`, '{customers.owner}')}`),
  ...named(10, 'lost', enumLabel('sales_status', 'invalid'), `=${countOf(`${invalid};${inPeriod}`, '{customers.owner}')}`),
  // Those of one owner are his: no other load comes in.
  ...named(11, 'people', { 'zh-CN': '名下有客户的人', en: 'People who own customers' }, `=COUNTIF(${place.loads};">0")`),
  ...named(12, 'held', { 'zh-CN': '他们名下的客户', en: 'Customers they own' }, `=SUM(${place.loads})`),
];

function enumLabel(key: EnumKey, id: string): Text {
  const list: EnumTemplate = enums[key];
  return list.options.find((option) => option.id === id)?.label ?? list.label;
}

const monthHeads: readonly Text[] = [
  { 'zh-CN': '月初', en: 'Begins' },
  { 'zh-CN': '月份', en: 'Month' },
  { 'zh-CN': '新增', en: 'New' },
  { 'zh-CN': '成交', en: 'Won' },
  { 'zh-CN': '订单行', en: 'Lines' },
  { 'zh-CN': '金额（万）', en: 'Amount (10,000s)' },
];

const valid = ['paid', 'shipped', 'done'] as const;

function month(i: number): PageCell[] {
  const row = monthsRow + 1 + i;
  const within = (column: string) => `${column};">="&O${row};${column};"<"&EDATE(O${row};1)`;
  const ordered = (id: string) => `{orders.status};{option:order_status.${id}};${within('{orders.order_date}')}`;
  const lines = valid.map((id) => countOf(ordered(id), '{orders.owner}')).join('+');
  const amount = valid.map((id) => sumOf('{orders.amount_base}', ordered(id), '{orders.owner}')).join('+');
  const style = 'data';
  return [
    { row, column: 15, formula: `=EDATE({@month};${i + 1 - monthCount})`, numberFormat: day, style },
    { row, column: 16, formula: `=TEXT(O${row};"yyyy-mm")`, style },
    // Created is a stamp kept as text, so a month is its first seven characters.
    {
      row,
      column: 17,
      formula: `=${countOf(`{customers.created_at};P${row}&"*"`, '{customers.owner}')}`,
      numberFormat: '0',
      style,
    },
    {
      row,
      column: 18,
      formula: `=${countOf(`${won};${within('{customers.status_since}')}`, '{customers.owner}')}`,
      numberFormat: '0',
      style,
    },
    { row, column: 19, formula: `=${lines}`, numberFormat: '0', style },
    { row, column: 20, formula: `=(${amount})/10000`, numberFormat: '#,##0.0', style },
  ];
}

/** A count of customers for each option of an enum column. */
function counted(row: number, key: 'sales_status' | 'stage', options: readonly string[]): PageCell[] {
  const heads: PageCell[] = [
    { row, column: 15, text: enums[key].label, style: 'dataHead' },
    { row, column: 16, text: { 'zh-CN': '客户数', en: 'Customers' }, style: 'dataHead' },
  ];
  const counts = options.flatMap((id, i): PageCell[] => {
    const at = row + 1 + i;
    return [
      { row: at, column: 15, formula: `={option:${key}.${id}}`, style: 'data' },
      {
        row: at,
        column: 16,
        formula: `=${countOf(`{customers.${key}};O${at}`, '{customers.owner}')}`,
        numberFormat: '0',
        style: 'data',
      },
    ];
  });
  return [...heads, ...counts];
}

function owners(): PageCell[] {
  const names = Array.from({ length: nameCount }, (_, i): PageCell => {
    const name = `INDEX({users.name};${3 + i})`;
    return { row: 4 + i, column: 22, formula: `=IF(${name}="";"";${name})`, style: 'data' };
  });
  // What each owns that is not invalid; of the people who are not chosen nothing.
  const loads = names.map(({ row }): PageCell => {
    const his = `${ids};${owner};V${row}`;
    const chosen = `OR({@everybody};V${row}={@owner_filter})`;
    return {
      row,
      column: 23,
      formula: `=IF(V${row}="";0;IF(${chosen};COUNTIFS(${his})-COUNTIFS(${his};${invalid});0))`,
      numberFormat: '0',
      style: 'data',
    };
  });
  return [
    { row: 2, column: 22, text: enums.owner_filter.label, style: 'dataHead' },
    { row: 2, column: 23, text: { 'zh-CN': '名下客户', en: 'Owned' }, style: 'dataHead' },
    { row: 3, column: 22, formula: '={option:owner_filter.all}', style: 'data' },
    ...names,
    ...loads,
  ];
}

export const dashboardData: readonly PageCell[] = [
  { row: 2, column: 15, text: { 'zh-CN': '图表数据', en: 'Chart data' }, style: 'dataHead' },
  ...values,
  ...monthHeads.map((text, i): PageCell => ({ row: monthsRow, column: 15 + i, text, style: 'dataHead' })),
  ...Array.from({ length: monthCount }, (_, i) => month(i)).flat(),
  ...counted(statusesRow, 'sales_status', funnel),
  ...counted(stagesRow, 'stage', stages),
  ...owners(),
];
