// The judges hear the workbook the demo makes: template and sample, in both languages.
import type { Book } from '../../local/host/book';
import { openHost } from '../../local/host/index';
import type { Locale } from '../../src/template/types';
import { call, OWNER } from '../acts/pool';
import { judgeDeclarations, judgeFormulas } from './judge';
import { describeJudged } from './policy';

const NOW = '2026-11-23T09:00';

function demoBook(locale: Locale): Book {
  const host = openHost({ owner: OWNER, now: NOW, locale: locale === 'en' ? 'en_US' : 'zh_CN', activeLocale: locale });
  while (!call(host, 'applyTemplate', { locale, preset: 'b2b' }).finished);
  call(host, 'loadSample', { seed: 1, size: 60, customers: true });
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
      expect(await judgeDeclarations(demoBook(locale))).toEqual([]);
    });
  });
});
