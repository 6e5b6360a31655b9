// Formulas as tokens: what separates, what names cells, what is text; everything else passes through untouched.

/** One corner of a reference; `null` where it is open, e.g. the row in `B:B`. 1-based. */
export interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** `A1`, `$A$1:B2`, `B:B`, `3:5`, `C2:C`, each perhaps with a sheet; a single cell has no `to`. */
export interface Reference {
  readonly sheet: string | null;
  readonly from: Corner;
  readonly to: Corner | null;
}

export type Token =
  | { readonly type: 'reference'; readonly text: string; readonly reference: Reference }
  /** A function's name; `(` follows. */
  | { readonly type: 'call'; readonly text: string }
  /** A named range, TRUE, FALSE. */
  | { readonly type: 'name'; readonly text: string }
  /** `,` or `;` between arguments. */
  | { readonly type: 'separator'; readonly text: string }
  | { readonly type: 'string' | 'other'; readonly text: string };

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;
const COLUMN = String.raw`(\$?)([A-Za-z]{1,3})`;
const ROW = String.raw`(\$?)([1-9]\d{0,6})`;
const END = String.raw`(?![\p{L}\p{N}_.(!])`;

const CELLS = new RegExp(`(?:${SHEET})?${CELL}(?::(?:${CELL}|${COLUMN}|${ROW}))?${END}`, 'uy');
const COLUMNS = new RegExp(`(?:${SHEET})?${COLUMN}:(?:${CELL}|${COLUMN})${END}`, 'uy');
const ROWS = new RegExp(`(?:${SHEET})?${ROW}:${ROW}${END}`, 'uy');
const STRING = /"(?:[^"]|"")*"?/y;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const ERROR = /#[A-Za-z0-9/]+[!?]?/y;
const CALL = /\s*\(/y;

/** The tokens of a formula, its `=` among them; their texts joined are the formula. */
export function tokensOf(formula: string): readonly Token[] {
  const known = tokenised.get(formula);
  if (known !== undefined) return known;
  // A window of a sheet reads some thousand formulas of its format rules, again after every edit.
  if (tokenised.size >= MOST_TOKENISED) tokenised.clear();
  const tokens = tokensIn(formula);
  tokenised.set(formula, tokens);
  return tokens;
}

const MOST_TOKENISED = 20_000;
const tokenised = new Map<string, readonly Token[]>();

function tokensIn(formula: string): Token[] {
  const tokens: Token[] = [];
  const braces: boolean[] = [];
  for (let at = 0; at < formula.length; ) {
    const token = tokenAt(formula, at, braces.length > 0);
    if (token.text === '{') braces.push(true);
    if (token.text === '}') braces.pop();
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number, inBraces: boolean): Token {
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  const character = formula.charAt(at);
  if (character === '"') return { type: 'string', text: read(STRING)?.[0] ?? character };
  // Inside braces `;` ends a row of an array.
  if (character === ',' || character === ';') return { type: inBraces ? 'other' : 'separator', text: character };
  const cells = read(CELLS);
  if (cells) return referenceToken(cells[0], sheetIn(cells), cornerIn(cells, 3), cellsEnd(cells));
  const columns = read(COLUMNS);
  if (columns) return referenceToken(columns[0], sheetIn(columns), columnIn(columns, 3), columnsEnd(columns));
  const rows = read(ROWS);
  if (rows) return referenceToken(rows[0], sheetIn(rows), rowIn(rows, 3), rowIn(rows, 5));
  const word = read(WORD);
  if (word) {
    CALL.lastIndex = at + word[0].length;
    return { type: CALL.test(formula) ? 'call' : 'name', text: word[0] };
  }
  const other = read(NUMBER) ?? read(ERROR);
  return { type: 'other', text: other?.[0] ?? String.fromCodePoint(formula.codePointAt(at) ?? 0) };
}

function referenceToken(text: string, sheet: string | null, from: Corner, to: Corner | null): Token {
  return { type: 'reference', text, reference: { sheet, from, to } };
}

function sheetIn(match: RegExpExecArray): string | null {
  return match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
}

function cellsEnd(match: RegExpExecArray): Corner | null {
  if (match[8] !== undefined) return cornerIn(match, 7);
  if (match[12] !== undefined) return columnIn(match, 11);
  if (match[14] !== undefined) return rowIn(match, 13);
  return null;
}

function columnsEnd(match: RegExpExecArray): Corner {
  return match[6] === undefined ? columnIn(match, 9) : cornerIn(match, 5);
}

function cornerIn(match: RegExpExecArray, group: number): Corner {
  return { ...columnIn(match, group), row: Number(match[group + 3]), rowFixed: match[group + 2] === '$' };
}

function columnIn(match: RegExpExecArray, group: number): Corner {
  const column = columnNumber(match[group + 1] ?? 'A');
  return { row: null, column, rowFixed: false, columnFixed: match[group] === '$' };
}

function rowIn(match: RegExpExecArray, group: number): Corner {
  return { row: Number(match[group + 1]), column: null, rowFixed: match[group] === '$', columnFixed: false };
}

/** `A` is 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A sheet's name as a formula writes it: bare only where every reader agrees that it needs no quotes. */
export function quotedSheet(name: string): string {
  const bare = /^[A-Za-z_]\w*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^r\d*c\d*$/i.test(name);
  return bare ? name : `'${name.replaceAll("'", "''")}'`;
}

export function referenceText({ sheet, from, to }: Reference): string {
  const prefix = sheet === null ? '' : `${quotedSheet(sheet)}!`;
  return `${prefix}${cornerText(from)}${to === null ? '' : `:${cornerText(to)}`}`;
}

function cornerText({ row, column, rowFixed, columnFixed }: Corner): string {
  const letters = column === null ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`;
  return row === null ? letters : `${letters}${rowFixed ? '$' : ''}${row}`;
}

/** The formula with each reference replaced by what `change` says, `#REF!` for `null`. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return tokensOf(formula)
    .map((token) => {
      if (token.type !== 'reference') return token.text;
      const changed = change(token.reference);
      if (changed === token.reference) return token.text;
      return changed === null ? '#REF!' : referenceText(changed);
    })
    .join('');
}

/**
 * A formula as `getFormula` returns it: arguments separated by `,`, sheet names quoted only where needed. Templates write `;`
 * because it separates in every locale.
 */
export function normalFormula(formula: string): string {
  return tokensOf(formula)
    .map((token) => {
      if (token.type === 'separator') return ',';
      return token.type === 'reference' ? referenceText(token.reference) : token.text;
    })
    .join('');
}
