// Says where each column of a file belongs: by its name, by the values below it, and never nowhere.
import type { ColumnTemplate } from '../../template/types';
import type { KindContext } from '../kinds/index';
import type { SourceRecord } from './csv';
import { type Fit, fitOf } from './fit';
import { surveyColumns } from './survey';
import { importable, meaningOf, vocabulary, wholeOf } from './vocabulary';

/** Where a column of the file goes: a column of ours, a spare one, lines in the notes, or nowhere because it is empty. */
export interface SourceColumn {
  /** 0-based position in the file. */
  readonly index: number;
  /** As in the file; empty for a column without a name. */
  readonly header: string;
  readonly to: 'column' | 'custom' | 'notes' | 'empty';
  /** Key of our column; null for notes and empty ones. */
  readonly key: string | null;
  readonly why: 'name' | 'values' | 'leftover';
  /** Records in which it is not blank. */
  readonly filled: number;
  /** First values, for a person to look at. */
  readonly examples: readonly string[];
}

/** What a file is read into. */
export interface ImportTarget {
  readonly columns: Readonly<Record<string, ColumnTemplate>>;
  /** Labels in the workbook by key, where people changed them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Keys of columns that may take what has no column: text, unused so far. */
  readonly spare: readonly string[];
}

/** Columns that take any number of file columns: further values have somewhere to go. */
const SHARED = new Set(['mobile', 'phone', 'email', 'wechat', 'other_im', 'remark', 'tags']);

/** Columns a further value may go to, in order. */
const SPILL: Readonly<Record<string, readonly string[]>> = { phone: ['mobile'], mobile: ['phone'] };

/** Columns whose values are so plain to see that any header will do. */
const UNMISTAKABLE = new Set(['mobile', 'email', 'uscc']);

/** Columns that may be known by their values where the header says nothing, with the likeness they need. */
const BY_VALUES: Readonly<Record<string, number>> = {
  ...{ name: 0.5, company: 0.5, address: 0.6, phone: 0.6, province: 0.8, city: 0.8, country: 0.9, gender: 0.9, tier: 0.9 },
  ...{ sales_status: 0.9, stage: 0.9, intent: 0.9, industry: 0.9, company_size: 0.9, source: 0.9 },
};

interface Candidate {
  readonly fit: Fit;
  readonly key: string;
  readonly score: number;
  readonly why: 'name' | 'values';
}

/**
 * Maps every column of a file. Each of our columns is taken once, by the best candidate; only names and addresses in parts, contact
 * ways, tags and notes take several, and their values are joined or spread, never overwritten.
 * @param records the data records, as many as are at hand
 */
export function recogniseColumns(
  headers: readonly string[],
  records: readonly SourceRecord[],
  target: ImportTarget,
  context: KindContext,
): readonly SourceColumn[] {
  const words = vocabulary(target.columns, target.labels ?? {});
  const all = surveyColumns(records, headers.length).map((survey, index) =>
    fitOf(index, survey, meaningOf(headers[index] ?? '', words), target.columns, context),
  );
  const full = all.filter(({ survey }) => survey.filled > 0);
  const keys = importable(target.columns);
  const taken = new Map<number, Candidate>();
  const held = new Set<string>();
  const take = (candidate: Candidate, shared: boolean) => {
    const { index } = candidate.fit;
    if (taken.has(index) || (held.has(candidate.key) && !(shared && SHARED.has(candidate.key)))) return;
    taken.set(index, candidate);
    held.add(candidate.key);
  };

  const named = sorted(full.flatMap((fit) => byName(fit, keys)));
  // First each column of ours gets its best; what is left may share.
  for (const shared of [false, true]) for (const candidate of named) take(candidate, shared);
  for (const candidate of partColumns(full, held, taken)) taken.set(candidate.fit.index, candidate);
  const open = full.filter(({ index }) => !taken.has(index));
  for (const candidate of sorted(open.flatMap((fit) => byValues(fit, keys)))) take(candidate, false);
  if (![...taken.values()].some(({ key }) => key === 'name' || key === 'company')) rescue(full, taken, keys);

  const spare = spareColumns(full, taken, target);
  return all.map(({ index, survey }): SourceColumn => {
    const base = {
      index,
      header: headers[index] ?? '',
      filled: survey.filled,
      examples: [...new Set(survey.sample)].slice(0, 3),
    };
    const found = taken.get(index);
    if (found !== undefined) return { ...base, to: 'column', key: found.key, why: found.why };
    if (survey.filled === 0) return { ...base, to: 'empty', key: null, why: 'leftover' };
    const key = spare.get(index);
    return key === undefined
      ? { ...base, to: 'notes', key: null, why: 'leftover' }
      : { ...base, to: 'custom', key, why: 'leftover' };
  });
}

