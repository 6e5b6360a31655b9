// docs/linkage.md: what was measured, beside what others reach on the same sets.

/** F1 of others on the sets, as measured for the design: a library's estimates, and the best rules customer managers ship. */
interface Anchor {
  /** recordlinkage with ECM, or Splink 4 at the better of its published settings. */
  readonly library?: number;
  /** Splink 4 at the threshold that the truth itself would choose. */
  readonly libraryBest?: number;
  /** Exact rules on normalised values, or the best naive score. */
  readonly rules?: number;
  readonly floor: number;
  readonly aim: number;
}

const ANCHORS: Readonly<Record<string, Anchor>> = {
  febrl1: { library: 0.999, libraryBest: 0.998, rules: 0.998, floor: 1, aim: 1 },
  febrl3: { library: 0.998, libraryBest: 0.997, rules: 0.997, floor: 0.998, aim: 0.9989 },
  fake_1000: { library: 0.923, libraryBest: 0.923, rules: 0.914, floor: 0.97, aim: 0.985 },
  historical_50k: { library: 0.768, libraryBest: 0.85, floor: 0.915, aim: 0.94 },
  early_childhood: { library: 0.858, libraryBest: 0.877, rules: 0.802, floor: 0.92, aim: 0.94 },
  crm_zh_10k: { library: 0.802, libraryBest: 0.906, rules: 0.905, floor: 0.96, aim: 0.97 },
  crm_zh_100k: { library: 0.803, libraryBest: 0.902, rules: 0.894, floor: 0.96, aim: 0.97 },
};

export function anchors(set: string): Readonly<Record<string, number>> {
  return { ...ANCHORS[set] };
}

type Line = Readonly<Record<string, unknown>>;

export function documentOf(lines: readonly object[]): string {
  const all = lines as readonly Line[];
  const judged = all.filter((line) => line['f1'] !== undefined);
  const crowds = all.filter((line) => line['f1'] === undefined);
  return `${[
    '# Linking records 查重引擎',
    'Written by `npm run bench -- linkage --record`. The sets lie outside the repository; `CUSTOMER_POOL_LINKAGE_SETS` names their folder. The\n' +
      '*messy* tables are generated (`bench/linkage-messy.ts`). One configuration for all of them: nothing but the kinds of the columns is said.',
    '## Quality',
    'Pairs of rows in the final groups: precision, recall and their harmonic mean F1. *Certain* is what may be accepted unseen; *guessed* is F1\n' +
      'when the kinds are worked out from headers and values. Beside it F1 of others on the same sets: *library*, Splink 4 or recordlinkage; *at\n' +
      'best*, with a threshold chosen by the truth; *rules*, exact rules on normalised values or a naive score.',
    tableOf(judged, [
      ['set', 'case'],
      ['rows', 'rows'],
      ['F1', 'f1'],
      ['P', 'precision'],
      ['R', 'recall'],
      ['certain P', 'certainPrecision'],
      ['certain R', 'certainRecall'],
      ['guessed', 'f1Guessed'],
      ['land at', 'floor'],
      ['aim', 'aim'],
      ['library', 'library'],
      ['at best', 'libraryBest'],
      ['rules', 'rules'],
    ]),
    '## Time and memory',
    'Processor milliseconds of one thread with its collector, in the stages of the run, and the most heap at the end of a stage, the table itself\n' +
      'included. They belong to the machine that wrote this.',
    tableOf(judged, [
      ['set', 'case'],
      ['rows', 'rows'],
      ['candidates a row', 'candidatesPerRow'],
      ...STAGES,
      ['heap MB', 'heapMegabytes'],
    ]),
    '## Crowds',
    'Tables in which thousands share a company, a mobile or a name; 50 candidates a row are the bound. The groups are as many as the rows where\n' +
      'nobody was joined.',
    tableOf(crowds, [
      ['table', 'case'],
      ['rows', 'rows'],
      ['groups', 'groups'],
      ['candidates a row', 'candidatesPerRow'],
      ['total ms', 'totalMs'],
    ]),
  ].join('\n\n')}\n`;
}

const STAGES = [
  ['normalise', 'normaliseMs'],
  ['encode', 'encodeMs'],
  ['block', 'blockMs'],
  ['compare', 'compareMs'],
  ['estimate', 'estimateMs'],
  ['score', 'scoreMs'],
  ['cluster', 'clusterMs'],
  ['all', 'totalMs'],
] as const;

function tableOf(lines: readonly Line[], columns: readonly (readonly [head: string, key: string])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(([head]) => head)),
    row(columns.map(([, key]) => (key === 'case' ? '---' : '---:'))),
    ...lines.map((line) => row(columns.map(([, key]) => String(line[key] ?? '')))),
  ].join('\n');
}
