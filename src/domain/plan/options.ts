// Closed lists as people changed them: renamed, recoloured, reordered, switched off or added in the Options sheet.
import type { Cell, EnumTemplate, OptionTemplate, Text } from '../../template/types';

/** A row of the Options sheet. */
export interface OptionRead {
  /** Key of the enum. */
  readonly list: string;
  readonly id: string;
  /** Empty text where the cell is empty. */
  readonly label: Text;
  /** Divided by `;`. */
  readonly aliases: string;
  /** NaN where the cell holds no number. */
  readonly order: number;
  readonly active: boolean;
  /** `#rrggbb`, or anything else for none. */
  readonly ground: string;
}

/** A record of the sheet. */
export function optionRead(record: Readonly<Record<string, Cell>>): OptionRead {
  const text = (key: string) => String(record[key] ?? '');
  return {
    list: text('enum'),
    id: text('id'),
    label: { 'zh-CN': text('zh'), en: text('en') },
    aliases: text('aliases'),
    order: Number(record['order'] ?? Number.NaN),
    active: record['active'] !== false,
    ground: text('colour'),
  };
}

type Enums = Readonly<Record<string, EnumTemplate>>;

/** The options people may choose: as {@link optionsKnown}, without those switched off. */
export function optionsInForce(shipped: Enums, rows: readonly OptionRead[]): Record<string, EnumTemplate> {
  const off = new Set(rows.filter((row) => !row.active).map((row) => `${row.list}.${row.id}`));
  const known = Object.entries(optionsKnown(shipped, rows));
  return Object.fromEntries(
    known.map(([key, list]) => [key, { ...list, options: list.options.filter(({ id }) => !off.has(`${key}.${id}`)) }]),
  );
}

/**
 * The shipped lists with the sheet's changes. A list without rows stays as shipped, and so does a shipped option whose row is gone:
 * an option in use cannot be deleted.
 */
export function optionsKnown(shipped: Enums, rows: readonly OptionRead[]): Record<string, EnumTemplate> {
  const byList = new Map<string, OptionRead[]>();
  for (const row of rows) if (row.id !== '') byList.set(row.list, [...(byList.get(row.list) ?? []), row]);
  return Object.fromEntries(Object.entries(shipped).map(([key, list]) => [key, changed(list, byList.get(key))]));
}

function changed(list: EnumTemplate, rows: readonly OptionRead[] | undefined): EnumTemplate {
  if (rows === undefined) return list;
  const placed = new Map<string, { readonly option: OptionTemplate; readonly order: number }>();
  list.options.forEach((option, i) => {
    placed.set(option.id, { option, order: i + 1 });
  });
  for (const row of rows) {
    const was = placed.get(row.id);
    placed.set(row.id, {
      option: optionOf(row, was?.option),
      order: Number.isFinite(row.order) ? row.order : (was?.order ?? placed.size + 1),
    });
  }
  const options = [...placed.values()].sort((a, b) => a.order - b.order).map(({ option }) => option);
  return { ...list, options };
}

function optionOf(row: OptionRead, shipped: OptionTemplate | undefined): OptionTemplate {
  const named = row.label['zh-CN'] || row.label.en || shipped?.label['zh-CN'] || row.id;
  const aliases = row.aliases
    .split(';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  const ground = /^#[0-9a-f]{6}$/i.test(row.ground) ? row.ground.toLowerCase() : null;
  return {
    id: row.id,
    label: {
      'zh-CN': row.label['zh-CN'] || (shipped?.label['zh-CN'] ?? named),
      en: row.label.en || (shipped?.label.en ?? named),
    },
    ...(aliases.length > 0 && { aliases }),
    ...(ground !== null && { colour: shipped?.colour?.ground === ground ? shipped.colour : { ground, ink: inkOn(ground) } }),
  };
}

/** Black or white, whichever reads better; relative luminance as in WCAG 2.2, with a plain square for its gamma. */
function inkOn(ground: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => (Number.parseInt(ground.slice(at, at + 2), 16) / 255) ** 2);
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > 0.2 ? '#1f1f1f' : '#ffffff';
}
