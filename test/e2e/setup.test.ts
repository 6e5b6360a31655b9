// A newcomer opens the sidebar in an empty spreadsheet and builds the pool from it.
import { newHost, open, violations, withBrowser } from './browser';
import { LOCALES, wordsOf } from './words';

withBrowser('building the pool', () => {
  test.each(LOCALES)('%s: says what it will make, makes it, and finds nothing left to do', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await open({ locale });
    // Without a pool the sidebar opens where one is made.
    await page.getByRole('heading', { name: t('area.settings') }).waitFor();
    await page.getByText(t('templatePanel.new')).waitFor();
    const build = page.getByRole('button', { name: t('templatePanel.build') });
    await build.waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByText(t('noPool.title')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('noPool.go') }).click();

    await build.click();
    await page.getByText(t('templatePanel.asDeclared')).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(host.book.sheets.length).toBeGreaterThan(6);
    await page.getByRole('button', { name: t('area.today') }).click();
    await page.getByText(t('today.noCustomers')).waitFor();
    expect(await violations(page)).toEqual([]);
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
    await page.getByRole('heading', { name: t('area.settings') }).waitFor();
    await page.locator('html[lang="en"]').waitFor();
    await page.getByRole('radio', { name: t('view.dark') }).check({ force: true });
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${bench.url}sidebar`);
    await page.getByRole('heading', { name: t('area.settings') }).waitFor();
    await page.locator('html[data-theme="dark"]').waitFor();
  });

  test('when nothing answers, that is said and the next try goes on', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en' });
    await page.getByRole('button', { name: t('templatePanel.build') }).waitFor();
    await page.route('**/rpc', (route) => route.abort());
    await page.getByRole('button', { name: t('templatePanel.build') }).click();
    await page.getByText(t('server.lost')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/rpc');
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('act.retry') })
      .click();
    await page.getByText(t('templatePanel.asDeclared')).waitFor();
  });
});
