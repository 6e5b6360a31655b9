// A form is linked, its responses taken and its answers decided on, all from the sidebar.
import { open, violations, withBrowser } from './browser';
import { emptyPool, got, serverOf } from './pool';
import { LOCALES, wordsOf } from './words';

const FORMS = {
  'zh-CN': { name: '表单回复 1', questions: ['时间戳记', '你的姓名', '手机号', '邮箱', '从哪里知道我们'] },
  en: { name: 'Form Responses 1', questions: ['Timestamp', 'What is your name?', 'Phone number', 'E-mail address', 'How come?'] },
} as const;

withBrowser('a linked form', () => {
  test.each(LOCALES)('%s: linked, taken, and another answer accepted', async (locale) => {
    const t = wordsOf(locale);
    const host = await emptyPool(locale);
    const { name, questions } = FORMS[locale];
    const customers = () => host.values(host.book.sheets[0]?.name ?? '').slice(2);
    const emails = () => customers().map((row) => row[host.values(host.book.sheets[0]?.name ?? '')[0]?.indexOf('email') ?? -1]);
    const { page } = await open({ locale, host });
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.intake') }).click();
    await page.getByRole('heading', { name: t('intakePanel.noSheet') }).waitFor();
    expect(await violations(page)).toEqual([]);

    host.insertSheet(name);
    host.paste(`'${name}'!A1`, [[...questions]], { valuesOnly: true });
    host.submitForm(name, ['2026-03-10 08:00:00', 'Wang Fang', '13900139001', 'old@example.com', 'fair']);
    await page.getByRole('button', { name: t('act.back') }).click();
    await page.reload();
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.intake') }).click();
    await page.getByLabel(t('intakePanel.choose')).selectOption(name);
    await page.getByText(t('intakePanel.found', { name, count: 1 })).waitFor();
    const mobile = page.getByRole('combobox', { name: t('importPanel.goesTo', { header: questions[2] }) });
    expect(await mobile.inputValue()).toBe('=mobile');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('intakePanel.link'), exact: true }).click();
    await page.getByRole('button', { name: t('intakePanel.take', { count: 1 }) }).click();
    await page.getByText(t('intakePanel.none')).waitFor();
    expect(emails()).toEqual(['old@example.com']);
    expect(await violations(page)).toEqual([]);

    host.submitForm(name, ['2026-03-10 09:00:00', 'Wang Fang', '13900139001', 'new@example.com', '']);
    got(await serverOf(host).intakeTake());
    await page.getByRole('button', { name: t('act.back') }).click();
    await page.reload();
    await page.getByRole('button', { name: t('area.data') }).click();
    await page.getByRole('button', { name: t('data.intake') }).click();
    await page.getByRole('region', { name: t('intakePanel.review', { count: 1 }) }).waitFor();
    await page.getByRole('checkbox', { name: /new@example\.com/ }).check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t('intakePanel.accept', { count: 1 }) }).click();
    await page.getByText(t('intakePanel.none')).waitFor();
    expect(emails()).toEqual(['new@example.com']);
    expect(await violations(page)).toEqual([]);
  });
});
