// One walk through everything, as somebody would take it who has just opened an empty spreadsheet; `npm run pictures` takes its pictures.

import { TOUR_STEPS, type TourStep } from '../../src/contract/settings-api';
import { sampleTeam } from '../../src/domain/sample/team';
import { enums } from '../../src/template/enums';
import type { Locale } from '../../src/template/types';
import { call, FIRST, recordsIn } from '../acts/pool';
import { withBrowser } from './browser';
import { Walk } from './walk';
import { LOCALES } from './words';

const OWNER = 'chen.jing@example.com';
const SELLER = 'li.lei@example.com';
/** Nobody of the sample has it. */
const FREE = '139 0000 1234';
/** Zhang Wei's, of the sample; he is the owner's. */
const TAKEN = '13400003690';

/** A record a little above those in the picture, over which the tip of its cell would lie. */
const TRIED = 17;
/** First row of the picture; what stands above has letters not every machine can draw. */
const SHOWN = 28;
/** Steps of the tour that the workbook shows to be done, after this walk. */
const TOLD: readonly TourStep[] = ['enter', 'remind'];

const other = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');

withBrowser('from an empty spreadsheet to a pool in use', () => {
  test.each(LOCALES)(
    '%s: wizard, tour, team, today, search, card, form, grid, paste, data, settings',
    async (locale) => {
      const walk = await Walk.begin(
        locale,
        sampleTeam.map(({ email }) => email),
      );
      await runWizard(walk);
      await beginTour(walk);
      await lookAround(walk);
      await setUpTeam(walk);
      await logContact(walk);
      await findCustomer(walk);
      await walk.become(SELLER);
      await enterByForm(walk);
      await enterInGrid(walk);
      await pasteBlock(walk);
      await walk.become(OWNER);
      await visitData(walk);
      await visitSettings(walk);
      await readOtherwise(walk);
      await endTour(walk);
    },
    300_000,
  );
});

/** Four answers and a plan; the pool is built with the sample in it. */
async function runWizard(walk: Walk): Promise<void> {
  const { t } = walk;
  await walk.heading(t('wizard.ask1')).waitFor();
  await walk.stop();
  for (const next of [2, 3, 4] as const) {
    await walk.button(t('wizard.next')).click();
    await walk.heading(t(`wizard.ask${next}`)).waitFor();
    // Home, as the numbers of the sample are written.
    if (next === 3) await walk.sidebar.getByLabel(t('wizard.region')).selectOption('CN');
  }
  await walk.sidebar.getByText(t('templatePanel.charts')).waitFor();
  await walk.stop('wizard');
  await walk.button(t('templatePanel.build')).click();
  await walk.heading(t('wizard.ready')).waitFor();
  await walk.stop();
}

