// What stands in the columns of a file: how full they are, and a fair sample of their values.
import type { SourceRecord } from './csv';

export interface ColumnSurvey {
  /** Records in which the column is not blank. */
  readonly filled: number;
  /** Values taken evenly from the whole column, blanks left out. */
  readonly sample: readonly string[];
  /** Different values in the sample. */
  readonly distinct: number;
  /** Characters of the longest value. */
  readonly longest: number;
}

/** Values looked at to know a column. */
const SAMPLE = 300;

/** One survey a column, for as many columns as the widest record has, at least `width`. */
export function surveyColumns(records: readonly SourceRecord[], width: number): readonly ColumnSurvey[] {
  const columns: string[][] = Array.from({ length: width }, () => []);
  for (const { cells } of records) {
    for (let i = 0; i < cells.length; i++) {
      const value = cellText(cells[i] ?? '');
      if (value === '') continue;
      const column = columns[i];
      if (column !== undefined) column.push(value);
      else {
        while (columns.length < i) columns.push([]);
        columns.push([value]);
      }
    }
  }
  return columns.map((values) => {
    const step = Math.max(1, values.length / SAMPLE);
    const sample: string[] = [];
    for (let at = 0; at < values.length; at += step) sample.push(values[Math.floor(at)] ?? '');
    return {
      filled: values.length,
      sample,
      distinct: new Set(sample).size,
      longest: values.reduce((most, value) => Math.max(most, value.length), 0),
    };
  });
}

/** `="0123"`, `'0123` and an apostrophe before a formula: what programs write so that a spreadsheet leaves a text alone. */
const GUARDED = /^="([^"]*)"$|^'(?=[=+\-@\t\r]|\d+$)/;

/** A cell of a file as the value it was meant to be. */
export function cellText(cell: string): string {
  const text = cell.trim();
  const first = text.charCodeAt(0);
  if (first !== 61 && first !== 39) return text;
  return text.replace(GUARDED, (_guard, inner: string | undefined) => inner ?? '').trim();
}

/** `N/A`, `无`, a dash: the file's way of leaving a cell empty. */
export function saysNothing(text: string): boolean {
  // Not Null or Na: people have these names.
  return (
    text.length <= 6 &&
    /^(?:[-—–_/\\.*?？]+|N\/A|n\/a|NA|#N\/A|null|NULL|nan|NaN|nil|none|无|無|暂无|未知|未填|空|没有|\(无\))$/.test(text)
  );
}
