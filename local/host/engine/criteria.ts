// The criteria of rules and conditional formats, said as formulas: one meaning for the engine, for .xlsx and for LibreOffice.

/** Days a relative criterion means, by the names of SpreadsheetApp.RelativeDate. */
const RELATIVE_DAYS: Readonly<Record<string, string>> = {
  TODAY: 'TODAY()',
  TOMORROW: 'TODAY()+1',
  YESTERDAY: 'TODAY()-1',
  PAST_WEEK: 'TODAY()-7',
  PAST_MONTH: 'EDATE(TODAY(),-1)',
  PAST_YEAR: 'EDATE(TODAY(),-12)',
};

type Say = (cell: string, a: string, b: string) => string;

const NUMERIC: Readonly<Record<string, Say>> = {
  BETWEEN: (cell, a, b) => `${cell}>=${a},${cell}<=${b}`,
  NOT_BETWEEN: (cell, a, b) => `OR(${cell}<${a},${cell}>${b})`,
  EQUAL_TO: (cell, a) => `${cell}=${a}`,
  NOT_EQUAL_TO: (cell, a) => `${cell}<>${a}`,
  GREATER_THAN: (cell, a) => `${cell}>${a}`,
  GREATER_THAN_OR_EQUAL_TO: (cell, a) => `${cell}>=${a}`,
  LESS_THAN: (cell, a) => `${cell}<${a}`,
  LESS_THAN_OR_EQUAL_TO: (cell, a) => `${cell}<=${a}`,
  AFTER: (cell, a) => `${cell}>${a}`,
  BEFORE: (cell, a) => `${cell}<${a}`,
  ON_OR_AFTER: (cell, a) => `${cell}>=${a}`,
  ON_OR_BEFORE: (cell, a) => `${cell}<=${a}`,
  IS_VALID_DATE: (cell) => `${cell}>0`,
};

const TEXTUAL: Readonly<Record<string, Say>> = {
  TEXT_CONTAINS: (cell, a) => `ISNUMBER(SEARCH(${a},${cell}))`,
  TEXT_DOES_NOT_CONTAIN: (cell, a) => `ISERROR(SEARCH(${a},${cell}))`,
  TEXT_STARTS_WITH: (cell, a) => `LEFT(${cell},LEN(${a}))=${a}`,
  TEXT_ENDS_WITH: (cell, a) => `RIGHT(${cell},LEN(${a}))=${a}`,
  TEXT_EQUAL_TO: (cell, a) => `${cell}=${a}`,
  TEXT_NOT_EQUAL_TO: (cell, a) => `${cell}<>${a}`,
  TEXT_IS_VALID_EMAIL: (cell) => `ISNUMBER(MATCH("?*@?*.?*",${cell},0))`,
  TEXT_IS_VALID_URL: (cell) => `ISNUMBER(MATCH("?*.?*",${cell},0))`,
  CELL_EMPTY: (cell) => `LEN(${cell})=0`,
  CELL_NOT_EMPTY: (cell) => `LEN(${cell})>0`,
};

/**
 * A criterion as a formula about `cell`, e.g. `=AND(ISNUMBER(C3),C3>=5)`.
 * @param criteria a name of BooleanCriteria or DataValidationCriteria
 * @param values what the criterion compares with; texts that begin with `=` are formulas
 */
export function criteriaFormula(criteria: string, values: readonly unknown[], cell: string): string {
  if (criteria === 'CUSTOM_FORMULA') return String(values[0]);
  const textual = TEXTUAL[criteria];
  if (textual) {
    const wild = criteria.endsWith('CONTAINS') || criteria === 'TEXT_DOES_NOT_CONTAIN';
    return `=${textual(cell, textOf(values[0], wild), '')}`;
  }
  const numeric = NUMERIC[criteria.replace(/^(?:NUMBER|DATE)_/, '').replace(/_RELATIVE$/, '')];
  if (!numeric) throw new Error(`[local host] The criterion ${criteria} is not implemented locally.`);
  return `=AND(ISNUMBER(${cell}),${numeric(cell, numberOf(values[0]), numberOf(values[1]))})`;
}

function textOf(value: unknown, wild: boolean): string {
  const text = String(value ?? '');
  if (text.startsWith('=')) return text.slice(1);
  // SEARCH reads `?` and `*` as wildcards.
  const literal = wild ? text.replace(/[~?*]/g, '~$&') : text;
  return `"${literal.replaceAll('"', '""')}"`;
}

function numberOf(value: unknown): string {
  const text = String(value ?? '');
  return text.startsWith('=') ? text.slice(1) : (RELATIVE_DAYS[text] ?? text);
}
