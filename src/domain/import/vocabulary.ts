// How the headers of other people's files name our columns.
import { nameParts } from '../../template/customers';
import type { ColumnTemplate } from '../../template/types';
import { simplified } from '../han';
import { headerKey, plain } from '../text';

/** A part of a value that a file keeps in columns of its own. */
export type Part = 'given' | 'family' | 'number' | 'district' | 'more';

/** What a header says: points by column key (1 the very name, 0.3 a part of it), and the part or service it names. */
export interface HeaderMeaning {
  readonly points: ReadonlyMap<string, number>;
  readonly part: Part | null;
  /** Type under which a social account goes into the one column for all of them, e.g. `qq`. */
  readonly social: string | null;
  /** Somebody else's data: the owner's mail is not the customer's. */
  readonly other: boolean;
  /** `col3`, `字段4`, nothing: only the values can tell. */
  readonly empty: boolean;
}

/** Columns an import fills: people's data, not what script works out or what sets off an act. */
export function importable(columns: Readonly<Record<string, ColumnTemplate>>): readonly string[] {
  return Object.keys(columns).filter((key) => columns[key]?.kept !== 'script' && !ACTS.has(key));
}

/** Filling one of these would act on the record, or record an act. */
const ACTS = new Set(['claim', 'quick', 'lock_state', 'return_reason', 'verified_at']);

/** Parts of an address, which has one column here. */
const ADDRESS_PARTS: Readonly<Partial<Record<Part, readonly string[]>>> = {
  number: ['street number', 'street no', 'house number', 'house no', 'building number', '门牌号', '门牌'],
  district: [
    '区',
    '区县',
    '县区',
    '县',
    '市区',
    '所在区县',
    '所属区县',
    '所在区',
    '所属区',
    '行政区',
    '街道',
    '乡镇',
    'district',
    'county district',
  ],
  more: [
    ...[
      'address 2',
      'address2',
      'address line 2',
      'address 3',
      'address line 3',
      'street 2',
      'street line 2',
      'apt',
      'apartment',
    ],
    ...['unit', 'suite', 'suite number', 'floor', 'building', '楼号', '楼层', '房间号', '门牌号码'],
  ],
};

/** Stands between given and family name and is read like a second given name. */
const MIDDLE = ['middle name', 'middle initial', 'second name'];

const SOCIAL: Readonly<Record<string, readonly string[]>> = {
  qq: ['qq', 'qq号', 'qq号码'],
  whatsapp: ['whatsapp', 'whats app', 'wa'],
  line: ['line', 'line id'],
  telegram: ['telegram', 'tg'],
  skype: ['skype', 'skype id'],
  linkedin: ['linkedin', 'linkedin url', '领英'],
  facebook: ['facebook', 'fb'],
  twitter: ['twitter', 'x handle'],
  instagram: ['instagram', 'ig'],
  weibo: ['微博', 'weibo', '新浪微博'],
  douyin: ['抖音', '抖音号', 'douyin', 'tiktok'],
  xiaohongshu: ['小红书', '小红书号'],
  ding: ['钉钉', '钉钉号', 'dingtalk'],
  lark: ['飞书', 'lark', 'feishu'],
  wangwang: ['旺旺', '旺旺号', '阿里旺旺', 'wangwang'],
  kakao: ['kakao', 'kakaotalk'],
  viber: ['viber'],
  zalo: ['zalo'],
};

/** Headers that name a column less surely than its aliases: the values must agree. */
const LOOSE: readonly (readonly [key: string, points: number, headers: readonly string[]])[] = [
  ['province', 0.6, ['省市区', '省市', '所在地区', '所在地', '地区', '区域', '所属地区', 'region', 'province/city']],
  ['city', 0.5, ['locality', '所属城市', '地级市', 'municipality', 'place', 'location']],
  [
    'name',
    0.6,
    [
      '客户',
      '名称',
      '客户全称',
      '会员',
      '用户',
      '用户名',
      'customer',
      'client',
      'member',
      'user',
      'owner name',
      'patient',
      'guest',
    ],
  ],
  [
    'company',
    0.6,
    [
      '客户',
      '名称',
      '客户全称',
      '商户',
      '商户名称',
      '门店',
      '学校',
      '医院',
      'customer',
      'client',
      'vendor',
      'supplier',
      'merchant',
    ],
  ],
  ['company', 0.6, ['store', 'shop', 'site', 'facility', 'agency', 'school', 'hospital', 'branch', 'provider', 'org', 'brand']],
  ['title', 0.8, ['occupation', 'profession', '职业']],
  ['title', 0.6, ['role', '身份']],
  ['birthday', 0.8, ['出生', '生辰', 'born', 'birth']],
  ['gender', 0.8, ['称谓', '称呼', 'salutation', 'prefix']],
  [
    'remark',
    0.8,
    ['留言', '买家留言', '跟进记录', '沟通记录', '其他', '其它', '补充', 'message', 'notes/comments', 'details', 'other'],
  ],
  ['tags', 0.8, ['group', 'groups', '分组', '客户分组']],
];

