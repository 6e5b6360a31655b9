// A real browser on the real page: Chromium of this system, the workbench on loopback, axe as the judge of access.
import { existsSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { PROGRAM, startBrowser } from '../../bench/chromium';
import { builtFiles, type Host, type HostOptions, openHost, serveWorkbench, type Workbench } from '../../local/workbench/index';
import type { Locale } from '../../src/template/types';

/** `describe` where a browser is; without one the tests are skipped, or fail where everything must be judged (CI). */
export const withBrowser: typeof describe | typeof describe.skip =
  existsSync(PROGRAM) || process.env['CI'] === 'true' ? describe : skipped();

function skipped() {
  process.stderr.write(`No browser at ${PROGRAM}: browser tests are skipped. Install chromium, or name one in CHROMIUM.\n`);
  return describe.skip;
}

let browser: Browser | null = null;
const opened: { context: BrowserContext; bench: Workbench; page: Page; faults: string[] }[] = [];

// A test that fails once in many runs leaves what its pages showed, for nobody will see it happen.
(globalThis as { onTestFailure?: (test: string) => Promise<void> }).onTestFailure = async (test) => {
  for (const { page } of opened) {
    for (const frame of page.frames()) {
      const shown = await frame
        .locator('body')
        .ariaSnapshot({ timeout: 2_000 })
        .catch((thrown: unknown) => String(thrown));
      process.stderr.write(`Failed: ${test}. ${new URL(frame.url()).pathname} showed:\n${shown.slice(0, 4_000)}\n`);
    }
  }
};

// Also after a failed test: an open server would keep the run from ending.
afterEach(async () => {
  const all = opened.splice(0);
  for (const { context, bench } of all) {
    await context.close();
    await bench.close();
  }
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  browser = null;
});

export interface Opened {
  readonly page: Page;
  readonly host: Host;
  readonly bench: Workbench;
}

/**
 * Opens the sidebar, or the whole workbench, in a page of its own.
 * @param of.host a workbook to go on with; a new spreadsheet otherwise
 */
export async function open(of: {
  readonly locale: Locale;
  readonly path?: 'sidebar' | '';
  readonly host?: Host;
  readonly options?: HostOptions;
  /** Another window than the usual one. */
  readonly screen?: BrowserContextOptions;
}): Promise<Opened> {
  const { locale, path = 'sidebar' } = of;
  const host = of.host ?? newHost(locale, of.options);
  const bench = await serveWorkbench({ host, locale, files: builtFiles(process.cwd()), port: 0 });
  browser ??= await startBrowser();
  const viewport = path === 'sidebar' ? { width: 300, height: 800 } : { width: 1400, height: 850 };
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce', ...of.screen });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  opened.push({ context, bench, page, faults });
  page.setDefaultTimeout(30_000);
  await page.goto(`${bench.url}${path}`);
  return { page, host, bench };
}

const NOW = '2026-03-11T08:30';
const OWNER = 'chen.jing@example.com';

export function newHost(locale: Locale, options: HostOptions = {}): Host {
  return openHost({ owner: OWNER, locale: locale === 'en' ? 'en_US' : 'zh_CN', activeLocale: locale, now: NOW, ...options });
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against access in a page or frame, as `rule: element`; frames inside are pages of their own. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: string[] }[] }[] };
    const { violations: found } = await (globalThis as unknown as { axe: { run(how: object): Promise<Found> } }).axe.run({
      iframes: false,
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
