// What is plain to see wherever it stands: mail and web addresses, credit codes, numbers and accounts with the word before them.
import type { ColumnTemplate } from '../../template/types';
import { formText, shownText } from '../form/fields';
import { spreadPhones } from '../import/contacts';
import { socialEntry } from '../import/parts';
import { type KindContext, kindOf } from '../kinds/index';
import { phoneParts } from '../kinds/phone-number';
import { type Labels, labelAtEnd, NOTED } from './labels';
import { bare, carve, type Finding, type Token } from './tokens';

export type Columns = Readonly<Record<string, ColumnTemplate>>;

// Bounded, and begun only where nothing stands before that they could be part of: no text makes them look twice.
const MAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}/gi;
const SITE =
  /(?<![\w@.-])(?:(?:https?:\/\/|www\.)[^\s<>"'，。；、（）()|]{3,300}|[a-z\d-]{2,63}\.(?:com|cn|net|org)(?![\w@.-]))/gi;
const CODE = /(?<!\w)[0-9A-Z]{18}(?!\w)/gi;
const NUMBER =
  /(?<![\w.])\(?\+?\(?\d(?:(?! 1[3-9]\d{9}| \+| 0\d{2,3}-?\d{7})[ ()./-]{0,3}\d){5,24}(?:\s*(?:转|分机|ext(?:ension|n)?\.?|x|#)\s*:?\s*\d{1,6})?(?!\w)/gi;
const ACCOUNT = /(?:微信|wechat|weixin|\b[vw]x)(?:号|id)?(?: is|[是为:])?\s*(?=\w*[\d_-])[a-z][-\w]{5,19}(?![\w@.])/gi;
/** 微信同号, WeChat same: the account has the name of the number. */
const SAME =
  /(?:微信|wechat|\b[vw]x)[^\n,.。;]{0,9}(?:同|一样|same)[^\s,.。;]{0,3}|同[^\n,.。;]{0,3}微信号?|[/、(](?:微信|wechat)/gi;

interface PhoneFinding extends Finding {
  /** Canonical; null where it could not be read. */
  readonly canonical: string | null;
}

/** @returns the tokens, and all that was found, also what stands in words with another */
export function findContacts(
  given: readonly Token[],
  labels: Labels,
  columns: Columns,
  context: KindContext,
): [Token[], Finding[]] {
  let tokens = [...given];
  const findings: Finding[] = [];
  const phones: PhoneFinding[] = [];
  const parsed = (key: string, text: string): readonly string[] => {
    const column = columns[key];
    const reading = column === undefined ? null : kindOf(column).parse(text, column, context);
    return reading?.ok ? [formText(reading.value), ...(reading.more ?? [])] : [];
  };
  /** One finding for each value, however often it stands there. */
  const once = <F extends Finding>(known: F[], finding: F): F => {
    const same = known.find(({ key, value }) => key === finding.key && value === finding.value);
    if (same === undefined) known.push(finding);
    return same ?? finding;
  };
  const find = (
    pattern: RegExp,
    wanted: readonly string[],
    read: (text: string, key: string | undefined, social: string | null, words: string) => Finding | null,
  ) => {
    tokens = carve(tokens, pattern, (match, before) => {
      const [[key, social] = [undefined, null], back = 0] = labelAtEnd(before, labels, wanted) ?? [];
      const finding = read(match, key, social, bare(before.slice(before.length - back) + match));
      return finding && [finding, back];
    });
  };
  const put = (key: string, value: string | undefined) => (value === undefined ? null : once(findings, { key, value }));

  find(MAIL, ['email'], (text) => {
    const [value = ''] = parsed('email', text);
    if (value === '') return null;
    const isSecond = findings.some((one) => one.key === 'email' && one.value !== value);
    return isSecond ? put('other_im', socialEntry('email', value)) : put('email', value);
  });
  find(SITE, [NOTED], (_text, _key, _social, words) => put('remark', words));
  find(CODE, ['uscc'], (text) => put('uscc', parsed('uscc', text)[0]));
  find(ACCOUNT, [], (text) => put('wechat', /[a-z][-\w]*$/i.exec(text)?.[0]));
  let isAccount = false;
  find(NUMBER, ['mobile', 'phone', 'wechat', 'other_im', NOTED], (text, key, social, words) => {
    if (social !== null) return put('other_im', socialEntry(social, text));
    if (key === NOTED) return put('remark', words);
    if (key === 'wechat') return put(key, text);
    const values = parsed(key ?? 'mobile', text);
    // A number nobody can dial is one only where it is called so; the form says what is wrong with it.
    if (values.length === 0 && key === undefined) return null;
    if (words.search(SAME) > 0) isAccount = true;
    const own = (values.length > 0 ? values : [null]).map((canonical) =>
      once(phones, { key: key ?? 'mobile', value: canonical ?? text, canonical }),
    );
    return own[0] ?? null;
  });
  const number = phones.map(({ canonical }) => phoneParts(canonical ?? '')).find((parts) => parts?.extension === '');
  if (number != null) {
    if (isAccount) put('wechat', number.national);
    else find(SAME, [], () => put('wechat', number.national));
  }
  spread(phones, columns, context);
  return [tokens, [...findings, ...phones]];
}

/** Numbers to the columns they belong in, as people write them. */
function spread(phones: readonly PhoneFinding[], columns: Columns, context: KindContext): void {
  const slot = (key: string) => (columns[key] === undefined ? null : key);
  const found = phones.map(({ key, value, canonical }) => ({ key, value, readable: canonical !== null }));
  const { cells } = spreadPhones(found, { mobile: slot('mobile'), landline: slot('phone') });
  for (const phone of phones) {
    const [key] = [...cells].find(([, { value }]) => value === phone.value) ?? [];
    phone.value = key === undefined ? socialEntry('tel', phone.value) : shownText(phone.value, columns[key], context);
    phone.key = key ?? 'other_im';
  }
}
