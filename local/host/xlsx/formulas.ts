// Formulas, sheet names and ranges as an .xlsx file writes them, and back.
import type { Area, Book, SheetModel } from '../book';
import { type Corner, columnLetters, quotedSheet, type Reference, referenceText, type Token, tokensOf } from '../engine/tokens';

/** Rows and columns of every sheet in a file. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * Functions younger than the file format, which stand behind a prefix. Source: "Issue: An _xlfn. prefix is displayed in front of
 * a formula", support.microsoft.com, less what Sheets lacks.
 */
const YOUNGER = new Set(
  `ACOT ACOTH ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH
  CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH
  COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH
  FLOOR.PRECISE FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA
  LET LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV
  NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC
  QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT
  T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE UNIQUE VAR.P VAR.S WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
const YOUNGEST = new Set(['FILTER', 'SORT']);

/** Names of sheets in the file, by sheet id: Sheets allows longer and freer ones than a file does. */
export type FileNames = ReadonlyMap<number, string>;

const MAX_NAME = 31;

export function fileNamesOf(book: Book): FileNames {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, name } of book.sheets) {
    const base = name.replace(/[[\]:*?/\\]/g, '_').replace(/^'|'$/g, '_');
    let candidate = cut(base, MAX_NAME);
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${cut(base, MAX_NAME - 4)} (${n})`;
    taken.add(candidate.toLowerCase());
    names.set(id, candidate);
  }
  return names;
}

/** At most `length` characters of a text, without half of a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(length - 1)) && text.length > length ? length - 1 : length);
}

/** A formula for the file, without its `=`. */
export function toFileFormula(formula: string, book: Book, names: FileNames): string {
  const renamed = new Map(book.sheets.map(({ id, name }) => [name.toLowerCase(), names.get(id) ?? name]));
  const sheetInFile = (name: string | null) => (name === null ? null : (renamed.get(name.toLowerCase()) ?? name));
  return textOf(formula.replace(/^=/, ''), (token) => {
    if (token.type === 'reference') {
      const { sheet, from, to } = token.reference;
      return referenceText({ sheet: sheetInFile(sheet), from, to: to && closed(from, to) });
    }
    return token.type === 'call' ? prefixed(token.text) : token.text;
  });
}

function prefixed(call: string): string {
  const name = call.toUpperCase();
  if (YOUNGEST.has(name)) return `_xlfn._xlws.${name}`;
  return YOUNGER.has(name) ? `_xlfn.${name}` : call;
}

/** A formula of a file as the sheet shows it. Names in it are the file's: whoever renames sheets on loading does so after. */
export function fromFileFormula(text: string): string {
  return `=${textOf(text, (token) => {
    if (token.type === 'call') return token.text.replace(/^(?:_xlfn\.)?(?:_xlws\.)?/i, '');
    return token.type === 'reference' ? referenceText(opened(token.reference)) : token.text;
  })}`;
}

function textOf(formula: string, say: (token: Token) => string): string {
  return tokensOf(formula).map(say).join('');
}

/** `C2:C` has no end in a file; `C:C` is fine. */
function closed(from: Corner, to: Corner): Corner {
  const row = from.row !== null && to.row === null ? LAST_ROW : to.row;
  const column = from.column !== null && to.column === null ? LAST_COLUMN : to.column;
  return { ...to, row, column };
}

function opened(reference: Reference): Reference {
  const { from, to } = reference;
  if (to === null) return reference;
  if (to.row === LAST_ROW && from.row !== LAST_ROW) return { ...reference, to: { ...to, row: null, rowFixed: false } };
  if (to.column === LAST_COLUMN && from.column !== LAST_COLUMN) {
    return { ...reference, to: { ...to, column: null, columnFixed: false } };
  }
  return reference;
}

/** `C3:D9`; a cell alone is `C3`. */
export function rangeText({ row, column, rows, columns }: Omit<Area, 'sheetId'>): string {
  const first = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** `'客户'!$C$3:$D$9`. */
export function fixedRangeText(area: Area, names: FileNames): string {
  const range = rangeText(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quotedSheet(names.get(area.sheetId) ?? '')}!${range}`;
}

/** The area a reference of the file names, clipped to the sheet it lies on; null when it names none. */
export function areaOf(text: string, sheetNamed: (name: string) => SheetModel | undefined, home?: SheetModel): Area | null {
  const [token, more] = tokensOf(text.replace(/^=/, '').trim());
  if (token?.type !== 'reference' || more) return null;
  const { sheet: name, from, to } = token.reference;
  const sheet = name === null ? home : sheetNamed(name);
  if (!sheet) return null;
  const end = to ?? from;
  const row = from.row ?? 1;
  const column = from.column ?? 1;
  const rows = Math.min(end.row ?? LAST_ROW, Math.max(sheet.maxRows, row)) - row + 1;
  const columns = Math.min(end.column ?? LAST_COLUMN, Math.max(sheet.maxColumns, column)) - column + 1;
  return { sheetId: sheet.id, row, column, rows, columns };
}

/** Areas of an `sqref`, e.g. `A3:A1048576 C3`. */
export function areasOf(sqref: string, sheet: SheetModel): Area[] {
  return sqref
    .split(/\s+/)
    .map((text) => areaOf(text, () => undefined, sheet))
    .filter((area) => area !== null);
}

/** An area that reaches the sheet's last row goes on to the file's last one, for rows that are added in another program. */
export function endless(area: Area, sheet: SheetModel): Area {
  const toEnd = area.row + area.rows - 1 >= sheet.maxRows;
  return toEnd ? { ...area, rows: LAST_ROW - area.row + 1 } : area;
}
