// First contents of sheets: settings, options, the first admin, places; what people changed there is left as it is.
import { inForce, notYet } from '../../template/settings';
import type { Cell, EnumTemplate, Locale, SettingTemplate, Text } from '../../template/types';
import type { PlanContext } from './context';
import { FIRST_ROW } from './formats';
import type { Head } from './head';
import type { ValueAt } from './operations';
import { settingDefault } from './settings';
import type { TableRead } from './snapshot';

export type RecordOf = Readonly<Record<string, Cell>>;

interface Contents {
  /** Columns that tell which shipped record a row is; none: shipped rows go into an empty sheet only. */
  readonly by: readonly string[];
  readonly records: (context: PlanContext) => readonly RecordOf[];
}

const CONTENTS: Readonly<Record<string, Contents>> = {
  settings: { by: ['key'], records: settingRecords },
  options: { by: ['enum', 'id'], records: optionRecords },
  users: { by: [], records: firstAdmin },
};

/** Whether the plan reads a sheet's rows: its first contents are shipped. */
export function hasContents(key: string, rows: Readonly<Record<string, unknown>>): boolean {
  return CONTENTS[key] !== undefined || rows[key] !== undefined;
}

/** Shipped records that the sheet has not. */
export function missingRecords(context: PlanContext, key: string, read: TableRead | null): readonly RecordOf[] {
  const contents = CONTENTS[key] ?? { by: [], records: () => context.rows[key] ?? [] };
  const present = read?.records ?? [];
  if (contents.by.length === 0) return present.length > 0 ? [] : contents.records(context);
  const idOf = (record: RecordOf) => contents.by.map((column) => record[column] ?? '').join('\n');
  const known = new Set(present.map(idOf));
  return contents.records(context).filter((record) => !known.has(idOf(record)));
}

/** Records as whole rows of a sheet. */
export function lines(records: readonly RecordOf[], head: Head): Cell[][] {
  const keys: (string | null)[] = new Array<null>(head.width).fill(null);
  for (const [name, at] of head.positions) keys[at - 1] = name;
  return records.map((record) => keys.map((name) => (name === null ? null : (record[name] ?? null))));
}

/**
 * How a setting's value is written; the column is text. Options by their label in the workbook's language, ticks as Sheets says
 * them in every language.
 */
function settingText(
  setting: SettingTemplate,
  value: Cell,
  enums: Readonly<Record<string, EnumTemplate>>,
  locale: Locale,
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const list = setting.value.kind === 'enum' ? enums[setting.value.enum] : undefined;
  return list?.options.find(({ id }) => id === value)?.label[locale] ?? String(value);
}

/**
 * Cells of the Settings sheet to write: what is chosen in the sidebar is shown there, and a change of preset changes what still is as
 * the old preset shipped it.
 */
export function settingCells(context: PlanContext, read: TableRead, positions: ReadonlyMap<string, number>): ValueAt[] {
  const [value = 0, shipped = 0] = [positions.get('value'), positions.get('default')];
  const before = context.found.mark?.preset ?? context.choice.preset;
  const cells: ValueAt[] = [];
  (read.records ?? []).forEach((record, i) => {
    const setting = context.template.settings[String(record['key'])];
    if (setting === undefined) return;
    const text = (cell: Cell) => settingText(setting, cell, context.words.enums, context.choice.locale);
    const set = (column: number, to: string) => {
      if (column > 0) cells.push({ row: FIRST_ROW + i, column, value: to });
    };
    const [old, now] = [settingDefault(setting, before), settingDefault(setting, context.choice.preset)];
    const chosen = chosenSettings(context)[String(record['key'])];
    const typed = String(record['value'] ?? '');
    if (chosen !== undefined && typed !== text(chosen)) set(value, text(chosen));
    else if (old !== now && typed === text(old)) set(value, text(now));
    if (old !== now) set(shipped, text(now));
  });
  return cells;
}

/** Settings that say what the workbook is, kept in step with what was chosen. */
function chosenSettings({ choice }: PlanContext): Readonly<Record<string, Cell>> {
  return {
    'general.language': choice.locale,
    'general.preset': choice.preset,
    ...(choice.homeRegion !== undefined && { 'general.home_region': choice.homeRegion }),
  };
}

function settingRecords(context: PlanContext): RecordOf[] {
  const { template, choice, words } = context;
  return Object.entries(template.settings).map(([key, setting]) => {
    const text = (cell: Cell) => settingText(setting, cell, words.enums, choice.locale);
    const shipped = settingDefault(setting, choice.preset);
    return {
      key,
      value: text(chosenSettings(context)[key] ?? shipped),
      default: text(shipped),
      help: bothWays(setting.label, inForce.some((one) => one === key) ? setting.help : later(setting.help)),
    };
  });
}

function later(help: Text): Text {
  return { 'zh-CN': notYet['zh-CN'] + help['zh-CN'], en: `${notYet.en} ${help.en}` };
}

/** In both languages, since whoever sets it up may not be who reads it. */
function bothWays(label: Text, help: Text): string {
  return `${label['zh-CN']}：${help['zh-CN']} ${label.en}: ${help.en}`;
}

function optionRecords({ template }: PlanContext): RecordOf[] {
  return Object.entries(template.enums).flatMap(([list, { options }]) =>
    options.map(({ id, label, aliases, colour }, i) => ({
      enum: list,
      id,
      zh: label['zh-CN'],
      en: label.en,
      aliases: aliases?.join('; ') ?? null,
      order: i + 1,
      active: true,
      colour: colour?.ground ?? null,
    })),
  );
}

/** Whoever builds the pool is its first admin; without an address nobody is. */
function firstAdmin({ actor, words }: PlanContext): RecordOf[] {
  if (actor === '') return [];
  const label = (list: string, id: string) =>
    words.enums[list]?.options.find((option) => option.id === id)?.label[words.locale] ?? id;
  const name = actor.replace(/@.*$/, '');
  return [
    {
      user_id: 'U-000001',
      name,
      email: actor,
      role: label('role', 'admin'),
      active: true,
      language: label('language', words.locale),
      digest: true,
    },
  ];
}
