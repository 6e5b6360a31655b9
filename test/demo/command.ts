// Runs a command as a person does: a process of its own, its words and its exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoWords } from '../../src/i18n/words/demo';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  /** What it said on stderr, without the lines on its progress that a slow machine gets. */
  readonly error: string;
}

const steps = Object.entries(demoWords)
  .filter(([code]) => code.startsWith('demo.step.'))
  .flatMap(([, sentence]) => Object.values(sentence).map((each) => each.replace(/ ?\{percent\}%/, '')));

export function demo(...args: string[]): Outcome {
  const done = spawnSync(process.execPath, ['.cache/local/commands.cjs', 'demo', ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  const lines = done.stderr.split('\n').filter((line) => !steps.some((step) => line.startsWith(step)));
  return { code: done.status, out: done.stdout, error: lines.join('\n').trim() };
}

/** A folder of the test's own, gone when `act` is done. */
export async function inFolder<T>(act: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'customer-pool-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything below a folder, hidden files included; nothing when it is not there. */
export function contents(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : [];
}
