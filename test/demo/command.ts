// Runs a command as a person does: a process of its own, its words and its exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export function demo(...args: string[]): Outcome {
  const done = spawnSync(process.execPath, ['.cache/local/commands.cjs', 'demo', ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { code: done.status, out: done.stdout, error: done.stderr };
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
