// A card pasted into the form of a new customer: what goes where is shown and may be changed, and no word of it is lost.
import type { Page } from 'playwright-core';
import type { PastedPiece } from '../../src/contract/customer-api';
import { type CustomerKey, customers } from '../../src/template/customers';
import type { Locale } from '../../src/template/types';
import { recordsIn } from '../customers/pool';
import { type Answers, answering, later } from './answers';
import { type Opened, open, violations, withBrowser } from './browser';
import { emptyPool } from './pool';
import { LOCALES, type T, wordsOf } from './words';

const CARD = {
  'zh-CN': '李雷\n采购经理\n云杉科技有限公司\n手机：138 0000 2468（微信同号）\n深圳市福田区深南大道 100 号\n下周二来访',
  en: 'Jane Doe\nPurchasing Manager\nSpruce Trading Co., Ltd.\nMobile: +1 212 555 0142\n100 Example Street\nVisits on Tuesday',
};

async function openForm(locale: Locale, answers: Answers = {}): Promise<Opened> {
  const t = wordsOf(locale);
  const opened = await open({ locale, host: await emptyPool(locale) });
  const { page } = opened;
  await answering(page, answers);
  await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
  await page.getByRole('button', { name: t('customerForm.new') }).click();
  await fieldOf(page, locale, 'name').and(page.locator(':focus')).waitFor();
  return opened;
}

function fieldOf(page: Page, locale: Locale, key: CustomerKey) {
  return page.getByLabel(customers.columns[key].label[locale]);
}

/** The box, opened by the keyboard. */
async function boxOf(page: Page, t: T) {
  await page.getByText(t('paste.title')).focus();
  await page.keyboard.press('Enter');
  return page.getByRole('textbox', { name: t('paste.title') });
}

/** As a browser does on Ctrl+V. */
async function paste(page: Page, t: T, text: string): Promise<void> {
  const box = await boxOf(page, t);
  await box.evaluate((area, words) => {
    (area as HTMLTextAreaElement).value = words;
    area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  }, text);
}

