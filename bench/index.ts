// `npm run bench -- NAME [--json] [--record]`: service calls, virtual seconds, CPU seconds, memory and bytes, a line a case.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { apply } from './apply';
import { bundle } from './bundle';
import { customerCases } from './customers';
import { duplicates } from './duplicates';
import { entry } from './entry';
import { type Bench, type Figures, round } from './figures';
import { importBench } from './import';
import { linkage } from './linkage';
import { sidebar } from './sidebar';

const benches = new Map<string, Bench>(
  Object.entries({
    apply,
    import: importBench,
    entry: { cases: { ...entry.cases, ...customerCases } },
    duplicates,
    linkage,
    bundle,
    sidebar,
  }),
);

const RECORD = 'docs/bench.md';

/** Printed, never recorded: they are the machine's, not the product's. */
const UNRECORDED = ['cpuSeconds', 'peakMegabytes', 'loadMilliseconds'];

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const [name = 'all', only] = words;
const asked = (option: string) => process.argv.includes(option);

if (asked('--case') && only !== undefined) void measureOne(name, only);
else if (name !== 'all' && !benches.has(name)) {
  console.error(`no bench “${name}”; there are: ${[...benches.keys()].join(', ')}, all`);
  process.exitCode = 2;
} else {
  const lines = measureAll(name === 'all' ? [...benches.keys()] : [name], asked('--json'));
  if (!asked('--json')) console.log(tableOf(lines, (cells) => cells.join('  ')));
  if (asked('--record')) record(lines);
}

/** In a process of its own: the figures as one line of JSON. */
async function measureOne(bench: string, key: string): Promise<void> {
  const figures = await benches.get(bench)?.cases[key]?.();
  if (figures === undefined) throw new Error(`no case ${key} in ${bench}`);
  console.log(JSON.stringify({ ...figures, peakMegabytes: round(process.resourceUsage().maxRSS / 1024, 0) }));
}

function measureAll(names: readonly string[], json: boolean): object[] {
  return names.flatMap((bench) => {
    const { note } = benches.get(bench) ?? {};
    if (note) console.error(note);
    return Object.keys(benches.get(bench)?.cases ?? {}).map((key) => {
      const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
      const child = spawnSync(process.execPath, [process.argv[1] ?? '', bench, key, '--case'], options);
      if (child.status !== 0) {
        process.stderr.write(child.stderr);
        process.exit(1);
      }
      const line = { bench, case: key, ...(JSON.parse(child.stdout.trim().split('\n').pop() ?? '{}') as Figures) };
      if (json) console.log(JSON.stringify(line));
      return line;
    });
  });
}

function tableOf(lines: readonly object[], rowOf: (cells: readonly string[]) => string): string {
  const heads = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cells = lines.map((line) => heads.map((head) => String((line as Record<string, unknown>)[head] ?? '')));
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const padded = (row: readonly string[]) =>
    rowOf(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))));
  return [heads, ...cells].map(padded).join('\n');
}

function record(lines: readonly object[]): void {
  const ofBench = (bench: string) => lines.filter((line) => (line as { bench: string }).bench === bench);
  for (const [bench, { document }] of benches)
    if (document !== undefined && ofBench(bench).length > 0) writeFileSync(document.file, document.of(ofBench(bench)));
  const others = lines.filter((line) => benches.get((line as { bench: string }).bench)?.document === undefined);
  if (others.length > 0) writeFileSync(RECORD, recordOf(others, readFileSync(RECORD, 'utf8')));
}

/** A table a bench, of the counters alone; benches that were not run keep theirs. */
function recordOf(lines: readonly object[], before: string): string {
  const sections = before.trim().split('\n\n## ');
  const parts = [...benches.keys()].flatMap((bench) => {
    const own = lines.filter((line) => (line as { bench: string }).bench === bench);
    if (benches.get(bench)?.unrecorded === true) return [];
    if (own.length === 0) return sections.flatMap((section) => (section.startsWith(`${bench}\n`) ? [`## ${section}`] : []));
    const counted = own.map((line) => Object.fromEntries(Object.entries(line).filter(([key]) => !UNRECORDED.includes(key))));
    const [head = '', ...rows] = tableOf(counted, (cells) => `| ${cells.join(' | ')} |`).split('\n');
    return [`## ${bench}`, [head, head.replace(/[^|]/g, '-'), ...rows].join('\n')];
  });
  const preface =
    'Counters of the benches, written by `npm run bench -- NAME --record`. A service call in a budget is a read or a write; virtual seconds are\n' +
    'those of the assumed latency of Google. CPU seconds, memory and load time depend on the machine: `npm run bench` prints them.';
  return `${['# Benches', preface, ...parts].join('\n\n')}\n`;
}
