// A newcomer opens the sidebar in an empty spreadsheet and builds the pool from it.
import type { Page } from 'playwright-core';
import { TOUR_STEPS } from '../../src/contract/settings-api';
import { call, recordsIn } from '../acts/pool';
import { dropdown } from '../settings/pool';
import { newHost, open, violations, withBrowser } from './browser';
import { LOCALES, like, type T, wordsOf } from './words';

/** Answers the wizard's questions as they stand, up to the plan. */
async function toPlan(page: Page, t: T): Promise<void> {
  for (const step of [1, 2, 3] as const) {
    await page.getByRole('heading', { name: t(`wizard.ask${step}`) }).waitFor();
    await page.getByRole('button', { name: t('wizard.next') }).click();
  }
  await page.getByText(t('templatePanel.charts')).waitFor();
}

withBrowser('building the pool', () => {
  test.each(LOCALES)('%s: four steps, a plan in numbers, a pool with a sample', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await open({ locale });
    // Without a pool the sidebar opens where one is made.
    await page.getByRole('heading', { name: t('wizard.title') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByText(t('noPool.title')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('noPool.go') }).click();

    await page.getByRole('button', { name: t('wizard.next') }).click();
    await page.getByText(t('preset.retail'), { exact: true }).click();
    await page.getByRole('button', { name: t('wizard.next') }).click();
    await page.getByLabel(t('wizard.region')).selectOption('SG');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('wizard.next') }).click();
    const { sheets } = call(host, 'planTemplate', { locale, preset: 'retail' });
    const visible = sheets.filter((sheet) => sheet.visible).length;
    await page.getByText(t('templatePanel.sheetsOf', { visible, behind: sheets.length - visible })).waitFor();
    // Back keeps what was chosen.
    await page.getByRole('button', { name: t('act.back') }).click();
    expect(await page.getByLabel(t('wizard.region')).inputValue()).toBe('SG');
    await page.getByRole('button', { name: t('act.back') }).click();
    expect(await page.getByRole('radio', { name: t('preset.retail') }).isChecked()).toBe(true);
    await page.getByRole('button', { name: t('wizard.next') }).click();
    await page.getByRole('button', { name: t('wizard.next') }).click();
    await page.getByText(t('wizard.sampleOf', { size: 60 })).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('templatePanel.build') }).click();
    await page.getByRole('heading', { name: t('wizard.ready') }).waitFor();
    expect(await violations(page)).toEqual([]);
    const region = recordsIn(host, 'settings').find((record) => record['key'] === 'general.home_region');
    expect(region?.['value']).toBe('SG');
    const samples = recordsIn(host, 'customers').filter((record) => record['is_sample'] === true).length;
    await page.getByText(t('samplePanel.done', { customers: samples })).waitFor();
    expect(samples).toBeGreaterThan(50);
    await page.getByRole('button', { name: t('wizard.noTour') }).click();
    await page.getByRole('button', { name: t('today.refresh') }).waitFor();
    // Somebody to try things on.
    await page.getByRole('listitem').first().waitFor();
  });

  test('with the keyboard alone: Enter answers, and each question is read out', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en' });
    await page.getByRole('heading', { name: t('wizard.ask1') }).waitFor();
    await page
      .getByRole('group', { name: t('templatePanel.language'), exact: true })
      .getByRole('radio', { name: 'English' })
      .press('Enter');
    await page.getByRole('heading', { name: t('wizard.ask2') }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('wizard.ask2'));
    await page.getByRole('radio', { name: t('preset.b2b') }).press('ArrowRight');
    expect(await page.getByRole('radio', { name: t('preset.retail') }).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t('wizard.ask3') }).waitFor();
  });

  test('a sheet that lost its rules is repaired on a click, and the user reads how many places', async () => {
    const t = wordsOf('en');
    const host = newHost('en');
    host.rpc('applyTemplate', { locale: 'en', preset: 'b2b' });
    const customers = host.book.sheets.find((sheet) => sheet.name === 'Customers');
    customers?.validations.clear();
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByText(t('templatePanel.repair')).waitFor();
    await page.getByRole('button', { name: /^Repair \d/ }).click();
    await page.getByText(t('templatePanel.asDeclared')).waitFor();
    expect(customers?.validations.size).toBeGreaterThan(10);
  });

  test('another language of the workbook is called a switch, with what it changes', async () => {
    const t = wordsOf('en');
    const host = newHost('en');
    host.rpc('applyTemplate', { locale: 'en', preset: 'b2b' });
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByText(t('templatePanel.asDeclared')).waitFor();
    await page
      .getByRole('group', { name: t('templatePanel.language'), exact: true })
      .getByText('中文')
      .click();
    const change = page.getByRole('button', { name: /^Switch to 中文, \d+ changes$/ });
    await change.waitFor();
    expect(await page.getByText(t('templatePanel.repair')).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await change.click();
    await page.getByText(t('templatePanel.asDeclared')).waitFor();
    expect(host.book.sheets.map((sheet) => sheet.name)).toContain('客户池');
  });

  test('the reader chooses his own language and a dark sidebar, and finds both again', async () => {
    const { page, bench } = await open({ locale: 'zh-CN' });
    await page
      .getByRole('group', { name: wordsOf('zh-CN')('view.language'), exact: true })
      .getByText('English')
      .click();
    const t = wordsOf('en');
    await page.getByRole('heading', { name: t('wizard.title') }).waitFor();
    await page.locator('html[lang="en"]').waitFor();
    await page.getByText(t('view.dark'), { exact: true }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${bench.url}sidebar`);
    await page.getByRole('heading', { name: t('wizard.title') }).waitFor();
    await page.locator('html[data-theme="dark"]').waitFor();
  });

  test('when nothing answers, that is said and the next try goes on', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en' });
    await toPlan(page, t);
    await page.route('**/rpc', (route) => route.abort());
    await page.getByRole('button', { name: t('templatePanel.build') }).click();
    await page.getByText(t('server.lost')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/rpc');
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('act.retry') })
      .click();
    await page.getByRole('heading', { name: t('wizard.ready') }).waitFor();
  });
});

withBrowser('settings of one’s own', () => {
  test.each(LOCALES)('%s: the tour leads from step to step, ticks what is done, and ends without the sample', async (locale) => {
    const t = wordsOf(locale);
    const host = newHost(locale);
    call(host, 'applyTemplate', { locale, preset: 'b2b' });
    call(host, 'loadSample', { seed: 1, size: 60, customers: true });
    const { page, bench } = await open({ locale, host, screen: { viewport: { width: 300, height: 500 } } });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByRole('button', { name: t('tour.start') }).click();
    const strip = page.getByRole('region', { name: t('tour.title') });
    await strip.getByRole('heading', { name: t('tour.choose') }).waitFor();
    // Called from far below, it comes before the eyes, and reading goes on there.
    const [top, focused] = await strip.evaluate((node) => [
      node.getBoundingClientRect().top,
      node.querySelector('h2') === document.activeElement,
    ]);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(focused).toBe(true);
    expect(await violations(page)).toEqual([]);
    await strip.getByRole('button', { name: t('tour.show') }).click();
    await strip.getByRole('checkbox').check();
    for (const step of TOUR_STEPS.slice(1)) {
      await strip.getByRole('button', { name: t('wizard.next') }).click();
      await strip.getByRole('heading', { name: t(`tour.${step}`) }).waitFor();
      await strip.getByRole('button', { name: t('tour.show') }).click();
    }
    // Where the last step leads, the sample goes; the step ticks itself.
    await page.getByRole('button', { name: t('samplePanel.away') }).click();
    const plan = page.getByRole('group', { name: t('samplePanel.goes') });
    await plan.waitFor();
    // However narrow the sidebar is, a figure stands on one line.
    const lines = await plan.locator('dd').evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    );
    expect(lines).toEqual([1, 1, 1]);
    expect(await violations(page)).toEqual([]);
    await plan.getByRole('button', { name: t('samplePanel.away') }).click();
    await page.getByText(t('samplePanel.gone')).first().waitFor();
    await strip.getByText(t('tour.seen')).waitFor();
    expect(recordsIn(host, 'customers')).toEqual([]);
    expect(await violations(page)).toEqual([]);
    // A sidebar opened again goes on where it was left.
    await page.goto(`${bench.url}sidebar`);
    await strip.getByRole('heading', { name: t('tour.leave') }).waitFor();
    await strip.getByRole('button', { name: t('tour.end') }).click();
    await strip.waitFor({ state: 'detached' });
  });

  test.each(LOCALES)('%s: an option is renamed, seen in numbers first, and taken back', async (locale) => {
    const t = wordsOf(locale);
    const host = newHost(locale);
    call(host, 'applyTemplate', { locale, preset: 'b2b' });
    call(host, 'loadSample', { seed: 1, size: 60, customers: true });
    const was = locale === 'en' ? 'Key' : '重要';
    const holding = (tier: string) => recordsIn(host, 'customers').filter((record) => record['tier'] === tier).length;
    const count = holding(was);
    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByRole('button', { name: t('optionsPanel.door') }).click();
    await page.getByRole('button', { name: was, exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(t(locale === 'en' ? 'names.en' : 'names.zh-CN')).fill('VVIP');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: t('optionsPanel.rewrites', { count }) }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('optionsPanel.save') }).click();
    await page.getByText(t('optionsPanel.saved')).first().waitFor();
    expect([holding(was), holding('VVIP')]).toEqual([0, count]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('undo.act') }).click();
    await page
      .getByRole('group', { name: t('optionsPanel.undo') })
      .getByRole('button', { name: t('undo.act') })
      .click();
    await page.getByText(like(t('undo.done'))).waitFor();
    expect([holding(was), holding('VVIP')]).toEqual([count, 0]);
  });

  test('in the dark, a clash is refused where it was typed, and what was typed stays', async () => {
    const t = wordsOf('en');
    const host = newHost('en');
    call(host, 'applyTemplate', { locale: 'en', preset: 'b2b' });
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByText(t('view.dark'), { exact: true }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.getByRole('button', { name: t('tour.start') }).click();
    await page.getByRole('button', { name: t('optionsPanel.door') }).click();
    await page.getByRole('button', { name: 'Key', exact: true }).click();
    await page.getByLabel(t('names.en')).fill('Standard');
    await page.getByRole('button', { name: t('settingsAct.look') }).click();
    await page.getByText(t('options.taken', { text: 'Standard', other: 'Standard' })).waitFor();
    expect(await page.getByLabel(t('names.en')).inputValue()).toBe('Standard');
    expect(await violations(page)).toEqual([]);
    // The order is another matter, and one for the keyboard too.
    await page.getByRole('button', { name: t('act.cancel') }).click();
    await page.getByRole('button', { name: t('optionsPanel.down', { option: 'Key' }) }).press('Enter');
    await page.getByRole('button', { name: t('optionsPanel.order') }).click();
    await page.getByText('Standard · Key · Prospect').waitFor();
  });

  test('a form has the focus before it is painted, so nothing typed meanwhile goes into another field', async () => {
    const t = wordsOf('en');
    const host = newHost('en');
    call(host, 'applyTemplate', { locale: 'en', preset: 'b2b' });
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByRole('button', { name: t('optionsPanel.door') }).click();
    const focused = await page.getByRole('button', { name: 'Key', exact: true }).evaluate(async (option: HTMLButtonElement) => {
      option.click();
      // The page is drawn in microtasks; no frame is painted between them.
      for (let i = 0; i < 5; i += 1) await Promise.resolve();
      return document.activeElement?.id;
    });
    expect(focused).toBe('option-zh-CN');
  });

  test.each(LOCALES)('%s: a spare column becomes a field with a list of its own', async (locale) => {
    const t = wordsOf(locale);
    const host = newHost(locale);
    call(host, 'applyTemplate', { locale, preset: 'b2b' });
    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page.getByRole('button', { name: t('fieldsPanel.door') }).click();
    await page.getByRole('button', { name: locale === 'en' ? 'Custom 2' : '自定义2' }).click();
    await page.getByLabel(t('names.zh-CN')).fill('车型');
    await page.getByLabel(t('names.en')).fill('Car model');
    await page.getByLabel(t('fieldsPanel.kind')).selectOption('enum');
    await page.getByLabel(t('fieldsPanel.options')).fill('轿车 / Saloon\n货车 / Truck');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('settingsAct.look') }).click();
    await page.getByText(t('fieldsPanel.reach')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('fieldsPanel.save') }).click();
    await page.getByText(t('fieldsPanel.saved')).first().waitFor();
    await page.getByRole('button', { name: locale === 'en' ? 'Car model' : '车型' }).waitFor();
    expect(dropdown(host, 'cf_2')).toEqual(locale === 'en' ? ['Saloon', 'Truck'] : ['轿车', '货车']);
    expect(await violations(page)).toEqual([]);
  });
});
