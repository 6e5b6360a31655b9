// The history: any act taken back later, with a choice for every cell changed since, and an undo taken back.
import type { ChangedCellView, ChangedChoice, HistoryEntry } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import { PAGE_SIZE } from '../../src/contract/wire';
import { answering } from './answers';
import { open, violations, withBrowser } from './browser';
import { emptyPool, got, samplePool, serverOf } from './pool';
import { LOCALES, like, wordsOf } from './words';

withBrowser('the history', () => {
  test.each(LOCALES)('%s: an act is undone after later edits, which are listed and kept', async (locale) => {
    const t = wordsOf(locale);
    const host = await samplePool(locale);
    const server = serverOf(host);
    const name = host.book.sheets[0]?.name ?? '';
    const before = host.values(name);
    const { txn } = got(await finishAct(server, await server.mergeBatch({ certainties: ['exact'] })));
    const cell = changedCell(before, host.values(name));
    host.edit(`'${name}'!${cell.address}`, 'typed later');

    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.history') }).click();
    const panel = page.getByRole('region', { name: t('data.history') });
    const act = panel.getByRole('listitem').filter({ hasText: txn });
    await act.getByText(t('act.kind.merge'), { exact: true }).waitFor();
    const { groups = 0 } = got(await server.history({ page: 0 })).items[0]?.about ?? {};
    expect(groups).toBeGreaterThan(1);
    await act.getByText(t('history.groups', { count: groups })).waitFor();
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
    const typed = act.getByRole('radio', { name: t('undo.nowValue', { value: 'typed later' }) });
    await typed.waitFor();
    expect(await typed.isChecked()).toBe(true);
    await act.getByRole('radio', { name: like(t('undo.thenValue')) }).check();
    await act.getByRole('button', { name: t('undo.decided', { count: 1 }) }).waitFor();
    await typed.check();
    expect(await violations(page)).toEqual([]);
    await act.getByRole('button', { name: t('undo.decidedNow', { count: 1 }) }).click();
    await act.getByText(t('undo.done', { txn })).waitFor();
    const row = host.values(name).find((each) => each[0] === cell.id);
    expect(row?.[cell.column]).toBe('typed later');

    // The undo is an act too: the list shows it at once, and what was taken back goes on saying so.
    await act.getByText(t('history.undone')).waitFor();
    expect(await act.getByText(t('undo.done', { txn })).isVisible()).toBe(true);
    expect(await panel.getByText(t('stale.title')).isVisible()).toBe(false);
    const back = panel.getByRole('listitem').filter({ hasText: t('history.undoOf', { kind: t('act.kind.merge') }) });
    await back.getByRole('button', { name: t('undo.redo'), exact: true }).click();
    await back
      .getByRole('group', { name: like(t('undo.ask.undo')) })
      .getByRole('button', { name: t('undo.redo') })
      .click();
    await back.getByText(like(t('undo.redone'))).waitFor();
    await panel.getByText(t('act.kind.redo'), { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('cells changed since come in pages; what is chosen on one stays chosen on the next', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en', host: await emptyPool('en') });
    const act: HistoryEntry = {
      txn: 'X-000007',
      kind: 'merge',
      at: '2026-03-10 09:00',
      actor: 'chen.jing@example.com',
      state: 'done',
      size: 60,
      undoable: true,
      about: { groups: 1, id: 'C-000001', name: 'Li Lei' },
      of: null,
    };
    const cells = Array.from({ length: PAGE_SIZE + 10 }, (_, n): ChangedCellView => {
      const id = `C-${String(n + 1).padStart(6, '0')}`;
      if (n === 3) return { cell: `customers/customer_id/${id}`, id, column: 'ID', isRow: true, was: '', now: 'Han Mei' };
      return { cell: `customers/city/${id}`, id, column: 'City', isRow: false, was: `was ${n + 1}`, now: `now ${n + 1}` };
    });
    const pageOf = (at: number) => ({
      items: cells.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
      page: at,
      pages: 2,
      total: cells.length,
    });
    const decided: ChangedChoice[] = [];
    await answering(page, {
      history: async () => ({ items: [act], page: 0, pages: 1, total: 1 }),
      changedSince: async (ask) => pageOf(ask.page),
      undo: async ({ txn, changed }) => {
        if (changed === undefined) return { txn, done: 0, of: cells.length, finished: false, left: 0, changedSince: pageOf(0) };
        decided.push(changed);
        return {
          txn: 'X-000008',
          done: 60,
          of: 60,
          finished: true,
          left: 2,
          changedSince: { ...pageOf(0), items: [], total: 0 },
        };
      },
    });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.history') }).click();
    await page.getByText('Li Lei C-000001', { exact: true }).waitFor();
    await page.getByRole('button', { name: t('undo.act'), exact: true }).click();
    await page
      .getByRole('group', { name: like(t('undo.ask.merge')) })
      .getByRole('button', { name: t('undo.act') })
      .click();
    await page.getByRole('group', { name: t('undo.changed', { count: cells.length }) }).waitFor();
    await page.getByText(t('undo.changedRows')).waitFor();
    const whole = page.getByRole('group', { name: 'C-000004 · Han Mei' });
    expect(await whole.getByRole('radio', { name: t('undo.nowRow') }).isChecked()).toBe(true);
    await whole.getByRole('radio', { name: t('undo.thenRow') }).check();
    await page.getByRole('radio', { name: t('undo.thenValue', { value: 'was 2' }), exact: true }).check();
    await page.getByRole('button', { name: t('pager.on') }).click();
    expect(await page.getByText(t('undo.changedRows')).count()).toBe(0);
    await page.getByRole('radio', { name: t('undo.thenValue', { value: 'was 55' }), exact: true }).check();
    await page.getByRole('button', { name: t('pager.back') }).click();
    const second = page.getByRole('radio', { name: t('undo.thenValue', { value: 'was 2' }), exact: true });
    await second.waitFor();
    expect(await second.isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    // All at once clears what was chosen one by one; one is then taken out of it again.
    await page.getByRole('radio', { name: t('undo.then'), exact: true }).check();
    await page.getByRole('radio', { name: t('undo.nowValue', { value: 'now 3' }), exact: true }).check();
    await page.getByRole('button', { name: t('undo.decided', { count: cells.length - 1 }) }).click();
    await page.getByText(t('undo.left', { count: 2 })).waitFor();
    expect(decided).toEqual([{ default: 'then', cells: { 'customers/city/C-000003': 'now' } }]);
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
