// The demo's page keeps its workbook: the next run goes on with it, and starts over only when it is told to.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadWorkingFile } from '../../local/host/side-file';
import type { StateView } from '../../local/workbench/frame-wire';
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

test(
  'what was done on the page is there the next time, and a reset goes back to the beginning',
  async () => {
    await inFolder(async (folder) => {
      const line = ['--lang', 'en', '--file', path.join(folder, 'kept', 'pool.xlsx'), '--out', path.join(folder, 'out')];
      const first = await new Page(...line, '--now', NOW).opened();
      const begun = await first.state();
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
