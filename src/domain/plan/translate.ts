// Changing the workbook's language: which words of which columns become which.
import type { EnumTemplate, Locale, OptionTemplate, SettingTemplate, TableTemplate } from '../../template/types';
import type { PlanContext } from './context';
import { tableRead } from './context';
import type { Translation } from './operations';

type Labels = Readonly<Record<string, string>>;

/** The columns of a table whose cells hold words of the old language; none when the language stays. */
export function translationsOf(context: PlanContext, key: string, template: TableTemplate): Translation[] {
  const { from, heads } = context;
  const positions = heads.get(key)?.positions;
  if (from === null || positions === undefined) return [];
  const out: Translation[] = [];
  for (const [name, column] of Object.entries(template.columns)) {
    const at = positions.get(name);
    if (at === undefined) continue;
    if (column.kind === 'enum') add(out, { column: at, labels: optionLabels(context, context.words.enums[column.enum], from) });
    if (column.kind === 'ref' && column.also !== undefined) {
      add(out, { column: at, labels: optionLabels(context, context.words.enums[column.also], from) });
    }
    if (column.kind === 'place') add(out, placeTranslation(context, from, at, column.level, positions.get(column.within ?? '')));
  }
  const issue = positions.get('issue');
  if (issue !== undefined && template.columns['issue'] !== undefined) {
    add(out, { column: issue, labels: headLabels(context, key, template, from), entries: true });
  }
  const [keys, value, shipped] = ['key', 'value', 'default'].map((name) => positions.get(name));
  if (key === 'settings' && keys !== undefined && value !== undefined && shipped !== undefined) {
    const labels = settingLabels(context, from);
    for (const column of [value, shipped]) out.push({ column, labels: {}, by: { column: keys, labels } });
  }
  return out;
}

function add(out: Translation[], translation: Translation): void {
  if (Object.keys(translation.labels).length > 0 || translation.by !== undefined) out.push(translation);
}

function optionLabels({ choice }: PlanContext, list: EnumTemplate | undefined, from: Locale): Labels {
  return changes((list?.options ?? []).map(({ label }: OptionTemplate) => [label[from], label[choice.locale]] as const));
}

/**
 * Labels of columns that follow the language; one that people wrote themselves stays, and so do the entries that name it. Known from
 * the template, since a killed run may have rewritten the head already.
 */
function headLabels({ choice, found, heads }: PlanContext, key: string, template: TableTemplate, from: Locale): Labels {
  const head = heads.get(key);
  const labels = new Map((tableRead(found.sheets[key])?.labels ?? []).map((label, i) => [i + 1, label.trim()]));
  for (const { row, column, value } of head?.cells ?? []) if (row === 2) labels.set(column, String(value));
  return changes(
    Object.entries(template.columns)
      .filter(([name, { label }]) => labels.get(head?.positions.get(name) ?? 0) === label[choice.locale])
      .map(([, { label }]) => [label[from], label[choice.locale]] as const),
  );
}

function settingLabels(context: PlanContext, from: Locale): Readonly<Record<string, Labels>> {
  const byKey: Record<string, Labels> = {};
  for (const [key, { value }] of Object.entries<SettingTemplate>(context.template.settings)) {
    if (value.kind === 'enum') byKey[key] = optionLabels(context, context.words.enums[value.enum], from);
  }
  return byKey;
}

/**
 * Places of the Regions sheet. A city is translated by its province, since cities of two provinces may sound alike; without one
 * only where its name leads back to it.
 */
function placeTranslation(
  context: PlanContext,
  from: Locale,
  column: number,
  level: 'province' | 'city',
  within: number | undefined,
): Translation {
  const of = (name: string, locale: Locale) => (locale === 'en' ? `${name}_en` : name);
  const to = context.choice.locale;
  const places = (tableRead(context.found.sheets['regions'])?.records ?? []).map((row) => ({
    province: String(row[of('province', from)] ?? ''),
    provinceNow: String(row[of('province', to)] ?? ''),
    old: String(row[of(level, from)] ?? ''),
    now: String(row[of(level, to)] ?? ''),
  }));
  const labels = changes(
    places.filter(({ old, now }) => only(places, 'now', now, 'old') && only(places, 'old', old, 'now')).map(pair),
  );
  if (level === 'province' || within === undefined) return { column, labels };
  const byProvince: Record<string, Labels> = {};
  for (const { province, provinceNow } of places) {
    byProvince[province] ??= changes(places.filter((place) => place.province === province).map(pair));
    // A killed run may have translated the province alone.
    byProvince[provinceNow] ??= byProvince[province] ?? {};
  }
  return { column, labels, by: { column: within, labels: byProvince } };
}

interface Place {
  readonly old: string;
  readonly now: string;
}

function pair({ old, now }: Place): readonly [string, string] {
  return [old, now];
}

/** Whether all places that have `text` as one name have the same other name. */
function only(places: readonly Place[], one: keyof Place, text: string, other: keyof Place): boolean {
  return new Set(places.filter((place) => place[one] === text).map((place) => place[other])).size === 1;
}

function changes(pairs: readonly (readonly [old: string, now: string])[]): Labels {
  return Object.fromEntries(pairs.filter(([old, now]) => old !== '' && now !== '' && old !== now));
}
