// The workbench's frame in a browser: menu and sidebar, acting person, clock and outbox, charts, file, and who may ask it anything.

import type { Host } from '../../local/workbench/index';
import type { Locale } from '../../src/template/types';
import { open, violations, withBrowser } from './browser';
import { samplePool } from './pool';
import { LOCALES, type T, wordsOf } from './words';

const NOW = '2026-03-12T07:20';
const SELLER = 'wei.ran@example.com';
const made = new Map<Locale, { readonly host: Host; readonly state: ReturnType<Host['snapshot']> }>();

/** The sample's pool with reminders on, as it was first made. */
async function pool(locale: Locale): Promise<Host> {
  const known = made.get(locale);
  if (known !== undefined) return known.host.restore(known.state).as(known.host.book.owner);
  const host = await samplePool(locale);
  // The morning before the first mails; then on the minute, for turning them on takes some seconds of the clock.
  host.advanceTo('2026-03-12T07:15');
  host.rpc('remindersOn');
  host.advanceTo(NOW);
  made.set(locale, { host, state: host.snapshot() });
  return host;
}

async function openBench(locale: Locale) {
  const host = await pool(locale);
  const t = wordsOf(locale);
  const { page } = await open({ locale, path: '', host });
  await page.getByRole('region', { name: t('workbench.bar') }).waitFor();
  const sidebar = page.frameLocator(`iframe[title="${t('workbench.sidebar')}"]`);
  const bar = page.getByRole('region', { name: t('workbench.bar') });
  // Today has been read: a run of the sidebar's own would take the place of the one a test looks for.
  await sidebar.getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
  return { host, t, page, sidebar, bar };
}

