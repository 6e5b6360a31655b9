// What ships: three files, callable functions, nothing Apps Script cannot parse or would ask more permissions for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import * as app from '../../src/app/index';

const code = readFileSync('dist/Code.js', 'utf8');

test('dist holds the three files and nothing else', () => {
  expect(readdirSync('dist').sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
});

test('every export of src/app is a function at the top level, and nothing runs at load', () => {
  // No Google global is there: any service call at load would throw, and with it the menu in mode NONE (platform.md §2).
  const context = createContext({});
  new Script(code).runInContext(context);
  const functions = Object.keys(context).filter((name) => typeof context[name] === 'function');
  expect(functions.sort()).toEqual(Object.keys(app).sort());
});

test.each([
  ['private members, which Apps Script cannot parse', /[\s.{;]#[a-z_$][\w$]*\s*[=(;]/i],
  ['static fields, which Apps Script cannot parse', /\bclass\b[^{]*\{[^}]*\bstatic\s+[\w$]+\s*=/],
  ['timers, which Apps Script has not', /\bset(Timeout|Interval)\s*\(/],
  ['Intl, which nobody promises', /\bIntl\./],
  ['services beyond the five scopes', /\b(DriveApp|GmailApp|UrlFetchApp|CalendarApp|FormApp|DocumentApp)\b/],
  ['other files than the open one', /\b(openById|openByUrl)\b/],
  ['the advanced service, which currentonly refuses', /\bSheets\.Spreadsheets\b/],
])('Code.js is free of %s', (_what, pattern) => {
  expect(code.match(pattern)?.[0]).toBeUndefined();
});

test.each([
  ['dist/Code.js', 765_000],
  ['dist/Sidebar.html', 120_000],
])('%s stays within %i bytes', (file, most) => {
  expect(statSync(file).size).toBeLessThanOrEqual(most);
});

test('the sidebar loads nothing from elsewhere', () => {
  const page = readFileSync('dist/Sidebar.html', 'utf8');
  expect(page.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)=/gi)).toBeNull();
});
