// The demo: from an empty spreadsheet to a working customer pool, by the calls the sidebar makes, on the local host.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MergeResult } from '../../src/contract/duplicates-api';
import { finishAct, repeated } from '../../src/contract/finish';
import type { ImportResult } from '../../src/contract/import-api';
import type { Server } from '../../src/contract/server-api';
import { checkFile, importFile, previewFile } from '../../src/contract/upload';
import { decode, type Encoding, encodings } from '../../src/encoding/index';
import { say } from '../../src/i18n/local';
import { type Host, openHost, saveBook } from '../host/index';
import { Complaint, granted } from './complaint';
import { type DemoReport, jsonLine, printed } from './demo-report';
import { Outbound, readInput } from './files';
import { begin, goOn, isKept } from './kept';
import { type DemoOptions, readOptions } from './options';
import { mailFiles, OUTBOX } from './outbox';
import { OWNER, sharedWithTeam } from './people';
import { Progress } from './progress';
import { serverOf } from './server-of';
import { protectedRanges, ruledRanges, sharedWith, visibleSheets } from './workbook-facts';

/** The project's folder, two above the built program. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORKBOOK = 'customer-pool.xlsx';
const ZONE = 'Asia/Shanghai';
const SAMPLE = { seed: 1, size: 60 };
/** Mails go out from eight o'clock on, in an hourly run at a minute of its own. */
const MORNING = '09:59';
/** Longer than any row of public holidays. */
const MOST_DAYS = 12;

export async function demo(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(`${say(options.lang, { code: 'demo.help', args: { encodings: encodings.join(', ') } })}\n`);
    return;
  }
  if (!options.once && isKept(options)) return goOn(ROOT, options);
  if (options.empty) {
    const host = openDemoHost(options);
    sharedWithTeam(host);
    return begin(ROOT, host, options);
  }
  // All that can be refused is refused before anything is made.
  const list = options.csv === null ? null : openList(options.csv, options.encoding);
  const out = new Outbound(options.out);
  const progress = new Progress();
  try {
    const host = openDemoHost(options);
    const report = await runDemo(host, options, list, progress);
    progress.step(say(options.lang, { code: 'demo.step.save' }));
    out.put(WORKBOOK, await saveBook(host.book));
    for (const mail of mailFiles(host.outbox)) out.put(path.join(OUTBOX.folder, mail.name), mail.html);
    out.deliver(OUTBOX);
    progress.end();
    const xlsx = path.join(options.out, WORKBOOK);
    const finished = { ...report, xlsx, outbox: path.join(options.out, OUTBOX.folder), seconds: performance.now() / 1000 };
    process.stdout.write(printed(finished, options.lang));
    if (options.json) process.stdout.write(`${jsonLine(finished)}\n`);
    if (!options.once) await begin(ROOT, host, options);
  } catch (thrown) {
    progress.end();
    out.discard();
    throw thrown;
  }
}

interface List {
  readonly fileName: string;
  readonly text: string;
  readonly encoding: Encoding | null;
}

function openList(file: string, encoding: Encoding | null): List {
  const fileName = path.basename(file);
  const decoded = decode(readInput(file), { fileName, ...(encoding !== null && { encoding }) });
  if (!decoded.ok) throw new Complaint(decoded.reason.code, decoded.reason.args);
  return { fileName, text: decoded.text, encoding: decoded.encoding };
}

function openDemoHost({ lang, now }: DemoOptions): Host {
  return openHost({
    dist: path.join(ROOT, 'dist'),
    owner: OWNER,
    locale: lang === 'zh-CN' ? 'zh_CN' : 'en_US',
    activeLocale: lang,
    timeZone: ZONE,
    ...(now !== null && { now }),
  });
}