function byName(fit: Fit, keys: readonly string[]): readonly Candidate[] {
  const { meaning } = fit;
  if (meaning.social !== null && keys.includes('other_im')) return [{ fit, key: 'other_im', score: 1, why: 'name' }];
  if (meaning.part !== null && keys.includes(wholeOf(meaning.part))) return [];
  const found: Candidate[] = [];
  for (const key of keys) {
    const near = Math.max(0, ...(SPILL[key] ?? []).map((other) => (meaning.points.get(other) ?? 0) * 0.85));
    const points = Math.max(meaning.points.get(key) ?? 0, near);
    if (points === 0 || fit.contradicts(key) || fit.likeness(key) < needed(points)) continue;
    found.push({ fit, key, score: points + 0.3 * fit.likeness(key), why: 'name' });
  }
  return found;
}

/** The less a name says, the more the values must. */
function needed(points: number): number {
  if (points >= 0.75) return -1;
  return points >= 0.4 ? 0.25 : 0.75;
}

function byValues(fit: Fit, keys: readonly string[]): readonly Candidate[] {
  const { meaning } = fit;
  if (meaning.other || meaning.part !== null) return [];
  // A header whose own meaning the values contradict is as good as none.
  const wrong = [...meaning.points].some(([key, points]) => points >= 0.75 && fit.contradicts(key));
  const found: Candidate[] = [];
  for (const key of keys) {
    const least = UNMISTAKABLE.has(key) ? 0.7 : meaning.empty || wrong ? BY_VALUES[key] : undefined;
    if (least !== undefined && fit.likeness(key) >= least)
      found.push({ fit, key, score: fit.likeness(key) * 0.5, why: 'values' });
  }
  return found;
}

/** Names and addresses in parts: taken where no column holds the whole name; an address takes its further parts in any case. */
function partColumns(full: readonly Fit[], held: Set<string>, taken: ReadonlyMap<number, Candidate>): readonly Candidate[] {
  const found: Candidate[] = [];
  const whole = held.has('name');
  for (const fit of full) {
    const { part } = fit.meaning;
    if (part === null || taken.has(fit.index)) continue;
    const key = wholeOf(part);
    // Beside a full name its parts say nothing new; a floor without a street says nothing at all.
    if (key === 'name' ? whole : part !== 'district' && !held.has('address')) continue;
    found.push({ fit, key, score: 1, why: 'name' });
    held.add(key);
  }
  return found;
}

/** Without a name or a company no row would come in: the column that looks most like either is taken. */
function rescue(full: readonly Fit[], taken: Map<number, Candidate>, keys: readonly string[]): void {
  const most = full.reduce((best, { survey }) => Math.max(best, survey.filled), 0);
  const candidates = full
    .filter(({ index, survey }) => !taken.has(index) && survey.sample.some((value) => /\p{L}/u.test(value)))
    .flatMap((fit) =>
      ['name', 'company']
        .filter((key) => keys.includes(key))
        .map((key): Candidate => {
          const { filled, distinct, sample } = fit.survey;
          return { fit, key, why: 'values', score: fit.likeness(key) + filled / most + distinct / sample.length };
        }),
    );
  const [best] = sorted(candidates);
  if (best !== undefined) taken.set(best.fit.index, best);
}

/** The fullest columns that are left, each with a spare column, in the file's order. */
function spareColumns(
  full: readonly Fit[],
  taken: ReadonlyMap<number, Candidate>,
  target: ImportTarget,
): ReadonlyMap<number, string> {
  const first = target.columns[target.spare[0] ?? ''];
  const room = first !== undefined && 'max' in first ? (first.max ?? 0) : 0;
  const left = full
    .filter(({ index, survey }) => !taken.has(index) && survey.longest <= room)
    .sort((a, b) => b.survey.filled - a.survey.filled || a.index - b.index)
    .slice(0, target.spare.length)
    .sort((a, b) => a.index - b.index);
  return new Map(left.map(({ index }, i) => [index, target.spare[i] ?? ''] as const));
}

/** Best first; of equals the fuller, then the one further left. */
function sorted(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort(
    (a, b) => b.score - a.score || b.fit.survey.filled - a.fit.survey.filled || a.fit.index - b.fit.index,
  );
}
