// What is left once contacts are found: words behind labels, and words that speak for themselves.
import { HAN, isAddress, isCompany, seamOf, type Verdict, verdictOf } from './judge';
import type { Label, Labels } from './labels';
import { coreOf, flat, type Token, unknown } from './tokens';

/** Words that may be the value of a field for which others may speak more. */
export interface Candidate {
  readonly verdict: Verdict;
  readonly tokens: readonly Token[];
  /** Leads to them: 我叫. */
  readonly lead: Token | null;
}

/** Takes a labelled value into its field; false where the field cannot take it. */
export type Put = (label: Label, lead: Token, token: Token) => boolean;

// All find places to cut at: behind what parts, which stays with what it follows, or before a label.
const CELL_END =
  /(?<=[\n\t|｜│¦•●■;；]|\s{3}|\s[·/–—-]{1,2}\s)|(?<=[\s,，。、])(?=\p{Script=Han}[^\s:：,，]{0,11}[:：])|(?<=[:：].*[\s,])(?=\p{L}{1,12} ?:(?!\/))/u;
/** Blanks part Han words, commas both; but 李 雷 and Co., Ltd. are one. */
const WORD_END =
  /(?<=[、。!！?？])|(?<=[,，])(?!\s*(?:ltd|inc|llc|co|corp|limited|jr|phd)\b)|(?<=\p{Script=Han}\s)(?!\p{Script=Han}{1,2}(?:\s|$))|(?<=\p{Script=Han}{2}\s)|(?<=\s)(?=\p{Script=Han}{2})/iu;
const BRACKET = /(?=[(（【《<"“[])|(?<=[)）】》>"”\]])/;
const LABEL = /^[\s([【]*([^:=\d][^:=]{0,23}?)\s*[:=]\s*/;
const LABEL_BARE = /^\s*(\p{L}[^\s:]{0,11})\s+(?=\S)/u;
const INTRODUCTION = /^\s*(?:我是|我叫|本人|这是|叫我|i am |i'm |this is |my name is )\s*/i;
/** 云杉科技的李雷, Jane from Acme. */
const OF = /的(?=\S{2,4}\s*$)| (?:from|of|at) (?=\S)/i;
const POSTCODE = /\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;

/** Fields of a few words, behind which others may stand: 联系人：赵敏 采购经理. */
const SHORT: readonly string[] = ['name', 'company', 'title'];

/**
 * Reads all tokens that are not known yet.
 * @param fieldOf the field that words without a label are a value of by themselves, as a city is; null for none
 * @returns the tokens, cut further, and what may stand in which field
 */
export function readLines(
  given: readonly Token[],
  labels: Labels,
  put: Put,
  fieldOf: (text: string) => Verdict | null,
): [Token[], Candidate[]] {
  const tokens: Token[] = [];
  const candidates: Candidate[] = [];
  /** A label that stood alone. */
  let pending: readonly [Label, Token] | null = null;
  let address: Token[] | null = null;

  const keep = (words: string) => {
    const token = unknown(words);
    tokens.push(token);
    return token;
  };
  const judge = (words: string, lead: Token | null) => {
    const own = [keep(words)];
    const verdict = verdictOf(coreOf(words)) ?? fieldOf(coreOf(words));
    address = verdict?.[0] === 'address' ? own : null;
    if (verdict !== null) candidates.push({ verdict: lead === null ? verdict : [verdict[0], 2], tokens: own, lead });
  };
  const wordsIn = (words: string) =>
    words.split(WORD_END).flatMap((one) => {
      const text = coreOf(one);
      // 云杉（上海）贸易有限公司
      return isCompany(text) || seamOf(text) > 0 ? [one] : one.split(BRACKET);
    });
  const free = (words: string) => {
    const isBelow = address !== null && /\n\s*$/.test(address[address.length - 1]?.words ?? '');
    const text = coreOf(words);
    if (isBelow && (HAN.test(text) ? !isAddress(text) : isCompany(text) || !POSTCODE.test(text))) address = null;
    for (const one of isBelow && address !== null ? [words] : wordsIn(words)) {
      if (address !== null && (isBelow || goesOn(coreOf(one)))) {
        address.push(keep(one));
        continue;
      }
      const lead = INTRODUCTION.exec(flat(one))?.[0] ?? '';
      const first = lead === '' ? null : keep(one.slice(0, lead.length));
      const rest = one.slice(lead.length);
      const of = first && OF.exec(flat(rest));
      const seam = seamOf(coreOf(rest));
      const at = of?.index ?? (seam && flat(rest).indexOf(coreOf(rest)) + seam);
      if (at > 0) judge(rest.slice(0, at), first);
      if (of !== null) judge(rest.slice(at + of[0].length), keep(rest.slice(at, at + of[0].length)));
      else if (at > 0) free(rest.slice(at));
      else judge(rest, first);
    }
  };
  const labelled = ([named, social]: Label, lead: Token, words: string) => {
    // 客户 stands before people and before companies.
    const label: Label = [named === 'name' && isCompany(coreOf(words)) ? 'company' : named, social];
    const parts = SHORT.includes(label[0]) ? wordsIn(words) : [];
    const isApart = parts.some((one, i) => i > 0 && verdictOf(coreOf(one)) !== null);
    const [value = '', ...others] = isApart ? parts : [words];
    const token = keep(value);
    if (put(label, lead, token)) free(others.join(''));
    else {
      tokens.pop();
      free(words);
    }
  };
  for (const token of given.flatMap((one) => (one.finding === null ? one.words.split(CELL_END).map(unknown) : [one]))) {
    const { words } = token;
    const text = flat(words);
    const core = coreOf(words);
    const before = pending;
    if (token.finding !== null || core === '') {
      tokens.push(token);
      if (token.finding !== null) pending = null;
      continue;
    }
    pending = null;
    const [colon = '', named = ''] = LABEL.exec(text) ?? [];
    const [gap = '', word = ''] = LABEL_BARE.exec(text) ?? [];
    const label = labels(named);
    const plain = labels(word);
    const alone = labels(core);
    if (label !== null && coreOf(words.slice(colon.length)) !== '')
      labelled(label, keep(words.slice(0, colon.length)), words.slice(colon.length));
    else if (alone !== null && /[:\n\t]\s*$/.test(text)) pending = [alone, keep(words)];
    else if (before !== null) labelled(before[0], before[1], words);
    else if (plain !== null && (HAN.test(word) || verdictOf(coreOf(words.slice(gap.length)))?.[0] === plain[0]))
      labelled(plain, keep(words.slice(0, gap.length)), words.slice(gap.length));
    else {
      // 名称：云杉科技有限公司. People behind a label nobody knows may be anybody.
      const isKnown = ['company', 'address'].includes(verdictOf(coreOf(words.slice(colon.length)))?.[0] ?? '');
      const at = isKnown ? colon.length : 0;
      if (at > 0) keep(words.slice(0, at));
      free(words.slice(at));
    }
  }
  return [tokens, candidates];
}

/** Whether words go on with the address before them in their line. */
function goesOn(text: string): boolean {
  return (
    isAddress(text) ||
    /^[\dA-Z-]{1,6}$|^[\dA-Z]* ?[号座栋幢楼层室塔]|(?:大厦|广场|中心|园)$/i.test(text) ||
    !(HAN.test(text) || isCompany(text))
  );
}
