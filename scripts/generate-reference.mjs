// Writes docs/reference/: every sheet, column, list and setting of the template, a page a language. `--check` only says what is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = await build({
  entryPoints: ['src/template/index.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  charset: 'utf8',
});
const { workbook } = await import(`data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`);

const presets = workbook.enums.preset.options;

/** What the pages say besides the template itself. */
const words = {
  'zh-CN': {
    title: '模板参考',
    intro: [
      '由模板生成，不要手改；改模板后运行 `npm run docs`。',
      '键是列的身份，不会变；表头可以改名。**R** 必填 · **U** 不重复 · **A** 程序维护 · **S** 程序建议，可改。',
    ],
    contents: '目录',
    sheets: '表',
    lists: '选项',
    settings: '设置',
    columns: ['列', '键', '内容', '标记', '谁能改', '说明', '开始显示'],
    options: ['标识', '中文', '英文', '别名', '颜色'],
    settingColumns: ['设置', '键', '内容', '默认', '说明'],
    place: { daily: '日常表', desk: '从侧边栏打开', system: '隐藏' },
    guard: {
      append: '所有人都能加行',
      strict: '受保护',
      warning: '改动前提醒',
      owners: '各自的行受保护',
    },
    editor: {
      owner: '负责人',
      manager: '主管',
      admin: '管理员',
      service: '客服',
      anybody: '所有人',
      fact: '程序',
      script: '程序',
    },
    everywhere: '全部',
    first: (names) => `开始就显示：${names}`,
    list: (names) => names.join('、'),
    oneOf: (names) => `至少填一项：${names}。`,
    formats: (count) => `${count} 条条件格式。`,
    page: '由程序排版，没有数据列。',
    kind: {
      text: ({ min, max }) => `文本，${min ? `${min}–${max}` : `最多 ${max}`} 字`,
      custom: ({ max }) => `文本，最多 ${max} 字，或管理员选的类型`,
      id: ({ prefix }) => `编号 \`${prefix}000001\``,
      phone: ({ line }) => (line === 'mobile' ? '手机号' : '座机，可带分机'),
      email: () => '邮箱',
      date: ({ notAfterToday, after }) => `日期${notAfterToday ? '，不晚于今天' : ''}${after ? `，不早于${after}` : ''}`,
      birthday: () => '生日',
      enum: ({ list }) => `选项：${list}`,
      number: ({ min, max, integer, percent }) => `${percent ? '百分比' : integer ? '整数' : '数'}${rangeOf(min, max)}`,
      money: ({ min, max }) => `金额${rangeOf(min, max)}`,
      ref: ({ target, also }) => `${target}里的一项${also ? `，或${also}` : ''}`,
      place: ({ level }) => (level === 'province' ? '省份' : '城市，按省份缩小'),
      code: ({ list }) => (list === 'country' ? '国家或地区代码' : '币种代码'),
      flag: () => '勾选',
      tags: () => '几个词，用 ; 隔开',
      url: () => '网址，`https://`',
      uscc: () => '18 位代码',
      stamp: () => '时间',
      instant: () => '时刻（UTC）',
    },
    yes: '是',
    no: '否',
  },
  en: {
    title: 'Template reference',
    intro: [
      'Generated from the template, not to be edited; after a change to it run `npm run docs`.',
      'The key is a column’s identity and never changes; its label may be renamed. **R** required · **U** unique · **A** kept by script · **S** suggested by script, yours to change.',
    ],
    contents: 'Contents',
    sheets: 'Sheets',
    lists: 'Lists',
    settings: 'Settings',
    columns: ['Column', 'Key', 'Holds', 'Flags', 'Edited by', 'Help', 'Shown at first'],
    options: ['Id', 'Chinese', 'English', 'Aliases', 'Colour'],
    settingColumns: ['Setting', 'Key', 'Holds', 'Default', 'Help'],
    place: { daily: 'Daily sheet', desk: 'Opened from the sidebar', system: 'Hidden' },
    guard: {
      append: 'everybody adds rows',
      strict: 'protected',
      warning: 'warns before a change',
      owners: 'each owner’s rows protected',
    },
    editor: {
      owner: 'owner',
      manager: 'managers',
      admin: 'admins',
      service: 'service',
      anybody: 'anybody',
      fact: 'script',
      script: 'script',
    },
    everywhere: 'all',
    first: (names) => `shown at first: ${names}`,
    list: (names) => names.join(', '),
    oneOf: (names) => `At least one of: ${names}.`,
    formats: (count) => `${count} conditional formats.`,
    page: 'Laid out by script; no data columns.',
    kind: {
      text: ({ min, max }) => `text, ${min ? `${min} to ${max}` : `up to ${max}`} characters`,
      custom: ({ max }) => `text, up to ${max} characters, or what an admin chooses`,
      id: ({ prefix }) => `id \`${prefix}000001\``,
      phone: ({ line }) => (line === 'mobile' ? 'mobile number' : 'landline, with extension'),
      email: () => 'e-mail address',
      date: ({ notAfterToday, after }) =>
        `date${notAfterToday ? ', not after today' : ''}${after ? `, not before ${after}` : ''}`,
      birthday: () => 'birthday',
      enum: ({ list }) => `list: ${list}`,
      number: ({ min, max, integer, percent }) =>
        `${percent ? 'percentage' : integer ? 'whole number' : 'number'}${rangeOf(min, max)}`,
      money: ({ min, max }) => `amount${rangeOf(min, max)}`,
      ref: ({ target, also }) => `one of ${target}${also ? `, or ${also}` : ''}`,
      place: ({ level }) => (level === 'province' ? 'province' : 'city, narrowed by province'),
      code: ({ list }) => (list === 'country' ? 'country or region code' : 'currency code'),
      flag: () => 'tick box',
      tags: () => 'words divided by ;',
      url: () => 'address, `https://`',
      uscc: () => 'code of 18 characters',
      stamp: () => 'time',
      instant: () => 'instant (UTC)',
    },
    yes: 'yes',
    no: 'no',
  },
};

