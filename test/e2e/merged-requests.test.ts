// A request whose records were merged without it, as who decides meets it in the sidebar.
import type { GroupSummary } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import { optionLabel, workbook } from '../../src/template/index';
import { open, violations, withBrowser } from './browser';
import { got, samplePool, serverOf } from './pool';
import { LOCALES, wordsOf } from './words';

const SELLER = 'wei.ran@example.com';

withBrowser('a request for what is merged already', () => {
  test.each(LOCALES)('%s: is marked done, and nobody has to decline it', async (locale) => {
    const t = wordsOf(locale);
    const host = await samplePool(locale);
    const owner = host.book.owner;
    const server = serverOf(host);
    const { items } = got(await server.scanDuplicates({ page: 0, certainty: null, fresh: true }));
    const group = items.find(({ obstacle }) => obstacle === null) as GroupSummary;
    const ids = group.id.split('+');
    const { master } = got(await server.duplicateGroup({ ids, master: null }));
    const decision = { ids, master, fields: {} };
    host.as(SELLER);
    const { id } = got(await server.requestMerge({ decision, reason: 'x' }));
    host.as(owner);
    got(await finishAct(server, await server.mergeGroup(decision), () => undefined));
    // Somebody puts it back in the sheet.
    const requests = host.book.sheets.find(({ cells }) => cells[0]?.includes('targets'));
    const status = `'${requests?.name}'!${String.fromCharCode(65 + (requests?.cells[0]?.indexOf('status') ?? 0))}3`;
    host.edit(status, optionLabel(workbook.enums, 'request_status', 'open', locale) ?? '');

    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.duplicates') }).click();
    const list = page.getByRole('region', { name: t('requests.waiting', { count: 1 }) });
    await list.getByRole('button').first().click();
    await page
      .getByRole('alert')
      .getByText(t('duplicates.merged', { id: master }))
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('requests.close'), exact: true }).click();
    await page.getByText(t('requests.closed', { id })).locator('visible=true').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(got(await server.mergeRequests({ page: 0 })).items).toEqual([]);
    host.as(SELLER);
    expect(got(await server.mergeRequests({ page: 0 })).items).toMatchObject([{ id, status: 'done' }]);
  });
});
