// Custom fields: an admin says what a spare column holds; header, rule, form and import follow, and what stands in it is read anew.
import type { ActResult } from '../contract/duplicates-api';
import type { FieldChange, FieldPlan, FieldSlot, SettingsApi } from '../contract/settings-api';
import type { CellChange, Change } from '../domain/acts/change';
import { idsOf, tokensOf } from '../domain/acts/rows';
import {
  FIELDS_SETTING,
  fieldColumn,
  fieldKinds,
  fieldLists,
  fieldsText,
  isFieldLabel,
  LABEL_MAX,
  slots,
} from '../domain/fields/fields';
import { clashIn, newOptionId, OPTION_MAX } from '../domain/fields/options';
import { kindOf } from '../domain/kinds/index';
import { optionRead, optionsInForce } from '../domain/plan/options';
import { Refusal } from '../domain/refusal';
import { withLock } from '../gateway/lock';
import { readPeople, requireAdmin } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { openRun, poolState, type Run } from '../gateway/run';
import {
  appendRecords,
  cellOf,
  labelAt,
  readHead,
  readTable,
  recordOf,
  type Table,
  tableTemplate,
  textOf,
} from '../gateway/table';
import { workbook } from '../template/index';
import type { Cell, CustomFields, EnumTemplate, Text } from '../template/types';
import { beginAct, requirePool, settleOpen } from './acts';

export const fieldsApi = { fields, planField, saveField } satisfies Partial<SettingsApi>;

/** Service calls up to the plan of a change. */
const PLANNED = 12;

/** Cells that do not fit are shown, not all of them. */
const EXAMPLES = 5;

function fields(): readonly FieldSlot[] {
  const run = openRun();
  requirePool(run);
  const head = readHead(run, 'customers');
  const known = fieldsOf(run);
  return slots
    .filter((slot) => head.columns.has(slot))
    .map((slot) => ({ slot, label: labelAt(head, slot), field: known[slot] ?? null }));
}

function fieldsOf(run: Run): CustomFields {
  return poolState(run).fields ?? {};
}

/** @throws Refusal what stands against the change */
function judged(run: Run, head: Table, change: FieldChange): CustomFields {
  const { slot, field } = change;
  if (!slots.includes(slot) || !head.columns.has(slot)) throw new Refusal('fields.unknown', { slot });
  const known = fieldsOf(run);
  if (field === null) {
    const { [slot]: was, ...others } = known;
    return was === undefined ? others : { ...others, [slot]: { kind: was.kind, label: was.label, off: true } };
  }
  if (!fieldKinds.includes(field.kind)) throw new Refusal('fields.unknown', { slot: field.kind });
  const label = { 'zh-CN': field.label['zh-CN'].trim(), en: field.label.en.trim() };
  for (const text of Object.values(label)) if (!isFieldLabel(text)) throw new Refusal('fields.name', { text, max: LABEL_MAX });
  const others = [...head.columns.keys()].filter((key) => key !== slot);
  const taken = Object.values(label).find((text) => others.some((key) => labelAt(head, key) === text));
  if (taken !== undefined) throw new Refusal('fields.taken', { text: taken });
  const next = { ...known, [slot]: { kind: field.kind, label } };
  if (fieldsText(next).length > workbook.settings[FIELDS_SETTING].value.max)
    throw new Refusal('fields.name', { text: label.en, max: LABEL_MAX });
  return next;
}

interface Planned {
  readonly next: CustomFields;
  readonly options: Table;
  /** Rows to add to the Options sheet. */
  readonly added: readonly Readonly<Record<string, Cell>>[];
  readonly records: readonly CellChange[];
  readonly view: FieldPlan;
}

