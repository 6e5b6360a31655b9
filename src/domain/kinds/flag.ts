// Yes or no, as a checkbox.
import { optionKey } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

const YES = new Set(['true', 'yes', 'y', '1', 'on', 'x', '是', '对', '有', '真', '√', '✓', '✔', '☑', '已']);
const NO = new Set(['false', 'no', 'n', '0', 'off', '否', '不', '不是', '无', '没有', '假', '×', '✗', '✘', '☐', '未']);

export const flag: Kind<ColumnOf<'flag'>> = {
  parse(raw) {
    if (typeof raw === 'boolean') return read(raw);
    const key = optionKey(typed(raw));
    if (key === '') return EMPTY;
    if (YES.has(key)) return read(true, 'option');
    return NO.has(key) ? read(false, 'option') : unread('kind.flag.form', typed(raw));
  },
  format: (value) => (value === true ? '✓' : ''),
  validate: () => null,
  setup: () => ({ numberFormat: 'General', rule: { type: 'checkbox', strict: true }, align: 'center' }),
  initial: () => null,
  likeness: (given) => (YES.has(optionKey(given)) || NO.has(optionKey(given)) ? 0.3 : -1),
};
