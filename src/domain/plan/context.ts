// What every part of a plan knows: the template, what was found, what is wanted.
import type {
  Cell,
  CustomFields,
  EnumTemplate,
  Locale,
  Preset,
  SheetTemplate,
  TableTemplate,
  WorkbookTemplate,
} from '../../template/types';
import { FIELDS_SETTING, readFields, slots, withFields } from '../fields/fields';
import type { KindContext } from '../kinds/kind';
import type { Words } from './formulas';
import { type Head, headOf, newHead } from './head';
import { optionRead, optionsInForce, optionsKnown } from './options';
import type { SheetRead, TableRead, WorkbookSnapshot } from './snapshot';

/** What the user wants the workbook to be. */
export interface Choice {
  readonly locale: Locale;
  readonly preset: Preset;
  /** ISO country code; absent: as it is set, else as shipped. */
  readonly homeRegion?: string | undefined;
}

/** What a plan cannot know by itself. */
export interface Circumstances {
  readonly today: string;
  /** `yyyy-MM-dd HH:mm`, in spreadsheet time. */
  readonly stamp: string;
  /** Lower-case address of whoever applies; empty where Google does not say. */
  readonly actor: string;
  /** Rows of sheets whose first contents are neither settings nor options, by sheet key. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;
}

export interface PlanContext extends Circumstances {
  /** With the custom fields in the place of spare columns. */
  readonly template: WorkbookTemplate;
  readonly fields: CustomFields;
  /** Keys of spare columns that were made another field, or none, since the workbook was last brought in line. */
  readonly remade: ReadonlySet<string>;
  readonly found: WorkbookSnapshot;
  readonly choice: Choice;
  /** The language labels are rewritten from; null when it stays. */
  readonly from: Locale | null;
  readonly words: Words;
  readonly kinds: KindContext;
  /** Sheets the workbook shall have: found ones, and those the preset or the template asks for. */
  readonly wanted: readonly (readonly [key: string, template: SheetTemplate])[];
  readonly heads: ReadonlyMap<string, Head>;
  /** Names the sheets will have. */
  readonly names: ReadonlyMap<string, string>;
}

export function planContext(
  shipped: WorkbookTemplate,
  found: WorkbookSnapshot,
  choice: Choice,
  circumstances: Circumstances,
): PlanContext {
  const fields = fieldsIn(found);
  const before = found.mark?.fields ?? {};
  const remade = new Set(slots.filter((slot) => JSON.stringify(before[slot]) !== JSON.stringify(fields[slot])));
  const template = withFields(shipped, fields);
  const options = (tableRead(found.sheets['options'])?.records ?? []).map(optionRead);
  const known = optionsKnown(template.enums, options);
  const inForce = optionsInForce(template.enums, options);
  const wanted = Object.entries(template.sheets).filter(
    ([key, sheet]) => found.sheets[key] !== undefined || sheet.made === 'apply' || showsIn(sheet.shown, choice.preset),
  );
  const from = found.mark !== null && found.mark.locale !== choice.locale ? found.mark.locale : null;
  const heads = new Map<string, Head>();
  for (const [key, sheet] of wanted)
    if (sheet.shape === 'table')
      heads.set(key, headFor(sheet, found.sheets[key], choice.locale, from, key === 'customers' ? remade : NONE));
  return {
    ...circumstances,
    template,
    fields,
    remade,
    found,
    choice,
    from,
    words: { locale: choice.locale, enums: known },
    kinds: kindContext(choice, circumstances.today, inForce, found.locale),
    wanted,
    heads,
    names: namesOf(wanted, found, choice.locale, from),
  };
}

/** Whether something declared `shown` is to be seen in a line of business. */
export function showsIn(shown: 'all' | readonly Preset[] | undefined, preset: Preset): boolean {
  return shown === 'all' || (shown?.includes(preset) ?? false);
}

export function tableRead(read: SheetRead | undefined): TableRead | null {
  return read?.shape === 'table' ? read : null;
}

const NONE: ReadonlySet<string> = new Set();

/** Custom fields as the Settings sheet says; what it does not say readably stays as it was. */
function fieldsIn({ sheets, mark }: WorkbookSnapshot): CustomFields {
  const record = tableRead(sheets['settings'])?.records?.find(({ key }) => key === FIELDS_SETTING);
  return record === undefined ? (mark?.fields ?? {}) : readFields(String(record['value'] ?? ''), mark?.fields);
}

function headFor(
  template: TableTemplate,
  read: SheetRead | undefined,
  locale: Locale,
  from: Locale | null,
  remade: ReadonlySet<string>,
): Head {
  const table = tableRead(read);
  return table === null ? newHead(template, locale) : headOf(template, table, locale, from !== null, remade);
}

function kindContext(
  choice: Choice,
  today: string,
  enums: Readonly<Record<string, EnumTemplate>>,
  sheetLocale: string | undefined,
): KindContext {
  const kinds = { locale: choice.locale, today, homeRegion: choice.homeRegion ?? 'CN', enums };
  return sheetLocale === undefined ? kinds : { ...kinds, sheetLocale: () => sheetLocale };
}

/** Set behind a name that a sheet of the user's has already. */
const SUFFIX = '(客户池)';

/** A name people gave stays; one of ours follows the language; a new one gives way to theirs. */
function namesOf(
  wanted: readonly (readonly [string, SheetTemplate])[],
  found: WorkbookSnapshot,
  locale: Locale,
  from: Locale | null,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(found.otherNames.map(folded));
  const pending: [string, string][] = [];
  for (const [key, sheet] of wanted) {
    const name = found.sheets[key]?.name ?? null;
    const begun = found.begun[key] === undefined ? null : (found.unfinished?.names[key] ?? null);
    const follows = name !== null && from !== null && [sheet.label[from], sheet.label[from] + SUFFIX].includes(name);
    const kept = follows ? null : (name ?? begun);
    if (kept === null) {
      pending.push([key, sheet.label[locale]]);
    } else {
      names.set(key, kept);
      taken.add(folded(kept));
    }
  }
  for (const [key, label] of pending) {
    let name = label;
    for (let n = 1; taken.has(folded(name)); n++) name = label + SUFFIX + (n > 1 ? ` ${n}` : '');
    names.set(key, name);
    taken.add(folded(name));
  }
  return names;
}

/** Sheets tells names apart without regard to case. */
function folded(name: string): string {
  return name.toLowerCase();
}