function planned(run: Run, change: FieldChange): Planned {
  const { slot, field } = change;
  const head = readHead(run, 'customers');
  const next = judged(run, head, change);
  const options = readTable(run, 'options');
  const rows = options.rows.map((row) => recordOf(options, row));
  const added = field === null ? [] : optionsAdded(slot, fieldLists(next)[slot], change.options, rows.map(optionRead));
  const table = readTable(run, 'customers', ['customer_id', slot]);
  const held = table.rows.map((row) => cellOf(table, row, slot));
  const filled = held.filter((cell) => cell !== null).length;
  if (field === null) return { next, options, added, records: [], view: { filled, rewritten: 0, unfit: 0, examples: [] } };

  const declared = tableTemplate('customers').columns[slot];
  if (declared === undefined) throw new Refusal('fields.unknown', { slot });
  const column = fieldColumn(declared, slot, next[slot]);
  const enums = optionsInForce({ ...workbook.enums, ...fieldLists(next) }, [...rows, ...added].map(optionRead));
  const context = { ...kindContext(run), enums };
  const unfit: string[] = [];
  const records = tokensOf(idsOf('customers', table)).flatMap((id, row): CellChange[] => {
    const before = held[row] ?? null;
    if (before === null) return [];
    const reading = kindOf(column).parse(before, column, context);
    if (!reading.ok) unfit.push(String(before));
    return reading.ok && reading.value !== before ? [{ id, before: { [slot]: before }, after: { [slot]: reading.value } }] : [];
  });
  const examples = [...new Set(unfit)].slice(0, EXAMPLES);
  return { next, options, added, records, view: { filled, rewritten: records.length, unfit: unfit.length, examples } };
}

/** First options of a field's list that it has not yet, as rows of the Options sheet. */
function optionsAdded(
  slot: string,
  list: EnumTemplate | undefined,
  wanted: readonly Text[],
  rows: readonly ReturnType<typeof optionRead>[],
): Record<string, Cell>[] {
  if (list === undefined) return [];
  const known = optionsInForce({ [slot]: list }, rows)[slot] ?? list;
  let whole: EnumTemplate = known;
  const added: Record<string, Cell>[] = [];
  for (const { 'zh-CN': zh, en } of wanted) {
    const label = { 'zh-CN': zh.trim() || en.trim(), en: en.trim() || zh.trim() };
    if (label.en === '' || clashIn(whole, null, label, []) !== null) continue;
    const long = Object.values(label).find((text) => text.length > OPTION_MAX || text.includes(';'));
    if (long !== undefined) throw new Refusal('options.name', { text: long, max: OPTION_MAX });
    const id = newOptionId(whole, label);
    whole = { ...whole, options: [...whole.options, { id, label }] };
    added.push({ enum: slot, id, zh: label['zh-CN'], en: label.en, order: whole.options.length, active: true });
  }
  if (whole.options.length === 0) throw new Refusal('fields.noOptions');
  return added;
}

function planField(change: FieldChange): FieldPlan {
  const run = openRun();
  requirePool(run);
  requireAdmin(run, readPeople(run), 'options.adminOnly');
  return planned(run, change).view;
}

function saveField(change: FieldChange): ActResult {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireAdmin(run, readPeople(run), 'options.adminOnly');
    settleOpen(run);
    const { next, options, added, records } = planned(run, change);
    const settings = readTable(run, 'settings');
    const row = settings.rows.find((one) => textOf(settings, one, 'key') === FIELDS_SETTING);
    if (row === undefined) throw new Refusal('fields.noSetting');
    const [before, after] = [cellOf(settings, row, 'value'), fieldsText(next) || null];
    // Without a field that uses them they mean nothing, so they need no undo.
    if (added.length > 0) appendRecords(options, added);
    if (before === after && added.length === 0) return { txn: '', done: 0, of: 0, finished: true, left: 0 };
    const setting: CellChange = { id: FIELDS_SETTING, before: { value: before }, after: { value: after } };
    const changes: Change[] = [
      { type: 'cells', sheet: 'settings', records: [setting] },
      ...(records.length > 0 ? [{ type: 'cells', sheet: 'customers', records } as const] : []),
    ];
    return beginAct(run, 'fields', { changes, tally: { rewritten: records.length } }, PLANNED);
  });
}