withBrowser('the workbench', () => {
  describe.each(LOCALES)('%s', (locale) => {
    test('time passes from the bar, mails come, and the outbox shows them as a desk and a telephone do', async () => {
      const { host, t, page, bar } = await openBench(locale);
      await bar.getByRole('button', { name: t('workbench.morning') }).click();
      await bar.getByText(/2026-03-12 \S+ 08:10/).waitFor();
      const mails = page.getByRole('region', { name: t('workbench.outbox'), exact: true });
      const last = host.outbox[host.outbox.length - 1];
      await mails
        .getByRole('button', { name: last?.subject ?? '' })
        .first()
        .waitFor();
      await bar.getByRole('button', { name: t('workbench.outboxCount', { count: host.outbox.length }) }).waitFor();
      expect(host.outbox.length).toBeGreaterThan(0);
      const letter = page.locator(`iframe[title="${last?.subject}"]`);
      await letter.contentFrame().getByRole('heading').first().waitFor();
      expect((await letter.boundingBox())?.width).toBe(600);
      await mails.getByRole('button', { name: '360' }).click();
      expect((await letter.boundingBox())?.width).toBe(360);
      await bar.getByRole('status').getByText(t('workbench.run.hourly')).waitFor();
      expect(await violations(page.mainFrame())).toEqual([]);
      await mails.getByRole('button', { name: t('workbench.outboxFold') }).click();
      await mails.waitFor({ state: 'detached' });
    });

    test('the add-on’s menu opens the sidebar, by keyboard alone', async () => {
      const { t, page, sidebar } = await openBench(locale);
      const aside = page.getByRole('complementary');
      await sidebar.getByRole('navigation').first().waitFor();
      await aside.getByRole('button', { name: t('workbench.closeSidebar') }).click();
      await aside.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: t('workbench.menu.extensions') }).press('ArrowDown');
      await page.getByRole('menuitem', { name: t('app.name'), exact: true }).waitFor();
      expect(await violations(page.mainFrame())).toEqual([]);
      await page.keyboard.press('ArrowRight');
      await page.getByRole('menuitem', { name: t('menu.open'), exact: true }).waitFor();
      // The inner menu had the focus when it was drawn, in the same task as the key.
      await page.keyboard.press('ArrowLeft');
      const focused = await page.getByRole('menuitem', { name: t('app.name'), exact: true }).evaluate(async (item) => {
        item.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        for (let i = 0; i < 5; i += 1) await Promise.resolve();
        return document.activeElement?.textContent;
      });
      expect(focused).toBe(t('menu.open'));
      await page.keyboard.press('Enter');
      await sidebar.getByRole('navigation').first().waitFor();
      expect(await page.getByRole('menu').count()).toBe(0);
      for (const name of idleMenus(t)) {
        expect([name, await page.getByRole('button', { name, exact: true }).isDisabled()]).toEqual([name, true]);
      }
    });

    test('the dashboard’s charts are drawn over it and told as tables', async () => {
      const { host, t, page } = await openBench(locale);
      const sheet = host.book.sheets.find(({ charts }) => charts.length > 0);
      await page
        .getByRole('navigation', { name: t('workbench.tabs') })
        .getByRole('button', { name: sheet?.name ?? '' })
        .click();
      const titles = sheet?.charts.map(({ options }) => String(options['title'])) ?? [];
      for (const title of titles) {
        const figure = page.getByRole('figure', { name: title });
        const table = figure.getByRole('table', { name: title });
        await table.waitFor();
        expect(await table.getByRole('rowheader').count()).toBeGreaterThan(4);
        expect(await drawnPixels(figure.locator('canvas'))).toBeGreaterThan(100);
      }
      expect(titles).toHaveLength(4);
      expect(await violations(page.mainFrame())).toEqual([]);
    });
  });

  test('the edit menu takes the last edit back', async () => {
    const { host, t, page } = await openBench('en');
    const [sheet] = host.book.sheets;
    const name = () => host.values(sheet?.name ?? '')[2]?.[1];
    const before = name();
    host.edit(`${sheet?.name}!B3`, 'Somebody else');
    expect(name()).toBe('Somebody else');
    await page.getByRole('button', { name: t('workbench.menu.edit') }).click();
    await Promise.all([page.waitForResponse('**/grid'), page.getByRole('menuitem', { name: t('workbench.menu.undo') }).click()]);
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(name()).toBe(before);
  });

  test('another person is played from the bar: his own day, his own rights', async () => {
    const { host, t, page, sidebar } = await openBench('en');
    const who = page.getByLabel(t('workbench.user'));
    expect(await who.locator('option', { hasText: 'Wei Ran · Sales' }).count()).toBe(1);
    await who.selectOption(SELLER);
    await sidebar.getByRole('region', { name: t('today.overdue') }).waitFor();
    expect(host.world.acting).toBe(SELLER);
  });

  test('the page follows the script to the row it shows', async () => {
    const { host, t, page } = await openBench('en');
    const sheet = host.book.sheets.find(({ cells }) => cells[0]?.[0] === 'customer_id');
    const body = JSON.stringify({
      function: 'rpc',
      args: ['showRecord', JSON.stringify([{ sheet: 'customers', id: sheet?.cells[44]?.[0] }])],
    });
    await page
      .getByRole('navigation', { name: t('workbench.tabs') })
      .getByRole('button')
      .nth(1)
      .click();
    await page.evaluate((asks) => fetch('/rpc', { method: 'POST', body: asks }).then(() => undefined), body);
    await page.getByLabel(t('workbench.grid.address')).getByText('A45', { exact: true }).waitFor();
    await page.getByRole('rowheader', { name: '45', exact: true }).waitFor();
    expect(await page.locator('#cell-45-1').isVisible()).toBe(true);
  });

  test('a trigger runs at once, and what the script says or the clock refuses shows until it is read', async () => {
    const { host, t, page, bar } = await openBench('en');
    const said = async (text: string) => {
      host.world.toasts.push(text);
      const body = JSON.stringify({ function: 'rpc', args: ['start', '[]'] });
      await page.evaluate((asks) => fetch('/rpc', { method: 'POST', body: asks }).then(() => undefined), body);
    };
    await bar.getByRole('button', { name: t('workbench.runNow') }).click();
    await bar.getByRole('status').getByText(t('workbench.run.hourly')).waitFor();
    await said('C-000012 is with Li Lei already');
    const toast = page.getByRole('status').getByText('C-000012 is with Li Lei already');
    await toast.waitFor();
    await page.getByRole('button', { name: t('workbench.dismiss') }).click();
    await toast.waitFor({ state: 'detached' });
    // It can be read again, and one that nobody dismisses goes with the next act.
    await bar.getByText(t('workbench.said', { count: host.toasts.length })).click();
    await bar.getByRole('listitem').getByText('C-000012 is with Li Lei already').waitFor();
    await bar.getByText(t('workbench.said', { count: host.toasts.length })).click();
    await said('C-000013 is with nobody');
    const next = page.getByRole('status').getByText('C-000013 is with nobody');
    await next.waitFor();
    await bar.getByRole('button', { name: t('workbench.runNow') }).click();
    await next.waitFor({ state: 'detached' });
    await bar.getByRole('button', { name: t('workbench.other') }).click();
    await bar.getByLabel(t('workbench.moment')).fill('2099-01-01T00:00');
    await bar.getByRole('button', { name: t('workbench.go') }).click();
    const refusal = page.getByRole('alert').filter({ hasText: 'five years' });
    await refusal.waitFor();
    expect(host.now).toBe(NOW);
    await page.getByRole('button', { name: t('workbench.dismiss') }).click();
    await refusal.waitFor({ state: 'detached' });
  });

  test('the workbook is taken along as a file, and starting over is asked for first', async () => {
    const { host, t, page, bar } = await openBench('en');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t('workbench.download') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('customer-pool.xlsx');
    await bar.getByRole('button', { name: t('workbench.hour') }).click();
    await bar.getByText(/ 08:20/).waitFor();
    const dialog = page.getByRole('dialog', { name: t('workbench.resetTitle') });
    await page.getByRole('button', { name: t('workbench.reset') }).click();
    expect(await violations(page.mainFrame())).toEqual([]);
    await dialog.getByRole('button', { name: t('workbench.cancel') }).click();
    expect(host.now).toBe('2026-03-12T08:20');
    await page.getByRole('button', { name: t('workbench.reset') }).click();
    await dialog.getByRole('button', { name: t('workbench.resetDo') }).click();
    await bar.getByText(/2026-03-12 \S+ 07:20/).waitFor();
  });

  test('google.script.run keeps the rules of the wire, and the page inside can close itself', async () => {
    const { t, page } = await openBench('en');
    const frame = await page.locator(`iframe[title="${t('workbench.sidebar')}"]`).elementHandle();
    const inside = await frame?.contentFrame();
    await inside?.getByRole('navigation').first().waitFor();
    const outcome = await inside?.evaluate(async () => {
      type Done = (value: unknown, user?: unknown) => void;
      interface Run {
        withSuccessHandler(done: Done): Run;
        withFailureHandler(done: (error: Error, user?: unknown) => void): Run;
        withUserObject(user: unknown): Run;
        [name: string]: unknown;
      }
      const { run } = (globalThis as unknown as { google: { script: { run: Run } } }).google.script;
      const said = (name: string, ...args: unknown[]) =>
        new Promise<string>((resolve) => {
          const ready = run
            .withUserObject('mine')
            .withFailureHandler((error, user) => resolve(`failed: ${error.message} (${user})`))
            .withSuccessHandler((value, user) => resolve(`ok: ${String(value).slice(0, 11)} (${user})`));
          try {
            (ready[name] as (...given: unknown[]) => unknown)(...args);
          } catch (thrown) {
            resolve(`threw: ${(thrown as Error).message}`);
          }
        });
      const loop: { self?: unknown } = {};
      loop.self = loop;
      return [
        await said('rpc', 'start', '[]'),
        await said('rpc', 'start', new Date(0)),
        await said('rpc', 'start', { deep: [() => 1] }),
        await said('rpc', 'start', document.body),
        await said('rpc', 'start', loop),
        await said('private_'),
        await said('noSuchFunction'),
      ];
    });
    expect(outcome).toEqual([
      'ok: {"ok":true, (mine)',
      expect.stringMatching(/^threw: .*illegal value/),
      expect.stringMatching(/^threw: .*illegal value/),
      expect.stringMatching(/^threw: .*illegal value/),
      expect.stringMatching(/^threw: .*illegal value/),
      expect.stringMatching(/^(failed|threw): .*private_/),
      expect.stringMatching(/^(failed|threw): .*noSuchFunction/),
    ]);
    await inside?.evaluate(() =>
      (globalThis as unknown as { google: { script: { host: { close(): void } } } }).google.script.host.close(),
    );
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });
});

function idleMenus(t: T): string[] {
  return [t('workbench.menu.file'), t('workbench.menu.view'), t('workbench.menu.help')];
}

/** How many points of a canvas are not blank. */
function drawnPixels(canvas: import('playwright-core').Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const data = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let drawn = 0;
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) drawn += 1;
    return drawn;
  });
}
