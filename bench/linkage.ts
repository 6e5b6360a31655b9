// Linking records: quality on tables with known answers, processor time by stage, memory and candidates.
import { type LinkTable, link } from '../src/domain/linkage/index';
import { type Bench, type Figures, round } from './figures';
import { type Cells, crowds, people, tableOf } from './linkage-crowds';
import { messyTable } from './linkage-messy';
import { anchors, documentOf } from './linkage-record';
import { type Answered, FOLDER, kindOf, qualityOf, readSet, setNames } from './linkage-sets';

/** Customers of the generated tables by their rows; one in four stands in them more than once. */
const MESSY = { '10k': 7_400, '50k': 37_000, '100k': 74_000 };

const sets = setNames();

export const linkage: Bench = {
  note: sets.length > 0 ? null : `${FOLDER} names no folder of sets: generated tables only`,
  document: { file: 'docs/linkage.md', of: documentOf },
  cases: {
    ...Object.fromEntries(sets.map((name) => [name, async () => ({ ...judged(readSet(name)), ...anchors(name) })])),
    ...Object.fromEntries(
      Object.entries(MESSY).map(([rows, customers]) => [`messy ${rows}`, async () => judged(messy(customers, 1))]),
    ),
    ...Object.fromEntries(
      [10_000, 100_000].flatMap((rows) =>
        Object.entries(crowds).map(([what, put]) => [`${what}, ${rows / 1000}k`, async () => drowned(people(rows).map(put))]),
      ),
    ),
  },
};

export function messy(customers: number, seed: number): Answered {
  const { kinds, rows, truth } = messyTable(customers, seed);
  const table = {
    ids: rows.map((_, row) => `C-${String(row).padStart(6, '0')}`),
    columns: kinds.map((kind, c) => ({ kind: kindOf(kind), values: rows.map((row) => row[c] ?? '') })),
  };
  return { table, guessed: table, truth: truth.map(String) };
}

function drowned(rows: readonly Cells[]): Figures {
  const { cluster, ...figures } = linked(tableOf(rows));
  return { groups: new Set(cluster).size, ...figures };
}

function judged({ table, guessed, truth }: Answered): Figures {
  const { cluster, ...figures } = linked(table);
  const review = qualityOf(cluster, truth);
  const certain = qualityOf(link(table, 'certain').cluster, truth);
  const unnamed = guessed === table ? {} : { f1Guessed: round(qualityOf(link(guessed).cluster, truth).f1, 4) };
  return {
    f1: round(review.f1, 4),
    precision: round(review.precision, 4),
    recall: round(review.recall, 4),
    certainPrecision: round(certain.precision, 4),
    certainRecall: round(certain.recall, 4),
    ...unnamed,
    ...figures,
  };
}

/** Processor milliseconds of each stage, and the most memory seen at the end of one: heap and array buffers. */
function linked(table: LinkTable) {
  const stages: Record<string, number> = {};
  let peak = 0;
  let before = process.cpuUsage();
  const { candidates, cluster } = link(table, 'review', (stage) => {
    const { user, system } = process.cpuUsage(before);
    stages[`${stage}Ms`] = round((user + system) / 1000, 0);
    before = process.cpuUsage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + arrayBuffers);
  });
  return {
    cluster,
    rows: table.ids.length,
    candidatesPerRow: round(candidates / table.ids.length, 1),
    totalMs: Object.values(stages).reduce((sum, ms) => sum + ms, 0),
    ...stages,
    heapMegabytes: round(peak / 1e6, 0),
  };
}
