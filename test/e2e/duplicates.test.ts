// Duplicates are found, explained, merged and given back, all from the sidebar.
import { finishAct } from '../../src/contract/finish';
import { open, violations, withBrowser } from './browser';
import { got, samplePool, serverOf } from './pool';
import { LOCALES, like, wordsOf } from './words';

withBrowser('merging duplicates', () => {
  test.each(LOCALES)('%s: scan, plan, merge all, undo gives the customers back', async (locale) => {
    const t = wordsOf(locale);
    const host = await samplePool(locale);
    const customers = () => host.values(host.book.sheets[0]?.name ?? '');
    const before = customers();
    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.duplicates') }).click();
    await page.getByRole('button', { name: t('duplicatesPanel.scan') }).click();
    const { groups, merged, leftOut } = got(await serverOf(host).planMerge({ groups: null }));
    // Two people hold one of the pairs: it is counted beside the button, not on it.
    expect(leftOut).not.toEqual([]);
    const all = page.getByRole('button', { name: t('duplicatesPanel.planAll', { groups }), exact: true });
    await all.waitFor();
    await page.getByText(t('duplicatesPanel.without', { count: leftOut.length })).waitFor();
    // The first group is open: who, what matched, which one stays.
    await page
      .getByRole('list', { name: t('duplicatesPanel.why') })
      .first()
      .getByText(t('duplicates.same.name'))
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(customers()).toEqual(before);

    await all.click();
    const merge = page.getByRole('button', { name: t('duplicatesPanel.merge', { count: merged }), exact: true });
    await merge.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(customers()).toEqual(before);

    await merge.click();
    await page.getByRole('button', { name: t('undo.act') }).waitFor();
    expect(customers()).toHaveLength(before.length - merged);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('undo.act') }).click();
    const question = page.getByRole('group', { name: t('undo.ask.merged', { count: merged }) });
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(customers()).toHaveLength(before.length - merged);
    await question.getByRole('button', { name: t('undo.act') }).click();
    await page.getByText(like(t('undo.done'))).waitFor();
    expect(byId(customers())).toEqual(byId(before));
  });

  test('one group is merged while the others wait, and their list says that it is old', async () => {
    const t = wordsOf('en');
    const host = await samplePool('en');
    const { page } = await open({ locale: 'en', host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.duplicates') }).click();
    await page.getByRole('button', { name: t('duplicatesPanel.scan') }).click();
    const groups = got(await serverOf(host).findDuplicates({ page: 0 }));
    const plan = got(await serverOf(host).planMerge({ groups: null }));
    const first = groups.items.find((group) => plan.leftOut.every((left) => left.group !== group.id));
    const card = page
      .getByRole('listitem')
      .filter({ hasText: first?.records[0]?.id ?? '' })
      .filter({ has: page.locator('details') });
    if (
      !(await card
        .locator('details')
        .getAttribute('open')
        .then((open) => open !== null))
    )
      await card.locator('summary').click();
    await card.getByRole('button', { name: like(t('duplicatesPanel.planOne')) }).click();
    await page
      .getByRole('button', { name: t('duplicatesPanel.merge', { count: (first?.records.length ?? 0) - 1 }), exact: true })
      .click();
    await page.getByText(t('stale.title')).locator('visible=true').waitFor();
    expect(await page.getByText(first?.records[1]?.id ?? '').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: t('stale.update') })
      .locator('visible=true')
      .click();
    await page.getByText(t('stale.title')).locator('visible=true').waitFor({ state: 'detached' });
    expect(got(await serverOf(host).findDuplicates({ page: 0 })).total).toBe(groups.total - 1);
  });

  test.each(LOCALES)('%s: an act is undone after later edits, which are listed and kept', async (locale) => {
    const t = wordsOf(locale);
    const host = await samplePool(locale);
    const server = serverOf(host);
    const name = host.book.sheets[0]?.name ?? '';
    const before = host.values(name);
    const { txn } = got(await finishAct(server, await server.mergeDuplicates({ groups: null })));
    const cell = changedCell(before, host.values(name));
    host.edit(`'${name}'!${cell.address}`, 'typed later');

    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.history') }).click();
    const panel = page.getByRole('region', { name: t('data.history') });
    const act = panel.getByRole('listitem').filter({ hasText: txn });
    await act.getByText(t('act.kind.merge'), { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await act.getByRole('button', { name: t('undo.act'), exact: true }).click();
    const question = act.getByRole('group', { name: like(t('undo.ask.merge')) });
    await question.waitFor();
    await question.getByRole('button', { name: t('act.cancel') }).click();
    await act.getByRole('button', { name: t('undo.act'), exact: true }).press('Enter');
    await question.waitFor();
    // The question has the focus, its first answer is the next stop.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await act.getByText('typed later').waitFor();
    expect(await violations(page)).toEqual([]);
    await act.getByRole('button', { name: t('undo.decidedNow', { count: 1 }) }).click();
    await act.getByText(t('undo.done', { txn })).waitFor();
    const row = host.values(name).find((each) => each[0] === cell.id);
    expect(row?.[cell.column]).toBe('typed later');

    // The undo is an act too: the list knows that it is old.
    await panel.getByText(t('stale.title')).waitFor();
    await panel.getByRole('button', { name: t('stale.update') }).click();
    await panel.getByText(t('act.kind.undo'), { exact: true }).first().waitFor();
    await panel.getByText(t('history.undone')).first().waitFor();
  });
});

type Rows = readonly (readonly unknown[])[];

/** A cell of a person's own column that a merge has changed in a row that stayed. */
function changedCell(before: Rows, after: Rows): { id: unknown; column: number; address: string } {
  const remark = (before[0] ?? []).indexOf('remark');
  for (const [r, row] of after.entries()) {
    const was = before.find((each) => each[0] === row[0]);
    if (r < 2 || was === undefined) continue;
    for (let column = 1; column <= remark; column++) {
      const key = String(before[0]?.[column]);
      const typed = ['phone', 'other_im', 'needs', 'next_action', 'remark', 'tags'].includes(key);
      if (typed && was[column] !== row[column]) return { id: row[0], column, address: `${letters(column)}${r + 1}` };
    }
  }
  throw new Error('The merge changed no cell that a person types into.');
}

/** The name of a 0-based column. */
function letters(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? letters(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Rows by what stands in them: an undo gives back rows, not always at their old place. */
function byId(rows: Rows): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
