// Duplicates are found, explained, taken apart, merged, given back, told apart and asked for, all from the sidebar.
import type { Page } from 'playwright-core';
import type { GroupSummary } from '../../src/contract/duplicates-api';
import type { Locale } from '../../src/template/types';
import { open, violations, withBrowser } from './browser';
import { got, samplePool, serverOf } from './pool';
import { LOCALES, like, type T, wordsOf } from './words';

const SELLER = 'wei.ran@example.com';

/** Made once a language: every test begins with the same customers. */
const pools = new Map<Locale, Awaited<ReturnType<typeof freshPool>>>();

async function freshPool(locale: Locale) {
  const host = await samplePool(locale);
  return { host, made: host.snapshot() };
}

async function poolOf(locale: Locale) {
  const { host, made } = pools.get(locale) ?? (await freshPool(locale));
  pools.set(locale, { host, made });
  return host.restore(made).as(host.book.owner);
}

async function toDuplicates(page: Page, t: T): Promise<void> {
  await page.getByRole('button', { name: t('area.data') }).click();
  await page.getByRole('button', { name: t('data.duplicates') }).click();
  await page.getByRole('button', { name: t('duplicatesPanel.scan') }).click();
  await page.getByRole('group', { name: t('duplicatesPanel.filter') }).waitFor();
}

/** Opens a group's card from the list. */
async function openGroup(page: Page, t: T, group: GroupSummary): Promise<void> {
  await page
    .getByRole('region', { name: t('duplicatesPanel.groups') })
    .getByRole('button', { name: group.names.join(' / '), exact: true })
    .click();
  await page.getByRole('region', { name: t('review.keep') }).waitFor();
}

