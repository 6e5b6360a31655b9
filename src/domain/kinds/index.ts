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

/** The behaviour of a column's kind. Its functions take this column, or one of the same kind. */
export function kindOf(column: ColumnTemplate): Kind {
  // The table's type says that each entry takes its own columns; a lookup by a union cannot say it.
  return kinds[column.kind] as Kind;
}

export { columnInForce, isInUse } from './custom';
export type { DateOrder, Kind, KindContext, Reading, Region } from './kind';
