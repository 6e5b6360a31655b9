// `npm run --silent dedupe`: finds the rows of any CSV that are the same customer, with the engine of the bundle.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { decode } from '../../src/encoding/index';
import { type MessageCode, say } from '../../src/i18n/local';
import { Complaint } from './complaint';
import { readInput } from './files';
import { languageOf } from './options';

const SHAPE = {
  in: { type: 'string' },
  schema: { type: 'string' },
  out: { type: 'string' },
  certainty: { type: 'string' },
  stats: { type: 'string' },
  lang: { type: 'string' },
} as const;

/** What `linkTable` of the bundle answers; see src/app/link-table.ts. */
interface Linked {
  readonly ok: true;
  readonly ids: readonly string[];
  readonly cluster: Int32Array;
  readonly confidence: Float64Array;
  readonly candidates: number;
  readonly kinds: Readonly<Record<string, string>>;
  readonly passes: readonly object[];
}

type LinkTable = (
  request: object,
) => Linked | { readonly ok: false; readonly code: MessageCode; readonly args: Record<string, string> };

export async function dedupe(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${say(languageOf(args), { code: 'dedupe.help', args: {} })}\n`);
    return;
  }
  const options = readOptions(args);
  const meter = new Meter();
  const text = textOf(options.in);
  const kinds = options.schema === null ? undefined : kindsOf(options.schema);
  meter.mark('load');
  const answer = bundle()({
    csv: text,
    ...(kinds === undefined ? {} : { kinds }),
    certainty: options.certainty,
    mark: (stage: string) => meter.mark(stage),
  });
  if (!answer.ok) throw new Complaint(answer.code, answer.args);
  const headers = Object.keys(answer.kinds);
  if (kinds !== undefined && headers.length > 0 && !headers.some((header) => Object.hasOwn(kinds, header)))
    throw new Complaint('dedupe.columns', { file: options.schema ?? '', list: options.in });
  const files = new Map([[options.out, clustersOf(answer)]]);
  if (options.stats !== null) files.set(options.stats, statsOf(answer, meter));
  writeWhole(files);
}

function readOptions(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], options: SHAPE, strict: false, tokens: true });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw usage('line.stray', { text: token.value });
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(SHAPE, token.name)) throw usage('line.unknown', { option: token.rawName });
    if (token.value === undefined || token.value === '' || token.value.startsWith('--'))
      throw usage('line.value', { option: token.rawName });
    given.set(token.name, token.value);
  }
  const needed = (name: 'in' | 'out') => {
    const value = given.get(name);
    if (value === undefined) throw usage('line.needed', { option: `--${name}` });
    return value;
  };
  const certainty = given.get('certainty') ?? 'review';
  if (certainty !== 'review' && certainty !== 'certain')
    throw usage('line.choice', { option: '--certainty', value: certainty, allowed: 'review, certain' });
  const options = {
    in: needed('in'),
    out: needed('out'),
    schema: given.get('schema') ?? null,
    stats: given.get('stats') ?? null,
    certainty,
  };
  const used = new Set([options.in, options.schema ?? options.in].map((file) => path.resolve(file)));
  for (const option of ['out', 'stats'] as const) {
    const file = options[option];
    if (file === null) continue;
    // A list written over by its own result is lost; so is a result by its figures.
    if (used.has(path.resolve(file))) throw usage('dedupe.same', { option: `--${option}`, file });
    used.add(path.resolve(file));
  }
  return options;
}

/** @throws Complaint `file.*`, `input.*` */
function textOf(file: string): string {
  const decoded = decode(readInput(file), { fileName: path.basename(file) });
  if (!decoded.ok) throw new Complaint(decoded.reason.code, decoded.reason.args);
  return decoded.text;
}

function kindsOf(file: string): Record<string, string> {
  let columns: unknown;
  try {
    columns = (JSON.parse(textOf(file)) as { columns?: unknown }).columns;
  } catch (thrown) {
    if (thrown instanceof Complaint) throw thrown;
  }
  const isSchema =
    typeof columns === 'object' &&
    columns !== null &&
    !Array.isArray(columns) &&
    Object.values(columns).every((kind) => typeof kind === 'string');
  if (!isSchema) throw new Complaint('dedupe.schema', { file });
  return columns as Record<string, string>;
}

/** The engine as it ships. As a function of this context: in one of its own, every `Math` costs a hundred times as much. */
function bundle(): LinkTable {
  const source = `${readFileSync('dist/Code.js', 'utf8')}\nreturn linkTable;`;
  return (vm.compileFunction(source, [], { filename: 'Code.js' }) as () => LinkTable)();
}

function clustersOf({ ids, cluster, confidence }: Linked): string {
  const names = namesOf(ids, cluster);
  const lines = ids.map(
    (id, row) => `${cell(id)},${cell(names.get(cluster[row] ?? row) ?? id)},${(confidence[row] ?? 0).toFixed(4)}`,
  );
  return ['row_id,cluster_id,confidence', ...lines, ''].join('\n');
}

/** A cluster is called by the id of its first row; where ids are empty or stand twice, by that and a number. */
function namesOf(ids: readonly string[], cluster: Int32Array): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set(ids);
  const given = new Set<string>();
  for (const first of cluster) {
    if (names.has(first)) continue;
    const id = ids[first] ?? '';
    let name = id;
    for (let n = 2; name === '' || given.has(name) || (name !== id && taken.has(name)); n++) name = `${id}#${n}`;
    given.add(name);
    names.set(first, name);
  }
  return names;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function statsOf({ ids, candidates, kinds, passes }: Linked, meter: Meter): string {
  return `${JSON.stringify({ rows: ids.length, candidates, ms: meter.ms, peakHeapBytes: meter.peak, kinds, passes }, null, 2)}\n`;
}

/** Milliseconds of each stage, and the most memory seen at the end of one: heap and array buffers. */
class Meter {
  readonly ms: Record<string, number> = {};
  peak = 0;
  private since = performance.now();

  mark(stage: string): void {
    const now = performance.now();
    this.ms[stage] = Math.round((now - this.since) * 10) / 10;
    this.since = now;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    this.peak = Math.max(this.peak, heapUsed + arrayBuffers);
  }
}

/** All of them or none: written beside their places first. */
function writeWhole(files: ReadonlyMap<string, string>): void {
  const staged: [string, string][] = [];
  try {
    for (const [file, text] of files) {
      const beside = path.join(path.dirname(file), `.writing-${process.pid}-${path.basename(file)}`);
      staged.push([beside, file]);
      writeFileSync(beside, text);
    }
    for (const [beside, file] of staged) renameSync(beside, file);
  } catch {
    for (const [beside] of staged) rmSync(beside, { force: true });
    throw new Complaint('output.closed', { folder: [...files.keys()].join(', ') });
  }
}

function usage(code: MessageCode, args: Readonly<Record<string, string>>): Complaint {
  return new Complaint(code, args, { usage: true });
}
