// What a few words without a label are: somebody's name, his company, his title, where it is, or nothing that can be told.
import { textLooks } from '../import/looks';
import { isCompanyName } from '../linkage/normalise/company';
import { hasSurname, personName } from '../linkage/normalise/person';

/** The field, and how surely: of several the surest is taken, of equals the first. */
export type Verdict = readonly [key: string, score: number];

export const HAN = /\p{Script=Han}/u;
const FORM = /[\s,.](?:inc|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|llp|group|holdings)\.?\)?$/i;
/** Parts of an address that stand before its street. */
const ROOM = /^(?:room|rm|unit|building|block|suite|level|floor|no)\b.*\d/i;
const HAN_ADDRESS = /[路街道巷弄楼室座栋幢区县镇乡村]|\d ?号/;
/** A sentence, or where people work. */
const PROSE = /office\b|[我你们贵请的了吗]|[.!?。！？]$/i;

const look = (key: string, text: string): number => textLooks[key]?.(text) ?? 0;

function isTitle(text: string): boolean {
  return (look('title', text) === 1 || /^\p{Script=Han}{2,7}部$/u.test(text)) && text.length <= 40 && !PROSE.test(text);
}

/** A person's name beyond doubt, or all that is known of one: 王总. */
function isName(text: string): boolean {
  return (look('name', text) >= 0.8 || isLikeName(text)) && (!isTitle(text) || isSurname(text));
}

/** What looks leave open: names whose second sign ends a title or a company, as 张会芳, and a surname with what he is called. */
function isLikeName(text: string): boolean {
  const isOpen = /^\p{Script=Han}{2,5}$/u.test(text) && look('name', text) > -0.6;
  return isOpen && hasSurname(text) && (text.length <= 3 || isSurname(text));
}

function isSurname(text: string): boolean {
  return personName(text).surnameOnly;
}

export function isCompany(text: string): boolean {
  return HAN.test(text) ? isCompanyName(text) && !/\s/.test(text) : FORM.test(text);
}

export function isAddress(text: string): boolean {
  if (HAN.test(text)) return look('address', text) === 1 && HAN_ADDRESS.test(text) && text.length > 3;
  return ROOM.test(text) || look('address', text) === 1;
}

/** @param text a few words on one line, half width and simplified */
export function verdictOf(text: string): Verdict | null {
  if (text.length > 100) return null;
  if (isCompany(text)) return ['company', 1];
  if (isName(text)) return ['name', 1];
  if (isAddress(text)) return ['address', 1];
  if (isTitle(text)) return ['title', 1];
  if (text.length <= 40 && look('company', text) === 1 && !PROSE.test(text)) return ['company', 0.5];
  const isWeak = look('name', text) > 0 || /^(?:mr|mrs|ms|dr)\b/i.test(text);
  return isWeak && /^(?:\p{Lu}[\p{L}.'’-]*(?: |$)){1,4}$/u.test(text) ? ['name', 0.3] : null;
}

/** Where words written without a blank come apart: 云杉科技有限公司|总经理, 李雷|总经理; 0 where they do not. */
export function seamOf(text: string): number {
  const end = /^\S{2,30}(?:公司|集团|事务所|工作室)(?=\S{2,8}$)/.exec(text)?.[0].length ?? 0;
  const tail = verdictOf(text.slice(end))?.[0];
  if (end > 0) return tail === 'title' || tail === 'name' ? end : 0;
  if (!/^\p{Script=Han}{4,9}$/u.test(text) || !isTitle(text) || isSurname(text)) return 0;
  const apart = (at: number, head: typeof isName, tail: typeof isName) => head(text.slice(0, at)) && tail(text.slice(at));
  const { length } = text;
  return (
    [3, 2].find((at) => apart(at, isName, isTitle)) ?? [length - 3, length - 2].find((at) => apart(at, isTitle, isName)) ?? 0
  );
}
