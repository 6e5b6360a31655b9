// Words that say what stands behind them: 手机, Tel, 微信号, Add. Columns and import's vocabulary name nearly all of them.
import { NOTES } from '../../template/notes';
import type { ColumnTemplate } from '../../template/types';
import { meaningOf, vocabulary } from '../import/vocabulary';
import { headerKey } from '../text';
import type { Finding } from './tokens';

/** What a label is about: the key of a column, or {@link NOTED}; and of an account its service, as import writes it. */
export type Label = readonly [key: string, social: string | null];

export type Labels = (text: string) => Label | null;

/** Known for what it is, and without a column: a fax number, a web site. */
export const NOTED = 'noted';

/** It goes to the notes in its own words, label and all. */
export function noted(): Finding {
  return { key: NOTES, value: '' };
}

/** What stands on cards and in no header of a table, as header keys. */
const ON_CARDS: Readonly<Record<string, string>> = {
  mobile: ' m c mob hp ',
  phone: ' t p o d tel ph direct office 总机 直线 热线 ',
  [NOTED]: ' f fax 传真 w web website url 网址 网站 官网 ',
  email: ' e ',
  address: ' a add addr ',
  wechat: ' v ',
  name: ' 称呼 收件人 发件人 对接人 from attn fn ',
};

/** How sure a header's meaning must be to be taken for a label, and from when on it is the column's very name. */
const SURE = 0.8;
const ITS_NAME = 0.95;
const LONGEST = 24;

const BEFORE_CONTACTS: readonly string[] = ['mobile', 'phone', 'email', 'wechat', 'uscc', 'other_im', NOTED];

/** @param columns those a value may go to, by key */
export function labelsOf(columns: Readonly<Record<string, ColumnTemplate>>): Labels {
  const words = vocabulary(columns, {});
  return (text) => {
    if (text.length > LONGEST || !/\p{L}/u.test(text) || /\d{4}/.test(text)) return null;
    const { points, part, social, other } = meaningOf(text, words);
    if (social !== null) return ['other_im', social];
    const [[key, sure] = ['', 0]] = [...points].sort((a, b) => b[1] - a[1]);
    const card = Object.keys(ON_CARDS).find((one) => ON_CARDS[one]?.includes(` ${headerKey(text)} `));
    if (card !== undefined && sure < ITS_NAME) return [card, null];
    return part !== null || other || sure < SURE ? null : [key, null];
  };
}

/**
 * The label at the end of a text, right before a number or an address of a mailbox or a site.
 * @returns with how many units of the text belong to it
 */
export function labelAtEnd(text: string, labels: Labels): readonly [Label, number] | null {
  const core = text.replace(/[是为]?[\s:.=#]*$/, '');
  const starts = [/\S+ \S+$/, /\S+$/].map((end) => core.search(end));
  // 李雷电话138…: a name may stand right before it.
  for (const length of [6, 5, 4, 3, 2]) if (/^\p{Script=Han}/u.test(core.slice(-length))) starts.push(core.length - length);
  for (const start of starts) {
    const label = start < 0 ? null : labels(core.slice(start));
    if (label !== null && BEFORE_CONTACTS.includes(label[0])) return [label, text.length - start];
  }
  return null;
}
