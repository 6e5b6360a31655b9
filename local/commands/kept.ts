// The page on a workbook that is kept: begun by the demo, gone on with by the next run.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../src/i18n/local';
import type { Locale } from '../../src/template/types';
import { type Host, openHost } from '../host/index';
import { builtFiles, serveWorkbench } from '../workbench/server';
import { keep, openKept, stateKept } from '../workbench/working-file';
import { Complaint } from './complaint';
import type { DemoOptions } from './options';
import { actAsSeller, OWNER, sharedWithTeam } from './people';

/** Options that say how a workbook is built, and nothing to one that stands. */
const BUILDING = ['csv', 'encoding', 'preset', 'region'] as const;

/** Whether there is a workbook to go on with. @throws Complaint `line.kept` when the line asks to build one without saying so */
export function isKept({ file, fresh, given }: DemoOptions): boolean {
  if (fresh || !existsSync(file)) return false;
  const building = BUILDING.find((name) => given.has(name));
  if (building !== undefined) throw unfit(file, building);
  return true;
}

function unfit(file: string, option: keyof DemoOptions): Complaint {
  return new Complaint('line.kept', { file, option: `--${option}` }, { usage: true });
}

/** Keeps the workbook from here on and serves the page. */
export async function begin(root: string, host: Host, { file, lang }: DemoOptions): Promise<void> {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await keep(startOf(file), host);
    await keep(file, host);
  } catch {
    throw new Complaint('output.closed', { folder: path.dirname(file) });
  }
  await serve(root, host, file, lang);
}

/**
 * Opens the kept workbook at the moment it was left, or a later one the line names, and serves the page.
 * @throws Complaint `line.kept` for another language than the workbook's, or a moment before it was left
 */
export async function goOn(root: string, { file, lang, now, given }: DemoOptions): Promise<void> {
  const {
    book,
    memory,
    now: left,
  } = await openKept(file).catch(() => {
    throw new Complaint('file.unreadable', { file });
  });
  const locale: Locale = book.locale.startsWith('zh') ? 'zh-CN' : 'en';
  if (given.has('lang') && lang !== locale) throw unfit(file, 'lang');
  if (now !== null && left !== null && now < left) throw unfit(file, 'now');
  const moment = now ?? left;
  const stray = book.owner === '';
  const host = openHost({
    dist: path.join(root, 'dist'),
    book: stray ? { ...book, owner: OWNER } : book,
    activeLocale: locale,
    ...(memory !== null && { memory }),
    ...(moment !== null && { now: moment }),
  });
  // A workbook made by hand belongs to nobody, and nobody could open it.
  if (stray) sharedWithTeam(host);
  process.stdout.write(`${say(locale, { code: 'demo.kept', args: { file } })}\n`);
  await serve(root, host, file, locale);
}

/** Serves the page until the process is asked to end; what is not written yet is written then. */
async function serve(root: string, host: Host, file: string, locale: Locale): Promise<void> {
  await actAsSeller(host);
  const begun = startOf(file);
  // A workbook made elsewhere goes back to how it was opened.
  const start = existsSync(begun) ? { start: () => stateKept(begun, host) } : {};
  const bench = await serveWorkbench({ host, locale, files: builtFiles(root), file, ...start });
  const end = () => void bench.close();
  process.once('SIGINT', end).once('SIGTERM', end);
  process.stdout.write(`${say(locale, { code: 'demo.serving', args: { url: bench.url } })}\n`);
}

/** The workbook as the demo began it, which a reset goes back to. */
function startOf(file: string): string {
  return file.replace(/\.xlsx$/i, '.start.xlsx');
}
