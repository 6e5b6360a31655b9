// Every sentence exists in both languages and says the same things.
import { readdirSync, readFileSync } from 'node:fs';
import { messageCodes, say } from '../../src/i18n/local';
import type { Locale } from '../../src/template/types';

const locales: Locale[] = ['zh-CN', 'en'];
const placeholders = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((m) => m[1]))].sort();

test.each(messageCodes)('%s is said in both languages, about the same things', (code) => {
  const [zh, en] = locales.map((locale) => say(locale, { code })) as [string, string];
  expect(zh.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(placeholders(zh)).toEqual(placeholders(en));
});

test.each(messageCodes)('%s keeps the tone: no blame, no exclamation, 你 not 您', (code) => {
  // 申请 is a request and asks nobody for anything.
  expect(say('zh-CN', { code })).not.toMatch(/您|！|(?<!申)请/);
  expect(say('en', { code })).not.toMatch(/!|\bplease\b|\bsuccessfully\b|\boops\b|\b(?:don|can|won|isn|doesn)['’]t\b/i);
});

test('no code stands in two areas, where the later would hide the earlier', () => {
  const codes = readdirSync('src/i18n/words').flatMap((file) =>
    [...readFileSync(`src/i18n/words/${file}`, 'utf8').matchAll(/^ {2}'?([\w.]+)'?: \{/gm)].map((m) => m[1]),
  );
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});

test.each([
  [1, '1 customer'],
  [2, '2 customers'],
])('%i counts right in English', (n, text) => {
  expect(say('en', { code: 'count.customers', args: { n } })).toBe(text);
});

test('an argument may hold braces and dollar signs', () => {
  expect(say('en', { code: 'sheet.missing', args: { sheet: '{x} $& $1' } })).toContain('“{x} $& $1”');
});
