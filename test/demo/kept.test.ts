// The demo's page keeps its workbook: the next run goes on with it, and starts over only when it is told to.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TEAM } from '../../local/commands/people';
import { newBook } from '../../local/host/book';
import { loadWorkingFile } from '../../local/host/side-file';
import { saveBook } from '../../local/host/xlsx/index';
import type { StateView } from '../../local/workbench/frame-wire';
import type { TodayView } from '../../src/contract/today-api';
import { sampleTeam } from '../../src/domain/sample/team';
import { contents, demo, inFolder } from './command';

/** Late, so that few hours pass until the first mails. */
const NOW = '2026-03-11T23:30';
/** Milliseconds: the demo is built once and opened once more. */
const LONG = 180_000;

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

class Page {
  private readonly child: ChildProcess;
  /** What it printed until it told its address. */
  said = '';
  url = '';

  constructor(...args: string[]) {
    this.child = spawn(process.execPath, ['.cache/local/commands.cjs', 'demo', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running.add(this.child);
  }

  async opened(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.child.stdout?.on('data', (text: Buffer) => {
        this.said += text;
        this.url = /http:\/\/127\.0\.0\.1:\d+\//.exec(this.said)?.[0] ?? '';
        if (this.url !== '') resolve();
      });
      this.child.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${this.said}`)));
    });
    this.child.removeAllListeners('exit');
    return this;
  }

  async state(): Promise<StateView> {
    return (await (await fetch(`${this.url}state`)).json()) as StateView;
  }

  async rpc(name: string, ...args: unknown[]): Promise<unknown> {
    const headers = { origin: this.url.slice(0, -1) };
    const body = JSON.stringify({ function: 'rpc', args: [name, JSON.stringify(args)] });
    const answer = (await (await fetch(`${this.url}rpc`, { method: 'POST', headers, body })).json()) as { value: string };
    return JSON.parse(answer.value);
  }

  async act(name: string, body: unknown): Promise<void> {
    const headers = { origin: this.url.slice(0, -1) };
    const answer = await fetch(`${this.url}${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(await answer.json()).toEqual({ failed: null });
  }

  /** Ctrl+C. @returns the exit code */
  end(): Promise<number | null> {
    return new Promise((resolve) => {
      this.child.once('exit', resolve);
      this.child.kill('SIGINT');
    });
  }
}

test('the demo’s people are the sample’s', () => {
  expect(TEAM).toEqual(sampleTeam.map(({ email }) => email));
});

test.each(['an empty workbook is served', 'a workbook made by hand is served'])(
  '%s with the demo’s people, and the wizard’s first plan can be made',
  async (title) => {
    await inFolder(async (folder) => {
      const file = path.join(folder, 'mine.xlsx');
      const byHand = title.includes('hand');
      if (byHand) writeFileSync(file, await saveBook(newBook({ owner: '', locale: 'zh_CN', timeZone: 'Asia/Shanghai' })));
      const page = await new Page('--lang', 'zh-CN', '--file', file, '--now', NOW, ...(byHand ? [] : ['--empty'])).opened();
      const { user, people, sheets } = await page.state();
      expect([user, sheets.length]).toEqual([TEAM[0], 1]);
      expect(people.map(({ email }) => email)).toEqual(TEAM);
      const answer = await page.rpc('planTemplate', { locale: 'zh-CN', preset: 'b2b', homeRegion: 'CN' });
      expect(answer).toMatchObject({ ok: true });
      expect(await page.end()).toBe(0);
    });
  },
  LONG,
);

test(
  'what was done on the page is there the next time, and a reset goes back to the beginning',
  async () => {
    await inFolder(async (folder) => {
      const line = ['--lang', 'en', '--file', path.join(folder, 'kept', 'pool.xlsx'), '--out', path.join(folder, 'out')];
      const first = await new Page(...line, '--now', NOW).opened();
      const begun = await first.state();
      // Somebody who has something to do sits at the keyboard.
      expect(begun.people.find(({ email }) => email === begun.user)?.role).toBe('Sales');
      const { value } = (await first.rpc('today')) as { value: TodayView };
      expect(value.counts.overdue + value.counts.today).toBeGreaterThan(0);
      await first.act('advance', { by: 3_600_000 });
      const left = await first.state();
      expect(left.now).not.toBe(begun.now);
      expect(await first.end()).toBe(0);
      expect(contents(path.join(folder, 'kept'))).toEqual([
        ...['pool.host.json', 'pool.start.host.json', 'pool.start.xlsx', 'pool.xlsx'],
      ]);

      for (const [option, value] of [
        ['lang', 'zh-CN'],
        ['now', NOW],
      ] as const) {
        const { code, error } = demo('--file', path.join(folder, 'kept', 'pool.xlsx'), `--${option}`, value);
        expect([option, code, error]).toEqual([option, 2, expect.stringMatching(new RegExp(`--${option}.*--fresh`))]);
      }

      const second = await new Page(...line).opened();
      expect(second.said).toContain('--fresh');
      const { now, outbox, triggers, people } = await second.state();
      expect({ now, outbox, triggers, people }).toEqual({
        ...{ now: left.now, outbox: left.outbox, triggers: left.triggers, people: left.people },
      });
      await second.act('reset', {});
      expect((await second.state()).now).toBe(begun.now);
      expect(await second.end()).toBe(0);
      const kept = await loadWorkingFile(path.join(folder, 'kept', 'pool.xlsx'));
      expect(kept.hostState).toMatchObject({ now: begun.now.replace(' ', 'T') });
    });
  },
  LONG,
);

test('options that build a workbook are refused over one that is kept, and --once does not touch it', async () => {
  await inFolder((folder) => {
    const file = path.join(folder, 'pool.xlsx');
    writeFileSync(file, 'kept');
    for (const option of ['csv', 'encoding', 'preset', 'region']) {
      const value = { csv: 'package.json', encoding: 'utf-8', preset: 'retail', region: 'SG' }[option] ?? '';
      const { code, error } = demo('--lang', 'en', '--file', file, `--${option}`, value);
      expect([option, code]).toEqual([option, 2]);
      expect(error).toContain(`--${option}`);
      expect(error).toContain('--fresh');
    }
    const { code, error } = demo('--lang', 'en', '--file', file);
    expect([code, error]).toEqual([1, expect.stringContaining('--fresh')]);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(contents(folder)).toEqual(['pool.xlsx']);
  });
});
