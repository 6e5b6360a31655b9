// The Guide, written from the rules in force, so that it cannot drift: columns, options, colours, pool numbers.
import { customers } from './customers';
import { enums } from './enums';
import { type pageStyles, type statePaints, tabColours } from './palette';
import { type SettingKey, settings } from './settings';
import type {
  Cell,
  ColumnTemplate,
  EnumTemplate,
  Locale,
  PageCell,
  PageTemplate,
  Preset,
  RulesInForce,
  SettingTemplate,
  Text,
} from './types';

/** The rules as shipped, for a line of business. */
export function shippedRules(preset: Preset): RulesInForce {
  return {
    preset,
    enums,
    setting: (key) => {
      const setting: SettingTemplate | undefined = settings[key as SettingKey];
      return setting?.byPreset?.[preset] ?? setting?.dflt ?? null;
    },
  };
}

type Line = { readonly term: Text; readonly text: Text; readonly style?: keyof typeof pageStyles } | { readonly heading: Text };

/** The guide's cells: a title, then headings with a term and a sentence a row. */
export function guideCells(rules: RulesInForce): PageCell[] {
  const lines: readonly Line[] = [
    ...start,
    ...routine,
    ...columnLines(rules.preset),
    ...colours,
    ...optionLines(rules),
    ...poolLines(rules),
    ...data,
  ];
  const title: PageCell = { row: 1, column: 2, text: { 'zh-CN': '使用指南', en: 'Guide' }, style: 'title' };
  return [title, ...lines.flatMap((line, i) => lineCells(i + 2, line))];
}

function lineCells(row: number, line: Line): PageCell[] {
  if ('heading' in line) return [{ row, column: 2, text: line.heading, style: 'heading' }];
  return [
    { row, column: 2, text: line.term, style: line.style ?? 'term' },
    { row, column: 3, text: line.text, style: 'text' },
  ];
}

function line(zhTerm: string, enTerm: string, zh: string, en: string): Line {
  return { term: { 'zh-CN': zhTerm, en: enTerm }, text: { 'zh-CN': zh, en } };
}

function heading(zh: string, en: string): Line {
  return { heading: { 'zh-CN': zh, en } };
}

const start: readonly Line[] = [
  heading('开始', 'To begin'),
  line(
    '打开侧边栏',
    'Open the sidebar',
    '菜单“扩展程序”里选“打开客户池”。导入、查重、提醒和设置都在里面。',
    'Menu Extensions, then “Open Customer Pool”. Import, duplicates, reminders and settings are there.',
  ),
  line(
    '录入客户',
    'Enter a customer',
    '在数据下面第一个空行写姓名和一种联系方式，其余的自动补上。名片或签名可以粘贴到侧边栏“新增客户”里。',
    'Type a name and one way of contact in the first empty row below the data; the rest is filled in. A card or signature is pasted into New customer in the sidebar.',
  ),
  line(
    '已有名单',
    'You have a list',
    '在侧边栏“数据”里导入 CSV。读不懂的单元格会留下来并说明原因。',
    'Import a CSV under Data in the sidebar. Cells that cannot be read are kept, with the reason.',
  ),
];

const routine: readonly Line[] = [
  heading('每天', 'Every day'),
  line(
    '先做红色的',
    'Red first',
    '按“下次跟进日期”筛选，先联系逾期的，再联系今天的。',
    'Filter by Next follow-up; call the overdue ones first, then today’s.',
  ),
  line(
    '记一笔',
    'Log it',
    '联系后在“跟进记录”加一行，并把客户的“下次跟进日期”改到下一次。',
    'After a contact add a row to Interactions and set the customer’s next follow-up to the next day it is due.',
  ),
  line(
    '还要人做的',
    'Still done by people',
    '这个版本还不会自动执行“认领/退回”，也不会自动算等级、评分、新鲜度和回收日期；“认领/退回”先当作留给主管的话。“快捷操作”在打开自动化后执行。',
    'This version does not yet carry out Claim/return, nor work out level, score, freshness and return to the pool; take Claim/return as a note to the manager. Quick action is carried out once automation is on.',
  ),
  line(
    '筛选视图',
    'Filter views',
    '只想看自己的客户：菜单“数据”→“创建筛选视图”，按负责人筛选并保存。筛选视图不影响别人。程序不能代建。',
    'To see only your customers: menu Data → Create filter view, filter by owner, save. It changes nothing for others. Script cannot make one.',
  ),
];

