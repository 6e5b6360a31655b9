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
