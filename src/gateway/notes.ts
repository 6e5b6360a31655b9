// Notes on cells that the watcher writes and takes back; notes of people are left as they are.
import { words } from '../i18n/index';
import type { Sheet } from './run';

/** How our notes begin, in every language. */
const OURS = (['watch.duplicate', 'watch.duplicate.pool', 'watch.check'] as const).flatMap((code) =>
  Object.values(words[code]).map((sentence) => sentence.slice(0, sentence.indexOf('{'))),
);

/** Texts by 0-based column and 1-based sheet row; null where no note of ours shall stand. */
export type Notes = ReadonlyMap<number, ReadonlyMap<number, string | null>>;

/** One service read for all cells, one write for each column that differs. A cell with a note of somebody's own keeps that. */
export function setNotes(sheet: Sheet, notes: Notes): void {
  const columns = [...notes].filter(([, rows]) => rows.size > 0);
  if (columns.length === 0) return;
  // Not spread: a night may have more notes than a call takes arguments.
  let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
  for (const [, texts] of columns) {
    for (const row of texts.keys()) [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  }
  const left = Math.min(...columns.map(([at]) => at));
  const [height, width] = [bottom - top + 1, Math.max(...columns.map(([at]) => at)) - left + 1];
  const found = sheet.getRange(top, left + 1, height, width).getNotes();
  for (const [at, texts] of columns) {
    const before = found.map((line) => line[at - left] ?? '');
    const after = before.map((note, i) => {
      const text = texts.get(top + i);
      return text === undefined || !isOurs(note) ? note : (text ?? '');
    });
    const changed = after.flatMap((note, i) => (note === before[i] ? [] : [i]));
    const [first, last] = [changed[0], changed[changed.length - 1]];
    if (first === undefined || last === undefined) continue;
    const lines = after.slice(first, last + 1).map((note) => [note]);
    sheet.getRange(top + first, at + 1, lines.length, 1).setNotes(lines);
  }
}

function isOurs(note: string): boolean {
  return note === '' || OURS.some((beginning) => note.startsWith(beginning));
}