/** Every column a preset shows, with what it means and who fills it. */
function columnLines(preset: Preset): Line[] {
  const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;
  const lines = Object.values(columns)
    .filter(({ shown }) => shown === 'all' || shown?.includes(preset))
    .map((column): Line => {
      const mark = markOf(column);
      const text = { 'zh-CN': `${column.help?.['zh-CN'] ?? ''}${mark['zh-CN']}`, en: `${column.help?.en ?? ''}${mark.en}` };
      return { term: column.label, text, ...(column.kept === 'script' && { style: 'kept' as const }) };
    });
  return [heading('客户池的列', 'Columns of Customers'), ...lines];
}

function markOf(column: ColumnTemplate): Text {
  if (column.kept === 'script') return { 'zh-CN': '（程序维护）', en: ' (kept by script)' };
  if (column.required) return { 'zh-CN': '（必填）', en: ' (required)' };
  return { 'zh-CN': '', en: '' };
}

const stateNames: Readonly<Record<keyof typeof statePaints, readonly [Text, Text, keyof typeof pageStyles]>> = {
  invalid: [
    { 'zh-CN': '格式不对', en: 'Not valid' },
    {
      'zh-CN': '斜体加下划线。原因写在“数据问题”列，改好就消失。',
      en: 'Italic, underlined. The reason stands under Issues and goes when it is put right.',
    },
    'stateInvalid',
  ],
  duplicate: [
    { 'zh-CN': '疑似重复', en: 'Looks like a duplicate' },
    { 'zh-CN': '下划线。“数据问题”列写着和哪位客户相同。', en: 'Underlined. Issues names the customer it equals.' },
    'stateDuplicate',
  ],
  missing: [
    { 'zh-CN': '缺内容', en: 'Missing' },
    {
      'zh-CN': '必填的格子空着；手机那格代表四种联系方式都没有。',
      en: 'A required cell is empty; on Mobile it means no way of contact at all.',
    },
    'stateMissing',
  ],
  overdue: [
    { 'zh-CN': '逾期', en: 'Overdue' },
    { 'zh-CN': '粗体。下次跟进日期已过。', en: 'Bold. The next follow-up has passed.' },
    'stateOverdue',
  ],
  today: [{ 'zh-CN': '今天', en: 'Today' }, { 'zh-CN': '粗体。今天要跟进。', en: 'Bold. Due today.' }, 'stateToday'],
  soon: [
    { 'zh-CN': '三天内', en: 'Within three days' },
    { 'zh-CN': '快到跟进日，或快到回收日。', en: 'The follow-up or the return to the pool is near.' },
    'stateSoon',
  ],
};

const colours: readonly Line[] = [
  heading('颜色', 'Colours'),
  ...Object.values(stateNames).map(([term, text, style]): Line => ({ term, text, style })),
  {
    term: { 'zh-CN': '灰色', en: 'Grey' },
    text: { 'zh-CN': '程序维护的列，手改会被改回。', en: 'Columns kept by script; a change by hand is put back.' },
    style: 'kept',
  },
];

function optionLines({ enums: lists, setting }: RulesInForce): Line[] {
  const tiers = lists['tier'] ?? enums.tier;
  const cadence = (locale: Locale) =>
    tiers.options
      .map(({ id, label }) => `${label[locale]} ${shown(setting(`reminders.cadence_${id}`))}`)
      .join(locale === 'en' ? ', ' : '，');
  return [
    heading('选项', 'Options'),
    {
      term: tiers.label,
      text: {
        'zh-CN': `最多隔几天联系一次：${cadence('zh-CN')}。`,
        en: `Days between contacts at most: ${cadence('en')}.`,
      },
    },
    ...(['sales_status', 'stage', 'quick'] as const).map((key): Line => {
      const list = lists[key] ?? enums[key];
      return { term: list.label, text: { 'zh-CN': `${listOf(list, 'zh-CN')}。`, en: `${listOf(list, 'en')}.` } };
    }),
  ];
}

