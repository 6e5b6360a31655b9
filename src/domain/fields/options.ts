// Options as people change them: which names are free, what a new one is known by, and where a list stands in the workbook.
import { isTableKey, type TableKey, tableOf, workbook } from '../../template/index';
import type { CustomFields, EnumTemplate, OptionTemplate, Text } from '../../template/types';
import { columnInForce } from '../kinds/index';
import { optionKey } from '../text';

/** Longest label and alias of an option. */
export const OPTION_MAX = 30;

/** A column whose cells hold options of a list. */
export interface ListColumn {
  readonly sheet: TableKey;
  readonly column: string;
}

/** Every column that holds options of a list, as labels in the workbook's language. */
export function columnsOf(list: string, fields: CustomFields): ListColumn[] {
  return Object.keys(workbook.sheets)
    .filter(isTableKey)
    .flatMap((sheet) =>
      Object.entries(tableOf(sheet).columns).flatMap(([column, declared]) => {
        const as = columnInForce(declared, { fields });
        const holds = (as.kind === 'enum' && as.enum === list) || (as.kind === 'ref' && as.also === list);
        return holds ? [{ sheet, column }] : [];
      }),
    );
}

/** Lists people meet in their daily sheets. Those a setting is chosen from keep their words: settings are read by them. */
export function editableLists(fields: CustomFields, lists: Readonly<Record<string, EnumTemplate>>): string[] {
  const inSettings = new Set(
    Object.values(workbook.settings).flatMap(({ value }) => (value.kind === 'enum' ? [String(value.enum)] : [])),
  );
  return Object.keys(lists).filter(
    (list) => !inSettings.has(list) && columnsOf(list, fields).some(({ sheet }) => workbook.sheets[sheet].place === 'daily'),
  );
}

/** A name that means another option of the list already. */
export interface Clash {
  readonly text: string;
  readonly other: OptionTemplate;
}

/**
 * @param list with the options switched off: they come back under their names
 * @param id of the option that is to have the names; null: a new one
 */
export function clashIn(list: EnumTemplate, id: string | null, label: Text, aliases: readonly string[]): Clash | null {
  const taken = new Map<string, OptionTemplate>();
  for (const option of list.options) {
    if (option.id === id) continue;
    for (const text of [...Object.values(option.label), ...(option.aliases ?? [])]) taken.set(optionKey(text), option);
  }
  for (const text of [...Object.values(label), ...aliases]) {
    const other = taken.get(optionKey(text));
    if (other !== undefined) return { text, other };
  }
  return null;
}

/** An id nobody has: from the English label where it has letters, so that exports can be read. */
export function newOptionId(list: EnumTemplate, label: Text): string {
  const base =
    label.en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '') || 'own';
  const known = new Set(list.options.map(({ id }) => id));
  let id = base;
  for (let n = 2; known.has(id); n++) id = `${base}_${n}`;
  return id;
}
