// Says where each column of a file belongs: by its name, by the values below it, and never nowhere.
import type { ColumnTemplate } from '../../template/types';
import { type KindContext, kindOf } from '../kinds/index';
import type { SourceRecord } from './csv';
import { textLooks } from './looks';
import { type ColumnSurvey, saysNothing, surveyColumns } from './survey';
import { type HeaderMeaning, importable, meaningOf, vocabulary, wholeOf } from './vocabulary';

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
  ...{ sales_status: 0.9, stage: 0.9, intent: 0.9, industry: 0.9, company_size: 0.9, source: 0.9, birthday: 0.9 },
};

/** Likeness below which a name is not believed. A kind that keeps no bad value must fit most of them. */
const VETO = { strict: -0.05, lenient: -0.5 };

interface Candidate {
  readonly index: number;
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
  const surveys = surveyColumns(records, headers.length);
  const words = vocabulary(target.columns, target.labels ?? {});
  const meanings = surveys.map((_, i) => meaningOf(headers[i] ?? '', words));
  const likeness = surveys.map((survey) => memo((key: string) => likenessOf(survey, key, target, context)));
  const vetoOf = memo((key: string) => {
    const column = target.columns[key];
    const strict = column !== undefined && kindOf(column).setup(column, context).rule?.strict === true;
    return strict ? VETO.strict : VETO.lenient;
  });
  const taken = new Map<number, Candidate>();
  const held = new Set<string>();
  const take = (candidate: Candidate, shared: boolean) => {
    if (taken.has(candidate.index) || (held.has(candidate.key) && !(shared && SHARED.has(candidate.key)))) return;
    taken.set(candidate.index, candidate);
    held.add(candidate.key);
  };

  const full = surveys.map((survey, index) => ({ survey, index })).filter(({ survey }) => survey.filled > 0);
  const named = full.flatMap(({ index }) => byName(index, meanings[index], target, (key) => likeness[index]?.(key) ?? 0, vetoOf));
  // First each column of ours gets its best; what is left may share.
  for (const shared of [false, true]) for (const candidate of sorted(named, surveys)) take(candidate, shared);
  for (const part of partColumns(full, meanings, held, taken)) taken.set(part.index, part);
  const seen = full
    .filter(({ index }) => !taken.has(index))
    .flatMap(({ index }) => byValues(index, meanings[index], target, (key) => likeness[index]?.(key) ?? 0, vetoOf));
  for (const candidate of sorted(seen, surveys)) take(candidate, false);
  if (![...taken.values()].some(({ key }) => key === 'name' || key === 'company')) rescue(full, taken, likeness, target);