withBrowser('the review of duplicates', () => {
  test.each(LOCALES)('%s: scans, explains, takes one record out, merges, undoes', async (locale) => {
    const t = wordsOf(locale);
    const host = await poolOf(locale);
    const server = serverOf(host);
    const customers = () => host.values(host.book.sheets[0]?.name ?? '');
    const before = customers();
    const { page } = await open({ locale, host });
    await toDuplicates(page, t);
    const scan = got(await server.scanDuplicates({ page: 0, certainty: null, fresh: false }));
    const exact = page.getByRole('button', { name: t('certainty.exact') });
    expect((await exact.innerText()).split(/\s/)[0]).toBe(String(scan.counts.exact));
    expect(await violations(page)).toEqual([]);

    const group = scan.items.find(({ size, obstacle }) => size === 3 && obstacle === null) as GroupSummary;
    await openGroup(page, t, group);
    const view = got(await server.duplicateGroup({ ids: group.id.split('+'), master: null }));
    const [pair] = view.pairs;
    for (const { says, bits, side } of pair?.evidence ?? []) {
      const piece = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: t(`review.${side}`) }) });
      const line = piece.filter({ hasText: t(says.code, says.args) }).first();
      await line.waitFor();
      expect(await line.innerText()).toContain(side === 'uncounted' ? t('review.uncounted') : Math.abs(bits).toFixed(1));
    }
    expect(await violations(page)).toEqual([]);
    expect(customers()).toEqual(before);

    // Another one stays, and a value of the other is kept all the same.
    const [, second, third] = [view.master, ...view.pairs.map(({ other }) => other)];
    await page.getByRole('button', { name: `${t('review.setMaster')} ${second}` }).click();
    const merge = page.getByRole('button', { name: t('review.merge', { master: String(second) }) });
    await merge.waitFor();
    await page.keyboard.press('s');
    const question = page.getByRole('group', { name: t('review.splitWhich') });
    await question.getByRole('radio', { name: String(third) }).check();
    expect(await violations(page)).toEqual([]);
    await question.getByRole('button', { name: t('review.splitDo', { id: String(third) }) }).click();
    await page.getByText(t('review.out', { ids: String(third) })).waitFor();
    await page
      .getByRole('list', { name: t('review.heads') })
      .getByText(String(third))
      .waitFor({ state: 'detached' });
    await merge.click();
    await page
      .getByText(like(t('review.doneMerged', { master: String(second) })))
      .locator('visible=true')
      .last()
      .waitFor();
    const left = customers().map(([id]) => id);
    expect(left).toEqual(before.map(([id]) => id).filter((id) => id !== view.master));
    // Who was taken out is known to be somebody else than the one who stayed.
    const again = got(await server.scanDuplicates({ page: 0, certainty: null, fresh: true }));
    expect(again.items.filter(({ id }) => id.includes(String(third)))).toEqual([]);
    // The next group has the word.
    const heading = page.getByRole('heading', { name: like(t('review.title', { at: '{at}', of: scan.total })) });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('undo.act') }).click();
    await page
      .getByRole('group', { name: like(t('undo.ask.merged')) })
      .getByRole('button', { name: t('undo.act') })
      .click();
    await page.getByText(like(t('undo.done'))).waitFor();
    expect(byId(customers())).toEqual(byId(before));
  });

  test('what is marked as no duplicate, or put off, is not proposed again; keys are dead once switched off', async () => {
    const t = wordsOf('zh-CN');
    const host = await poolOf('zh-CN');
    const { page } = await open({ locale: 'zh-CN', host });
    await toDuplicates(page, t);
    const { items } = got(await serverOf(host).scanDuplicates({ page: 0, certainty: null, fresh: false }));
    const [first, second, third] = items as [GroupSummary, GroupSummary, GroupSummary];
    await openGroup(page, t, first);
    const done = (code: 'review.doneDifferent' | 'review.doneLater', { id }: GroupSummary) =>
      page
        .getByText(t(code, { ids: id.split('+').join(' · ') }))
        .locator('visible=true')
        .last()
        .waitFor();
    const card = page.getByRole('region', { name: t('review.keep') });
    await page.keyboard.press('n');
    await done('review.doneDifferent', first);
    await card.waitFor();
    await page.keyboard.press('l');
    await done('review.doneLater', second);
    await card.waitFor();
    await page.getByRole('checkbox', { name: t('review.keys') }).uncheck();
    await page.keyboard.press('n');
    await page
      .getByRole('button', { name: t('act.back') })
      .locator('visible=true')
      .click();
    await page.getByRole('button', { name: t('duplicatesPanel.scanAgain') }).click();
    const list = page.getByRole('region', { name: t('duplicatesPanel.groups') });
    await list.getByRole('button', { name: third.names.join(' / '), exact: true }).waitFor();
    // The list of before stays until the scan has answered.
    const listed = list.getByRole('listitem');
    await listed.nth(items.length - 2).waitFor({ state: 'detached' });
    expect(await listed.count()).toBe(items.length - 2);
    await page.getByText(like(t('duplicatesPanel.settled'))).waitFor();
    await page.getByRole('button', { name: t('duplicatesPanel.laterShow', { count: 1 }) }).click();
    await list.getByRole('button', { name: second.names.join(' / '), exact: true }).waitFor();
    await listed.nth(1).waitFor({ state: 'detached' });
    expect(await listed.count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  test('what was told apart by a slip is taken back right there, and found again', async () => {
    const t = wordsOf('en');
    const host = await poolOf('en');
    const { page } = await open({ locale: 'en', host });
    await toDuplicates(page, t);
    const { items } = got(await serverOf(host).scanDuplicates({ page: 0, certainty: null, fresh: false }));
    const [first] = items as [GroupSummary];
    await openGroup(page, t, first);
    await page.getByRole('button', { name: t('review.different') }).click();
    await page.getByRole('button', { name: t('undo.act') }).click();
    await page.getByText(t('review.reopened')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: t('act.back') })
      .locator('visible=true')
      .click();
    // The list knows that it is old.
    await page
      .getByRole('button', { name: t('stale.update') })
      .locator('visible=true')
      .click();
    const list = page.getByRole('region', { name: t('duplicatesPanel.groups') });
    await list.getByRole('button', { name: first.names.join(' / '), exact: true }).waitFor();
    expect(got(await serverOf(host).scanDuplicates({ page: 0, certainty: null, fresh: false })).items).toEqual(items);
  });

  test.each(LOCALES)('%s: a salesperson says why and files a request; the reason survives', async (locale) => {
    const t = wordsOf(locale);
    const host = (await poolOf(locale)).as(SELLER);
    const { page } = await open({ locale, host });
    await toDuplicates(page, t);
    const { items } = got(await serverOf(host).scanDuplicates({ page: 0, certainty: null, fresh: false }));
    const [group] = items as [GroupSummary];
    const { master } = got(await serverOf(host).duplicateGroup({ ids: group.id.split('+'), master: null }));
    await openGroup(page, t, group);
    await page.getByText(t('review.obstacle')).waitFor();
    expect(await page.getByRole('button', { name: like(t('review.merge')) }).count()).toBe(0);
    const ask = page.getByRole('button', { name: t('review.request'), exact: true });
    await ask.click();
    const form = page.getByRole('form', { name: t('review.request') });
    // One way to file it, not a second button that does nothing.
    await form.waitFor();
    expect(await ask.count()).toBe(0);
    await form.getByRole('button', { name: t('review.requestSend') }).click();
    await form.getByText(t('review.requestNeeded')).waitFor();
    // Letters that would act on the group are letters here.
    await page.keyboard.type('name and number: confirmed');
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await toDuplicates(page, t);
    await openGroup(page, t, group);
    await page.getByText(t('review.requestKept', { reason: 'name and number: confirmed' })).waitFor();
    await ask.click();
    expect(await form.getByLabel(t('review.requestWhy')).inputValue()).toBe('name and number: confirmed');
    await form.getByLabel(t('review.requestWhy')).press('Control+Enter');
    await page
      .getByText(like(t('review.doneRequested', { who: [...new Set(group.names), master].join(' ') })))
      .locator('visible=true')
      .last()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const requests = host.book.sheets.find(({ cells }) => cells[0]?.includes('targets'));
    const line = requests?.cells.flat() ?? [];
    expect(line).toEqual(expect.arrayContaining(['name and number: confirmed', group.id.split('+').join('; ')]));
  });

  test.each(LOCALES)('%s: the sure ones are merged at once, after what it comes to was said', async (locale) => {
    const t = wordsOf(locale);
    const host = await poolOf(locale);
    const customers = () => host.values(host.book.sheets[0]?.name ?? '');
    const before = customers();
    const { page } = await open({ locale, host });
    await toDuplicates(page, t);
    const plan = got(await serverOf(host).planBatch({ certainties: ['exact'] }));
    // Two people hold one of the pairs: it is said, and left alone.
    expect(plan.leftOut).not.toEqual([]);
    await page.getByRole('checkbox', { name: like(t('duplicatesPanel.batchOf', { certainty: t('certainty.exact') })) }).check();
    await page.getByRole('button', { name: like(t('duplicatesPanel.preview')) }).click();
    const merge = page.getByRole('button', { name: t('duplicatesPanel.merge', { count: plan.merged }), exact: true });
    await merge.waitFor();
    await page.getByText(t('duplicatesPanel.leftOut', { count: plan.leftOut.length })).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(customers()).toEqual(before);
    await merge.click();
    await page
      .getByText(t('duplicatesPanel.merged', { groups: plan.groups, merged: plan.merged }))
      .last()
      .waitFor();
    expect(customers()).toHaveLength(before.length - plan.merged);
    await page.getByRole('button', { name: t('undo.act') }).click();
    const question = page.getByRole('group', { name: t('undo.ask.merged', { count: plan.merged }) });
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    await question.getByRole('button', { name: t('undo.act') }).click();
    await page.getByText(like(t('undo.done'))).waitFor();
    expect(byId(customers())).toEqual(byId(before));
  });
});

type Rows = readonly (readonly unknown[])[];

/** Rows by what stands in them: an undo gives back rows, not always at their old place. */
function byId(rows: Rows): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
