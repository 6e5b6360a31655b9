// Responses of a form as its sheet holds them: their columns, the time of each, and what each is remembered by.
import type { ColumnTemplate } from '../../template/types';
import type { SourceRecord } from '../import/csv';
import { type ImportTarget, recogniseColumns, type SourceColumn } from '../import/index';
import type { MappedColumn } from '../import/row-plan';
import type { KindContext } from '../kinds/index';
import { cut, headerKey } from '../text';

/** A sheet of responses: its questions, and a record a response; blank rows left out. Lines are 1-based rows of that sheet. */
export interface Responses {
  readonly headers: readonly string[];
  readonly records: readonly SourceRecord[];
}

/** Where a question's answers go; `stamp` is the time Google writes beside them. */
export interface LinkedColumn {
  readonly header: string;
  readonly to: 'column' | 'notes' | 'stamp';
  readonly key: string | null;
}

/** How Google heads the column of times, in the languages a form may have. */
const STAMPS = ['timestamp', '时间戳记', '时间戳', '提交时间', '時間戳記', '時間戳'];
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** 0-based column of the times: by its name, else the first whose every value is a moment; −1 for none. */
export function stampColumn({ headers, records }: Responses): number {
  // Here and not once for all: keys read the table of simplified characters, which a run that needs none does without.
  const stamps = STAMPS.map(headerKey);
  const named = headers.findIndex((header) => stamps.includes(headerKey(header)));
  if (named >= 0) return named;
  const isMoment = (index: number) =>
    records.every(({ cells }) => MOMENT.test(cells[index] ?? '') || (cells[index] ?? '') === '');
  return headers.findIndex((_, index) => isMoment(index) && records.some(({ cells }) => (cells[index] ?? '') !== ''));
}

/** Columns no answer fills: who looks after a customer is not for him to say. */
const NOT_ASKED = new Set(['owner']);

export function answerable(columns: Readonly<Record<string, ColumnTemplate>>): Readonly<Record<string, ColumnTemplate>> {
  return Object.fromEntries(Object.entries(columns).filter(([key]) => !NOT_ASKED.has(key)));
}

/** What politeness and punctuation put around the name of what is asked: 请填写您的姓名（必填）, What is your e-mail address? */
const AROUND = [
  /[（(【[][^）)】\]]*[）)】\]]/g,
  /^(?:请问|请)?(?:填写|输入|留下|选择|提供)?(?:一下)?(?:您|你)?(?:们)?的?(?:贵(?=公司|单位|司))?/,
  /(?:是(?:什么|哪里|多少)?|怎么称呼)?[?？:：*＊\s]*$/,
  /^(?:please\s+)?(?:enter|provide|leave|give us|tell us|what(?:'s|’s| is| are)|which is)\s+/i,
  /^(?:your|the)\s+/i,
];

/** What a question asks for, as a header would call it; the question itself where nothing would be left. */
function askedFor(question: string): string {
  const bare = AROUND.reduce((text, around) => text.replace(around, '').trim(), question.trim());
  return bare === '' ? question : bare;
}

/** Where the questions of a form belong, by their names and by what was answered so far. */
export function recogniseQuestions(
  responses: Responses,
  target: Omit<ImportTarget, 'spare'>,
  context: KindContext,
): readonly SourceColumn[] {
  const stamp = stampColumn(responses);
  // A response that says nothing: so a question nobody answered yet is known by its name, and not taken for an empty column.
  const silent = { line: 0, cells: responses.headers.map(() => '-') };
  const records = [silent, ...responses.records].map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, i) => (i === stamp ? '' : cell)),
  }));
  const columns = recogniseColumns(
    responses.headers.map(askedFor),
    records,
    { ...target, columns: answerable(target.columns), spare: [] },
    context,
  );
  return columns.map((column) => ({ ...column, header: responses.headers[column.index] ?? '' }));
}

/** Characters of a question that tell it from the others; a property of the workbook has to hold all of them. */
const TELLING = 60;

