// The team from the sidebar: people, protection, reminders.
import { open, violations, withBrowser } from './browser';
import { emptyPool, samplePool } from './pool';
import { LOCALES, like, wordsOf } from './words';

withBrowser('the team', () => {
  test.each(LOCALES)('%s: a person is added; what was typed survives a look elsewhere', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await open({ locale, host: await emptyPool(locale) });
    await page.getByRole('button', { name: t('area.team') }).click();
    await page.getByRole('button', { name: t('ownersPanel.add') }).click();
    const name = page.getByLabel(t('ownersPanel.name'));
    await page.getByRole('button', { name: t('ownersPanel.save') }).click();
    await page.getByText(t('ownersPanel.nameMissing')).waitFor();
    expect(await violations(page)).toEqual([]);

    await name.fill('魏然');
    await page.getByLabel(t('ownersPanel.email')).fill('wei.ran@example');
    await page.getByRole('button', { name: t('area.today') }).click();
    await page.getByRole('button', { name: t('area.team') }).click();
    expect(await name.inputValue()).toBe('魏然');
    await page.getByRole('button', { name: t('ownersPanel.save') }).click();
    await page.getByText(t('ownersPanel.notSaved')).waitFor();
    expect(await name.inputValue()).toBe('魏然');
    expect(await violations(page)).toEqual([]);

    await page.getByLabel(t('ownersPanel.email')).fill('wei.ran@example.com');
    await page.getByRole('button', { name: t('ownersPanel.save') }).click();
    await page.getByRole('button', { name: '魏然' }).waitFor();
    const users = host.book.sheets.find((sheet) => sheet.cells[0]?.[0] === 'user_id');
    expect(host.values(users?.name ?? '').flat()).toContain('wei.ran@example.com');
  });

  test.each(LOCALES)('%s: owners get their ranges, and a second look finds them level', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await open({ locale, host: await samplePool(locale) });
    await page.getByRole('button', { name: t('area.team') }).click();
    const apply = page.getByRole('button', { name: t('protectionPanel.apply') });
    await apply.waitFor();
    expect(await violations(page)).toEqual([]);
    await apply.click();
    await page.getByText(t('protectionPanel.level')).waitFor();
    expect(await violations(page)).toEqual([]);
    const tags = host.book.sheets
      .flatMap((sheet) => sheet.protections)
      .filter(({ description }) => description.startsWith('cp:owner:'));
    expect(tags.length).toBeGreaterThanOrEqual(8);
    expect(await apply.count()).toBe(0);
  });

  test.each(LOCALES)('%s: reminders go on and off by a click, and run from the account that turned them on', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await open({ locale, host: await samplePool(locale) });
    await page.getByRole('button', { name: t('area.team') }).click();
    await page.getByRole('button', { name: t('remindersPanel.turnOn') }).click();
    await page.getByText(t('remindersPanel.byYou')).waitFor();
    expect(await violations(page)).toEqual([]);
    host.advanceTo('2026-03-12T09:30');
    expect(host.outbox.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: t('remindersPanel.turnOff') }).click();
    await page.getByRole('button', { name: t('remindersPanel.turnOn') }).waitFor();
    expect(host.triggers.filter(({ event }) => event === 'CLOCK')).toEqual([]);
  });

  test('a salesperson is told who may do what is not his', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as('wei.ran@example.com');
    const { page } = await open({ locale: 'zh-CN', host });
    await page.getByRole('button', { name: t('area.team') }).click();
    await page.getByRole('button', { name: t('protectionPanel.apply') }).click();
    await page
      .getByRole('alert')
      .getByText(like(t('protection.adminOnly')))
      .waitFor();
    expect(
      host.book.sheets.flatMap((sheet) => sheet.protections).some(({ description }) => description.startsWith('cp:owner:')),
    ).toBe(false);
  });
});
