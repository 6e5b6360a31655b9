// Names of persons: remarks and titles off, surname and given name apart, one key for either script and any order of the parts.
import { lettersOf } from '../distance';
import { folded, HAN, unaccented } from './fold';
import { segmented, spokenName } from './sound';

export interface PersonName {
  /** As compared: Han without spaces, Latin words in their order. Empty: no name. */
  readonly text: string;
  readonly han: boolean;
  /** Syllables or words in alphabetical order; equal for 张伟明, Zhang Weiming and Weiming Zhang. */
  readonly key: string;
  /** Latin words; of a Han name surname and given name in pinyin. */
  readonly words: readonly string[];
  /** {@link lettersOf} each word of a Latin name. */
  readonly letters: readonly number[];
  /** Pinyin of a Han surname, the last word of a Latin name. */
  readonly surname: string;
  /** Nothing but a surname is known: 王总, Mr Wang. */
  readonly surnameOnly: boolean;
  /** 1 the father, 2 his son of the same name, 3 who came after; 0 where it is not said. */
  readonly generation: number;
}

const NAMELESS: PersonName = {
  text: '',
  han: false,
  key: '',
  words: [],
  letters: [],
  surname: '',
  surnameOnly: false,
  generation: 0,
};

const COMPOUND = new Set(
  '欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生公户公玉公仪梁丘公仲公上公门公山公坚左丘公伯西门公祖第五公乘贯丘公皙南荣东里东宫仲长子书子桑即墨达奚褚师'.match(
    /../g,
  ),
);

function beginsCompound(text: string): boolean {
  return COMPOUND.has(text.slice(0, 2));
}

/** The surnames of all but one in a hundred (Han, simplified). */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳涂焦柳关游包单曲欧仇查区解祝左盛冉霍路覃甘裴焉宁吉凌苗尚耿舒饶符柯詹辛管苑池阮柴卜靳谷车项艾费卫蒙蔺季闫肖屈鲍丛成骆全佟娄伍桂喻卞褚骈宫代戚米邬边卓原甄郎应栾古简祁莘雍房尤解冷景植闵农占时虞敖',
);

const ONLY_HAN = /^[\u3400-\u9FFF]{2,4}$/;
const LABEL = /^(?:联系人|姓名|客户姓名|收件人|负责人|名字|name|contact)\s*[:：]\s*/;
const NOT_HAN = /[^\u3400-\u9FFF]+/g;
const BRACKETS = /[([{<【〔《「][^)\]}>】〕》」]*[)\]}>】〕》」]?/g;
const TITLES =
  '总经理|副总|经理|总监|董事长|董事|主任|主管|总裁|老板|老总|老师|先生|女士|小姐|太太|夫人|师傅|医生|大夫|教授|博士|院长|校长|园长|部长|科长|处长|局长|所长|厂长|店长|行长|会长|队长|站长|组长|班长|工程师|律师|会计|出纳|采购|销售|业务|助理|秘书|前台|客服|同学|阿姨|叔叔|大哥|大姐|总|工|董|哥|姐|叔|姨|局|处|科|嫂';
const TITLE = new RegExp(`(?:${TITLES})+$`);
const ENDS_OF_TITLES = new Set(TITLES.split('|').map((title) => title.slice(-1)));
/** Beside a Latin name: somebody of his, who is another person. */
const SOMEBODY_ELSE = /[妈爸爷奶婆姐妹兄弟儿孙媳嫂]|公(?!司)|女(?!士)|太太|夫人|先生的|的|司机|秘书|助理|家长|家属|朋友/;
const NICK = /^[小老阿大](.)$/;
const LATIN_TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|rev|reverend|hon|madam|capt|captain|col|gen|major|baron|baroness|earl|count|countess|viscount|duke|duchess|marquess|bart|baronet|jr|sr|i{2,3}|iv|phd|md|esq|of|the|de|\d+(?:st|nd|rd|th))$/;

/** Reads one cell. What is no name at all (`采购部`) is kept as it stands: stripping never empties a value. */
export function personName(raw: string): PersonName {
  const bare = bareName(raw);
  if (bare === '') return NAMELESS;
  if (!HAN.test(bare)) return latinName(bare);
  const named = hanName(bare);
  // Yunmei Chen-采购, 百盛 Yunmei Chen
  const words = bare.match(/[a-z]{2,}/g) ?? [];
  if (words.length === 0 || hasSurname(named.text) || SOMEBODY_ELSE.test(bare)) return named;
  // Gerbert - 采购, but not VIP客户
  if (words.length === 1 && bare.replace(NOT_HAN, '').replace(TITLE, '') !== '') return named;
  return latinName(words.join(' '));
}

