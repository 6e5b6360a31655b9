// The judges hear the workbook the demo makes: template, sample, protected owners; in both languages.
import type { Book } from '../../local/host/book';
import { openHost, saveBook } from '../../local/host/index';
import type { Locale } from '../../src/template/types';
import { call, OWNER } from '../acts/pool';
import { judgeTemplate } from './declared';
import { inFile, judgeDeclarations, judgeFormulas } from './judge';
import { describeJudged } from './policy';

const NOW = '2026-11-23T09:00';
const MOST_SLICES = 20;

function demoBook(locale: Locale): Book {
  const host = openHost({ owner: OWNER, now: NOW, locale: locale === 'en' ? 'en_US' : 'zh_CN', activeLocale: locale });
  while (!call(host, 'applyTemplate', { locale, preset: 'b2b' }).finished);
  call(host, 'loadSample', { seed: 1, size: 60, customers: true });
  for (const { email } of call(host, 'owners')) if (email !== '' && email !== OWNER) host.book.editors.push(email);
  for (let slices = 0; slices < MOST_SLICES && !call(host, 'applyProtection').finished; slices++);
  return host.book;
}

describe.each<Locale>(['zh-CN', 'en'])('the demo in %s', (locale) => {
  describeJudged('formulas', ['libreoffice'], () => {
    test('LibreOffice computes every formula cell as the host does, without an error', async () => {
      const book = demoBook(locale);
      expect(book.sheets.reduce((sum, { formulas }) => sum + formulas.size, 0)).toBeGreaterThan(20);
      expect(await judgeFormulas(book)).toEqual([]);
    });
  });

  describeJudged('declarations', ['openpyxl'], () => {
    test('openpyxl reads back every rule, format, freeze, hidden sheet, protection and chart', async () => {
      const book = demoBook(locale);
      expect(book.sheets[0]?.protections.filter(({ description }) => description.startsWith('cp:owner')).length).toBeGreaterThan(
        3,
      );
      expect(await judgeDeclarations(book)).toEqual([]);
    });

    test('openpyxl finds every sheet, column, dropdown, format and chart of the template', async () => {
      const file = await saveBook(demoBook(locale));
      expect(await inFile(file, (path) => judgeTemplate(path, locale))).toEqual([]);
    });
  });
});

describeJudged('what the template declares', ['openpyxl'], () => {
  test('is missed by name when a file lacks it', async () => {
    const book = demoBook('en');
    const customers = book.sheets.find(({ name }) => name === 'Customers');
    const page = book.sheets.find(({ name }) => name === 'Dashboard');
    const keys = customers?.cells[0] ?? [];
    customers?.validations.delete(keys.indexOf('tier') + 1);
    customers?.conditionalFormats.splice(0, 1);
    keys[keys.indexOf('email')] = 'mail';
    page?.charts.pop();
    const gaps = await inFile(await saveBook(book), (path) => judgeTemplate(path, 'en'));
    expect(gaps).toEqual([
      expect.stringContaining('customers lacks the format'),
      'customers.email has no column',
      'customers.tier offers []',
      expect.stringContaining('dashboard lacks the chart'),
    ]);
  });
});
