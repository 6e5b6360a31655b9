// The local host: Apps Script for one bundle and one workbook on this machine.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newBook } from './book';
import { Host } from './host';
import { recall } from './memory';
import { COST, type HostOptions, LIMITS } from './settings';
import { World } from './world';
import { instantOfText } from './zone';

interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
}

/** Opens a workbook with the bundle of a folder; the owner acts first. */
export function openHost(options: HostOptions = {}): Host {
  const dist = resolve(options.dist ?? 'dist');
  const manifest = JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')) as Manifest;
  const { owner = 'owner@example.com', locale = 'zh_CN', timeZone = 'Asia/Shanghai' } = options;
  const book = options.book ?? newBook({ owner, locale, timeZone });
  for (const editor of options.editors ?? [])
    if (!book.editors.includes(editor.toLowerCase())) book.editors.push(editor.toLowerCase());
  for (const viewer of options.viewers ?? [])
    if (!book.viewers.includes(viewer.toLowerCase())) book.viewers.push(viewer.toLowerCase());
  const world = new World({
    book,
    dist,
    edition: options.edition ?? 'bound',
    activeLocale: options.activeLocale ?? (book.locale.startsWith('zh') ? 'zh-CN' : 'en'),
    workspace: options.workspace ?? false,
    blindTriggers: options.blindTriggers ?? false,
    limits: { ...LIMITS, ...options.limits },
    cost: { ...COST, ...options.cost },
    scriptZone: manifest.timeZone ?? book.timeZone,
    scopes: manifest.oauthScopes ?? [],
    now: options.now === undefined ? Date.now() : instantOfText(book.timeZone, options.now),
  });
  if (options.memory !== undefined) recall(world, options.memory);
  const host = new Host(world);
  if (options.failAt !== undefined) host.failAt(options.failAt);
  return host;
}

export * from './book';
export { type ConditionalStyle, cellKey, conditionalStyles } from './conditional';
export { createEngine } from './engine';
export { Killed, Refused, ScriptError } from './errors';
export { exposedMethods } from './guard';
export { Host, type HostState } from './host';
export { invalidCells } from './invalid';
export type { Memory } from './memory';
export type { Calls } from './meter';
export type { CostModel, Fault, HostOptions, Limits } from './settings';
export { loadWorkingFile, saveWorkingFile, type WorkingFile } from './side-file';
export { cloneBook, differences, equalBooks } from './snapshot';
export type { LogLine, Mail, MenuItem, MenuModel, Page, RunCost, TriggerModel } from './world';
export { cutCells, loadBook, type SaveOptions, saveBook } from './xlsx/index';
