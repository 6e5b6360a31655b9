// Customer, from search to card: the real sidebar on the real bundle.
import type { Page } from 'playwright-core';
import type { Host } from '../../local/workbench/index';
import { type CustomerKey, customers } from '../../src/template/customers';
import { orders } from '../../src/template/orders';
import { open, violations, withBrowser } from './browser';
import { emptyPool, got, samplePool, serverOf } from './pool';
import { LOCALES, like, type T, wordsOf } from './words';

const ME = 'wei.ran@example.com';

async function openArea(page: Page, t: T): Promise<void> {
  await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
}

/** The names found, in their order. */
async function search(page: Page, t: T, text: string): Promise<string[]> {
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(JSON.stringify(text).slice(1, -1)) === true,
  );
  await page.getByRole('searchbox').fill(text);
  await answered;
  await page
    .getByRole('status')
    .filter({ hasText: t('search.busy') })
    .waitFor({ state: 'detached' });
  return page
    .getByRole('region', { name: t('search.results') })
    .locator('.name')
    .allTextContents();
}

withBrowser('customers', () => {
  test.each(LOCALES)(
    '%s: a customer is found by initials and place, his card read, a contact logged, the date put off',
    async (locale) => {
      const t = wordsOf(locale);
      const host = (await samplePool(locale)).as(ME);
      const { page } = await open({ locale, host });
      await openArea(page, t);
      await page.getByText(t('search.stranger')).waitFor();
      expect(await violations(page)).toEqual([]);

      // `/` goes to the field, and is not typed into it.
      await page
        .getByRole('navigation')
        .getByRole('button', { name: t('area.customer'), exact: true })
        .focus();
      await page.keyboard.press('/');
      expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
      await page.keyboard.type('zw');
      await page.getByText(t('search.as.pinyin', { text: 'zw' }), { exact: true }).waitFor();
      const mine = page.getByRole('listitem').filter({ hasText: 'C-000014' });
      expect(await mine.locator('mark').allTextContents()).toEqual(['张伟']);
      expect(await search(page, t, locale === 'en' ? 'zw Suzhou' : 'zw 苏州')).toEqual(['张伟']);
      expect(await search(page, t, '003690')).toEqual(['张伟']);
      expect(await mine.locator('mark').allTextContents()).toEqual(['00 3690']);
      expect(await violations(page)).toEqual([]);

      // In the pool: nobody's number is shown.
      expect(await search(page, t, locale === 'en' ? 'pool mao' : '公海 mao')).toEqual(['毛公']);
      await page.getByText('132****4571').waitFor();
      await search(page, t, 'nobody at all');
      await page.getByText(t('search.none', { text: 'nobody at all' })).waitFor();
      expect(await violations(page)).toEqual([]);

      await search(page, t, '003690');
      await page.getByRole('button', { name: '张伟' }).click();
      await page.getByRole('heading', { name: '张伟' }).waitFor();
      const history = page.getByRole('tabpanel');
      await history.waitFor();
      const contacts = async () => {
        await page.getByRole('tab', { name: t('timeline.interaction') }).click();
        return history.getByRole('listitem').count();
      };
      const before = await contacts();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe(t('timeline.order'));
      await page.getByRole('button', { name: t('card.log') }).click();
      await page.getByRole('textbox', { name: t('log.summary') }).fill('=SUM(1)');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: t('log.save'), exact: true }).click();
      await page.getByRole('status').filter({ hasText: '张伟' }).waitFor();
      await history.getByText('=SUM(1)').waitFor({ state: 'detached' });
      expect(await contacts()).toBe(before + 1);
      await history.getByText('=SUM(1)').waitFor();

      await page.getByRole('button', { name: t('snooze.open') }).click();
      await page.getByRole('menuitem', { name: t('snooze.plus_1w') }).click();
      await page
        .getByRole('status')
        .filter({ hasText: t('snooze.done', { name: '张伟', day: '', count: 1, limit: 3 }).slice(0, 6) })
        .waitFor();
      expect(await violations(page)).toEqual([]);

      await page.getByRole('button', { name: t('card.copy', { label: customers.columns.mobile.label[locale] }) }).click();
      await page
        .getByText(t('card.copied', { label: customers.columns.mobile.label[locale] }))
        .first()
        .waitFor();

      // Back where one came from, and the customer is among those seen last.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '张伟' }).and(page.locator(':focus')).waitFor();
      await page.getByRole('button', { name: t('search.clear') }).click();
      await page
        .getByRole('region', { name: t('search.recent') })
        .getByText('C-000014')
        .waitFor();
    },
  );

  test('from Today a name leads to the card; in the dark all of it stays readable', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as(ME);
    const { page } = await open({ locale: 'zh-CN', host });
    await page.evaluate(() => localStorage.setItem('customer-pool', JSON.stringify({ locale: null, theme: 'dark' })));
    await page.reload();
    const due = page
      .getByRole('region', { name: t('today.overdue') })
      .getByRole('listitem')
      .first();
    const name = (await due.locator('.name').textContent()) ?? '';
    await due.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: t('card.log') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await search(page, t, '逾期');
    expect(
      await page
        .getByRole('region', { name: t('search.results') })
        .getByRole('listitem')
        .count(),
    ).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
  });

  test.each(LOCALES)('%s: a customer is entered in steps, known already and saved all the same for a reason', async (locale) => {
    const t = wordsOf(locale);
    const host = (await samplePool(locale)).as(ME);
    const { page } = await open({ locale, host });
    await openArea(page, t);
    await page.getByRole('button', { name: t('customerForm.new') }).click();
    const field = (key: CustomerKey) => page.getByLabel(customers.columns[key].label[locale]);
    // The first field has the focus: typing begins at once.
    await field('name').waitFor();
    await page.keyboard.type('章伟');
    await field('mobile').fill('１３４ ００００ ３６９０');
    await field('email').fill('zhang@qiming');
    await field('wechat').focus();
    const known = page.getByRole('alert').filter({ hasText: 'C-000014' });
    await known.waitFor();
    await page.getByText('+8613400003690').waitFor();
    await page.getByRole('button', { name: t('form.accept', { value: 'zhang@qiming.com' }) }).click();
    expect(await violations(page)).toEqual([]);
    await field('source').selectOption({ index: 2 });
    await page.getByRole('button', { name: t('customerForm.next') }).click();
    await field('province').fill(locale === 'en' ? 'Jiangsu' : '江苏省');
    await field('city').focus();
    const cities = page
      .locator('datalist')
      .filter({ has: page.locator(locale === 'en' ? '[value="Suzhou"]' : '[value="苏州市"]') });
    expect(await cities.locator('option').count()).toBe(13);
    await field('city').fill(locale === 'en' ? 'Suzhou' : '苏州市');
    await page.getByRole('button', { name: t('customerForm.next') }).click();
    await field('next_action').fill('=HYPERLINK("x")');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(t('customerForm.reason')).fill('弟弟');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '章伟' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const row = recordOf(host, 'C-000060');
    expect(row).toMatchObject({
      name: '章伟',
      mobile: '+8613400003690',
      email: 'zhang@qiming.com',
      owner: locale === 'en' ? 'Wei Ran' : '魏然',
    });
    expect(row['next_action']).toBe('=HYPERLINK("x")');
    expect(row['remark']).toContain('弟弟');
  });

  test('two save the same customer: the second is told what changed, loses nothing, and decides field by field', async () => {
    const t = wordsOf('zh-CN');
    const host = (await samplePool('zh-CN')).as(ME);
    const { page } = await open({ locale: 'zh-CN', host });
    await openArea(page, t);
    await search(page, t, '003690');
    await page.getByRole('button', { name: '张伟' }).click();
    await page.getByRole('button', { name: t('card.edit') }).click();
    const label = (key: CustomerKey) => customers.columns[key].label['zh-CN'];
    await page.getByLabel(label('company')).fill('我写的公司');
    await page.getByRole('button', { name: `2 ${t('customerForm.work')}` }).click();
    await page.getByLabel(label('needs')).fill('要六台');

    const { base, token } = await formOf(host, 'C-000014');
    const theirs = { ...base, company: '他写的公司', title: '经理' };
    const first = got(
      await serverOf(host.as('chen.jing@example.com')).saveCustomer({
        id: 'C-000014',
        base,
        values: theirs,
        reason: '',
        reasonFor: [],
        token,
      }),
    );
    expect(first.outcome).toBe('saved');
    host.as(ME);

    await page.getByRole('button', { name: t('customerForm.save'), exact: true }).click();
    await page
      .getByRole('group', { name: label('company') })
      .getByText('他写的公司')
      .waitFor();
    expect(await page.getByRole('group').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('我写的公司').check();
    await page.getByRole('button', { name: t('conflict.save') }).click();
    await page
      .getByText(t('customerForm.changed', { id: 'C-000014' }))
      .first()
      .waitFor();
    expect(recordOf(host, 'C-000014')).toMatchObject({ company: '我写的公司', title: '经理', needs: '要六台' });
  });

  test('the language changes in the middle of a form, and every word stays', async () => {
    const t = wordsOf('zh-CN');
    const host = await emptyPool('zh-CN');
    const { page } = await open({ locale: 'zh-CN', host });
    await openArea(page, t);
    await page.getByRole('button', { name: t('customerForm.new') }).click();
    await page.getByLabel(customers.columns.name.label['zh-CN']).fill('张三');
    await page.getByRole('button', { name: t('area.settings') }).click();
    await page
      .getByRole('region', { name: t('view.title') })
      .getByRole('radio', { name: 'English' })
      .check();
    const en = wordsOf('en');
    await page.getByRole('button', { name: en('area.customer'), exact: true }).click();
    expect(await page.getByLabel(customers.columns.name.label.en).inputValue()).toBe('张三');
    await page.getByRole('heading', { name: en('customerForm.new') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('markup, formulas and a text beyond all bounds stay what was typed, before and after saving', async () => {
    const t = wordsOf('en');
    const host = await emptyPool('en');
    const { page } = await open({ locale: 'en', host });
    await openArea(page, t);
    await page.getByRole('button', { name: t('customerForm.new') }).click();
    const field = (key: CustomerKey) => page.getByLabel(customers.columns[key].label.en).first();
    const name = '<img src=x onerror="document.title=1"> 𠮷\u{1F338}';
    const long = '长'.repeat(50_000);
    await field('name').fill(name);
    await field('company').fill('=IMPORTDATA("x")');
    await field('email').fill('a@example.com');
    await field('source').selectOption({ index: 1 });
    await page.getByRole('button', { name: t('customerForm.next') }).click();
    await field('needs').fill(long);
    await page.getByRole('button', { name: t('customerForm.save'), exact: true }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect((await field('needs').inputValue()) === long).toBe(true);
    // The page goes and comes: all of it is still there.
    await page.reload();
    await openArea(page, t);
    await page.getByRole('button', { name: t('search.goOn') }).click();
    expect(await field('name').inputValue()).toBe(name);
    await page.getByRole('button', { name: t('customerForm.next') }).click();
    expect((await field('needs').inputValue()) === long).toBe(true);
    await field('needs').fill(long.slice(0, 900));
    await page.getByRole('button', { name: t('customerForm.save'), exact: true }).click();
    await page.getByRole('heading', { name }).waitFor();
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('img').count()).toBe(0);
    expect(recordOf(host, 'C-000001')).toMatchObject({ name, company: '=IMPORTDATA("x")', needs: long.slice(0, 900) });
  });

  test('an order is entered from the card and stands in the history', async () => {
    const t = wordsOf('en');
    const host = (await samplePool('en')).as(ME);
    const { page } = await open({ locale: 'en', host });
    await openArea(page, t);
    await search(page, t, '003690');
    await page.getByRole('button', { name: '张伟' }).click();
    await page.getByRole('button', { name: t('card.addOrder') }).click();
    const field = (key: keyof typeof orders.columns) => page.getByLabel(orders.columns[key].label.en, { exact: false }).first();
    await field('product').selectOption({ index: 1 });
    await field('qty').fill('12');
    await field('qty').press('Enter');
    // What is missing is said all at once, and the first of it gone to.
    expect(await field('order_no').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field('status').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('SO-1');
    await field('amount').fill('1,200');
    await field('status').selectOption('Paid');
    await field('amount').press('Enter');
    await page
      .getByText(like(wordsOf('en')('customerEntry.saved.orders')))
      .first()
      .waitFor();
    await page.getByRole('tab', { name: t('timeline.order') }).click();
    expect(await page.getByRole('tabpanel').getByRole('listitem').first().textContent()).toContain('1,200');
  });
});

/** A customer's row as the workbook holds it, by column key. */
function recordOf(host: Host, id: string): Record<string, unknown> {
  const cells = host.book.sheets.find((sheet) => sheet.cells[0]?.[0] === 'customer_id')?.cells ?? [];
  const row = cells.find((one) => one?.[0] === id) ?? [];
  return Object.fromEntries((cells[0] ?? []).map((key, column) => [String(key), row[column]]));
}

async function formOf(host: Host, id: string) {
  const { values } = got(await serverOf(host).customerForm({ id }));
  return { base: values, token: 'theirs' };
}