/** The tour's first step is done in the sheet: another word from a list. */
async function beginTour(walk: Walk): Promise<void> {
  const { t, locale, page, host } = walk;
  await walk.button(t('tour.start')).click();
  await walk.heading(t('tour.choose')).waitFor();
  const prospect = enums.tier.options[2].label[locale];
  await walk.cell(FIRST + TRIED, 'tier');
  const option = page.getByRole('option', { name: prospect });
  // The cell's rule comes with its window: until then there is nothing to open.
  for (let tries = 0; tries < 10 && !(await option.isVisible()); tries++) {
    await page.keyboard.press('Alt+ArrowDown');
    await option.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await option.click();
  await walk.sidebar.getByRole('checkbox', { name: t('tour.done') }).check();
  await walk.stop('tour');
  expect(recordsIn(host, 'customers')[TRIED]?.['tier']).toBe(prospect);
  await walk.button(t('tour.end')).click();
}

/** Reminders and the sheet's watcher go on, and everybody's rows are closed to the others. */
async function setUpTeam(walk: Walk): Promise<void> {
  const { t } = walk;
  await walk.go('team');
  await walk.button(t('protectionPanel.apply')).click();
  await walk.sidebar.getByText(t('protectionPanel.level')).waitFor();
  await walk.button(t('remindersPanel.turnOn')).click();
  await walk.sidebar.getByText(t('remindersPanel.byYou')).waitFor();
  await walk.stop();
}

/** The pool beside the day's work. */
async function lookAround(walk: Walk): Promise<void> {
  await walk.go('today');
  await walk.sidebar.getByRole('region', { name: walk.t('today.overdue') }).waitFor();
  await walk.show(SHOWN, 'tier');
  await walk.stopOutside('workbench');
  await walk.stop('today');
}

async function logContact(walk: Walk): Promise<void> {
  const { t, host } = walk;
  const [first] = call(host, 'today').overdue;
  const name = first?.name ?? '';
  await walk.go('today');
  const before = recordsIn(host, 'interactions').length;
  await walk.button(`${t('today.reached')}, ${name}`).click();
  const log = walk.sidebar.getByRole('form', { name: t('today.log', { name }) });
  await log.getByRole('textbox', { name: t('log.summary') }).fill('样品收到');
  await walk.stop();
  await log.getByRole('button', { name: t('log.save') }).click();
  await log.waitFor({ state: 'detached' });
  expect(recordsIn(host, 'interactions')).toHaveLength(before + 1);
}

/** By the initials of his name, and on to his card. */
async function findCustomer(walk: Walk): Promise<void> {
  const { t } = walk;
  await walk.go('customer');
  await walk.sidebar.getByRole('searchbox').fill('zw');
  await walk.sidebar.getByText(t('search.as.pinyin', { text: 'zw' }), { exact: true }).waitFor();
  await walk.stop('search');
  await walk.sidebar
    .getByRole('region', { name: t('search.results') })
    .getByRole('listitem')
    .filter({ hasText: '134 0000 3690' })
    .getByRole('button', { name: '张伟' })
    .click();
  await walk.heading('张伟').waitFor();
  await walk.sidebar.getByRole('tabpanel').waitFor();
  await walk.stop('card');
  await walk.page.keyboard.press('Escape');
}

/** A number that is known already is said, and whose it is; with another, the customer is saved. */
async function enterByForm(walk: Walk): Promise<void> {
  const { t, host, page } = walk;
  await walk.go('customer');
  await walk.button(t('customerForm.new')).click();
  await walk.field('name').fill('宋知夏');
  await walk.field('company').fill('苏州云杉贸易');
  await walk.field('mobile').fill(TAKEN);
  await walk.field('email').focus();
  await walk.sidebar.getByRole('alert').filter({ hasText: '张伟' }).waitFor();
  await walk.stop('form');
  await walk.field('mobile').fill(FREE);
  await walk.field('email').focus();
  await walk.sidebar.getByRole('alert').filter({ hasText: '张伟' }).waitFor({ state: 'detached' });
  await walk.field('source').selectOption({ index: 2 });
  await walk.button(t('customerForm.next')).click();
  await walk.stop();
  await walk.button(t('customerForm.next')).click();
  await walk.stop();
  await page.keyboard.press('Control+Enter');
  await walk.heading('宋知夏').waitFor();
  await walk.stop();
  expect(recordsIn(host, 'customers').find(({ name }) => name === '宋知夏')?.['mobile']).toBe('+8613900001234');
}

/** Typed cell by cell under the last row: the sheet gives an id and writes the number as it is kept. */
async function enterInGrid(walk: Walk): Promise<void> {
  const { host, page } = walk;
  await walk.cell(FIRST + recordsIn(host, 'customers').length, 'name');
  for (const word of ['顾北辰', '青禾物流', '139-0000-5678']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  await walk.stopOutside();
  const row = recordsIn(host, 'customers').at(-1);
  expect(row).toMatchObject({ name: '顾北辰', company: '青禾物流', mobile: '+8613900005678' });
  expect(row?.['customer_id']).toMatch(/^C-\d{6}$/);
}

/** Three rows from another program: all get ids and numbers as they are kept, and the one known already is named. */
async function pasteBlock(walk: Walk): Promise<void> {
  const { host, page } = walk;
  const block = [
    '许诺\t白鹭科技\t139 0000 7001',
    '叶知秋\t云起设计\t１３９００００７００２',
    `张伟\t上海启明科技有限公司\t${TAKEN}`,
  ];
  await page.evaluate((text) => navigator.clipboard.writeText(text), block.join('\n'));
  await walk.cell(FIRST + recordsIn(host, 'customers').length, 'name');
  await page.keyboard.press('Control+v');
  await page.getByRole('gridcell', { name: '叶知秋' }).waitFor();
  await walk.show(recordsIn(host, 'customers').length - 9, 'mobile');
  await walk.stopOutside('paste');
  const pasted = recordsIn(host, 'customers').slice(-3);
  expect(pasted.map(({ mobile }) => mobile)).toEqual(['+8613900007001', '+8613900007002', '+8613400003690']);
  expect(new Set(pasted.map(({ customer_id: id }) => id)).size).toBe(3);
  expect(pasted[2]?.['issue']).toContain('C-000014');
  await page.getByRole('status').filter({ hasText: 'C-000014' }).waitFor();
}

async function visitData(walk: Walk): Promise<void> {
  const { t } = walk;
  await walk.go('data');
  await walk.stop();
  for (const door of ['import', 'intake', 'duplicates', 'history'] as const) {
    await walk.sidebar.getByRole('button', { name: t(`data.${door}`) }).click();
    await walk.heading(t(`data.${door}`)).waitFor();
    await walk.stop();
    await walk.page.keyboard.press('Escape');
  }
}

async function visitSettings(walk: Walk): Promise<void> {
  const { t } = walk;
  await walk.go('settings');
  await walk.sidebar.getByText(t('templatePanel.asDeclared')).waitFor();
  await walk.stop();
  for (const door of ['options', 'fields'] as const) {
    await walk.sidebar.getByRole('button', { name: t(`${door}Panel.door`) }).click();
    await walk.heading(t(`${door}Panel.title`)).waitFor();
    await walk.stop();
    await walk.page.keyboard.press('Escape');
  }
}

/** Another language, then the dark, and back: what is open stays open. */
async function readOtherwise(walk: Walk): Promise<void> {
  const { locale } = walk;
  await walk.reads(other(locale));
  for (const area of ['today', 'customer', 'data', 'team', 'settings'] as const) {
    await walk.go(area);
    await walk.stop();
  }
  await walk.paints('dark');
  for (const area of ['today', 'customer', 'settings'] as const) {
    await walk.go(area);
    await walk.stop();
  }
  await walk.paints('light');
  await walk.reads(locale);
}

/** The tour knows what was done meanwhile; its last step takes the sample away, and leaves what was entered here. */
async function endTour(walk: Walk): Promise<void> {
  const { t, host } = walk;
  await walk.button(t('tour.start')).click();
  const strip = walk.sidebar.getByRole('region', { name: t('tour.title') });
  for (const step of TOUR_STEPS.slice(1)) {
    await strip.getByRole('button', { name: t('wizard.next') }).click();
    await strip.getByRole('heading', { name: t(`tour.${step}`) }).waitFor();
    if (TOLD.includes(step)) await strip.getByText(t('tour.seen')).waitFor();
  }
  await walk.button(t('samplePanel.away')).click();
  const plan = walk.sidebar.getByRole('group', { name: t('samplePanel.goes') });
  await walk.stop();
  await plan.getByRole('button', { name: t('samplePanel.away') }).click();
  await strip.getByText(t('tour.seen')).waitFor();
  await walk.stop();
  await strip.getByRole('button', { name: t('tour.end') }).click();
  await strip.waitFor({ state: 'detached' });
  expect(recordsIn(host, 'customers').map(({ name }) => name)).toEqual(['宋知夏', '顾北辰', '许诺', '叶知秋', '张伟']);
}
