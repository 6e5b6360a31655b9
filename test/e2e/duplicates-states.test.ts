// The review of duplicates in every state: busy and cancelled, nothing found, lost, out of date, closed, and with many records.
import type { Page } from 'playwright-core';
import type {
  FieldChoice,
  GroupSummary,
  GroupView,
  MergeRequest,
  ReviewRecord,
  ScanView,
} from '../../src/contract/duplicates-api';
import { type Answers, answering, later } from './answers';
import { open, violations, withBrowser } from './browser';
import { emptyPool } from './pool';
import { LOCALES, like, type T, wordsOf } from './words';

const id = (n: number) => `C-${String(n).padStart(6, '0')}`;

const summary = (n: number, more: Partial<GroupSummary> = {}): GroupSummary => ({
  id: `${id(n)}+${id(n + 1)}`,
  certainty: 'near',
  names: [`Chen ${n}`],
  size: 2,
  obstacle: null,
  ...more,
});

function scanOf(items: readonly GroupSummary[], more: Partial<ScanView> = {}): ScanView {
  const counts = { exact: 0, near: items.length, review: 0 };
  const settled = { different: 0, later: 0 };
  const ready = { exact: { groups: 0, losers: 0 }, near: { groups: items.length, losers: items.length } };
  const rest = { ready, settled, customers: 33_000, at: '2026-03-11 08:30' };
  return { items, page: 0, pages: 1, total: items.length, counts, ...rest, ...more };
}

function record(n: number, more: Partial<ReviewRecord> = {}): ReviewRecord {
  const empty = { company: '', mobile: '', email: '', wechat: '', owner: '', lastContact: '' };
  return { id: id(n), row: n + 2, name: `Chen ${n}`, filled: 5, orders: 0, closed: null, ...empty, ...more };
}

const city: FieldChoice = {
  key: 'city',
  label: 'City',
  values: [
    { value: '广州市', ids: [id(1)] },
    { value: '', ids: [id(2)] },
  ],
  chosen: '广州市',
  rule: { code: 'archive.merged' },
  locked: false,
};

function groupOf(ids: readonly number[], more: Partial<GroupView> = {}): GroupView {
  const [master = 1, ...others] = ids;
  const evidence = [
    { about: 'mobile', side: 'for', says: { code: 'pager.on' }, detail: [], bits: 14.2 },
    { about: 'city', side: 'against', says: { code: 'pager.back' }, detail: [{ code: 'pager.name' }], bits: -2.6 },
    { about: 'mail', side: 'uncounted', says: { code: 'act.cancel' }, detail: [], bits: 0 },
  ] as const;
  return {
    id: ids.map(id).join('+'),
    certainty: 'near',
    master: id(master),
    records: ids.map((n) => record(n)),
    pairs: others.map((n) => ({ to: id(master), other: id(n), start: -1.9, total: 9.7, evidence })),
    fields: [city],
    equal: ['Name'],
    notKept: [],
    children: 0,
    obstacle: null,
    ...more,
  };
}

async function toPanel(page: Page, t: T, answers: Answers): Promise<void> {
  await answering(page, answers);
  await page.getByRole('button', { name: t('area.data') }).click();
  await page.getByRole('button', { name: t('data.duplicates') }).click();
}

const scanButton = (page: Page, t: T) => page.getByRole('button', { name: t('duplicatesPanel.scan'), exact: true });

