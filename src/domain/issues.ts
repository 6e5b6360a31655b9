// The text of a row's issue cell: what is wrong in it, by the labels people see, so that what is coloured is also named.
import { type Message, say } from '../i18n/index';
import { issueMarks } from '../template/index';
import type { Cell, Locale } from '../template/types';

export interface Issue {
  /** Key of the column; null when it is about the whole row. */
  readonly column: string | null;
  readonly reason: Message;
}

/** @param labelOf a column's label as it stands in row 2; formats find the bad cell by it */
export function issueText(issues: readonly Issue[], labelOf: (key: string) => string, locale: Locale): Cell {
  const entries = issues.map(({ column, reason }) => {
    const sentence = say(locale, reason);
    return column === null ? sentence : `${labelOf(column)}${issueMarks.invalid}${sentence}`;
  });
  return entries.length === 0 ? null : entries.join(issueMarks.between);
}
