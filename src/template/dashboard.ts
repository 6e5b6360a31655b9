// The Dashboard: six figures, two choices, four charts; formulas in the subset every engine computes alike. `as_of` is set by script.
import { activeOf, countOf, dashboardData, ids, owned, owner, place } from './dashboard-data';
import { enums } from './enums';
import { chartColours, statePaints, tabColours } from './palette';
import type { ChartTemplate, PageCell, PageTemplate, Text } from './types';

interface Card {
  readonly column: number;
  readonly name: string;
  readonly label: Text;
  readonly figure: string;
  readonly note: string;
  readonly numberFormat?: string;
  readonly words: Readonly<Record<string, Text>>;
}

const contacts = '{interactions.date};">="&{@from};{interactions.date};"<="&{@to}';

const tried = countOf(contacts, '{interactions.owner}');
const unanswered = countOf(`${contacts};{interactions.result};{option:result.no_answer}`, '{interactions.owner}');
/** Fewer cases than this are no figure (product.md §4.15). */
const fewest = 5;
const few: Text = { 'zh-CN': '数据不足', en: 'Not enough data' };

const cards: readonly Card[] = [
  {
    column: 2,
    name: 'kpi_customers',
    label: { 'zh-CN': '客户总数', en: 'Customers' },
    figure: `=${countOf(ids, owner)}`,
    note: `={word:new}&" "&SUMIFS(${place.months.created};${place.months.start};">="&{@from};${place.months.start};"<="&{@to})`,
    words: { new: { 'zh-CN': '区间内新增', en: 'New in period:' } },
  },
  {
    column: 4,
    name: 'kpi_pool',
    label: { 'zh-CN': '公海', en: 'Pool' },
    figure: `=COUNTIF(${ids})-COUNTIFS(${ids};${owned})`,
    note: `={word:returning}&" "&COUNTIFS({customers.recycle_on};"<="&{@today};${owned})`,
    words: { returning: { 'zh-CN': '到回收日', en: 'Due to return:' } },
  },
  {
    column: 6,
    name: 'kpi_overdue',
    label: { 'zh-CN': '逾期', en: 'Overdue' },
    figure: `=${activeOf('{customers.next_follow_up};"<"&{@today}')}`,
    note: `={word:today}&" "&${activeOf('{customers.next_follow_up};{@today}')}`,
    words: { today: { 'zh-CN': '今天到期', en: 'Due today:' } },
  },
  {
    column: 8,
    name: 'kpi_contacts',
    label: { 'zh-CN': '有效跟进', en: 'Effective contacts' },
    figure: `=${tried}-${unanswered}`,
    note: `={word:unanswered}&" "&${unanswered}`,
    words: { unanswered: { 'zh-CN': '另有未接', en: 'No answer:' } },
  },
  {
    column: 10,
    name: 'kpi_conversion',
    label: { 'zh-CN': '成交率', en: 'Conversion' },
    figure: `=IF({@won}+{@lost}<${fewest};{word:few};{@won}/({@won}+{@lost}))`,
    note: '={word:of}&" · n="&({@won}+{@lost})',
    numberFormat: '0%',
    words: { few, of: { 'zh-CN': '成交 ÷（成交＋无效）', en: 'won ÷ (won + lost)' } },
  },
  {
    column: 12,
    name: 'kpi_load',
    label: { 'zh-CN': '人均持有', en: 'Average load' },
    figure: `=IF({@people}=0;{word:few};ROUND({@held}/{@people};0))`,
    note: '={@people}&" "&{word:people}',
    words: { few, people: { 'zh-CN': '人名下有客户', en: 'with customers' } },
  },
];

function cellsOf(card: Card): PageCell[] {
  const { column, words } = card;
  return [
    { row: 5, column, text: card.label, style: 'cardLabel' },
    {
      row: 6,
      column,
      formula: card.figure,
      words,
      name: card.name,
      style: 'cardFigure',
      numberFormat: card.numberFormat ?? '#,##0',
    },
    { row: 7, column, formula: card.note, words, style: 'cardNote' },
  ];
}

const chartSize = { width: 488, height: 198 } as const;

const charts: readonly ChartTemplate[] = [
  {
    key: 'status',
    title: enums.sales_status.label,
    type: 'BAR',
    ranges: [place.statuses.label, place.statuses.count],
    colours: [chartColours[0]],
    at: { row: 9, column: 2 },
    size: chartSize,
  },
  {
    key: 'new',
    title: { 'zh-CN': '每月新增与成交', en: 'New and won a month' },
    type: 'LINE',
    ranges: [place.months.labelHead, place.months.createdHead, place.months.wonHead],
    colours: [chartColours[0], chartColours[1]],
    at: { row: 9, column: 8 },
    size: chartSize,
  },
  {
    key: 'stage',
    title: enums.stage.label,
    type: 'BAR',
    ranges: [place.stages.label, place.stages.count],
    colours: [chartColours[0]],
    at: { row: 19, column: 2 },
    size: chartSize,
  },
  {
    key: 'orders',
    title: { 'zh-CN': '订单行数与金额（万）', en: 'Order lines and amount (10,000s)' },
    type: 'COLUMN',
    ranges: [place.months.labelHead, place.months.linesHead, place.months.amountHead],
    colours: [chartColours[0], chartColours[1]],
    at: { row: 19, column: 8 },
    size: chartSize,
  },
];

export const dashboard = {
  shape: 'page',
  label: { 'zh-CN': '看板', en: 'Dashboard' },
  place: 'daily',
  guard: 'strict',
  shown: 'all',
  made: 'apply',
  tabColour: tabColours.read,
  gridlines: false,
  widths: {
    ...{ 1: 24, 2: 152, 3: 16, 4: 152, 5: 16, 6: 152, 7: 16, 8: 152, 9: 16, 10: 152, 11: 16, 12: 152, 13: 24 },
    ...{ 14: 60, 15: 110, 16: 110, 17: 90, 18: 90, 19: 90, 20: 90, 21: 24, 22: 120, 23: 90 },
  },
  heights: { 1: 24, 2: 40, 3: 22, 4: 12, 5: 22, 6: 36, 7: 22, 8: 16 },
  cells: [
    { row: 2, column: 2, text: { 'zh-CN': '看板', en: 'Dashboard' }, style: 'title' },
    { row: 2, column: 8, text: enums.period.label, style: 'captionRight' },
    { row: 2, column: 10, name: 'period', list: enums.period.options.map(({ label }) => label), style: 'choice' },
    {
      row: 2,
      column: 12,
      name: 'owner_filter',
      text: enums.owner_filter.options[0].label,
      listRange: place.owners,
      style: 'choice',
    },
    {
      row: 3,
      column: 2,
      formula: '=TEXT({@from};"yyyy-mm-dd")&" – "&TEXT({@to};"yyyy-mm-dd")',
      style: 'caption',
    },
    {
      row: 3,
      column: 4,
      formula: '={word:asOf}&" "&TEXT({@as_of};"yyyy-mm-dd hh:mm")',
      words: { asOf: { 'zh-CN': '截至', en: 'As of' } },
      style: 'caption',
    },
    ...cards.flatMap(cellsOf),
    ...dashboardData,
  ],
  formats: [
    {
      key: 'overdue-card',
      range: 'F5:F7',
      when: '{@kpi_overdue}>0',
      ground: statePaints.overdue.ground,
      ink: statePaints.overdue.ink,
    },
  ],
  charts,
} as const satisfies PageTemplate;