function listOf(list: EnumTemplate, locale: Locale): string {
  return list.options.map(({ label }) => label[locale]).join(locale === 'en' ? ', ' : '、');
}

function shown(value: Cell): string {
  return value === null ? '' : String(value);
}

function poolLines({ setting }: RulesInForce): Line[] {
  const of = (name: string) => shown(setting(`pool.${name}`));
  const notWon = Number(setting('pool.not_won_days'));
  return [
    heading('公海（团队的约定，这个版本还不自动执行）', 'The pool (the team’s rules; this version does not carry them out yet)'),
    line(
      '认领',
      'Claim',
      `在“认领/退回”选自己的名字。一天最多 ${of('claims_per_day')} 位，手上最多 ${of('holding_cap')} 位。`,
      `Pick your name under Claim/return. At most ${of('claims_per_day')} a day and ${of('holding_cap')} held.`,
    ),
    line(
      '保护期',
      'Protection',
      `认领后 ${of('protect_days')} 天内不回收。`,
      `Nothing is taken back within ${of('protect_days')} days of a claim.`,
    ),
    line(
      '回收',
      'Return',
      `${of('not_followed_days')} 天没有有效跟进${notWon > 0 ? `，或 ${notWon} 天没有成交` : ''}，就回到公海；提前 ${of('warn_days').replace(/; */g, ' 天和 ')} 天提醒。成交的、锁定的、有未完成订单或投诉的不回收。`,
      `After ${of('not_followed_days')} days without an effective contact${notWon > 0 ? ` or ${notWon} days without a deal` : ''} a customer returns to the pool; you are warned ${of('warn_days').replace(/; */g, ' and ')} days before. Won or locked customers, and those with an open order or complaint, stay.`,
    ),
    line(
      '冷却期',
      'Cool-down',
      `退回或被回收后 ${of('cool_down_days')} 天内，同一个人不能再认领同一位客户。`,
      `For ${of('cool_down_days')} days after a return the same person may not claim the same customer.`,
    ),
  ];
}

const data: readonly Line[] = [
  heading('你的数据', 'Your data'),
  line(
    '程序能做什么',
    'What the program may do',
    '只读写这一份表格，显示侧边栏，定时运行，发邮件，知道当前账号是谁。它不打开你的云端硬盘、别的表格、邮箱或任何网址。',
    'It reads and writes this spreadsheet only, shows the sidebar, runs on a schedule, sends mail and knows the current account. It never opens Drive, another spreadsheet, an inbox or a web address.',
  ),
  line(
    '谁能看到',
    'Who can see it',
    '能打开本表格的人都能看到所有行。保护只防误改，不隐藏数据。',
    'Anyone who can open this spreadsheet can read every row. Protection prevents accidental edits; it hides nothing.',
  ),
  line(
    '改错了',
    'If something went wrong',
    '合并、导入等批量操作可以在侧边栏撤销；单个单元格用 Ctrl+Z 或版本历史。',
    'Merges, imports and other bulk acts are undone in the sidebar; single cells by Ctrl+Z or the version history.',
  ),
  line(
    '自己的列和表',
    'Your own columns and sheets',
    '可以加列、改列名、换顺序、加自己的表，程序不会动它们。不要删除隐藏的第 1 行。',
    'Add columns, rename them, move them, add sheets of your own; script leaves them alone. Do not delete the hidden row 1.',
  ),
];

export const guide = {
  shape: 'page',
  label: { 'zh-CN': '使用指南', en: 'Guide' },
  place: 'daily',
  guard: 'strict',
  shown: 'all',
  made: 'apply',
  tabColour: tabColours.read,
  gridlines: false,
  widths: { 1: 24, 2: 200, 3: 720 },
  cells: guideCells(shippedRules('b2b')),
  written: guideCells,
} as const satisfies PageTemplate;
