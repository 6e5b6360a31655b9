// The customer's form where the server is late, silent, or another was faster: no word typed is lost, and no old answer counts.
import type {
  CheckView,
  DoorMatchView,
  FieldNote,
  FieldView,
  FormView,
  SaveOutcome,
  SaveRequest,
} from '../../src/contract/customer-api';
import { type Answers, answering, later } from './answers';
import { type Opened, open, violations, withBrowser } from './browser';
import { emptyPool } from './pool';
import { wordsOf } from './words';

function field(key: string, more: Partial<FieldView> = {}): FieldView {
  return {
    key,
    label: key,
    help: '',
    input: 'line',
    required: false,
    max: null,
    options: [],
    within: null,
    essential: true,
    closed: null,
    ...more,
  };
}

const FORM: FormView = {
  id: null,
  steps: [
    { step: 'who', fields: [field('name', { required: true }), field('mobile'), field('email')] },
    {
      step: 'work',
      fields: [
        field('province', { input: 'suggest', options: ['A', 'B'].map((value) => ({ value, label: value })) }),
        field('city', { input: 'suggest', within: 'province' }),
        field('source', { input: 'choice', options: [{ value: 'fair', label: 'Fair' }] }),
        field('needs', { input: 'text', essential: false }),
      ],
    },
    { step: 'follow', fields: [field('next_action'), field('owner', { closed: { code: 'act.cancel' } })] },
  ],
  values: { source: 'fair', owner: 'Wei' },
  oneOf: [['mobile', 'email']],
  within: { city: { A: ['a1', 'a2'], B: ['b1'] } },
  closed: null,
};

const NOTHING: CheckView = { values: {}, notes: [], suggestions: [], matches: [] };
const MATCH: DoorMatchView = {
  id: 'C-000086',
  row: 88,
  name: 'Chen Weiming',
  company: 'Lianchuang',
  owner: 'Li Lei',
  mine: false,
  statusLabel: 'Contacting',
  lastContact: '2026-03-04',
  same: ['mobile'],
  why: { code: 'customer.pool' },
  advice: { code: 'customer.noOwner' },
};

function note(key: string, state: FieldNote['state'], suggestion: string | null = null): FieldNote {
  return { key, state, message: { code: 'form.missing', args: { field: `${key} ${state}` } }, suggestion };
}

async function openForm(locale: 'zh-CN' | 'en', answers: Answers): Promise<Opened['page']> {
  const t = wordsOf(locale);
  const { page } = await open({ locale, host: await emptyPool(locale) });
  await answering(page, { customerForm: async () => FORM, checkCustomer: async () => NOTHING, ...answers });
  await page.getByRole('button', { name: t('area.customer'), exact: true }).click();
  await page.getByRole('button', { name: t('customerForm.new') }).click();
  // The first field has the focus as soon as the form is there.
  await page.getByLabel('name').and(page.locator(':focus')).waitFor();
  return page;
}