async function runDemo(host: Host, options: DemoOptions, given: List | null, progress: Progress): Promise<DemoReport> {
  const { lang, preset, region } = options;
  const server = serverOf(host);
  const step = (name: 'template' | 'import' | 'sample' | 'duplicates' | 'protection' | 'reminders') =>
    progress.step(say(lang, { code: `demo.step.${name}` }));

  step('template');
  const choice = { locale: lang, preset, homeRegion: region };
  const plan = granted(await server.planTemplate(choice));
  host.resetCalls();
  granted(await repeated(() => server.applyTemplate(choice)));

  step('import');
  // The sample's customers come as a file, like anybody's.
  const list = given ?? { fileName: 'sample.csv', text: granted(await server.sampleCsv(SAMPLE)).csv, encoding: null };
  const imported = await importAll(server, list, (percent) =>
    progress.step(say(lang, { code: 'demo.step.importing', args: { percent } })),
  );
  const { calls, virtualSeconds } = host;

  let sample: DemoReport['sample'] = null;
  if (given === null) {
    step('sample');
    sample = granted(await server.loadSample({ ...SAMPLE, customers: false }));
    // A person shares the file; no product does that.
    for (const person of granted(await server.owners())) if (person.email !== '') sharedWith(host, person.email);
  }

  step('duplicates');
  const { counts } = granted(await server.scanDuplicates({ page: 0, certainty: 'exact', fresh: true }));
  const { leftOut } = granted(await server.planBatch(EXACT));
  const merge = counts.exact === leftOut.length ? null : await mergeExact(server);

  step('protection');
  const owners = await protectAll(server);

  step('reminders');
  granted(await server.remindersOn());
  const waited = await waitForMails(host, server);
  const morning = (host.outbox[0]?.at ?? waited).replace('T', ' ');

  const secondPlan = granted(await server.planTemplate({})).operations;
  const book = host.book;
  return {
    file: given === null ? null : { name: given.fileName, encoding: given.encoding },
    sheets: book.sheets.length,
    visible: visibleSheets(book),
    columns: plan.columns,
    rules: ruledRanges(book),
    charts: plan.charts,
    operations: plan.operations,
    secondPlan,
    imported,
    sample: sample && { ...sample, people: granted(await server.owners()).length },
    duplicates: counts.exact,
    merged: merge?.merged ?? 0,
    children: merge?.children ?? 0,
    leftOut: { groups: leftOut.length, reason: leftOut[0]?.reason ?? null },
    protectedRanges: protectedRanges(book),
    owners,
    morning,
    mails: host.outbox.length,
    calls,
    virtualSeconds,
  };
}

async function importAll(server: Server, { fileName, text }: List, percent: (done: number) => void): Promise<ImportResult> {
  const watch = ({ done, of }: { done: number; of: number }) => {
    percent(of === 0 ? 100 : Math.floor((100 * done) / of));
    return true;
  };
  const file = { fileName, text, ...granted(await previewFile(server, fileName, text)) };
  const { records } = granted(await checkFile(server, file, watch));
  return granted(await importFile(server, { ...file, records, acceptOwners: true }, watch));
}

/** Nobody looks at the demo's groups: only what is the same for certain is merged. */
const EXACT = { certainties: ['exact'] } as const;

async function mergeExact(server: Server): Promise<MergeResult> {
  return granted(await finishAct(server, await server.mergeBatch(EXACT)));
}

/** @returns how many people have rows of their own now */
async function protectAll(server: Server): Promise<number> {
  const applied = await repeated(async () => {
    const reply = await server.applyProtection();
    // Sorted as well as can be and still too many: the report says how many ranges there are.
    return reply.ok && reply.value.sortFirst && reply.value.txn === null
      ? { ok: true as const, value: { ...reply.value, finished: true } }
      : reply;
  });
  granted(applied);
  return granted(await server.owners()).filter(({ editor, active, customers }) => editor && active && customers > 0).length;
}

/** Lets days pass until the hourly run has sent something, or could not. @returns the moment reached */
async function waitForMails(host: Host, server: Server): Promise<string> {
  const reachable = granted(await server.owners()).some((person) => person.active && person.email !== '' && person.customers > 0);
  let moment = '';
  for (let days = 1; days <= MOST_DAYS; days++) {
    moment = `${dayAfter(host.now.slice(0, 10))}T${MORNING}`;
    host.advanceTo(moment);
    if (host.outbox.length > 0 || (!reachable && !isWeekend(moment))) break;
  }
  return moment;
}

function isWeekend(moment: string): boolean {
  return [0, 6].includes(new Date(`${moment}:00Z`).getUTCDay());
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