function questionKey(question: string): string {
  return headerKey(cut(question, TELLING)[0]);
}

/** What has to be remembered of a form's columns: the others go to the notes anyway. */
export function remembered(columns: readonly LinkedColumn[]): LinkedColumn[] {
  return columns.flatMap(({ header, to, key }) => (to === 'notes' ? [] : [{ header: cut(header, TELLING)[0], to, key }]));
}

/** The columns as they stand in the sheet now, each by its question; what was not known when the form was linked goes to the notes. */
export function mappingOf({ headers }: Responses, linked: readonly LinkedColumn[]): MappedColumn[] {
  const left = [...linked];
  return headers.map((header, index) => {
    const at = left.findIndex((column) => questionKey(column.header) === questionKey(header));
    const found = at < 0 ? undefined : left.splice(at, 1)[0];
    if (found?.to === 'column' && found.key !== null) return { index, header, to: 'column', key: found.key };
    return { index, header, to: found?.to === 'stamp' ? 'empty' : 'notes', key: null };
  });
}

/** A response by what it is remembered by. */
interface Remembered {
  readonly record: SourceRecord;
  readonly time: string;
  /** All an earlier version remembered: the time, and one fingerprint of all answers, whatever their order. */
  readonly plain: string;
  /** One for each answer. */
  readonly marks: readonly string[];
  readonly key: string;
}

function rememberedBy(record: SourceRecord, stamp: number): Remembered {
  const time = record.cells[stamp] ?? '';
  const answers = record.cells.filter((cell, index) => index !== stamp && cell !== '').sort();
  const plain = `${time} ${fingerprint(answers.join('\u0001'))}`.trim();
  const marks = answers.map((answer) => fingerprint(answer).slice(0, MARK));
  return { record, time, plain, marks, key: `${plain} ${marks.slice(0, MARKED).join('')}`.trim() };
}

/** Characters of an answer's mark. */
const MARK = 4;
/** Answers of which the ledger holds marks. */
const MARKED = 40;
const MARKS = /.{4}/g;

/** The time and the marks of a key, where the time is told to the second: there are hardly two such responses at once. */
const TIMED = /^(.*\d:\d\d:\d\d.*?) [\da-f]{16}(?: ([\da-f]+))?$/;

/**
 * Those of the responses that were not taken yet, each once; sorted rows, moved columns and questions worded anew make no new one. Nor
 * does what people write beside a response, or correct in it: it is one that was taken as long as that one is gone, their time is the
 * same, and half of its answers still stand.
 * @param taken keys of those that were
 */
export function untaken(
  responses: Responses,
  taken: ReadonlySet<string>,
): { readonly key: string; readonly record: SourceRecord }[] {
  const stamp = stampColumn(responses);
  const all = responses.records.map((record) => rememberedBy(record, stamp));
  const standing = new Set(all.flatMap(({ key, plain }) => [key, plain]));
  const gone = new Map<string, string[][]>();
  for (const line of taken) {
    const [, time, marks = ''] = TIMED.exec(line) ?? [];
    if (time === undefined || standing.has(line)) continue;
    gone.set(time, [...(gone.get(time) ?? []), marks.match(MARKS) ?? []]);
  }
  const seen = new Set(taken);
  return all.filter(({ key, plain, time, marks }) => {
    if (seen.has(key) || seen.has(plain)) return false;
    seen.add(key);
    const others = gone.get(time) ?? [];
    const at = others.findIndex((other) => other.filter((mark) => marks.includes(mark)).length * 2 >= other.length);
    if (at >= 0) others.splice(at, 1);
    return at < 0;
  });
}

/** 64 bits of a text in hex: two FNV-1a sums of its units, the second over them from behind. Tells texts apart, and keeps no secret. */
function fingerprint(text: string): string {
  const sum = (from: number, of: (i: number) => number) => {
    let hash = from;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ of(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return sum(0x811c9dc5, (i) => text.charCodeAt(i)) + sum(0x9747b28c, (i) => text.charCodeAt(text.length - 1 - i));
}
