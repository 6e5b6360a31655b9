// The one table of kinds; everything else asks a column's kind instead of looking at its name.
import type { ColumnTemplate } from '../../template/types';
import { birthday } from './birthday';
import { code } from './code';
import { custom } from './custom';
import { date } from './date';
import { email } from './email';
import { enumeration } from './enum';
import { flag } from './flag';
import { id } from './id';
import type { ColumnOf, Kind } from './kind';
import { money } from './money';
import { number } from './number';
import { phone } from './phone';
import { place } from './place';
import { unread } from './reading';
import { ref } from './ref';
import { instant, stamp } from './stamp';
import { tags } from './tags';
import { text } from './text';
import { url } from './url';
import { uscc } from './uscc';

const kinds: { readonly [K in ColumnTemplate['kind']]: Kind<ColumnOf<K>> } = {
  text,
  custom,
  id,
  phone,
  email,
  date,
  birthday,
  enum: enumeration,
  number,
  money,
  ref,
  place,
  code,
  flag,
  tags,
  url,
  uscc,
  stamp,
  instant,
};

/** What a sheet shows for a formula it cannot compute; it also takes for one what begins with a sign. */
const BROKEN = /^#(?:ERROR!|NAME\?|VALUE!|REF!|N\/A|DIV\/0!|NUM!|NULL!)$/;

/** No kind reads what a broken formula shows: it says nothing of a customer. */
const guarded = Object.fromEntries(
  Object.entries(kinds as Readonly<Record<string, Kind>>).map(([name, kind]) => {
    const parse: Kind['parse'] = (raw, column, context) =>
      typeof raw === 'string' && BROKEN.test(raw) ? unread('kind.broken', raw) : kind.parse(raw, column, context);
    return [name, { ...kind, parse }];
  }),
);

/** The behaviour of a column's kind. Its functions take this column, or one of the same kind. */
export function kindOf(column: ColumnTemplate): Kind {
  // The table's type says that each entry takes its own columns; a lookup by a union cannot say it.
  return guarded[column.kind] as Kind;
}

export { columnInForce, isInUse } from './custom';
export type { DateOrder, Kind, KindContext, Reading, Region } from './kind';
