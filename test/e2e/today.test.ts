// Today: who is due, told apart by more than colour, and honest about its age.
import type { Page } from 'playwright-core';
import type { Host } from '../../local/workbench/index';
import { answering } from './answers';
import { open, violations, withBrowser } from './browser';
import { got, samplePool, serverOf } from './pool';
import { LOCALES, wordsOf } from './words';

/** The accessible name of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '');
}

function tabWith(host: Host, key: string): string {
  return host.book.sheets.find(({ cells }) => cells[0]?.includes(key))?.name ?? '';
}

const interactionsOf = (host: Host) => tabWith(host, 'interaction_id');

function setSetting(host: Host, key: string, value: number): void {
  const tab = host.book.sheets.find(({ cells }) => cells.some((row) => row?.includes(key)))?.name ?? '';
  const values = host.values(tab);
  const row = values.findIndex((line) => line.includes(key)) + 1;
  const column = String.fromCharCode(65 + (values[0] ?? []).indexOf('value'));
  host.edit(`'${tab}'!${column}${row}`, value);
}

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

  test('a contact logged on the card of an overdue customer counts at the top at once', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as('wei.ran@example.com');
    const { overdue, counts } = got(await serverOf(host).today());
    const { page } = await open({ locale: 'zh-CN', host });
    const name = overdue[0]?.name ?? '';
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('button', { name: t('card.log') }).click();
    await page.getByRole('textbox', { name: t('log.summary') }).fill('谈妥了');
    await page.getByRole('button', { name: t('log.save'), exact: true }).click();
    const said = t('area.overdue', { count: counts.overdue - 1 });
    await page.getByRole('navigation').getByText(said, { exact: true }).waitFor();
    await page.getByRole('heading', { name }).waitFor();
  });

  test.each(LOCALES)('%s: two clicks log a contact; the next row has the focus, and what was typed is kept', async (locale) => {
    const t = wordsOf(locale);
    const host = (await samplePool(locale)).as('wei.ran@example.com');
    const { overdue, agenda } = got(await serverOf(host).today());
    const [first, second, third] = overdue;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few are due');
    const { page } = await open({ locale, host });
    const reached = (name: string) => page.getByRole('button', { name: `${t('today.reached')}, ${name}` });
    const log = (name: string) => page.getByRole('form', { name: t('today.log', { name }) });
    await reached(first.name).click();
    expect(await log(first.name).getByLabel(t('log.next')).inputValue()).toBe(agenda.reached[first.tier]?.day);
    expect(await violations(page)).toEqual([]);
    await log(first.name)
      .getByRole('button', { name: t('log.save') })
      .click();
    await log(first.name).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(`${t('today.reached')}, ${second.name}`);
    const entered = host.values(interactionsOf(host)).at(-1) ?? [];
    expect(entered).toContain(first.id);

    // Words survive another row, another area, and Esc, which gives the focus back.
    await page.keyboard.press('Enter');
    await page.keyboard.type('=1+1 报价');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: t('area.data') })
      .click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: t('area.today') })
      .click();
    const words = log(second.name).getByLabel(t('log.summary'));
    expect(await words.inputValue()).toBe('=1+1 报价');
    await words.press('Escape');
    expect(await focused(page)).toBe(`${t('today.reached')}, ${second.name}`);
    await page.keyboard.press('Enter');
    expect(await words.inputValue()).toBe('=1+1 报价');

    // Refused: the words stay, and the day can be mended.
    await log(second.name).getByLabel(t('log.next')).fill('2020-01-01');
    await words.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      expect(await violations(page)).toEqual([]);
    }
    expect(await words.inputValue()).toBe('=1+1 报价');
    await log(second.name).getByLabel(t('log.next')).fill('2026-03-20');
    await log(second.name)
      .getByRole('button', { name: t('log.missed') })
      .click();
    await log(second.name).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(`${t('today.reached')}, ${third.name}`);
    expect(got(await serverOf(host).today()).counts.overdue).toBe(overdue.length - 2);
  });

  test.each(LOCALES)('%s: a follow-up is put off by keyboard, full days say so, the filter stays', async (locale) => {
    const t = wordsOf(locale);
    const host = (await samplePool(locale)).as('wei.ran@example.com');
    got(await serverOf(host.as('chen.jing@example.com')).today());
    setSetting(host, 'reminders.daily_cap', 1);
    host.as('wei.ran@example.com');
    const { overdue, agenda } = got(await serverOf(host).today());
    const { page } = await open({ locale, host });
    const late = page.getByRole('region', { name: t('today.overdue') });
    await page.getByRole('button', { name: `${overdue.length} ${t('today.overdue')}`, exact: true }).click();
    const rows = late.getByRole('listitem');
    const opener = rows.first().getByRole('button', { name: t('snooze.open') });
    await opener.focus();
    await page.keyboard.press('Enter');
    const items = page.getByRole('menu', { name: t('snooze.to') }).getByRole('menuitem');
    expect(await items.count()).toBe(4);
    const full = (agenda.snooze[agenda.today] ?? []).map((choice) => choice.full);
    expect(full).toContain(true);
    const said = await items.allTextContents();
    const mark = t('snooze.full', { day: '' });
    expect(said.map((text) => text.includes(mark))).toEqual(full);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await items.count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('[data-customer]').length === count, overdue.length - 1);
    expect(await focused(page)).toBe(`${t('today.reached')}, ${overdue[1]?.name}`);
    // The filter still holds: only the overdue are shown.
    expect(await page.getByRole('region', { name: t('today.soon') }).count()).toBe(0);
    expect(got(await serverOf(host).today()).counts.overdue).toBe(overdue.length - 1);
  });

  test('what could not be put off is said beside the customer, and asked for again', async () => {
    const t = wordsOf('en');
    const host = (await samplePool('en')).as('wei.ran@example.com');
    const { page, bench } = await open({ locale: 'en', host });
    const row = page
      .getByRole('region', { name: t('today.overdue') })
      .getByRole('listitem')
      .first();
    await row.getByRole('button', { name: t('snooze.open') }).click();
    await page.route(`${bench.url}**`, (route) => route.abort());
    await page.getByRole('menuitem').last().click();
    await row.getByRole('alert').getByText(t('snooze.failed')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute(`${bench.url}**`);
    const [first] = got(await serverOf(host).today()).overdue;
    await row.getByRole('button', { name: t('act.retry') }).click();
    await page.getByRole('button', { name: first?.name ?? '', exact: true }).waitFor({ state: 'detached' });
    expect(got(await serverOf(host).today()).overdue.map(({ id }) => id)).not.toContain(first?.id);
  });

  test('an answer that was lost is said to be, and is another contact’s answer for nobody', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as('wei.ran@example.com');
    const [first] = got(await serverOf(host).today()).overdue;
    const name = first?.name ?? '';
    const { page } = await open({ locale: 'zh-CN', host });
    const tokens: string[] = [];
    await answering(page, {
      logContact: async ({ token }) => {
        tokens.push(token);
        return 'lost';
      },
    });
    await page.getByRole('button', { name: `${t('today.reached')}, ${name}` }).click();
    const log = page.getByRole('form', { name: t('today.log', { name }) });
    const said = log.getByRole('alert').getByText(t('log.unsure'));
    for (const click of ['log.save', 'log.save', 'log.missed'] as const) {
      await log.getByRole('button', { name: t(click) }).click();
      await said.waitFor();
    }
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[2]).not.toBe(tokens[0]);
    await log.getByLabel(t('log.summary')).fill('只给自己看');
    // Whoever else uses this browser does not find it.
    const kept = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.endsWith(':log')));
    expect(kept).toEqual([`customer-pool.draft:wei.ran@example.com:${first?.id}:log`]);
  });

  test('a name leads to the card', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as('wei.ran@example.com');
    const [first] = got(await serverOf(host).today()).overdue;
    const { page } = await open({ locale: 'zh-CN', host });
    await page.getByRole('button', { name: first?.name ?? '', exact: true }).click();
    await page.getByRole('heading', { name: first?.name ?? '' }).waitFor();
    expect(
      await page
        .getByRole('navigation')
        .getByRole('button', { name: t('area.customer') })
        .getAttribute('aria-current'),
    ).toBe('page');
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
    // Seen again, as a tab of the browser is.
    await page.clock.fastForward('02:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText(t('stale.title')).waitFor();
  });
});
