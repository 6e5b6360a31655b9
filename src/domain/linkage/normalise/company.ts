// Names of companies: legal forms off, the place and the branch apart, the core left that people call it by.
import { regionRows } from '../../../template/index';
import { folded, HAN, unaccented } from './fold';
import { spoken } from './sound';

export interface CompanyName {
  /** The core: brand and trade. Empty: no company. */
  readonly core: string;
  readonly han: boolean;
  /** Pinyin of a Han core without spaces, the core itself otherwise. */
  readonly sound: string;
  readonly words: readonly string[];
  /** Places and branch words, sorted: two values that differ are two offices. */
  readonly branch: string;
}

const NO_COMPANY: CompanyName = { core: '', han: false, sound: '', words: [], branch: '' };

const FORM =
  /(?:股份|有限|责任|无限|两合|集团|控股|总|合伙|企业|公司|\(普通合伙\)|\(有限合伙\)|普通|个体工商户|个体户|经营部|营业部|商行|商社|工作室|事务所|株式会社|㈱)+$/;
const BRANCH = /(?:第[一二三四五六七八九十\d]+)?(?:分公司|子公司|分店|门店|办事处|分行|支行|分部|营业厅|专卖店|旗舰店|店)$/;
const LATIN_FORM =
  /^(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|llc|llp|lp|plc|pte|pty|gmbh|ag|kg|ug|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|aps|kk|sdn|bhd|group|holding|holdings|the|and|of|for)$/;

let places: Set<string> | null = null;

/** Names of provinces and cities, with and without what they are. */
function placeNames(): Set<string> {
  if (places === null) {
    places = new Set();
    for (const { province, city } of regionRows) for (const name of [province, city]) places.add(name).add(shortPlace(name));
    places.delete('');
  }
  return places;
}

/** 广东省 → 广东, 广西壮族自治区 → 广西, 上海市 → 上海. */
export function shortPlace(name: string): string {
  const short = name.replace(
    /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[\u3400-\u9FFF]{1,3}族)+自治[州县]|自治[州县]|地区|[省市盟县区])$/,
    '',
  );
  return short.length < 2 ? name : short;
}

export function companyName(raw: string): CompanyName {
  const text = folded(raw);
  if (text === '') return NO_COMPANY;
  return HAN.test(text) ? hanCompany(text) : latinCompany(text);
}

function hanCompany(text: string): CompanyName {
  const found: string[] = [];
  const bracketed = text.replace(/[([【]([^)\]】]*)[)\]】]?/g, (_all, inside: string) => {
    const name = inside.trim();
    if (placeNames().has(name)) found.push(shortPlace(name));
    return FORM.test(name) ? name : '';
  });
  let core = stripped(bracketed || text, found).replace(/[\s,.\-_·、]+/g, '');
  if (core === '') core = text.replace(/\s+/g, '');
  return {
    core,
    han: true,
    sound: spoken(core),
    words: [core],
    branch: [...new Set(found)].sort().join(' '),
  };
}

/** Takes the form, the branch and the place off, each only while something is left. */
function stripped(text: string, found: string[]): string {
  let core = text.trim();
  const take = (pattern: RegExp, keep: boolean) => {
    const rest = core.replace(pattern, '');
    if (rest === '' || rest === core) return;
    if (keep) found.push(core.slice(rest.length));
    core = rest;
  };
  take(BRANCH, true);
  if (found.length > 0) takePlace(core.length - 2);
  take(FORM, false);
  takePlace(0);
  return core;

  /** A place at the front; before a branch word also at the end: 云杉贸易上海分公司. */
  function takePlace(minimum: number): void {
    for (let length = Math.min(8, core.length - 2); length >= 2; length--) {
      const head = core.slice(0, length);
      if (!placeNames().has(head)) continue;
      const rest = core.slice(length).replace(/^[省市]/, '');
      if (rest.length < 2) continue;
      found.push(shortPlace(head));
      core = rest;
      break;
    }
    for (let length = Math.min(4, core.length - 2); minimum > 0 && length >= 2; length--) {
      const tail = core.slice(-length);
      if (!placeNames().has(tail)) continue;
      found.push(shortPlace(tail));
      core = core.slice(0, -length).replace(FORM, '') || core;
      break;
    }
  }
}

function latinCompany(text: string): CompanyName {
  const all =
    unaccented(text)
      .replace(/[.']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const cut = all.filter((word) => !LATIN_FORM.test(word));
  const words = cut.length === 0 ? all : cut;
  const core = words.join(' ');
  return { core, han: false, sound: core.replace(/ /g, ''), words, branch: '' };
}

/** Whether a text is a company's name beyond doubt: it ends in what only companies end in. */
export function isCompanyName(raw: string): boolean {
  if (raw.length <= 4 || !HAN.test(raw)) return false;
  const text = folded(raw);
  return text.length > 4 && (FORM.test(text) || BRANCH.test(text) || TRADE.test(text));
}

const TRADE =
  /(?:科技|贸易|食品|服饰|物流|建材|器械|咨询|传媒|商务|设备|工程|管理|技术|环保|化工|软件|网络|医药|家具|汽车|酒店|学校|医院|银行|超市|工厂)$/;
