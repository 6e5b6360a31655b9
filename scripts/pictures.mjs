// Takes the pictures of README and manual from the running demo, in both languages: `npm run pictures` writes docs/pictures/*.png.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const LANGUAGES = ['zh-CN', 'en'];
const FOLDER = 'docs/pictures';
/** What the demo makes; not the workbook somebody works with. */
const FILES = '.cache/pictures';
/** The same day in every picture, so that only what changed in the product changes in them. */
const NOW = '2026-03-11T08:30';
const SELLER = 'wei.ran@example.com';
/** Pixels to the right in Customers: tier, stage and next follow-up with their colours. */
const TO_FOLLOW_UP = 1735;

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const lang of LANGUAGES) {
  const { url, stop } = await serve(lang);
  try {
    await takeWorkbench(url, lang);
    await takePanels(url, lang);
  } finally {
    stop();
  }
  await takeFirstRun(lang);
}
await browser.close();

/** Runs the demo until it tells its address. */
function serve(lang) {
  const args = [
    '.cache/local/commands.cjs',
    'demo',
    '--lang',
    lang,
    '--now',
    NOW,
    '--out',
    FILES,
    '--file',
    `${FILES}/pool.xlsx`,
    '--fresh',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (url !== undefined) resolve({ url, stop: () => child.kill() });
    });
    child.on('exit', (code) => reject(new Error(`The demo ended with ${code}.`)));
  });
}

async function takeWorkbench(url, lang) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 }, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.getByRole('combobox').first().selectOption(SELLER);
  await page.frameLocator('.sidebar iframe').getByRole('listitem').first().waitFor();
  await page.getByRole('gridcell', { name: 'C-000005', exact: true }).waitFor();
  await page.locator('.grid-box').evaluate((sheet, left) => sheet.scrollTo({ left }), TO_FOLLOW_UP);
  await page.screenshot({ path: `${FOLDER}/workbench.${lang}.png` });
  await page.close();
}

/** Each area as it opens: today for a salesperson (who acts since the picture before), the others for the owner. */
async function takePanels(url, lang) {
  const page = await browser.newPage({ viewport: { width: 300, height: 720 }, reducedMotion: 'reduce' });
  const quiet = callsOf(page);
  const take = async (name) => {
    await quiet();
    // Off the button just clicked, which would stay lit.
    await page.mouse.move(150, 600);
    await page.screenshot({ path: `${FOLDER}/sidebar-${name}.${lang}.png` });
  };
  await page.goto(`${url}sidebar`);
  await page.getByRole('listitem').first().waitFor();
  await take('today');
  await page.evaluate(async () => {
    const { people } = await (await fetch('/state')).json();
    const headers = { 'content-type': 'application/json' };
    await fetch('/acting', { method: 'POST', headers, body: JSON.stringify({ user: people[0].email }) });
  });
  await page.goto(`${url}sidebar`);
  const areas = page.getByRole('navigation').first().getByRole('button');
  for (const [i, name] of ['customer', 'data', 'team', 'settings'].entries()) {
    await areas.nth(i + 1).click();
    await take(name);
  }
  await page.close();
}

/** An empty spreadsheet: the wizard at its plan, and the tour on the pool it builds. */
async function takeFirstRun(lang) {
  const { builtFiles, openHost, serveWorkbench } = createRequire(import.meta.url)('../.cache/local/workbench.cjs');
  const locale = lang === 'en' ? 'en_US' : 'zh_CN';
  const host = openHost({ owner: 'chen.jing@example.com', locale, activeLocale: lang, now: NOW });
  const bench = await serveWorkbench({ host, locale: lang, files: builtFiles(process.cwd()), port: 0 });
  const page = await browser.newPage({ viewport: { width: 300, height: 720 }, locale: lang, reducedMotion: 'reduce' });
  const quiet = callsOf(page);
  await page.goto(`${bench.url}sidebar`);
  const forward = page.locator('form button[type=submit]');
  for (let step = 1; step < 4; step++) await forward.click();
  await quiet();
  await page.screenshot({ path: `${FOLDER}/sidebar-wizard.${lang}.png` });
  await forward.click();
  await page.locator('form button.action[type=button]').click();
  await quiet();
  await page.screenshot({ path: `${FOLDER}/sidebar-tour.${lang}.png` });
  await page.close();
  await bench.close();
}

/** @returns a wait for the moment when all calls of the page are answered and drawn */
function callsOf(page) {
  let open = 0;
  let changed = Date.now();
  const count = (step) => () => {
    open += step;
    changed = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return async () => {
    changed = Date.now();
    while (open > 0 || Date.now() - changed < 300) await new Promise((resolve) => setTimeout(resolve, 50));
  };
}
