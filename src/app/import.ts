// Import as the sidebar asks for it: look at a file, check it, stage it, carry it out.
import type { ColumnTarget, ImportApi } from '../contract/import-api';
import { PAGE_SIZE } from '../contract/wire';
import {
  type Delimiter,
  detectDelimiter,
  findTable,
  type ImportTarget,
  importable,
  knownHeader,
  readRecords,
  recogniseColumns,
  type Slice,
} from '../domain/import/index';
import type { KindContext } from '../domain/kinds/index';
import { Refusal } from '../domain/refusal';
import { isSpare } from '../gateway/import-rows';
import { openBatch, roomForRecords, stageRecords } from '../gateway/import-stage';
import { openHead } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { kindContext } from '../gateway/reading';
import { openRun } from '../gateway/run';
import { cellOf, readHead, readTable, type Table, textOf } from '../gateway/table';
import { workbook } from '../template/index';
import { continueOpen, requirePool, settleOpen } from './acts';
import { beginImport, proceedImport } from './import-commit';
import { lookAtKnown } from './import-prospect';
import { importOf, progressOf } from './import-result';

const { columns } = workbook.sheets.customers;
const fillable = importable(columns);
const CUSTOM = Object.keys(columns).filter((key) => /^cf_\d$/.test(key));

export const importApi: ImportApi = {
  importPreview({ fileName, text, last }) {
    const run = openRun();
    requirePool(run);
    const delimiter = detectDelimiter(text);
    const { records } = readSlice(text, delimiter, 1, last);
    if (records.length === 0) throw new Refusal('file.empty', { file: fileName });
    const table = readHead(run, 'customers');
    const target = targetOf(table);
    const found = findTable(records, knownHeader(columns, target.labels));
    const data = records.slice(found.start);
    const [first] = data;
    if (first === undefined) throw new Refusal('import.noRows', { file: fileName });
    const placed = recogniseColumns(found.headers, data, target, withoutPeople(kindContext(run)));
    const label = (key: string | null) => (key === null ? null : (table.labels[table.columns.get(key) ?? -1] ?? null));
    return {
      delimiter,
      columns: placed.map(
        ({ index, header, to, key, why, examples }): ColumnTarget => ({
          index,
          header,
          to,
          key,
          label: label(key),
          why,
          examples,
        }),
      ),
      targets: fillable.flatMap((key) => (table.columns.has(key) ? [{ key, label: label(key) ?? key }] : [])),
      dataLine: first.line,
      records: data.length,
    };
  },

  importCheck({ text, delimiter, line, width, last }) {
    const { records, rest, nextLine } = readSlice(text, delimiter, line, last);
    const widest = records.reduce((most, { cells }) => Math.max(most, cells.length), width ?? 0);
    return { rest, line: nextLine, records: records.length, width: widest };
  },

  importBegin({ fileName, delimiter, columns: targets, dataLine, records, first = { text: '', last: false } }) {
    const slice = readSlice(first.text, delimiter, 1, first.last);
    const staged = targets.map(({ index, header, to, key, why }) => ({ index, header, to, key: known(to, key), why }));
    return withLock(() => {
      // Read under the lock: of two that begin at once, each gets a batch of its own.
      const run = openRun();
      requirePool(run);
      const room = roomForRecords(run, records);
      if (records > room) throw new Refusal('import.tooMany', { file: fileName, rows: records, max: room });
      // An import under way works from the sheet this one is about to empty.
      if (openHead(run) !== null) settleOpen(run);
      const batch = openBatch(run, { fileName, delimiter, columns: staged, dataLine, records }, slice.records);
      return { batch, rest: slice.rest, line: slice.nextLine, records: slice.records.length };
    });
  },

  importStage({ batch, text, delimiter, line, staged, last }) {
    const { records, rest, nextLine } = readSlice(text, delimiter, line, last);
    if (records.length > 0) stageRecords(openRun(), batch, staged, records);
    return { rest, line: nextLine, records: records.length };
  },

  importMatches(query) {
    const run = openRun();
    requirePool(run);
    return lookAtKnown(run, query);
  },

  importCommit({ batch, acceptOwners, known: choice = 'keep' }) {
    return withLock(() => {
      const run = openRun();
      requirePool(run);
      if (openHead(run) === null) {
        const begun = beginImport(run, batch, acceptOwners, choice);
        if (begun !== null) return progressOf(run, begun.act, proceedImport(run, begun.act, begun.staged));
        const before = importOf(run, batch);
        if (before === null) throw new Refusal('import.noBatch', { batch });
        return progressOf(run, before, null);
      }
      const result = continueOpen(run);
      const act = importOf(run, batch);
      // What was open was another act: it had to be finished first, and this batch comes with the next call.
      if (act === null) return { batch, done: 0, of: 1, result: null };
      return progressOf(run, act, result);
    });
  },

  importRejected({ batch, page }) {
    const run = openRun();
    requirePool(run);
    const table = readTable(run, 'quarantine');
    const customers = readHead(run, 'customers');
    const rows = table.rows.filter((row) => textOf(table, row, 'batch') === batch);
    return {
      items: rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((row) => {
        const key = textOf(table, row, 'column_key');
        return {
          row: Number(cellOf(table, row, 'row_no') ?? 0),
          column: key === '' ? null : (customers.labels[customers.columns.get(key) ?? -1] ?? key),
          value: textOf(table, row, 'value') || textOf(table, row, 'original'),
          reason: textOf(table, row, 'reason'),
        };
      }),
      pages: Math.max(1, Math.ceil(rows.length / PAGE_SIZE)),
      total: rows.length,
    };
  },
};

/** @throws Refusal what makes the file unreadable, naming the line */
function readSlice(text: string, delimiter: Delimiter, firstLine: number, last: boolean): Slice {
  const slice = readRecords(text, { delimiter, firstLine, last });
  if (!slice.ok) throw new Refusal(slice.reason.code, slice.reason.args);
  return slice;
}

/** What a file can be read into: labels as people changed them, and the custom columns nobody has named yet. */
function targetOf(table: Table): ImportTarget & { readonly labels: Readonly<Record<string, string>> } {
  const labels = Object.fromEntries([...table.columns].map(([key, at]) => [key, table.labels[at] ?? '']));
  return { columns, labels, spare: CUSTOM.filter((key) => isSpare(table, key)) };
}

/** Whether a name is somebody's does not tell one column from another, and the Users sheet need not be read for it. */
function withoutPeople({ locale, today, homeRegion, enums, fields = {}, regions = [] }: KindContext): KindContext {
  return { locale, today, homeRegion, enums, fields, regions };
}

/** A key that came from the page is believed only if a file may fill that column. */
function known(to: ColumnTarget['to'], key: string | null): string | null {
  return (to === 'column' || to === 'custom') && key !== null && fillable.includes(key) ? key : null;
}
