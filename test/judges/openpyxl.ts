// openpyxl as the judge of what a file declares.
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

export interface ReadValidation {
  readonly type: string;
  readonly operator: string | null;
  readonly formulas: readonly string[];
  readonly ranges: readonly string[];
  readonly strict: boolean;
  readonly prompt: string | null;
  readonly hidesArrow: boolean;
}

export interface ReadFormat {
  readonly ranges: readonly string[];
  readonly type: string;
  readonly priority: number;
  readonly formula: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Six figures, lower case. */
  readonly ink: string | null;
  readonly ground: string | null;
}

interface ReadChart {
  readonly type: string;
  readonly direction: string | null;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly series: readonly { readonly name: string | null; readonly labels: string | null; readonly values: string }[];
}

export interface ReadSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly tab: string | null;
  readonly frozen: string | null;
  readonly gridlines: boolean;
  readonly filter: string | null;
  readonly merges: readonly string[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly protected: boolean;
  readonly guarded: readonly string[];
  /** Among the cells that stand in the file. */
  readonly unlocked: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
  /** Number formats that are not General, by address. */
  readonly formats: Readonly<Record<string, string>>;
  readonly validations: readonly ReadValidation[];
  readonly conditionalFormats: readonly ReadFormat[];
  readonly charts: readonly ReadChart[];
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly formulas: Readonly<Record<string, string>>;
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[];
  readonly names: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

export async function readBack(path: string): Promise<ReadBook> {
  const script = resolve('test/judges/readback.py');
  const { stdout } = await run('/usr/bin/python3', [script, path], { maxBuffer: 1 << 28, timeout: 120_000 });
  return JSON.parse(stdout) as ReadBook;
}
