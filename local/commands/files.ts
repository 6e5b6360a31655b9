// Files of a command: read or refused with a clear reason, and written whole or not at all.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Complaint } from './complaint';

/** @throws Complaint `input.*` when there is no such file, or it is a folder, or it may not be read */
export function readInput(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory()) throw new Complaint('input.folder', { file });
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof Complaint) throw thrown;
    throw new Complaint(codeOf(thrown) === 'ENOENT' ? 'input.missing' : 'input.unreadable', { file });
  }
}

/** A folder results go to. What is put into it shows all at once, when it is delivered. */
export class Outbound {
  readonly folder: string;
  private readonly staging: string;
  private readonly made: string | undefined;

  /** Makes the folder if need be and tries it. @throws Complaint `output.*` when nothing can be written there */
  constructor(folder: string) {
    this.folder = folder;
    try {
      if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Complaint('output.file', { folder });
      this.made = makeFolder(path.resolve(folder));
      accessSync(folder, constants.W_OK);
      this.staging = mkdtempSync(path.join(folder, '.writing-'));
    } catch (thrown) {
      if (thrown instanceof Complaint) throw thrown;
      throw new Complaint('output.closed', { folder });
    }
  }

  put(name: string, content: string | Uint8Array): void {
    const file = path.join(this.staging, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /**
   * Moves everything to its place, a file over the file of the same name. Of `swept`, a folder below this one, older files that fit
   * the pattern go first; whatever else stands there is the user's.
   */
  deliver(swept: { readonly folder: string; readonly pattern: RegExp }): void {
    const old = path.join(this.folder, swept.folder);
    for (const name of existsSync(old) ? readdirSync(old) : []) if (swept.pattern.test(name)) rmSync(path.join(old, name));
    for (const name of filesBelow(this.staging)) {
      const target = path.join(this.folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      renameSync(path.join(this.staging, name), target);
    }
    rmSync(this.staging, { recursive: true });
  }

  /** Leaves the disk as it was found. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
    for (let folder = path.resolve(this.folder); this.made !== undefined; folder = path.dirname(folder)) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
      if (folder === path.resolve(this.made)) return;
    }
  }
}

/**
 * Makes a folder and those above it that are missing, one at a time: below /proc, leaving that to `recursive` does not come to an end.
 * @returns the topmost folder made; undefined when nothing was missing
 */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const above = makeFolder(path.dirname(folder));
  mkdirSync(folder);
  return above ?? folder;
}

/** Names of all files, relative to the folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(path.join(folder, entry.name)).map((name) => path.join(entry.name, name)) : [entry.name],
  );
}

function codeOf(thrown: unknown): string | undefined {
  return (thrown as { code?: string }).code;
}