withBrowser('a pasted card', () => {
  test.each(LOCALES)('%s: fills the form, is changed on the way, and what found no place goes to the notes', async (locale) => {
    const t = wordsOf(locale);
    const { page, host } = await openForm(locale);
    const pieceOf = (words: string) => page.getByLabel(t('paste.into', { words }), { exact: true });
    const label = (key: CustomerKey) => customers.columns[key].label[locale];
    await page.keyboard.type('Somebody');
    await paste(page, t, CARD[locale]);
    const zh = locale === 'zh-CN';
    const [name, left] = zh ? ['李雷', '下周二来访'] : ['Jane Doe', 'Visits on Tuesday'];
    await pieceOf(name).waitFor();
    expect(await pieceOf(name).locator('option:checked').textContent()).toBe(label('name'));
    expect(await pieceOf(zh ? '采购经理' : 'Purchasing Manager').inputValue()).toBe('title');
    expect(await pieceOf(left).inputValue()).toBe('');
    await page.getByText(t('paste.found', { count: zh ? 8 : 5, rest: 1 })).waitFor();
    expect(await violations(page)).toEqual([]);

    // Not written over unasked, and changed from one field to another by its list.
    await pieceOf(zh ? '采购经理' : 'Purchasing Manager').selectOption('needs');
    await page.getByRole('button', { name: t('paste.take') }).click();
    expect(await fieldOf(page, locale, 'name').inputValue()).toBe('Somebody');
    expect(await fieldOf(page, locale, 'mobile').inputValue()).toBe(zh ? '138 0000 2468' : '+1 212 555 0142');
    await page.getByText(t('paste.taken', { count: zh ? 7 : 4 })).waitFor();
    await page.getByLabel(t('paste.replace', { value: 'Somebody' })).check();
    await page.getByRole('button', { name: t('paste.notes', { field: label('remark') }) }).click();
    await page.getByRole('button', { name: t('paste.take') }).click();
    expect(await fieldOf(page, locale, 'name').inputValue()).toBe(name);
    expect(await page.getByRole('button', { name: t('paste.take') }).isVisible()).toBe(false);
    expect(await fieldOf(page, locale, 'name').evaluate((field) => field === document.activeElement)).toBe(true);

    await fieldOf(page, locale, 'source').selectOption({ index: 2 });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name }).waitFor();
    expect(recordsIn(host, 'customers')[0]).toMatchObject({
      name,
      company: zh ? '云杉科技有限公司' : 'Spruce Trading Co., Ltd.',
      mobile: zh ? '+8613800002468' : '+12125550142',
      needs: zh ? '采购经理' : 'Purchasing Manager',
      address: zh ? '深圳市福田区深南大道 100 号' : '100 Example Street',
      remark: left,
      ...(zh && { wechat: '13800002468', province: '广东省', city: '深圳市' }),
    });
    // The next customer begins with an empty box.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('customerForm.new') }).click();
    const box = page.getByRole('textbox', { name: t('paste.title') });
    expect(await box.isVisible()).toBe(false);
    await paste(page, t, CARD[locale]);
    expect(await box.inputValue()).toBe(CARD[locale]);
    // What was pasted is judged as what is typed: he is there already.
    await page.getByRole('button', { name: t('paste.take') }).click();
    await page.getByRole('alert').filter({ hasText: 'C-000001' }).first().waitFor();
    await page.getByRole('button', { name: t('customerForm.saveAnyway') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('a server that is late or silent loses nothing, an answer to another text is not shown, and a reload keeps the words', async () => {
    const t = wordsOf('en');
    const first = later<readonly PastedPiece[]>();
    const asked: string[] = [];
    const { page } = await openForm('en', {
      extractCustomer: async ({ text }) => {
        asked.push(text);
        return asked.length === 1 ? first.answer : 'lost';
      },
    });
    const read = page.getByRole('button', { name: t('paste.read') });
    const box = await boxOf(page, t);
    await box.fill('Jane Doe');
    await read.click();
    await page.getByRole('progressbar', { name: t('paste.read') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await box.fill('John Smith');
    first.give([{ key: 'name', value: 'Jane Doe', words: 'Jane Doe' }]);
    await page.getByRole('progressbar', { name: t('paste.read') }).waitFor({ state: 'detached' });
    expect(await page.getByLabel(t('paste.into', { words: 'Jane Doe' })).count()).toBe(0);
    await read.click();
    await page.getByText(t('paste.failed')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('act.retry') }).click();
    await page.getByText(t('paste.failed')).waitFor();
    expect(asked).toEqual(['Jane Doe', 'John Smith', 'John Smith']);

    await page.reload();
    await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
    await page.getByRole('button', { name: t('customerForm.new') }).click();
    expect(await page.getByRole('textbox', { name: t('paste.title') }).inputValue()).toBe('John Smith');
  });

  const LEFT = {
    'zh-CN': ['李雷 13800138000 周三下午见面', '李雷', '周三下午见面'],
    en: ['Jane Doe\n+1 212 555 0142\nVisits on Tuesday', 'Jane Doe', 'Visits on Tuesday'],
  } as const;

  test.each(LOCALES)(
    '%s: words without a place are not lost on saving: they go to the notes, or nowhere by a word of his',
    async (locale) => {
      const t = wordsOf(locale);
      const { page, host } = await openForm(locale);
      const [text, name, words] = LEFT[locale];
      const left = page.getByRole('textbox', { name: t('paste.left') });
      await paste(page, t, text);
      await page.getByRole('button', { name: t('paste.take') }).click();
      await page.getByText(t('paste.taken', { count: 2 })).waitFor();
      await fieldOf(page, locale, 'source').selectOption({ index: 2 });
      const next = page.getByRole('button', { name: t('customerForm.next') });
      while ((await next.count()) > 0) await next.click();
      await page.getByRole('button', { name: t('customerForm.save'), exact: true }).click();
      await left.and(page.locator(':focus')).waitFor();
      expect(await left.inputValue()).toBe(words);
      expect(await violations(page)).toEqual([]);
      // Asked again as long as nothing was said.
      await page.getByRole('button', { name: t('customerForm.save'), exact: true }).click();
      expect(recordsIn(host, 'customers')).toEqual([]);
      await page.getByRole('button', { name: t('paste.leftNotes', { field: customers.columns.remark.label[locale] }) }).click();
      await page.getByRole('heading', { name }).waitFor();
      expect(recordsIn(host, 'customers')).toMatchObject([{ name, remark: words }]);

      // A text that was never read is asked about as well.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: t('customerForm.new') }).click();
      await (await boxOf(page, t)).fill('Somebody called');
      await fieldOf(page, locale, 'name').fill('Nobody');
      await fieldOf(page, locale, 'email').fill('nobody@example.com');
      await fieldOf(page, locale, 'source').selectOption({ index: 2 });
      await page.keyboard.press('Control+Enter');
      await left.waitFor();
      expect(await left.inputValue()).toBe('Somebody called');
      await page.getByRole('button', { name: t('paste.leftNowhere') }).click();
      await page.getByRole('heading', { name: 'Nobody' }).waitFor();
      expect(recordsIn(host, 'customers')[1]?.['remark'] ?? null).toBeNull();
    },
  );

  test('in the dark it stays readable', async () => {
    const t = wordsOf('zh-CN');
    const { page } = await openForm('zh-CN');
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await paste(page, t, CARD['zh-CN']);
    await page.getByRole('button', { name: t('paste.take') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
