// What the demo did: a table a person reads, and a line a program reads.
import type { ColumnTarget, ImportResult } from '../../src/contract/import-api';
import { type Message, say } from '../../src/i18n/local';
import type { Locale } from '../../src/template/types';
import { alignedRows } from './aligned';

export interface DemoReport {
  /** The list imported; null: the sample. */
  readonly file: { readonly name: string; readonly encoding: string | null } | null;
  readonly sheets: number;
  readonly visible: number;
  readonly columns: number;
  readonly rules: number;
  readonly charts: number;
  readonly operations: number;
  readonly secondPlan: number;
  readonly imported: ImportResult;
  readonly sample: {
    readonly people: number;
    readonly interactions: number;
    readonly orders: number;
    readonly feedback: number;
  } | null;
  readonly duplicates: number;
  readonly merged: number;
  readonly children: number;
  /** Groups that are not merged without a person, with the first one's reason. */
  readonly leftOut: { readonly groups: number; readonly reason: Message | null };
  readonly protectedRanges: number;
  /** People who have ranges of their own. */
  readonly owners: number;
  /** `yyyy-MM-dd HH:mm` the clock was moved to. */
  readonly morning: string;
  readonly mails: number;
  /** Of building and importing. */
  readonly calls: { readonly reads: number; readonly writes: number; readonly other: number };
  readonly virtualSeconds: number;
}

export interface FinishedReport extends DemoReport {
  readonly xlsx: string;
  readonly outbox: string;
  readonly seconds: number;
}

/** Reasons worth a reader's time; the rest is in Quarantine. */
const MOST_REASONS = 8;

export function jsonLine(report: FinishedReport): string {
  const { sheets, columns, rules, imported, operations, secondPlan, duplicates, merged, protectedRanges, mails } = report;
  const { read, quarantined } = imported;
  const { reads, writes, other } = report.calls;
  return JSON.stringify({
    ...{ sheets, columns, rules, read, imported: imported.imported, quarantined },
    ...{ operations, secondPlan, duplicates, merged, protectedRanges, mails },
    calls: { reads, writes, other },
    virtualSeconds: tenths(report.virtualSeconds),
    seconds: tenths(report.seconds),
    xlsx: report.xlsx,
  });
}

export function printed(report: FinishedReport, lang: Locale): string {
  const t = (code: Message['code'], args: Message['args'] = {}) => say(lang, { code, args });
  const { imported, sample, calls } = report;
  const rows: [string, string][] = [
    [t('demo.template'), t('demo.templateIs', pick(report, 'sheets', 'visible', 'columns', 'rules', 'charts'))],
    ['', t('demo.operations', pick(report, 'operations', 'secondPlan'))],
    [t('demo.import'), t('demo.importIs', pick(imported, 'read', 'imported', 'quarantined'))],
    ['', t('demo.importAside', pick(imported, 'setAside', 'withIssues'))],
  ];
  if (report.file !== null) rows.push(['', t('demo.file', { file: report.file.name, encoding: report.file.encoding ?? '' })]);
  if (sample !== null)
    rows.push([t('demo.sample'), t('demo.sampleIs', pick(sample, 'people', 'interactions', 'orders', 'feedback'))]);
  rows.push([t('demo.duplicates'), t('demo.duplicatesIs', pick(report, 'duplicates', 'merged', 'children'))]);
  const { groups, reason } = report.leftOut;
  if (reason !== null) rows.push(['', t('demo.leftOut', { groups, reason: say(lang, reason) })]);
  rows.push(
    [t('demo.protection'), t('demo.protectionIs', { ranges: report.protectedRanges, owners: report.owners })],
    [
      t('demo.reminders'),
      report.mails === 0
        ? t('demo.remindersNone', { at: report.morning })
        : t('demo.remindersIs', { mails: report.mails, at: report.morning }),
    ],
    [
      t('demo.cost'),
      t('demo.costIs', { ...pick(calls, 'reads', 'writes', 'other'), virtualSeconds: tenths(report.virtualSeconds) }),
    ],
    [t('demo.time'), t('demo.timeIs', { seconds: tenths(report.seconds) })],
    [t('demo.workbook'), report.xlsx],
  );
  if (report.mails > 0) rows.push([t('demo.mails'), report.outbox]);
  const parts = [t('demo.title'), alignedRows(rows)];
  if (report.file !== null) {
    parts.push(t('demo.columns'), alignedRows(imported.columns.map((column) => [headerOf(column), placeOf(column)])));
    if (imported.newOwners.length > 0) {
      parts.push(t('demo.newOwners'), alignedRows([[imported.newOwners.join(lang === 'zh-CN' ? '、' : ', '), '']]));
    }
    const reasons = imported.reasons.slice(0, MOST_REASONS);
    if (reasons.length > 0) {
      parts.push(
        t('demo.reasons'),
        alignedRows(
          reasons.map(({ reason, count }) => [count === 1 ? t('demo.once') : t('demo.times', { count }), say(lang, reason)]),
        ),
      );
    }
  }
  return `${parts.join('\n')}\n`;

  function headerOf({ header, index }: ColumnTarget): string {
    return header === '' ? t('demo.noHeader', { index: index + 1 }) : header;
  }
  function placeOf({ to, label }: ColumnTarget): string {
    if (to === 'empty') return t('demo.columnEmpty');
    if (to === 'notes') return t('demo.columnNotes');
    return t(to === 'custom' ? 'demo.columnCustom' : 'demo.columnTo', { label: label ?? '' });
  }
}

function pick<K extends string>(from: Readonly<Record<K, number>>, ...keys: K[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
