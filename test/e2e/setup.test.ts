// A newcomer opens the sidebar in an empty spreadsheet and builds the pool from it.
import type { Page } from 'playwright-core';
import { call, recordsIn } from '../acts/pool';
import { newHost, open, violations, withBrowser } from './browser';
import { LOCALES, type T, wordsOf } from './words';

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
    await page.getByRole('radio', { name: t('preset.retail') }).check({ force: true });
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
    await page.getByRole('radio', { name: t('view.dark') }).check({ force: true });
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