/** Words before a name that leave its meaning as it is: the last word of a header says what it is about. */
const BEFORE = words(
  'customer client contact person primary main default current preferred business office work company home personal mailing billing',
  'shipping postal delivery full your my our user member buyer recipient account lead organization organisation the of address',
);
/** Words behind a name that do. */
const AFTER = words(
  'value values number no num nr full formatted text field info information details name code required optional en cn zh',
);
const NEUTRAL_HAN =
  /^(?:客户|联系人|联系|主要|第一|主|常用|默认|当前|现|所在|所属|详细|完整|个人|公司|单位|企业|办公|工作|收货人|收货|收件人|收件|买家|会员|顾客|用户|登记|信息|名称|姓名|名字|号码|号|的|填写|必填|选填|中文|英文|一)*$/;

/** Words of people who are not the customer. */
const OTHERS =
  /\b(?:owner|manager|rep|representative|agent|assistant|spouse|emergency|refer\w*|created|modified|updated|creator|sender|parent|child|guardian|supplier|by|staff|employee)\b|负责人|业务员|销售员?|经办|创建|录入|修改|更新|推荐人|介绍人|紧急|配偶|法人|法定|父|母|子女|助理|客服|跟进人|操作员|制单/i;

const EMPTY_HEADER =
  /^(?:col(?:umn)?|field|f|c|v|var|x|unnamed|列|字段|栏|第?\d*列|未命名)?\s*[:：_\s-]*\d*$|^[a-z]$|^\(?blank\)?$/i;

export interface Vocabulary {
  /** Points by column, by header key. */
  readonly exact: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Names of columns as words, longest first. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly han: string | null; readonly key: string }[];
}

/**
 * @param columns the target sheet's columns
 * @param labels the labels in the workbook, where people changed them, by key
 */
export function vocabulary(
  columns: Readonly<Record<string, ColumnTemplate>>,
  labels: Readonly<Record<string, string>>,
): Vocabulary {
  const exact = new Map<string, Map<string, number>>();
  const add = (name: string, key: string, points: number) => {
    const header = headerKey(name);
    if (header === '') return;
    const known = exact.get(header) ?? new Map<string, number>();
    known.set(key, Math.max(points, known.get(key) ?? 0));
    exact.set(header, known);
  };
  const phrases: { words: readonly string[]; han: string | null; key: string }[] = [];
  for (const key of importable(columns)) {
    const column = columns[key];
    if (column === undefined) continue;
    const own = [key, ...Object.values(column.label), labels[key] ?? ''];
    for (const name of own.slice(1)) add(name, key, 1);
    // Between two columns that claim a header, its own label goes before an alias, and that before the key.
    add(key, key, 0.9);
    for (const alias of column.aliases ?? []) add(alias, key, 0.97);
    for (const name of [...own, ...(column.aliases ?? [])]) {
      const han = /\p{Script=Han}{2,}/u.test(name) ? headerKey(name) : null;
      const words = wordsOf(name);
      if (han !== null || (words.length > 0 && words.join('').length >= 3)) phrases.push({ words, han, key });
    }
  }
  for (const [key, points, headers] of LOOSE)
    if (columns[key] !== undefined) for (const header of headers) add(header, key, points);
  phrases.sort((a, b) => (b.han ?? b.words.join('')).length - (a.han ?? a.words.join('')).length);
  return { exact, phrases };
}

/** What a header says about where its column belongs. */
export function meaningOf(header: string, vocabulary: Vocabulary): HeaderMeaning {
  const bare = plain(header)
    .replace(/^[*＊\s]+|[*＊:：\s]+$/g, '')
    .replace(/\((?:必填|选填|required|optional)\)|【[^】]*】/gi, '')
    .trim();
  const other = OTHERS.test(simplified(bare.replace(/_/g, ' ')));
  return {
    points: points(bare, vocabulary, other),
    part: partOf(bare),
    social: socialOf(bare),
    other,
    empty: EMPTY_HEADER.test(bare),
  };
}

