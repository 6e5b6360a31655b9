// Phone numbers of a row, each to the column it belongs in; none is dropped and none overwrites another.
import { phoneLine } from '../kinds/phone-number';

export interface FoundPhone {
  /** The column its file column was mapped to. */
  readonly key: string;
  /** Canonical, or the text as typed where it could not be read. */
  readonly value: string;
  readonly readable: boolean;
}

export interface SpreadPhones {
  readonly cells: ReadonlyMap<string, FoundPhone>;
  /** Those for which no phone column was left. */
  readonly over: readonly FoundPhone[];
}

/**
 * A mobile goes to the column of mobiles, a landline to that of landlines, a number that does not tell where its file column says.
 * What comes second takes the other column, if it may stand there.
 * @param slots keys of the phone columns, by line
 */
export function spreadPhones(
  found: readonly FoundPhone[],
  slots: Readonly<Record<'mobile' | 'landline', string | null>>,
): SpreadPhones {
  const cells = new Map<string, FoundPhone>();
  const left: FoundPhone[] = [];
  const seen = new Set<string>();
  const put = (key: string | null, phone: FoundPhone): boolean => {
    if (key === null || cells.has(key)) return false;
    cells.set(key, phone);
    return true;
  };
  const different = found.filter(({ value }) => !seen.has(value) && seen.add(value));
  // Readable numbers choose first: a text nobody can dial must not keep a number out.
  for (const phone of different.filter(({ readable }) => readable)) {
    const line = phoneLine(phone.value);
    if (!put(line === 'either' ? phone.key : (slots[line] ?? phone.key), phone)) left.push(phone);
  }
  for (const phone of different.filter(({ readable }) => !readable)) if (!put(phone.key, phone)) left.push(phone);
  // A second mobile may stand among the landlines, a landline among mobiles would be an error.
  const over = left.filter(
    (phone) => !put(slots.landline, phone) && !(phoneLine(phone.value) !== 'landline' && put(slots.mobile, phone)),
  );
  return { cells, over };
}