  const spare = spareColumns(full, taken, target);
  return surveys.map((survey, index): SourceColumn => {
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

/** How much a column's values look like those of one of ours, −1 … 1. */
function likenessOf(survey: ColumnSurvey, key: string, target: ImportTarget, context: KindContext): number {
  const column = target.columns[key];
  if (column === undefined) return -1;
  const look = textLooks[key];
  const kind = kindOf(column);
  const judge = look ?? ((text: string) => kind.likeness(text, column, context));
  const telling = survey.sample.filter((value) => !saysNothing(value));
  if (telling.length === 0) return 0;
  const sum = telling.reduce((total, value) => total + judge(value), 0);
  // One bad value says less than ten.
  if (sum < 0) return sum / (telling.length + 1);
  // One value over and over is an option or a label of the whole file, never a person or a contact.
  const repeated = survey.distinct === 1 && telling.length > 4 && look !== undefined ? 0.5 : 0;
  return sum / telling.length - repeated;
}

function byName(
  index: number,
  meaning: HeaderMeaning | undefined,
  target: ImportTarget,
  likeness: (key: string) => number,
  vetoOf: (key: string) => number,
): readonly Candidate[] {
  if (meaning === undefined) return [];
  if (meaning.social !== null && target.columns['other_im'] !== undefined) {
    return [{ index, key: 'other_im', score: 1, why: 'name' }];
  }
  if (meaning.part !== null && target.columns[wholeOf(meaning.part)] !== undefined) return [];
  const found: Candidate[] = [];
  for (const key of importable(target.columns)) {
    const own = meaning.points.get(key) ?? 0;
    const near = Math.max(0, ...(SPILL[key] ?? []).map((other) => (meaning.points.get(other) ?? 0) * 0.85));
    const points = Math.max(own, near);
    if (points === 0) continue;
    const values = likeness(key);
    if (values < vetoOf(key) || values < needed(points)) continue;
    found.push({ index, key, score: points + 0.3 * values, why: 'name' });
  }
  return found;
}

/** The less a name says, the more the values must. */
function needed(points: number): number {
  if (points >= 0.75) return -1;
  return points >= 0.4 ? 0.25 : 0.75;
}

function byValues(
  index: number,
  meaning: HeaderMeaning | undefined,
  target: ImportTarget,
  likeness: (key: string) => number,
  vetoOf: (key: string) => number,
): readonly Candidate[] {
  if (meaning === undefined || meaning.other || meaning.part !== null) return [];
  // A header whose own meaning the values contradict is as good as none.
  const wrong = [...meaning.points].some(([key, points]) => points >= 0.75 && likeness(key) < vetoOf(key));
  const found: Candidate[] = [];
  for (const key of importable(target.columns)) {
    const least = UNMISTAKABLE.has(key) ? 0.7 : meaning.empty || wrong ? BY_VALUES[key] : undefined;
    const values = likeness(key);
    if (least !== undefined && values >= least) found.push({ index, key, score: values * 0.5, why: 'values' });
  }
  return found;
}

/** Names and addresses in parts: taken where no column holds the whole name; an address takes its further parts in any case. */
function partColumns(
  full: readonly { readonly index: number }[],
  meanings: readonly HeaderMeaning[],
  held: Set<string>,
  taken: ReadonlyMap<number, Candidate>,
): readonly Candidate[] {
  const found: Candidate[] = [];
  const whole = held.has('name');
  for (const { index } of full) {
    const part = meanings[index]?.part ?? null;
    if (part === null || taken.has(index)) continue;
    const key = wholeOf(part);
    // Beside a full name its parts say nothing new; a floor without a street says nothing at all.
    if (key === 'name' ? whole : part !== 'district' && !held.has('address')) continue;
    found.push({ index, key, score: 1, why: 'name' });
    held.add(key);
  }
  return found;
}

/** Without a name or a company no row would come in: the column that looks most like either is taken. */
function rescue(
  full: readonly { readonly survey: ColumnSurvey; readonly index: number }[],
  taken: Map<number, Candidate>,
  likeness: readonly ((key: string) => number)[],
  target: ImportTarget,
): void {
  const most = full.reduce((best, { survey }) => Math.max(best, survey.filled), 0);
  const open = full
    .filter(({ index, survey }) => !taken.has(index) && survey.sample.some((value) => /\p{L}/u.test(value)))
    .flatMap(({ index, survey }) =>
      ['name', 'company']
        .filter((key) => target.columns[key] !== undefined)
        .map((key) => ({
          index,
          key,
          why: 'values' as const,
          score: (likeness[index]?.(key) ?? -1) + survey.filled / most + survey.distinct / survey.sample.length - index / 1000,
        })),
    )
    .sort((a, b) => b.score - a.score);
  const [best] = open;
  if (best !== undefined) taken.set(best.index, best);
}

/** The fullest columns that are left, each with a spare column, in the file's order. */
function spareColumns(
  full: readonly { readonly survey: ColumnSurvey; readonly index: number }[],
  taken: ReadonlyMap<number, Candidate>,
  target: ImportTarget,
): ReadonlyMap<number, string> {
  const room = (key: string | undefined) => {
    const column = key === undefined ? undefined : target.columns[key];
    return column !== undefined && 'max' in column ? column.max : undefined;
  };
  const limit = room(target.spare[0]) ?? Number.POSITIVE_INFINITY;
  const left = full
    .filter(({ index, survey }) => !taken.has(index) && survey.longest <= limit)
    .sort((a, b) => b.survey.filled - a.survey.filled || a.index - b.index)
    .slice(0, target.spare.length)
    .sort((a, b) => a.index - b.index);
  return new Map(left.map(({ index }, i) => [index, target.spare[i] ?? ''] as const));
}

function sorted(candidates: readonly Candidate[], surveys: readonly ColumnSurvey[]): readonly Candidate[] {
  const filled = (candidate: Candidate) => surveys[candidate.index]?.filled ?? 0;
  return [...candidates].sort((a, b) => b.score - a.score || filled(b) - filled(a) || a.index - b.index);
}

function memo(work: (key: string) => number): (key: string) => number {
  const done = new Map<string, number>();
  return (key) => {
    let value = done.get(key);
    if (value === undefined) {
      value = work(key);
      done.set(key, value);
    }
    return value;
  };
}