function rangeOf(min, max) {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return ` ≥ ${min}`;
  return min === undefined ? ` ≤ ${max}` : ` ${min}–${max}`;
}

/** @returns the page of a language as Markdown */
function reference(locale) {
  const w = words[locale];
  const of = (text) => text?.[locale] ?? '';
  const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const table = (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
  const shown = (declared) => {
    if (declared === undefined) return '';
    if (declared === 'all') return w.everywhere;
    return w.list(declared.map((id) => of(presets.find((preset) => preset.id === id).label)));
  };
  const enumLink = (key) => `[${of(workbook.enums[key].label)}](#list-${key})`;

  function holds(column, columns) {
    return w.kind[column.kind]({
      ...column,
      list: column.kind === 'enum' ? enumLink(column.enum) : column.list,
      after: column.notBefore && of(columns[column.notBefore].label),
      target: column.sheet && of(workbook.sheets[column.sheet].label),
      also: column.also && w.list(workbook.enums[column.also].options.map(({ label }) => of(label))),
    });
  }

  function flags({ required, requiredIf, unique, uniqueWith, kept }) {
    const marks = [
      required && 'R',
      requiredIf && '(R)',
      unique && 'U',
      uniqueWith && '(U)',
      kept === 'script' && 'A',
      kept === 'suggested' && 'S',
    ];
    return marks.filter(Boolean).join(' ');
  }

  function sheetPart([key, sheet]) {
    const facts = [w.place[sheet.place], w.guard[sheet.guard], sheet.shown && w.first(shown(sheet.shown))].filter(Boolean);
    const head = `### <a id="${key}"></a>${of(sheet.label)} \`${key}\`\n\n${facts.join(' · ')}`;
    if (sheet.shape === 'page') return `${head}\n\n${w.page}`;
    const notes = [
      ...(sheet.oneOf ?? []).map((group) => w.oneOf(w.list(group.map((one) => of(sheet.columns[one].label))))),
      ...(sheet.formats ? [w.formats(sheet.formats.length)] : []),
    ];
    const rows = Object.entries(folded(sheet.columns)).map(([column, one]) => [
      of(one.label),
      `\`${column}\``,
      holds(one, sheet.columns),
      flags(one),
      w.editor[one.editor],
      of(one.help),
      key === 'customers' ? shown(one.shown) : '',
    ]);
    const width = key === 'customers' ? 7 : 6;
    return [
      head,
      table(
        w.columns.slice(0, width),
        rows.map((cells) => cells.slice(0, width)),
      ),
      ...notes,
    ].join('\n\n');
  }

  const value = (setting, given) => {
    if (given === null) return '';
    if (typeof given === 'boolean') return given ? w.yes : w.no;
    if (setting.value.kind !== 'enum') return String(given);
    return of(workbook.enums[setting.value.enum].options.find(({ id }) => id === given).label);
  };
  const settingRows = Object.entries(workbook.settings).map(([key, setting]) => [
    of(setting.label),
    `\`${key}\``,
    holds(setting.value, {}),
    [
      value(setting, setting.dflt),
      ...Object.entries(setting.byPreset ?? {}).map(
        ([id, own]) => `${of(presets.find((preset) => preset.id === id).label)} ${value(setting, own)}`,
      ),
    ].join(' · '),
    of(setting.help),
  ]);

  const listPart = ([key, { label, options }]) => {
    const rows = options.map(({ id, label: said, aliases = [], colour }) => [
      `\`${id}\``,
      said['zh-CN'],
      said.en,
      aliases.join('; '),
      colour ? `\`${colour.ground}\` / \`${colour.ink}\`` : '',
    ]);
    return `### <a id="list-${key}"></a>${of(label)} \`${key}\`\n\n${table(w.options, rows)}`;
  };

  const sheets = Object.entries(workbook.sheets);
  return `${[
    `# ${w.title}`,
    ...w.intro,
    `## ${w.contents}`,
    sheets.map(([key, { label }]) => `[${of(label)}](#${key})`).join(' · '),
    `[${w.lists}](#lists) · [${w.settings}](#all-settings)`,
    `## ${w.sheets}`,
    ...sheets.map(sheetPart),
    `## <a id="lists"></a>${w.lists}`,
    ...Object.entries(workbook.enums).map(listPart),
    `## <a id="all-settings"></a>${w.settings}`,
    table(w.settingColumns, settingRows),
  ].join('\n\n')}\n`;
}

/** The eighty columns of an import's originals as one. */
function folded(columns) {
  if (columns.c80 === undefined) return columns;
  return Object.fromEntries(
    Object.entries(columns).flatMap(([key, column]) =>
      /^c\d\d$/.test(key) ? (key === 'c01' ? [['c01…c80', column]] : []) : [[key, column]],
    ),
  );
}

const folder = 'docs/reference';
const stale = Object.keys(words).filter((locale) => {
  const page = reference(locale);
  const path = `${folder}/${locale}.md`;
  if (read(path) === page) return false;
  if (!process.argv.includes('--check')) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, page);
  }
  return true;
});

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Stale: ${stale.map((locale) => `${folder}/${locale}.md`).join(', ')}. Run npm run docs.`);
  process.exit(1);
}