function points(bare: string, { exact, phrases }: Vocabulary, other: boolean): ReadonlyMap<string, number> {
  const whole = exact.get(headerKey(bare));
  if (whole !== undefined) return whole;
  const found = new Map<string, number>();
  const take = (key: string, value: number) => found.set(key, Math.max(value, found.get(key) ?? 0));
  // “手机/Mobile”, “姓名 (Name)”: every piece is a name of its own.
  for (const piece of bare.split(/[/|()（）[\]\n]+/)) {
    for (const [key, value] of exact.get(headerKey(piece)) ?? []) take(key, value * 0.95);
  }
  const words = wordsOf(bare);
  const han = headerKey(bare);
  for (const [key, value] of exact.get(words.slice(modifiers(words)).join('')) ?? []) take(key, value * 0.88);
  for (const phrase of phrases) {
    const value = phrase.han !== null ? hanPart(han, phrase.han) : wordPart(words, phrase.words);
    // Among words about other people only a name that covers them all counts: “contact owner” is the owner.
    if (value > (other ? 0.8 : 0)) take(phrase.key, value);
  }
  return found;
}

/** How surely a header of several words is about one of them: its last word is its head. */
function wordPart(words: readonly string[], name: readonly string[]): number {
  for (let at = 0; at + name.length <= words.length; at++) {
    if (!name.every((word, i) => words[at + i] === word)) continue;
    const before = words.slice(0, at).every((word) => BEFORE.has(word) || /^\d+$/.test(word));
    const after = words.slice(at + name.length).every((word) => AFTER.has(word) || /^\d+$/.test(word));
    return before && after ? 0.85 : after ? 0.45 : before ? 0.3 : 0.2;
  }
  return 0;
}

function hanPart(header: string, name: string): number {
  const at = header.indexOf(name);
  if (at === -1) return 0;
  const before = NEUTRAL_HAN.test(header.slice(0, at));
  const after = NEUTRAL_HAN.test(header.slice(at + name.length).replace(/\d+$/, ''));
  return before && after ? 0.85 : after ? 0.45 : before ? 0.3 : 0.2;
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .replace(/e[\s-]mail/g, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/\p{Script=Han}/u.test(word));
}

/** How many words stand before the first that means something. */
function modifiers(words: readonly string[]): number {
  const first = words.findIndex((word) => !BEFORE.has(word) && !/^\d+$/.test(word));
  return first === -1 ? 0 : first;
}

let partHeaders: ReadonlyMap<string, Part> | null = null;

function partOf(header: string): Part | null {
  partHeaders ??= new Map(
    Object.entries({ ...nameParts, given: [...nameParts.given, ...MIDDLE], ...ADDRESS_PARTS }).flatMap(([part, headers]) =>
      (headers ?? []).map((name) => [headerKey(name), part as Part] as const),
    ),
  );
  const key = headerKey(header);
  const words = wordsOf(header);
  // “Contact first name”, “Default Address Address2”: what stands before a part does not change it.
  const bare = words.slice(modifiers(words)).join('');
  return partHeaders.get(key) ?? partHeaders.get(bare) ?? partHeaders.get(words.slice(-2).join('')) ?? null;
}

let socialHeaders: ReadonlyMap<string, string> | null = null;

function socialOf(header: string): string | null {
  socialHeaders ??= new Map(
    Object.entries(SOCIAL).flatMap(([type, headers]) => headers.map((name) => [headerKey(name), type] as const)),
  );
  return socialHeaders.get(headerKey(header)) ?? null;
}

/** The column the parts of a value go to. */
export function wholeOf(part: Part): 'name' | 'address' {
  return part === 'given' || part === 'family' ? 'name' : 'address';
}

/** Tells whether a text is the name of a column somebody would import; for finding the header row. */
export function knownHeader(
  columns: Readonly<Record<string, ColumnTemplate>>,
  labels: Readonly<Record<string, string>> = {},
): (text: string) => boolean {
  const words = vocabulary(columns, labels);
  return (text) => {
    const { part, social, points } = meaningOf(text, words);
    return part !== null || social !== null || [...points.values()].some((one) => one >= 0.8);
  };
}

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
