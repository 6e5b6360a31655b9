// A list comes in through the sidebar: recognised, checked, written, explained, and taken back.
import { open, violations, withBrowser } from './browser';
import { emptyPool } from './pool';
import { LOCALES, wordsOf } from './words';

const LIST = [
  '姓名,公司,手机,负责人,下次跟进,QQ',
  '张伟,上海启明科技有限公司,138 0000 2468,李雷,2026-03-10,10001',
  '王芳,宁波海曙食品,1350000864,李雷,2026-03-12,10002',
  ',,,,,10003',
].join('\r\n');

/** As Excel saves “Unicode text”. */
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LIST, 'utf16le')]);

withBrowser('importing a list', () => {
  test.each(LOCALES)('%s: every step says what it does, and undo takes all of it back', async (locale) => {
    const t = wordsOf(locale);
    const host = await emptyPool(locale);
    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.import') }).click();
    await page.getByLabel(t('importPanel.choose')).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByLabel(t('importPanel.choose')).setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: utf16 });
    await page
      .getByText(/UTF-16LE/)
      .first()
      .waitFor();
    const goesTo = (header: string) => page.getByRole('combobox', { name: t('importPanel.goesTo', { header }) });
    expect(await goesTo('手机').inputValue()).toBe('=mobile');
    expect(await goesTo('下次跟进').inputValue()).toBe('=next_follow_up');
    expect(await violations(page)).toEqual([]);

    // Two columns into one is refused where it is chosen.
    await goesTo('QQ').selectOption('=mobile');
    await page.getByRole('alert').waitFor();
    await goesTo('QQ').selectOption('notes');
    expect(await page.getByRole('alert').count()).toBe(0);

    const blank = host.values(host.book.sheets[0]?.name ?? '');
    await page.getByRole('button', { name: t('importPanel.check') }).click();
    await page.getByRole('button', { name: t('importPanel.go', { count: 3 }) }).waitFor();
    expect(host.values(host.book.sheets[0]?.name ?? '')).toEqual(blank);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('importPanel.go', { count: 3 }) }).click();
    await page
      .getByText(t('importPanel.done', { count: 2 }))
      .last()
      .waitFor();
    const customers = host.values(host.book.sheets[0]?.name ?? '');
    expect(customers.flat()).toEqual(expect.arrayContaining(['张伟', '+8613800002468', '王芳', '李雷']));
    expect(customers.flat().join('\n')).toContain('10001');
    await page.getByText(t('importPanel.rejected')).click();
    await page.getByText('10003').last().waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('undo.act') }).click();
    await page
      .getByRole('group', { name: t('undo.ask.import', { count: 2 }) })
      .getByRole('button', { name: t('undo.act') })
      .click();
    await page.getByText(t('undo.done', { txn: 'X-000001' })).waitFor();
    expect(host.values(host.book.sheets[0]?.name ?? '')).toEqual(blank);
  });

  test.each(LOCALES)('%s: known customers are counted, shown cell by cell, filled, and given back', async (locale) => {
    const t = wordsOf(locale);
    const host = await emptyPool(locale);
    const { page } = await open({ locale, host });
    const tab = host.book.sheets[0]?.name ?? '';
    const add = async (name: string, text: string) => {
      await page.getByLabel(t('importPanel.choose')).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: t('importPanel.check') }).click();
    };
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.import') }).click();
    await add('first.csv', '姓名,公司,手机\r\n张伟,上海启明科技有限公司,13800002468\r\n王芳,宁波海曙食品,13500008640');
    await page.getByRole('button', { name: t('importPanel.go', { count: 2 }) }).click();
    await page.getByRole('button', { name: t('importPanel.next') }).click();
    const before = host.values(tab);

    await add('second.csv', '姓名,公司,手机,邮箱\r\n張偉,启明科技,+86 138-0000-2468,zw@example.com\r\n陈静,,13600000001,');
    const choices = page.getByRole('group', { name: t('importPanel.known', { count: 1 }) });
    const fill = choices.getByRole('radio', { name: t('importPanel.known.fill') });
    await fill.waitFor();
    expect(await fill.isChecked()).toBe(true);
    await choices
      .getByText(t('importPanel.knownCounts', { created: 1, updated: 1, duplicate: 0, cells: 1 }))
      .first()
      .waitFor();
    await page.getByText(t('importPanel.knownCells', { count: 1 })).click();
    await page.getByText(/→ zw@example\.com/).waitFor();
    expect(await violations(page)).toEqual([]);
    await choices.getByRole('radio', { name: t('importPanel.known.skip') }).check();
    expect(await page.getByText(t('importPanel.knownCells', { count: 1 })).count()).toBe(0);
    await fill.check();
    expect(host.values(tab)).toEqual(before);

    await page.getByRole('button', { name: t('importPanel.go', { count: 2 }) }).click();
    await page.getByText(t('importPanel.updated')).waitFor();
    expect(host.values(tab).flat()).toEqual(expect.arrayContaining(['zw@example.com', '陈静']));
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('undo.act') }).click();
    await page
      .getByRole('group', { name: t('undo.ask.import', { count: 2 }) })
      .getByRole('button', { name: t('undo.act') })
      .click();
    await page.getByText(t('undo.done', { txn: 'X-000002' })).waitFor();
    expect(host.values(tab).flat()).not.toContain('zw@example.com');
    expect(host.values(tab).flat()).not.toContain('陈静');
  });

  test.each(LOCALES)('%s: what is no list is refused in words, and another file is taken', async (locale) => {
    const t = wordsOf(locale);
    const { page } = await open({ locale, host: await emptyPool(locale) });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.import') }).click();
    const field = page.getByLabel(t('importPanel.choose'));
    await field.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj') });
    await page.getByText(t('file.pdf', { file: 'scan.pdf' })).waitFor();
    expect(await violations(page)).toEqual([]);
    await field.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByRole('button', { name: t('importPanel.check') }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
