// The workbench: shows the workbook as the host holds it, runs the real sidebar, and answers nobody else.
import { open, violations, withBrowser } from './browser';
import { samplePool } from './pool';
import { LOCALES, wordsOf } from './words';

withBrowser('the workbench', () => {
  test.each(LOCALES)('%s: sheets, sidebar and outbox stand side by side and follow each act', async (locale) => {
    const t = wordsOf(locale);
    const host = await samplePool(locale);
    host.rpc('remindersOn');
    host.advanceTo('2026-03-12T09:30');
    const { page } = await open({ locale, path: '', host });
    const name = host.book.sheets[0]?.name ?? '';
    await page.getByRole('cell', { name: 'C-000001', exact: true }).waitFor();
    await page.getByRole('table', { name }).waitFor();
    expect(
      await page
        .getByRole('navigation', { name: t('workbench.tabs') })
        .getByRole('button')
        .count(),
    ).toBeGreaterThan(5);
    const mail = page.frameLocator(`iframe[title="${host.outbox[host.outbox.length - 1]?.subject}"]`);
    await mail.getByRole('heading').first().waitFor();
    expect(await violations(page.mainFrame())).toEqual([]);

    // An act in the sidebar shows in the grid.
    const sidebar = page.frameLocator(`iframe[title="${t('workbench.sidebar')}"]`);
    await sidebar.getByRole('button', { name: t('area.team') }).click();
    await sidebar.getByRole('button', { name: t('ownersPanel.add') }).click();
    await sidebar.getByLabel(t('ownersPanel.name')).fill('Zoë Zhang');
    await sidebar.getByRole('button', { name: t('ownersPanel.save') }).click();
    await sidebar.getByRole('button', { name: 'Zoë Zhang' }).waitFor();
    await page
      .getByRole('button', { name: t('workbench.hidden', { count: host.book.sheets.filter((s) => s.hidden).length }) })
      .click();
    const users = host.book.sheets.find((sheet) => sheet.cells[0]?.[0] === 'user_id')?.name ?? '';
    await page.getByRole('button', { name: users, exact: true }).click();
    await page.getByRole('cell', { name: 'Zoë Zhang' }).waitFor();
  });

  test('rows far down are drawn when they are scrolled to, the head stays', async () => {
    const host = await samplePool('en');
    const { page } = await open({ locale: 'en', path: '', host });
    await page.getByRole('cell', { name: 'C-000001', exact: true }).waitFor();
    const orders = host.book.sheets.find((sheet) => sheet.name === 'Interactions');
    await page.getByRole('button', { name: 'Interactions' }).click();
    await page.getByRole('rowheader', { name: '3', exact: true }).waitFor();
    expect(await page.getByRole('rowheader', { name: '180', exact: true }).count()).toBe(0);
    await page.getByRole('region', { name: 'Interactions' }).evaluate((box) => box.scrollTo(0, 21 * 175));
    await page.getByRole('rowheader', { name: '180', exact: true }).waitFor();
    expect(await page.getByRole('rowheader', { name: '2', exact: true }).isVisible()).toBe(true);
    expect(orders?.cells.length).toBeGreaterThan(180);
  });

  test('another person is played from the bar: his own day, his own rights', async () => {
    const t = wordsOf('en');
    const host = await samplePool('en');
    const { page } = await open({ locale: 'en', path: '', host });
    await page.getByLabel(t('workbench.user')).selectOption('wei.ran@example.com');
    const sidebar = page.frameLocator(`iframe[title="${t('workbench.sidebar')}"]`);
    await sidebar.getByRole('region', { name: t('today.overdue') }).waitFor();
    expect(host.world.acting).toBe('wei.ran@example.com');
  });

  test('only its own pages are answered', async () => {
    const { bench } = await open({ locale: 'en', path: '' });
    const ask = (headers: Record<string, string>, init: RequestInit = {}) => fetch(`${bench.url}state`, { ...init, headers });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask({ origin: 'null' })).status).toBe(403);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const post = (headers: Record<string, string>) =>
      fetch(`${bench.url}rpc`, { method: 'POST', headers, body: JSON.stringify({ function: 'rpc', args: ['start', '[]'] }) });
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: 'http://localhost:1' })).status).toBe(403);
    expect((await post({ origin: bench.url.slice(0, -1) })).status).toBe(200);
    expect(new URL(bench.url).hostname).toBe('127.0.0.1');
  });

  test('google.script.run keeps the rules of the wire', async () => {
    const { page } = await open({ locale: 'en' });
    const outcome = await page.evaluate(async () => {
      type Run = Record<string, (...args: unknown[]) => unknown> & { withSuccessHandler(f: (v: unknown) => void): Run };
      const run = (
        globalThis as unknown as { google: { script: { run: Run & { withFailureHandler(f: (e: Error) => void): Run } } } }
      ).google.script.run;
      const calls = (name: string, ...args: unknown[]) =>
        new Promise<string>((resolve) => {
          try {
            run
              .withFailureHandler((error) => resolve(`failed: ${error.message}`))
              .withSuccessHandler((value) => resolve(`ok: ${String(value).slice(0, 11)}`))
              [name]?.(...args);
          } catch (thrown) {
            resolve(`threw: ${(thrown as Error).message}`);
          }
        });
      return [
        await calls('rpc', 'start', '[]'),
        await calls('rpc', 'start', new Date(0)),
        await calls('private_'),
        await calls('noSuchFunction'),
      ];
    });
    expect(outcome[0]).toBe('ok: {"ok":true,');
    expect(outcome[1]).toMatch(/^threw: .*illegal value/);
    expect(outcome[2]).toMatch(/^failed: .*private_/);
    expect(outcome[3]).toMatch(/^failed: .*noSuchFunction/);
  });
});
