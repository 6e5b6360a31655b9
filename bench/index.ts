// `npm run bench -- NAME [--json]`: service calls, virtual seconds, CPU seconds, memory and bytes, a line a case.
import { spawnSync } from 'node:child_process';
import { apply } from './apply';
import { bundle } from './bundle';
import { type Bench, type Figures, round } from './figures';
import { importBench } from './import';

const benches: Readonly<Record<string, Bench>> = { apply, import: importBench, bundle };

const [name = 'all', ...rest] = process.argv.slice(2);
const names = name === 'all' || name.startsWith('--') ? Object.keys(benches) : [name];
const only = rest[rest.indexOf('--case') + 1];

if (rest.includes('--case') && only !== undefined) void runOne(name, only);
else if (names.every((each) => each in benches)) runAll(process.argv.includes('--json'));
else {
  console.error(`no bench “${name}”; there are: ${Object.keys(benches).join(', ')}, all`);
  process.exitCode = 2;
}

/** In a process of its own: the figures as one line of JSON. */
async function runOne(bench: string, key: string): Promise<void> {
  const figures = await benches[bench]?.cases[key]?.();
  if (figures === undefined) throw new Error(`no case ${key} in ${bench}`);
  console.log(JSON.stringify({ ...figures, peakMegabytes: round(process.resourceUsage().maxRSS / 1024, 0) }));
}

function runAll(json: boolean): void {
  const lines: object[] = [];
  for (const bench of names) {
    for (const key of Object.keys(benches[bench]?.cases ?? {})) {
      const child = spawnSync(process.execPath, [process.argv[1] ?? '', bench, '--case', key], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      if (child.status !== 0) {
        process.stderr.write(child.stderr);
        process.exit(1);
      }
      const figures = JSON.parse(child.stdout.trim().split('\n').pop() ?? '{}') as Figures;
      const line = { bench, case: key, ...figures };
      if (json) console.log(JSON.stringify(line));
      lines.push(line);
    }
  }
  if (!json) table(lines);
}

function table(lines: readonly object[]): void {
  const heads = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cells = lines.map((line) => heads.map((head) => String((line as Record<string, unknown>)[head] ?? '')));
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const row = (values: readonly string[]) =>
    values.map((value, i) => (i < 2 ? value.padEnd(widths[i] ?? 0) : value.padStart(widths[i] ?? 0))).join('  ');
  console.log(row(heads));
  for (const line of cells) console.log(row(line));
}
