// Customer, from search to card: the real sidebar on the real bundle.
import type { Page } from 'playwright-core';
import { open, violations, withBrowser } from './browser';
import { samplePool } from './pool';
import { LOCALES, type T, wordsOf } from './words';

const ME = 'wei.ran@example.com';

async function openArea(page: Page, t: T): Promise<void> {
  await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
}

/** The names found, in their order. */
async function search(page: Page, t: T, text: string): Promise<string[]> {
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(JSON.stringify(text).slice(1, -1)) === true,
  );
  await page.getByRole('searchbox').fill(text);
  await answered;
  await page
    .getByRole('status')
    .filter({ hasText: t('search.busy') })
    .waitFor({ state: 'detached' });
  return page
    .getByRole('region', { name: t('search.results') })
    .locator('.name')
    .allTextContents();
}

withBrowser('customers', () => {
  test.each(LOCALES)(
    '%s: a customer is found by initials and place, his card read, a contact logged, the date put off',
    async (locale) => {
      const t = wordsOf(locale);
      const host = (await samplePool(locale)).as(ME);
      const { page } = await open({ locale, host });
      await openArea(page, t);
      await page.getByText(t('search.stranger')).waitFor();
      expect(await violations(page)).toEqual([]);

      // `/` goes to the field, and is not typed into it.
      await page
        .getByRole('navigation')
        .getByRole('button', { name: t('area.customer'), exact: true })
        .focus();
      await page.keyboard.press('/');
      expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
      await page.keyboard.type('zw');
      await page.getByText(t('search.as.pinyin', { text: 'zw' }), { exact: true }).waitFor();
      const mine = page.getByRole('listitem').filter({ hasText: 'C-000014' });
      expect(await mine.locator('mark').allTextContents()).toEqual(['张伟']);
      expect(await search(page, t, locale === 'en' ? 'zw Suzhou' : 'zw 苏州')).toEqual(['张伟']);
      expect(await search(page, t, '003690')).toEqual(['张伟']);
      expect(await mine.locator('mark').allTextContents()).toEqual(['00 3690']);
      expect(await violations(page)).toEqual([]);

      // In the pool: nobody's number is shown.
      expect(await search(page, t, locale === 'en' ? 'pool mao' : '公海 mao')).toEqual(['毛公']);
      await page.getByText('132****4571').waitFor();
      await search(page, t, 'nobody at all');
      await page.getByText(t('search.none', { text: 'nobody at all' })).waitFor();
      expect(await violations(page)).toEqual([]);

      await search(page, t, '003690');
      await page.getByRole('button', { name: '张伟' }).click();
      await page.getByRole('heading', { name: '张伟' }).waitFor();
      const history = page.getByRole('tabpanel');
      await history.waitFor();
      const contacts = async () => {
        await page.getByRole('tab', { name: t('timeline.interaction') }).click();
        return history.getByRole('listitem').count();
      };
      const before = await contacts();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe(t('timeline.order'));
      await page.getByRole('button', { name: t('card.log') }).click();
      await page.getByRole('textbox', { name: t('log.summary') }).fill('=SUM(1)');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: t('log.save'), exact: true }).click();
      await page.getByRole('status').filter({ hasText: '张伟' }).waitFor();
      await history.getByText('=SUM(1)').waitFor({ state: 'detached' });
      expect(await contacts()).toBe(before + 1);
      await history.getByText('=SUM(1)').waitFor();

      await page.getByRole('button', { name: t('snooze.open') }).click();
      await page.getByRole('menuitem', { name: t('snooze.plus_1w') }).click();
      await page
        .getByRole('status')
        .filter({ hasText: t('snooze.done', { name: '张伟', day: '', count: 1, limit: 3 }).slice(0, 6) })
        .waitFor();
      expect(await violations(page)).toEqual([]);

      // Back where one came from, and the customer is among those seen last.
      await page.keyboard.press('Escape');
      expect(await page.getByRole('button', { name: '张伟' }).evaluate((row) => row === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: t('search.clear') }).click();
      await page
        .getByRole('region', { name: t('search.recent') })
        .getByText('C-000014')
        .waitFor();
    },
  );

  test('from Today a name leads to the card; in the dark all of it stays readable', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as(ME);
    const { page } = await open({ locale: 'zh-CN', host });
    await page.evaluate(() => localStorage.setItem('customer-pool', JSON.stringify({ locale: null, theme: 'dark' })));
    await page.reload();
    const due = page
      .getByRole('region', { name: t('today.overdue') })
      .getByRole('listitem')
      .first();
    const name = (await due.locator('.name').textContent()) ?? '';
    await due.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: t('card.log') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await search(page, t, '逾期');
    expect(
      await page
        .getByRole('region', { name: t('search.results') })
        .getByRole('listitem')
        .count(),
    ).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
  });
});
