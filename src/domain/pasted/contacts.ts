// What is plain to see wherever it stands: mail and web addresses, credit codes, numbers and accounts with the word before them.
import type { ColumnTemplate } from '../../template/types';
import { formText, shownText } from '../form/fields';
import { spreadPhones } from '../import/contacts';
import { socialEntry } from '../import/parts';
import { type KindContext, kindOf } from '../kinds/index';
import { phoneParts } from '../kinds/phone-number';
import { type Label, type Labels, labelAtEnd, NOTED, noted } from './labels';
import { bare, carve, type Finding, type Token } from './tokens';

export type Columns = Readonly<Record<string, ColumnTemplate>>;

// Bounded, and begun only where nothing stands before that they could be part of: no text makes them look twice.
const MAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}/gi;
const SITE =
  /(?<![\w@.-])(?:(?:https?:\/\/|www\.)[^\s<>"'，。；、（）()|]{3,300}|[a-z\d-]{2,63}\.(?:com|cn|net|org)(?:\/[^\s，。；]{0,200})?(?![\w@.-]))/gi;
const CODE = /(?<!\w)[0-9A-Z]{18}(?!\w)/gi;
const NUMBER =
  /(?<![\w.])\(?\+?\(?\d(?:(?! 1[3-9]\d{9}| \+| 0\d{2,3}-?\d{7})[ ()./-]{0,3}\d){5,24}(?:\s*(?:转|分机|ext(?:ension|n)?\.?|x|#)\s*:?\s*\d{1,6})?(?!\w)/gi;
const ACCOUNT = /(?:微信|wechat|weixin|\b[vw]x)(?:号|id)?(?: is|[是为:])?\s*(?=\w*[\d_-])[a-z][-\w]{5,19}(?![\w@.])/gi;
/** 微信同号, WeChat same: the account has the name of the number. */
const SAME =
  /\(?(?:微信|wechat|\b[vw]x)[^\n,.。;]{0,9}(?:同|一样|same)[^\s,.。;]{0,3}|同[^\n,.。;]{0,3}微信号?|[/、(](?:微信|wechat)/gi;

/** A finding that may be a number, as import spreads numbers over columns. */
interface Found extends Finding {
  /** Of a number: whether it could be read; its value is canonical then. */
  readonly readable?: boolean;
}

/** @returns the tokens, and all that was found, also what stands in words with another */
export function findContacts(
  given: readonly Token[],
  labels: Labels,
  columns: Columns,
  context: KindContext,
): [Token[], Finding[]] {
  let tokens = [...given];
  const findings: Found[] = [];
  const parsed = (key: string, text: string): readonly string[] => {
    const column = columns[key];
    const reading = column && kindOf(column).parse(text, column, context);
    return reading?.ok ? [formText(reading.value), ...(reading.more ?? [])] : [];
  };
  /** One finding for each value, however often it stands there. */
  const put = (key: string, value = '', more?: Pick<Found, 'readable'>): Finding | null => {
    const same = findings.find((one) => one.value === value && (one.key === key || more !== undefined));
    if (same !== undefined || value === '') return same ?? null;
    const finding = { key, value, ...more };
    findings.push(finding);
    return finding;
  };
  const find = (pattern: RegExp, read: (text: string, label: Partial<Label>, words: string) => Finding | null) => {
    tokens = carve(tokens, pattern, (match, before) => {
      const [label = [], back = 0] = labelAtEnd(before, labels) ?? [];
      const finding = read(match, label, bare(before.slice(before.length - back) + match));
      return finding && [finding, back];
    });
  };

  find(MAIL, (text) => put('email', parsed('email', text)[0]));
  find(SITE, (text, [, social]) => (social != null ? put('other_im', socialEntry(social, text)) : noted()));
  find(CODE, (text) => put('uscc', parsed('uscc', text)[0]));
  find(ACCOUNT, (text) => put('wechat', /[a-z][-\w]*$/i.exec(text)?.[0]));
  let isAccount = false;
  find(NUMBER, (text, [key, social], words) => {
    if (social != null) return put('other_im', socialEntry(social, text));
    if (key === NOTED) return noted();
    if (key === 'wechat' || key === 'other_im') return put(key, key === 'wechat' ? text : words);
    const values = parsed('mobile', text);
    isAccount ||= words.search(SAME) > 0;
    // A number nobody can dial is one only where it is called so; the form says what is wrong with it.
    const readable = values.length > 0;
    const own = readable ? values : key === undefined ? [] : [text];
    return own.map((value) => put(key ?? 'mobile', value, { readable }))[0] ?? null;
  });
  const number = findings.map(({ value }) => phoneParts(value)).find((parts) => parts?.extension === '');
  if (isAccount) put('wechat', number?.national);
  else if (!findings.some(({ key }) => key === 'wechat')) find(SAME, () => put('wechat', number?.national));
  spread(findings, columns, context);
  return [tokens, findings];
}

/** Numbers to the columns they belong in, as people write them; a third goes beside the second. */
function spread(findings: readonly Found[], columns: Columns, context: KindContext): void {
  const phones = findings.filter((one): one is Required<Found> => one.readable !== undefined);
  const { cells } = spreadPhones(phones, { mobile: 'mobile', landline: 'phone' });
  for (const phone of phones) {
    const [key = 'phone'] = [...cells].find(([, cell]) => cell === phone) ?? [];
    phone.value = shownText(phone.value, columns[key], context);
    phone.key = key;
  }
}
