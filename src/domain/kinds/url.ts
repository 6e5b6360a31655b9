// Web addresses, https only: other schemes do not open safely from a cell.
import { plain } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

const MAX = 2000;
const HTTPS = /^https:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;
const BARE_HOST = /^(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?$/iu;

export const url: Kind<ColumnOf<'url'>> = {
  parse(raw) {
    const given = typed(raw);
    const bare = plain(given);
    if (bare === '') return EMPTY;
    if (bare.length > MAX) return unread('kind.url.tooLong', given, { args: { length: bare.length, max: MAX } });
    if (HTTPS.test(bare)) return bare === given ? read(bare) : read(bare, 'width');
    const secure = bare.replace(/^http:/i, 'https:');
    if (secure !== bare && HTTPS.test(secure)) return unread('kind.url.https', given, { suggestion: secure });
    const full = `https://${bare}`;
    return BARE_HOST.test(bare) && !bare.includes('@') && HTTPS.test(full)
      ? read(full, 'scheme')
      : unread('kind.url.form', given);
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({
    numberFormat: '@',
    rule: { type: 'formula', formula: `AND(LEFT({cell};8)="https://";LEN({cell})<=${MAX})`, strict: false },
  }),
  initial: () => null,
  likeness(given) {
    const bare = plain(given);
    if (/^https?:\/\/\S+$|^www\.\S+\.\S+$/i.test(bare)) return 1;
    return BARE_HOST.test(bare) && !bare.includes('@') ? 0.5 : -1;
  },
};