withBrowser('the review of duplicates, whatever happens', () => {
  test.each(LOCALES)('%s: a scan says what it does, is cancelled, gets lost, and finds nothing', async (locale) => {
    const t = wordsOf(locale);
    const { page } = await open({ locale, host: await emptyPool(locale) });
    const slow = later<ScanView>();
    const answers: Answers = { scanDuplicates: () => slow.answer };
    await toPanel(page, t, answers);
    await scanButton(page, t).click();
    await page.getByText(t('duplicatesPanel.readsOnly')).waitFor();
    await page.getByText(t('duplicatesPanel.passed', { seconds: 1 })).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('act.cancel') }).click();
    await page.getByText(t('duplicatesPanel.cancelled')).waitFor();
    // What comes after all is not shown.
    slow.give(scanOf([summary(1)]));
    answers.scanDuplicates = async () => 'lost';
    await scanButton(page, t).click();
    await page.getByRole('alert').getByText(t('server.lost')).waitFor();
    expect(await page.getByText('Chen 1').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    answers.scanDuplicates = async () => scanOf([]);
    await page.getByRole('button', { name: t('act.retry') }).click();
    await page.getByRole('heading', { name: t('duplicatesPanel.none') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a decision that gets lost keeps what was chosen; one about a group that is gone leads to a new scan', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en', host: await emptyPool('en') });
    const told: unknown[] = [];
    const answers: Answers = {
      scanDuplicates: async () => scanOf([summary(1), summary(3)]),
      duplicateGroup: async ({ ids }) => groupOf(ids.map((one) => Number(one.slice(2)))),
      planDecision: async () => ({
        groups: 1,
        merged: 1,
        children: 0,
        notKept: [{ id: id(1), column: 'City', value: '广州市' }],
        notKeptTotal: 1,
        leftOut: [],
      }),
      mergeGroup: async () => 'lost',
    };
    await toPanel(page, t, answers);
    await scanButton(page, t).click();
    await page.getByRole('button', { name: t('duplicatesPanel.review') }).click();
    // Evidence of the first group is open, later ones are folded.
    await page.getByText(t('review.total', { bits: '+9.7', odds: '830 : 1' })).waitFor();
    const empty = page.getByRole('radio', { name: like(t('review.empty')) });
    await empty.check();
    await page.getByText(t('duplicatesPanel.notKept', { count: 1 })).waitFor();
    const merge = page.getByRole('button', { name: t('review.merge', { master: id(1) }) });
    await merge.click();
    await page.getByRole('alert').getByText(t('server.lost')).waitFor();
    expect(await empty.isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);

    answers.mergeGroup = async (decision) => {
      told.push(decision);
      return { ok: false, code: 'duplicates.stale', args: { count: 1 } };
    };
    await page.getByRole('button', { name: t('act.retry') }).click();
    await page.getByRole('alert').getByText(t('failure.refused')).waitFor();
    expect(told).toEqual([{ ids: [id(1), id(2)], master: id(1), fields: { city: id(2) } }]);
    expect(await page.getByRole('button', { name: t('act.retry') }).count()).toBe(0);
    await page.getByRole('button', { name: t('duplicatesPanel.scanAgain') }).click();
    await page.getByRole('group', { name: t('duplicatesPanel.filter') }).waitFor();
  });

  test('the groups of one page done, the next page follows; a group of ten shows eight heads at a time', async () => {
    const t = wordsOf('zh-CN');
    const { page } = await open({ locale: 'zh-CN', host: await emptyPool('zh-CN') });
    const ten = Array.from({ length: 10 }, (_, n) => n + 20);
    let pages = 0;
    const answers: Answers = {
      scanDuplicates: async () => {
        pages += 1;
        const here = pages === 1 ? [summary(1)] : [summary(20, { id: ten.map(id).join('+'), size: 10, certainty: 'review' })];
        return scanOf(here, { pages: 3 - pages, total: 3 - pages });
      },
      duplicateGroup: async ({ ids, master }) =>
        groupOf([
          ...(master === null ? [] : [Number(master.slice(2))]),
          ...ids.map((one) => Number(one.slice(2))).filter((n) => id(n) !== master),
        ]),
      settleGroup: async () => ({ settled: 1 }),
    };
    await toPanel(page, t, answers);
    await scanButton(page, t).click();
    await page.getByRole('button', { name: t('duplicatesPanel.review') }).click();
    await page.getByRole('region', { name: t('review.keep') }).waitFor();
    await page.keyboard.press('l');
    const heads = page.getByRole('list', { name: t('review.heads') });
    await heads.getByText(id(20)).waitFor();
    expect(await heads.getByRole('listitem').count()).toBe(8);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('pager.on') }).click();
    expect(await heads.getByRole('listitem').count()).toBe(2);
    // The button goes with its head; the focus stays among the heads.
    await page.getByRole('button', { name: `${t('review.setMaster')} ${id(29)}` }).press('Enter');
    await page.getByRole('button', { name: t('review.merge', { master: id(29) }) }).waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('review.split'));
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: t('duplicatesPanel.through') }).waitFor();
  });

  test('two owners: nobody is chosen yet; choosing one opens the merge', async () => {
    const t = wordsOf('zh-CN');
    const { page } = await open({ locale: 'zh-CN', host: await emptyPool('zh-CN') });
    const obstacle = { code: 'duplicates.owners', args: { owners: '甲 / 乙' } } as const;
    const values = [
      { value: '甲', ids: [id(1)] },
      { value: '乙', ids: [id(2)] },
    ];
    const owner: FieldChoice = { ...city, key: 'owner', label: '负责人', values, chosen: '甲' };
    await toPanel(page, t, {
      scanDuplicates: async () => scanOf([summary(1, { obstacle })]),
      duplicateGroup: async () => groupOf([1, 2], { obstacle, fields: [owner] }),
      planDecision: async () => ({ groups: 1, merged: 1, children: 0, notKept: [], notKeptTotal: 0, leftOut: [] }),
    });
    await scanButton(page, t).click();
    await page.getByRole('button', { name: t('duplicatesPanel.review') }).click();
    // Who may merge asks nobody: the button leads to the choice.
    const choose = page.getByRole('button', { name: t('review.chooseOwner') });
    await choose.waitFor();
    await page.getByText(t('review.chooseOwnerWhy', obstacle.args)).waitFor();
    expect(await page.getByText(t('review.obstacleAsk')).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await choose.click();
    const radio = page.getByRole('radio', { name: /甲/ });
    expect(await radio.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await radio.check();
    await page.getByRole('button', { name: t('review.merge', { master: id(1) }) }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByText(t('review.chooseOwnerWhy', obstacle.args)).count()).toBe(0);
  });

  test('two owners in what somebody asked for: the manager is led to the choice, then merges', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en', host: await emptyPool('en') });
    const obstacle = { code: 'duplicates.owners', args: { owners: 'Ann / Bob' } } as const;
    const values = [
      { value: 'Ann', ids: [id(1)] },
      { value: 'Bob', ids: [id(2)] },
    ];
    const owner: FieldChoice = { ...city, key: 'owner', label: 'Owner', values, chosen: 'Ann' };
    const asked: MergeRequest = {
      id: 'Q-000001',
      at: '2026-03-10 17:00',
      by: 'Cid',
      confidence: 'verified',
      reason: 'one person',
      ids: [id(1), id(2)],
      names: ['Chen 1'],
      master: id(1),
      fields: {},
      status: 'open',
      decidedBy: '',
      reply: '',
    };
    await toPanel(page, t, {
      mergeRequests: async () => ({ items: [asked], page: 0, pages: 1, total: 1, decides: true }),
      duplicateGroup: async () => groupOf([1, 2], { obstacle, fields: [owner] }),
      planDecision: async () => ({ groups: 1, merged: 1, children: 0, notKept: [], notKeptTotal: 0, leftOut: [] }),
    });
    await page.getByRole('button', { name: 'Chen 1' }).click();
    const choose = page.getByRole('button', { name: t('review.chooseOwner') });
    expect(await choose.getAttribute('aria-disabled')).toBe('false');
    await choose.click();
    const radio = page.getByRole('radio', { name: /Ann/ });
    expect(await radio.evaluate((element) => element === document.activeElement)).toBe(true);
    await radio.check();
    const merge = page.getByRole('button', { name: t('review.merge', { master: id(1) }) });
    await merge.waitFor();
    await page.waitForFunction(() => document.querySelector('.decide .action')?.getAttribute('aria-disabled') === 'false');
    expect(await violations(page)).toEqual([]);
  });

  test('a number that stands twice is put right in the sheet: nobody is asked to merge it', async () => {
    const t = wordsOf('en');
    const { page } = await open({ locale: 'en', host: await emptyPool('en') });
    const obstacle = { code: 'duplicates.doubleId', args: { id: id(1) } } as const;
    await toPanel(page, t, {
      scanDuplicates: async () => scanOf([summary(1, { obstacle })]),
      duplicateGroup: async () => groupOf([1, 2], { obstacle }),
    });
    await scanButton(page, t).click();
    await page.getByRole('button', { name: t('duplicatesPanel.review') }).click();
    await page.getByText(t(obstacle)).waitFor();
    const merge = page.getByRole('button', { name: t('review.merge', { master: id(1) }) });
    expect(await merge.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByText(t('review.obstacleAsk')).count()).toBe(0);
  });

  test.each(LOCALES)(
    '%s: a merge somebody asked for is declined with an answer, another one carried out as it was asked for',
    async (locale) => {
      const t = wordsOf(locale);
      const { page } = await open({ locale, host: await emptyPool(locale) });
      const asked = (n: number, more: Partial<MergeRequest> = {}): MergeRequest => ({
        id: `Q-00000${n}`,
        at: '2026-03-10 17:00',
        by: '韩梅',
        confidence: 'verified',
        reason: '电话确认过',
        ids: [id(n), id(n + 1)],
        names: [`Chen ${n}`],
        master: id(n + 1),
        fields: { city: id(n) },
        status: 'open',
        decidedBy: '',
        reply: '',
        ...more,
      });
      let waiting = [asked(1), asked(3)];
      const told: unknown[] = [];
      const answers: Answers = {
        mergeRequests: async () => ({ items: waiting, page: 0, pages: 1, total: waiting.length, decides: true }),
        duplicateGroup: async ({ ids, master }) => {
          const [first = 0, second = 0] = ids.map((one) => Number(one.slice(2)));
          return groupOf(master === id(second) ? [second, first] : [first, second]);
        },
        planDecision: async () => ({ groups: 1, merged: 1, children: 0, notKept: [], notKeptTotal: 0, leftOut: [] }),
        declineMerge: async () => 'lost',
      };
      await toPanel(page, t, answers);
      const list = page.getByRole('region', { name: t('requests.waiting', { count: 2 }) });
      await list.getByRole('button', { name: 'Chen 1' }).click();
      await page.getByRole('heading', { name: t('requests.title', { id: 'Q-000001' }) }).waitFor();
      await page
        .getByText(t('requests.by', { by: '韩梅', identity: locale === 'en' ? 'Verified' : '已核实', at: '2026-03-10 17:00' }))
        .waitFor();
      await page.getByRole('button', { name: t('review.merge', { master: id(2) }) }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: t('requests.decline') }).click();
      const form = page.getByRole('form', { name: t('requests.decline') });
      await form.getByRole('button', { name: t('requests.decline') }).click();
      await form.getByText(t('requests.declineNeeded')).waitFor();
      const box = form.getByRole('textbox', { name: t('requests.declineWhy') });
      await box.fill('是两个人');
      await form.getByRole('button', { name: t('requests.decline') }).click();
      await page.getByRole('alert').getByText(t('server.lost')).waitFor();
      expect(await box.inputValue()).toBe('是两个人');
      expect(await violations(page)).toEqual([]);
      answers.declineMerge = async (answer) => {
        told.push(answer);
        waiting = [asked(3)];
        return { id: answer.id };
      };
      await page.getByRole('button', { name: t('act.retry') }).click();
      await page
        .getByText(t('requests.declined', { id: 'Q-000001' }))
        .first()
        .waitFor();
      answers.mergeGroup = async (decision) => {
        told.push(decision);
        waiting = [];
        return { txn: 'X-000001', done: 1, of: 1, finished: true, left: 0, groups: 1, merged: 1, children: 0 };
      };
      await page.getByRole('button', { name: 'Chen 3' }).click();
      await page.getByRole('button', { name: t('review.merge', { master: id(4) }) }).click();
      await page
        .getByText(t('review.doneMerged', { master: id(4), count: 0 }))
        .first()
        .waitFor();
      expect(told).toEqual([
        { id: 'Q-000001', reply: '是两个人' },
        { ids: [id(4), id(3)], master: id(4), fields: { city: id(3) }, request: 'Q-000003' },
      ]);
      // Team shows what waits, too; what was begun there stays.
      waiting = [asked(5)];
      await page.getByRole('button', { name: t('area.team') }).click();
      await page.getByRole('button', { name: t('ownersPanel.add') }).click();
      await page.getByLabel(t('ownersPanel.name')).fill('魏然');
      await page.getByRole('button', { name: 'Chen 5' }).click();
      await page.getByRole('button', { name: t('requests.decline') }).waitFor();
      await page.getByRole('button', { name: t('act.back') }).click();
      expect(await page.getByLabel(t('ownersPanel.name')).inputValue()).toBe('魏然');
      expect(await violations(page)).toEqual([]);
      // Who asked reads what became of it, and opens nothing.
      const own = asked(1, { status: 'rejected', decidedBy: '李雷', reply: '是两个人' });
      answers.mergeRequests = async () => ({ items: [own], page: 0, pages: 1, total: 1, decides: false });
      await page.reload();
      await toPanel(page, t, answers);
      const mine = page.getByRole('region', { name: t('requests.own', { count: 1 }) });
      await mine.getByText(t('requests.answered', { by: '李雷', reply: '是两个人' })).waitFor();
      expect(await mine.getByRole('button').count()).toBe(0);
      expect(await violations(page)).toEqual([]);
    },
  );

  test('in the dark, what is read is read as well', async () => {
    const t = wordsOf('zh-CN');
    const { page } = await open({ locale: 'zh-CN', host: await emptyPool('zh-CN') });
    await page.evaluate(() => localStorage.setItem('customer-pool', JSON.stringify({ theme: 'dark' })));
    await page.reload();
    await toPanel(page, t, {
      scanDuplicates: async () => scanOf([summary(1), summary(3, { certainty: 'exact' }), summary(5, { certainty: 'review' })]),
      duplicateGroup: async () => groupOf([1, 2], { notKept: [{ id: id(2), column: 'City', value: '佛山市' }], children: 2 }),
    });
    await scanButton(page, t).click();
    await page.getByRole('group', { name: t('duplicatesPanel.filter') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('duplicatesPanel.review') }).click();
    await page.getByText(t('duplicatesPanel.notKept', { count: 1 })).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
