// The demo as a person runs it: what it says, what it writes, and that its numbers add up.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contents, demo, inFolder } from './command';

const NOW = ['--now', '2026-03-11T08:30'];

interface Line {
  readonly [count: string]: unknown;
  readonly read: number;
  readonly imported: number;
  readonly quarantined: number;
  readonly mails: number;
  readonly xlsx: string;
}

const lastLine = (out: string) => JSON.parse(out.trim().split('\n').pop() ?? '') as Line;
const mailsIn = (folder: string) => contents(folder).filter((name) => /^outbox[/\\].*\.html$/.test(name));

test.each([
  ['zh-CN', '客户池演示', '魏然'],
  ['en', 'Customer Pool demo', 'Wei Ran'],
])('%s: the sample becomes a pool, merged, protected and reminded', async (lang, title, person) => {
  await inFolder((folder) => {
    const { code, out, error } = demo('--once', '--json', '--lang', lang, '--out', folder, ...NOW);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out.startsWith(`${title}\n`)).toBe(true);
    const line = lastLine(out);
    expect(Object.keys(line)).toEqual([
      ...['sheets', 'columns', 'rules', 'read', 'imported', 'quarantined', 'operations', 'secondPlan', 'duplicates', 'merged'],
      ...['protectedRanges', 'mails', 'calls', 'virtualSeconds', 'seconds', 'xlsx'],
    ]);
    expect(line.read).toBe(line.imported + line.quarantined);
    expect(line).toMatchObject({ columns: 71, secondPlan: 0, read: 60 });
    for (const count of ['sheets', 'rules', 'operations', 'duplicates', 'merged', 'protectedRanges', 'mails']) {
      expect([count, line[count]]).toEqual([count, expect.any(Number)]);
      expect(line[count]).toBeGreaterThan(0);
    }
    expect(line.xlsx).toBe(path.join(folder, 'customer-pool.xlsx'));
    expect(contents(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readFileSync(line.xlsx).subarray(0, 2).toString()).toBe('PK');
    const mails = mailsIn(folder);
    expect(mails).toHaveLength(line.mails);
    expect(mails.map((name) => readFileSync(path.join(folder, name), 'utf8')).join()).toContain(person);
  });
});

test('the same demo twice gives the same numbers, and replaces its own files only', async () => {
  await inFolder((folder) => {
    const run = () => lastLine(demo('--once', '--json', '--out', folder, ...NOW).out);
    const first = run();
    writeFileSync(path.join(folder, 'outbox', '99-old.html'), 'an earlier mail');
    writeFileSync(path.join(folder, 'outbox', 'mine.txt'), 'mine');
    const { seconds: _one, ...again } = run();
    const { seconds: _two, ...before } = first;
    expect(again).toEqual(before);
    expect(contents(folder)).toContain(path.join('outbox', 'mine.txt'));
    expect(mailsIn(folder)).toHaveLength(first.mails);
  });
});

test('a list of one’s own is imported without the sample, and each of its columns is accounted for', async () => {
  await inFolder((folder) => {
    const csv = path.join(folder, 'list.csv');
    writeFileSync(csv, '﻿姓名;手机;门店;备注\n张伟;138 0000 2468;人民广场店;老客户\n王芳;12345;徐汇店;\n;;;孤行\n');
    const out = path.join(folder, 'results');
    const done = demo('--once', '--json', '--lang', 'en', '--csv', csv, '--out', out, ...NOW);
    expect(done.code).toBe(0);
    expect(lastLine(done.out)).toMatchObject({ read: 3, imported: 2, quarantined: 1, secondPlan: 0, duplicates: 0, mails: 0 });
    expect(done.out).toMatch(/姓名 +→ Name\n/);
    expect(done.out).toMatch(/门店 +→ /);
    expect(done.out).toMatch(/What needs attention\n(?: {2}.+\n)+/);
    expect(contents(out)).toEqual(['customer-pool.xlsx']);
  });
});