withBrowser('the form of a customer', () => {
  const t = wordsOf('en');
  const button = (page: Opened['page'], name: string) => page.getByRole('button', { name, exact: true });

  test('typing keeps the focus while answers come, and an answer about a former value is dropped', async () => {
    const first = later<CheckView>();
    const asked: string[][] = [];
    const page = await openForm('en', {
      checkCustomer: async ({ touched, values }) => {
        asked.push(touched.map((key) => `${key}=${values[key]}`));
        return asked.length === 1 ? first.answer : NOTHING;
      },
    });
    await page.keyboard.type('Chen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('13');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await page.keyboard.type(' Wei');
    first.give({ ...NOTHING, notes: [note('name', 'problem'), note('mobile', 'ok')] });
    for (const letter of 'ming Senior') {
      await page.keyboard.type(letter);
      expect(await page.getByLabel('name').evaluate((input) => input === document.activeElement)).toBe(true);
    }
    await page.getByLabel('email').focus();
    expect(await page.getByLabel('name').inputValue()).toBe('Chen Weiming Senior');
    expect(asked[0]).toEqual(['name=Chen']);
    expect(await page.getByText('name problem').count()).toBe(0);
  });

  test('what is missing is said at its field, which is gone to; a valid form is saved from any step', async () => {
    const saved: SaveRequest[] = [];
    const page = await openForm('en', {
      saveCustomer: async (request) => {
        saved.push(request);
        return { outcome: 'saved', id: 'C-000001', row: 3, issues: [] };
      },
      card: async () => 'lost',
    });
    await button(page, `2 ${t('customerForm.work')}`).click();
    await button(page, t('customerForm.save')).click();
    await page.getByLabel('name').waitFor();
    expect(await page.getByLabel('name').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.getByLabel('name').getAttribute('aria-invalid')).toBe('true');
    expect(await violations(page)).toEqual([]);
    expect(saved).toEqual([]);
    await page.keyboard.type('Chen');
    await page.getByLabel('email').fill('chen@example.com');
    await button(page, t('customerForm.next')).click();
    await page.getByLabel('province').fill('B');
    expect(
      await page
        .locator('datalist')
        .last()
        .locator('option')
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value)),
    ).toEqual(['b1']);
    await page.getByText(t('form.more', { count: 1 })).click();
    await page.getByLabel('needs').fill('two\nlines');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(t('customerForm.created', { id: 'C-000001' }))
      .first()
      .waitFor();
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({
      id: null,
      base: FORM.values,
      values: { name: 'Chen', email: 'chen@example.com', province: 'B', needs: 'two\nlines', source: 'fair' },
      reason: '',
      reasonFor: [],
    });
  });

  test('a duplicate stands under its field and saving wants a reason; its card is looked at and the form is as it was', async () => {
    const saved: SaveRequest[] = [];
    const page = await openForm('en', {
      checkCustomer: async ({ touched }) => ({ ...NOTHING, matches: touched.includes('mobile') ? [MATCH] : [] }),
      saveCustomer: async (request) => {
        saved.push(request);
        return { outcome: 'saved', id: 'C-000002', row: 4, issues: [{ code: 'customer.neverReached' }] };
      },
      card: async () => 'lost',
    });
    await page.keyboard.type('Chen');
    await page.getByLabel('mobile').fill('139 0000 1357');
    await page.getByLabel('email').focus();
    await page.getByRole('alert').getByText('C-000086 Chen Weiming').waitFor();
    expect(await violations(page)).toEqual([]);
    const save = button(page, t('customerForm.saveAnyway'));
    // Disabled with a reason, and pressed all the same: the way on is shown.
    await save.click({ force: true });
    expect(await page.getByLabel(t('customerForm.reason')).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(saved).toEqual([]);

    await button(page, t('door.open', { id: MATCH.id })).click();
    await page.getByText(t('card.failed')).waitFor();
    await button(page, t('act.back')).click();
    expect(await page.getByLabel('mobile').inputValue()).toBe('139 0000 1357');
    expect(await button(page, t('door.open', { id: MATCH.id })).evaluate((opener) => opener === document.activeElement)).toBe(
      true,
    );

    await page.getByLabel(t('customerForm.reason')).fill(' his brother ');
    await save.click();
    await page.getByText(t('customer.neverReached')).waitFor();
    expect(saved.map(({ reason }) => reason)).toEqual(['his brother']);
  });

  test('a match goes away with the number that made it', async () => {
    const page = await openForm('en', { checkCustomer: async () => ({ ...NOTHING, matches: [MATCH] }) });
    await page.getByLabel('mobile').fill('1');
    await page.getByLabel('email').focus();
    await page.getByRole('alert').getByText('C-000086 Chen').waitFor();
    await page.getByLabel('mobile').press('End');
    await page.keyboard.type('2');
    expect(await page.getByText('C-000086').count()).toBe(0);
    expect(await button(page, t('customerForm.save')).getAttribute('aria-disabled')).toBe('false');
  });

  test('a lost save is asked for again with the same token; words outlive areas, a reload and a silent server', async () => {
    const tokens: string[] = [];
    const page = await openForm('en', {
      checkCustomer: async () => 'lost',
      saveCustomer: async ({ token }) => {
        tokens.push(token);
        return 'lost';
      },
    });
    await page.keyboard.type('Chen');
    await page.getByLabel('email').fill('chen@example.com');
    await page.getByLabel('mobile').focus();
    await page.getByText(t('customerForm.unchecked')).waitFor();
    await button(page, t('customerForm.save')).click();
    await page.getByText(t('customerForm.notSaved')).waitFor();
    await button(page, t('act.retry')).click();
    await page.getByText(t('customerForm.notSaved')).waitFor();
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toBe(tokens[1]);

    await button(page, t('area.team')).click();
    await button(page, t('area.customer')).click();
    expect(await page.getByLabel('email').inputValue()).toBe('chen@example.com');
    await page.reload();
    await button(page, t('area.customer')).click();
    await page.getByText(t('search.draft', { name: 'Chen' })).waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, t('search.goOn')).click();
    await page.getByText(t('customerForm.restored')).waitFor();
    expect(await page.getByLabel('email').inputValue()).toBe('chen@example.com');
    await button(page, t('customerForm.save')).click();
    await page.getByText(t('customerForm.notSaved')).waitFor();
    expect(new Set(tokens).size).toBe(1);
    await button(page, t('customerForm.discard')).click();
    expect(await page.getByLabel('email').inputValue()).toBe('');
    await button(page, t('act.back')).click();
    expect(await page.getByText(t('search.draft', { name: 'Chen' })).count()).toBe(0);
  });

  test('a conflict shows both sides, saves what was chosen against what stands now, and goes back to the form untouched', async () => {
    const saved: SaveRequest[] = [];
    const page = await openForm('en', {
      saveCustomer: async (request): Promise<SaveOutcome> => {
        saved.push(request);
        return saved.length < 3
          ? {
              outcome: 'conflict',
              by: 'Li Lei',
              own: false,
              at: '10:24',
              fields: [
                { key: 'name', label: 'name', before: 'Old', theirs: 'Theirs', mine: 'Mine' },
                { key: 'email', label: 'email', before: '', theirs: 'li@example.com', mine: 'me@example.com' },
              ],
            }
          : { outcome: 'saved', id: 'C-000001', row: 3, issues: [] };
      },
      card: async () => 'lost',
    });
    await page.keyboard.type('Mine');
    await page.getByLabel('email').fill('me@example.com');
    await button(page, t('customerForm.save')).click();
    await page.getByText('li@example.com').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await button(page, t('conflict.save')).click({ force: true });
    expect(saved).toHaveLength(1);
    await button(page, t('conflict.back')).click();
    expect(await page.getByLabel('email').inputValue()).toBe('me@example.com');

    await button(page, t('customerForm.save')).click();
    await page.getByRole('group', { name: 'name' }).getByLabel('Theirs').check();
    await page.getByRole('group', { name: 'email' }).getByLabel('me@example.com').check();
    await button(page, t('conflict.save')).click();
    await page
      .getByText(t('customerForm.created', { id: 'C-000001' }))
      .first()
      .waitFor();
    expect(saved[2]).toMatchObject({
      base: { name: 'Theirs', email: 'li@example.com' },
      values: { name: 'Theirs', email: 'me@example.com' },
    });
  });

  test('a suggestion is offered with its reason and taken by a click; a closed field says why', async () => {
    const page = await openForm('en', {
      checkCustomer: async ({ touched }) => ({
        ...NOTHING,
        notes: touched.includes('email') ? [note('email', 'problem', 'chen@example.com')] : [],
        suggestions: touched.includes('mobile')
          ? [{ key: 'city', value: 'b1', why: { code: 'form.problem', args: { field: '021', problem: 'b1' } } }]
          : [],
      }),
    });
    await page.getByLabel('mobile').fill('021');
    await page.getByLabel('email').fill('chen@');
    await page.keyboard.press('Tab');
    await button(page, t('form.accept', { value: 'chen@example.com' })).click();
    expect(await page.getByLabel('email').inputValue()).toBe('chen@example.com');
    await button(page, t('customerForm.next')).click();
    await page.getByText('021: b1').waitFor();
    expect(await page.getByLabel('city').inputValue()).toBe('');
    await button(page, t('form.accept', { value: 'b1' })).click();
    expect(await page.getByLabel('city').inputValue()).toBe('b1');
    await button(page, t('customerForm.next')).click();
    await page.getByText('Wei', { exact: true }).waitFor();
    expect(await page.getByLabel('owner').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
