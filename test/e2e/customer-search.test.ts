// The search where answers are many, late, or do not come.
import type { FoundCustomer, SearchView } from '../../src/contract/customer-api';
import { type Answers, answering, later } from './answers';
import { type Opened, open, violations, withBrowser } from './browser';
import { emptyPool } from './pool';
import { wordsOf } from './words';

const t = wordsOf('en');

function found(n: number, text: string): FoundCustomer {
  const empty = { company: '', city: '', tier: '', status: '', statusLabel: '', email: '', due: '', lastContact: '' };
  const id = `C-${String(n).padStart(6, '0')}`;
  return {
    ...empty,
    id,
    row: n + 2,
    name: `${text} ${n}`,
    owner: 'Wei',
    mine: false,
    phone: '',
    masked: false,
    late: null,
    hits: {},
  };
}

/** A page of `total` customers, numbered from 1. */
function pageOf(text: string, page: number, total: number): SearchView {
  const items = Array.from({ length: Math.min(50, total - page * 50) }, (_none, n) => found(page * 50 + n + 1, text));
  const tokens = [{ text, as: 'text', label: text }] as const;
  return { day: '2026-03-11', tokens, items, page, pages: Math.ceil(total / 50), total };
}

async function openSearch(answers: Answers): Promise<Opened['page']> {
  const { page } = await open({ locale: 'en', host: await emptyPool('en') });
  await answering(page, answers);
  await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
  return page;
}

withBrowser('the search', () => {
  test('more customers come under those already there, and a new question begins anew', async () => {
    const asked: string[] = [];
    const page = await openSearch({
      search: async ({ text, page: at }) => {
        asked.push(`${text} ${at}`);
        return pageOf(text, at, text === 'li' ? 120 : 3);
      },
    });
    await page.getByRole('searchbox').fill('li');
    // Enter does not wait for the pause after typing.
    await page.getByRole('searchbox').press('Enter');
    const rows = page.getByRole('region', { name: t('search.results') }).getByRole('listitem');
    await page.getByRole('button', { name: t('search.more', { count: 70 }) }).click();
    await page.getByRole('button', { name: t('search.more', { count: 20 }) }).click();
    await rows.nth(119).waitFor();
    expect(new Set(await rows.locator('.name').allTextContents()).size).toBe(120);
    expect(await page.getByRole('button', { name: /Show more/ }).count()).toBe(0);
    expect([...new Set(asked)]).toEqual(['li 0', 'li 1', 'li 2']);
    await page.getByRole('searchbox').fill('wang');
    await page.getByText('wang 3').waitFor();
    expect(await rows.count()).toBe(3);
  });

  test('what was typed last is what is shown, whichever answer comes last; the field keeps the focus', async () => {
    const answers = { wa: later<SearchView>(), wang: later<SearchView>(), wangx: later<SearchView>() };
    const page = await openSearch({ search: ({ text }) => answers[text as keyof typeof answers].answer });
    const asks = (text: string) => page.waitForRequest((request) => request.postData()?.includes(`\\"${text}\\"`) === true);
    for (const text of ['wa', 'wang']) {
      const asking = asks(text);
      await page.getByRole('searchbox').fill(text);
      await asking;
    }
    answers.wang.give(pageOf('wang', 0, 1));
    await page.getByRole('button', { name: 'wang 1' }).waitFor();
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('\\"wa\\"') === true);
    answers.wa.give(pageOf('wa', 0, 1));
    await answered;
    await page.getByRole('searchbox').press('x');
    expect(await page.getByRole('searchbox').inputValue()).toBe('wangx');
    expect(await page.getByRole('button', { name: 'wa 1' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'wang 1' }).count()).toBe(1);
  });

  test('a search that fails keeps the words and can be tried again', async () => {
    let lost = true;
    const page = await openSearch({ search: async ({ text }) => (lost ? 'lost' : pageOf(text, 0, 1)) });
    await page.getByRole('searchbox').fill('wang');
    await page.getByText(t('search.failed')).waitFor();
    expect(await violations(page)).toEqual([]);
    lost = false;
    await page.getByRole('button', { name: t('act.retry') }).click();
    await page.getByRole('button', { name: 'wang 1' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('wang');
    expect(await page.getByText(t('search.failed')).count()).toBe(0);
  });

  test('nobody found: the words become the name of a new customer', async () => {
    const page = await openSearch({ search: async ({ text }) => pageOf(text, 0, 0) });
    await page.getByRole('searchbox').fill('<b>Zoë</b> 𠮷');
    await page.getByRole('button', { name: t('search.addAs', { name: '<b>Zoë</b> 𠮷' }) }).click();
    await page.getByRole('heading', { name: t('customerForm.new') }).waitFor();
    expect(await page.getByRole('textbox').first().inputValue()).toBe('<b>Zoë</b> 𠮷');
  });
});
