// Hosts with a script of the test's own instead of the product's bundle: truth about Google is not learnt from our gateway.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, type HostOptions, openHost } from '../../local/host/index';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

export const OWNER = 'owner@example.com';
export const ANN = 'ann@example.com';
export const BEN = 'ben@example.org';

/** A host of an American workbook with one empty sheet `Sheet1`, at nine on a Monday in Shanghai; Ann and Ben are editors. */
export function hostOf(code: string, options: HostOptions = {}): Host {
  const dist = mkdtempSync(join(tmpdir(), 'script-'));
  folders.push(dist);
  writeFileSync(join(dist, 'Code.js'), code);
  const oauthScopes = [
    'spreadsheets.currentonly',
    'script.container.ui',
    'script.scriptapp',
    'script.send_mail',
    'userinfo.email',
  ];
  const manifest = {
    timeZone: 'Asia/Shanghai',
    oauthScopes: oauthScopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
  };
  writeFileSync(join(dist, 'appsscript.json'), JSON.stringify(manifest));
  return openHost({ dist, owner: OWNER, editors: [ANN, BEN], locale: 'en_US', now: '2026-11-23T09:00', ...options });
}

/** Beginning of a script that has the spreadsheet as `ss`, its first sheet as `sheet`; `main` runs the body. */
export function mainOf(body: string): string {
  return `function main() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${body} }`;
}

/** What a body returns, through JSON. */
export function resultOf(body: string, options: HostOptions = {}): unknown {
  return plain(hostOf(mainOf(body), options).run('main'));
}

/** The message a body throws. */
export function failureOf(body: string, options: HostOptions = {}): string {
  const caught = `try { ${body} } catch (error) { return error.name + ': ' + error.message } return 'nothing thrown'`;
  return String(resultOf(caught, options));
}

export function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
