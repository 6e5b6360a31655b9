// Linking a sheet of responses: which sheets there are, where the questions of one belong, and what is in force.
import type { FormLook, FormSheet, IntakeView, QuestionTarget } from '../../contract/intake-api';
import { importable } from '../../domain/import/index';
import {
  answerable,
  type LinkedColumn,
  mappingOf,
  type Responses,
  recogniseQuestions,
  remembered,
  stampColumn,
  untaken,
} from '../../domain/intake/response';
import { Refusal } from '../../domain/refusal';
import { dropLink, foreignSheets, linkOf, readResponses, readTaken, saveLink } from '../../gateway/intake';
import { leaseOf } from '../../gateway/lease';
import { withLock } from '../../gateway/lock';
import { readPeople } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import { openRun, poolState, type Run, type Sheet } from '../../gateway/run';
import { labelAt, readHead, type Table } from '../../gateway/table';
import { workbook } from '../../template/index';
import { requirePool } from '../acts';
import { requireManager } from '../managers';
import { openTaken } from './act';
import { linkedSheet } from './prepare';
import { countReviews } from './review';

const { columns } = workbook.sheets.customers;
const fillable = importable(answerable(columns));

export function intake(): IntakeView {
  const run = openRun();
  poolState(run);
  return viewOf(run);
}

export function intakeLook({ sheet: id }: { sheet: number }): FormLook {
  const run = openRun();
  poolState(run);
  const sheet = sheetOf(run, id);
  const responses = readResponses(run, sheet);
  const table = readHead(run, 'customers');
  const link = linkOf(run);
  const placed = link?.sheet === id ? kept(responses, link.columns, table) : proposed(run, responses, table);
  const names = placed.some(({ key }) => key === 'name' || key === 'company');
  return {
    ...nameOf(sheet),
    columns: placed,
    targets: fillable.flatMap((key) => (table.columns.has(key) ? [{ key, label: labelAt(table, key) }] : [])),
    likely: names && stampColumn(responses) >= 0,
    responses: responses.records.length,
  };
}

export function intakeLink({ sheet: id, columns: chosen }: { sheet: number; columns: readonly QuestionTarget[] }): IntakeView {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireManager(run, readPeople(run), 'intake.managerOnly');
    sheetOf(run, id);
    const linked = chosen.map(({ header, to, key }): LinkedColumn => {
      // A key that came from the page is believed only if an answer may fill that column.
      const mine = to === 'column' && key !== null && fillable.includes(key);
      return { header, to: mine ? 'column' : to === 'stamp' ? 'stamp' : 'notes', key: mine ? key : null };
    });
    openTaken(run);
    saveLink(run, { sheet: id, columns: remembered(linked) });
    return viewOf(run);
  });
}

export function intakeUnlink(): IntakeView {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireManager(run, readPeople(run), 'intake.managerOnly');
    dropLink(run);
    return viewOf(run);
  });
}

function viewOf(run: Run): IntakeView {
  const link = linkOf(run);
  const sheet = linkedSheet(run);
  const responses = sheet === null ? null : readResponses(run, sheet);
  const table = link === null ? null : readHead(run, 'customers');
  return {
    linked:
      sheet === null || responses === null || link === null || table === null
        ? null
        : { ...nameOf(sheet), columns: kept(responses, link.columns, table) },
    gone: link !== null && sheet === null,
    automatic: leaseOf(run) !== null,
    waiting: responses === null ? 0 : untaken(responses, readTaken(run)?.keys ?? new Set()).length,
    review: countReviews(run),
    sheets: foreignSheets(run).map(nameOf),
  };
}

function nameOf(sheet: Sheet): FormSheet {
  return { sheet: sheet.getSheetId(), name: sheet.getName() };
}

/** @throws Refusal `intake.noSheet` for a sheet that is gone or ours */
function sheetOf(run: Run, id: number): Sheet {
  const sheet = foreignSheets(run).find((one) => one.getSheetId() === id);
  if (sheet === undefined) throw new Refusal('intake.noSheet');
  return sheet;
}

function proposed(run: Run, responses: Responses, table: Table): QuestionTarget[] {
  const labels = Object.fromEntries([...table.columns].map(([key, at]) => [key, table.labels[at] ?? '']));
  const stamp = stampColumn(responses);
  return recogniseQuestions(responses, { columns, labels }, { ...kindContext(run) }).map(
    ({ index, header, to, key, why, examples }): QuestionTarget => ({
      index,
      header,
      to: index === stamp ? 'stamp' : to === 'column' ? 'column' : 'notes',
      key: to === 'column' ? key : null,
      label: to === 'column' && key !== null ? labelAt(table, key) : null,
      why,
      examples: examples.filter((example) => example !== '-'),
    }),
  );
}

/** The questions as they stand in the sheet now, placed as they were linked. */
function kept(responses: Responses, linked: readonly LinkedColumn[], table: Table): QuestionTarget[] {
  const stamp = stampColumn(responses);
  return mappingOf(responses, linked).map(({ index, header, key }) => ({
    index,
    header,
    to: index === stamp ? 'stamp' : key === null ? 'notes' : 'column',
    key,
    label: key === null ? null : labelAt(table, key),
    why: 'chosen',
    examples: [...new Set(responses.records.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''))].slice(0, 3),
  }));
}
