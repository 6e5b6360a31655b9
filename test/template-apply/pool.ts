// A spreadsheet the template is applied to: opened, brought to a choice, looked at sheet by key, column by key.
import { type Host, type HostOptions, type HostState, openHost, type SheetModel } from '../../local/host/index';
import type { TemplateChoice, TemplatePlan, TemplateResult } from '../../src/contract/template-api';
import type { Reply } from '../../src/contract/wire';
import { type SheetKey, tableOf } from '../../src/template/index';

export const OWNER = 'owner@example.com';
const NOW = '2026-03-11T09:00';
export const CHINESE: TemplateChoice = { locale: 'zh-CN', preset: 'b2b' };

export function openEmpty(options: HostOptions = {}): Host {
  return openHost({ owner: OWNER, editors: ['wei@example.com'], now: NOW, ...options });
}

const made = new Map<string, HostState>();

/** A spreadsheet with a pool just made in it; made once a test file for the same choice. */
export function openPool(choice: TemplateChoice = CHINESE, options: HostOptions = {}): Host {
  const key = JSON.stringify([choice, options]);
  const known = made.get(key);
  const host = openEmpty(options);
  if (known !== undefined) return host.restore(known);
  apply(host, choice);
  host.resetCalls();
  made.set(key, host.snapshot());
  return host;
}

/** @throws Error with what the log says when the call is refused */
export function apply(host: Host, choice: TemplateChoice = {}): TemplateResult {
  return answered(host, host.rpc('applyTemplate', choice) as Reply<TemplateResult>);
}

export function plan(host: Host, choice: TemplateChoice = {}): TemplatePlan {
  return answered(host, host.rpc('planTemplate', choice) as Reply<TemplatePlan>);
}

function answered<T>(host: Host, reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const said = host.logs.filter(({ level }) => level === 'error').map(({ text }) => text);
  throw new Error(`${reply.code} ${JSON.stringify(reply.args)} ${said[said.length - 1] ?? ''}`);
}

/** A sheet of ours as the workbook's state remembers it, whatever its name. */
export function sheetOf(host: Host, key: SheetKey): SheetModel {
  const found = findSheet(host, key);
  if (found === undefined) throw new Error(`there is no sheet ${key}`);
  return found;
}

export function findSheet(host: Host, key: SheetKey): SheetModel | undefined {
  const { sheets } = JSON.parse(host.properties.get('cp:state') ?? '{"sheets":{}}') as { sheets: Record<string, number> };
  return host.book.sheets.find(({ id }) => id === sheets[key]);
}

/** 1-based column of a key; 0 where there is none. */
export function columnOf(host: Host, key: SheetKey, column: string): number {
  return (sheetOf(host, key).cells[0] ?? []).indexOf(column) + 1;
}

export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** A cell of a table in A1, with the sheet's name. */
export function at(host: Host, key: SheetKey, column: string, row: number): string {
  return `'${sheetOf(host, key).name}'!${letters(columnOf(host, key, column))}${row}`;
}

/** Labels of row 2 by key. */
export function labelsOf(host: Host, key: SheetKey): Record<string, unknown> {
  const { cells } = sheetOf(host, key);
  return Object.fromEntries((cells[0] ?? []).map((name, i) => [String(name), cells[1]?.[i] ?? null]));
}

/** Keys of row 1 that the template declares, each as often as it stands there. */
export function ownKeys(host: Host, key: 'customers' | 'orders' | 'interactions'): string[] {
  const declared = Object.keys(tableOf(key).columns);
  return (sheetOf(host, key).cells[0] ?? []).map(String).filter((name) => declared.includes(name));
}

/** Keys of format rules of ours, in order. */
export function markersOf(sheet: SheetModel): string[] {
  return sheet.conditionalFormats.flatMap(({ values }) => /N\("cp:([^"]+)"\)/.exec(String(values[0]))?.[1] ?? []);
}
