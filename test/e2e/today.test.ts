// Today: who is due, told apart by more than colour, and honest about its age.
import { open, violations, withBrowser } from './browser';
import { got, samplePool, serverOf } from './pool';
import { LOCALES, wordsOf } from './words';

withBrowser('today', () => {
  test.each(LOCALES)('%s: a salesperson sees his own due customers, counted and filtered', async (locale) => {
    const t = wordsOf(locale);
    const host = (await samplePool(locale)).as('wei.ran@example.com');
    const { overdue, counts } = got(await serverOf(host).today());
    expect(counts.overdue).toBeGreaterThan(0);
    const { page } = await open({ locale, host });
    await page
      .getByText(overdue[0]?.name ?? '')
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(
      await page
        .getByRole('navigation')
        .getByRole('button', { name: t('area.today') })
        .textContent(),
    ).toContain(String(counts.overdue));
    const soon = page.getByRole('region', { name: t('today.soon') });
    const late = page.getByRole('region', { name: t('today.overdue') });
    expect(await late.getByRole('listitem').count()).toBe(overdue.length);
    await page.getByRole('button', { name: `${counts.soon} ${t('today.soon')}` }).click();
    expect(await late.count()).toBe(0);
    expect(await soon.count()).toBe(counts.soon > 0 ? 1 : 0);
    await page.getByRole('button', { name: `${counts.soon} ${t('today.soon')}` }).click();
    expect(await late.count()).toBe(1);
  });

  test('after a while in the sheet the list says that it may be old, and is read again on a click', async () => {
    const t = wordsOf('en');
    const host = (await samplePool('en')).as('wei.ran@example.com');
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('region', { name: t('today.overdue') }).waitFor();
    await page.clock.install();
    await page.clock.fastForward('02:00');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText(t('stale.title')).waitFor();
    expect(await page.getByRole('region', { name: t('today.overdue') }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('stale.update') }).click();
    await page.getByText(t('stale.title')).waitFor({ state: 'detached' });
  });
});