/** A cell without labels, remarks and numbers. */
function bareName(raw: string): string {
  if (ONLY_HAN.test(raw)) return folded(raw);
  const whole = folded(raw).replace(LABEL, '');
  if (whole === '') return '';
  return (
    whole
      .replace(BRACKETS, ' ')
      .replace(/[\d+]{5,}/g, ' ')
      .trim() || whole
  );
}

/** The name among Han words and titles. */
function hanNameIn(text: string): string {
  if (ONLY_HAN.test(text)) return untitled(text);
  // 张 伟 is one name, 张伟 采购 are two words.
  const parts = text.replace(/(?<=^.) +(?=[\u3400-\u9FFF]{1,2}$)/, '').match(/[\u3400-\u9FFF]+/g) ?? [];
  const named = parts.map(untitled);
  return named.find((part) => part.length <= 4 && hasSurname(part)) ?? named[0] ?? '';
}

function hanName(text: string): PersonName {
  const name = hanNameIn(text);
  const surnameLength = beginsCompound(name) ? 2 : 1;
  const surname = name.slice(0, surnameLength);
  const given = name.slice(surnameLength);
  const spoken = spokenName(surname, given);
  const [first = ''] = spoken;
  const words = given === '' ? [first] : [first, spoken.slice(1).join('')];
  return {
    text: name,
    han: true,
    key: spoken.sort().join(' '),
    words,
    letters: NO_LETTERS,
    surname: first,
    surnameOnly: given === '',
    generation: 0,
  };
}

const NO_LETTERS: readonly number[] = [];

/** 王总 → 王, 小李 → 李, 张伟经理 → 张伟; 王工 is a surname and a title, 王建工 a name. */
function untitled(part: string): string {
  const plain = ENDS_OF_TITLES.has(part.slice(-1)) ? withoutTitle(part) : part;
  const nick = NICK.exec(plain)?.[1];
  return nick !== undefined && SURNAMES.has(nick) ? nick : plain;
}

function withoutTitle(part: string): string {
  // 董 is a surname, and what a 董事长 is called.
  const kept = hasSurname(part) ? 1 : 0;
  const cut = part.slice(0, kept) + part.slice(kept).replace(TITLE, '');
  const isSurname = cut.length === 1 || (cut.length === 2 && COMPOUND.has(cut));
  const title = part.slice(cut.length);
  // 王太太 is called so, 张伟太太 is his wife.
  if (!isSurname && /^(?:太太|夫人)/.test(title)) return part;
  return cut !== '' && (isSurname || title.length > 1) ? cut : part;
}

/** Whether Chinese text begins with a surname; any text that begins with such a sign does. */
export function hasSurname(part: string): boolean {
  return SURNAMES.has(part.charAt(0)) || beginsCompound(part);
}

/** What is said behind a name that father and son share; in full only at the end, being a name elsewhere. */
const GENERATIONS = [/^(?:sr|snr|senior|pere|padre)$/, /^(?:jr|jnr|junior|ii|fils|hijo|filho)$/, /^(?:iii|iv)$/];

function latinName(text: string): PersonName {
  const turned = text.includes(',') ? text.split(',').reverse().join(' ') : text;
  const plain = turned.replace(/['’`]/g, '').replace(/\b(?:(s)en|(j)un)\./g, '$1$2r');
  const all = unaccented(plain).match(/[\p{L}\p{N}]+/gu) ?? [];
  let generation = 0;
  const titled = all.filter((word, i) => {
    const isTitle = LATIN_TITLE.test(word);
    // Nobody is called by that alone, and in front of a name Sr. is a gentleman.
    const isSaid = i > 0 && (isTitle || (all.length > 2 && i === all.length - 1));
    const said = isSaid ? GENERATIONS.findIndex((words) => words.test(word)) + 1 : 0;
    generation = said || generation;
    return said === 0 && !isTitle;
  });
  const words = titled.length === 0 ? all : titled;
  const parts = words.flatMap((word) => segmented(word) ?? [word]);
  return {
    text: words.join(' '),
    han: false,
    key: parts.sort().join(' '),
    words,
    letters: words.map(lettersOf),
    surname: words[words.length - 1] ?? '',
    surnameOnly: words.length === 1 && titled.length < all.length,
    generation,
  };
}

/** Ends and brackets that most names of companies have, and few of persons. */
const OF_A_COMPANY = /(?:[司厂行部店社院校会团\d]|[([（【].+[^)\]）】])$/;

/** Whether a text is a person's name beyond doubt: a known surname and at most three characters more, titles and remarks aside. */
export function isPersonName(raw: string): boolean {
  if (raw === '' || OF_A_COMPANY.test(raw)) return false;
  const bare = bareName(raw);
  if (!HAN.test(bare)) return false;
  const name = hanNameIn(bare);
  return name.length >= 2 && name.length <= 4 && hasSurname(name);
}
