// Reads the cells of a sheet from bytes: millions of them, so no tree is built and no text made that is not kept.
import type { CellValue } from '../book';
import { translateFormula } from '../engine/shift';
import { fromFileFormula } from './formulas';
import { textIn } from './strings';
import { isTrue, parseXml, resolved, unescapedText } from './xml';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const COLON = 58;
const POINTS_PER_PIXEL = 0.75;

/** What the cells of a read sheet are handed to. Rows and columns are 1-based; cells of a row come from left to right. */
export interface RowSink {
  value(row: number, column: number, value: CellValue): void;
  formula(row: number, column: number, formula: string): void;
  look(row: number, column: number, style: number): void;
  /** Pixels. */
  height(row: number, pixels: number): void;
  hidden(row: number): void;
}

/** @param data the bytes between `<sheetData>` and `</sheetData>` */
export function readRows(data: Buffer, strings: readonly string[], sink: RowSink): void {
  new RowReader(data, strings, sink).read();
}

/** LibreOffice writes truth as a formula, and its value as a number. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['TRUE()', true],
  ['FALSE()', false],
]);

interface Shared {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

class RowReader {
  private readonly data: Buffer;
  private readonly strings: readonly string[];
  private readonly sink: RowSink;
  private readonly shared = new Map<string, Shared>();
  private at = 0;
  private row = 0;
  private column = 0;

  constructor(data: Buffer, strings: readonly string[], sink: RowSink) {
    this.data = data;
    this.strings = strings;
    this.sink = sink;
  }

  read(): void {
    for (let name = this.nextTag(); name !== null; name = this.nextTag()) {
      if (name === 'row') this.readRow();
      else if (name === 'c') this.readCell();
    }
  }

  /** Goes to the next tag that opens and past its name; null at the end. */
  private nextTag(): string | null {
    for (;;) {
      const open = this.data.indexOf(LESS, this.at);
      if (open < 0) return null;
      this.at = open + 1;
      if (this.data[this.at] !== SLASH) return this.name();
    }
  }

  /** Without its namespace prefix. */
  private name(): string {
    let start = this.at;
    for (;;) {
      const byte = this.data[this.at] ?? GREATER;
      if (byte === COLON) start = this.at + 1;
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      this.at++;
    }
    return this.data.toString('latin1', start, this.at);
  }

  /** The rest of an opening tag; true when the element is empty. */
  private attributes(take: (name: string, value: string) => void): boolean {
    const { data } = this;
    for (;;) {
      const byte = data[this.at] ?? GREATER;
      if (byte === GREATER) {
        this.at++;
        return data[this.at - 2] === SLASH;
      }
      if (byte <= SPACE || byte === SLASH) {
        this.at++;
        continue;
      }
      const start = this.at;
      while (data[this.at] !== EQUALS && this.at < data.length) this.at++;
      const name = data.toString('latin1', start, this.at).trimEnd();
      this.at++;
      while (data[this.at] !== QUOTE && data[this.at] !== APOSTROPHE && this.at < data.length) this.at++;
      const end = data.indexOf(data[this.at] ?? QUOTE, this.at + 1);
      take(name, data.toString('latin1', this.at + 1, end));
      this.at = end + 1;
    }
  }

  private readRow(): void {
    this.row++;
    this.column = 0;
    let height: number | null = null;
    let custom = false;
    let hidden = false;
    this.attributes((name, value) => {
      if (name === 'r') this.row = Number(value);
      else if (name === 'ht') height = Number(value);
      else if (name === 'customHeight') custom = isTrue(value);
      else if (name === 'hidden') hidden = isTrue(value);
    });
    if (height !== null && custom) this.sink.height(this.row, Math.round(height / POINTS_PER_PIXEL));
    if (hidden) this.sink.hidden(this.row);
  }

  private readCell(): void {
    this.column++;
    let style = 0;
    let type = 'n';
    const empty = this.attributes((name, value) => {
      if (name === 'r') this.place(value);
      else if (name === 's') style = Number(value);
      else if (name === 't') type = value;
    });
    this.sink.look(this.row, this.column, style);
    if (!empty) this.readContent(type);
  }

  private place(reference: string): void {
    let column = 0;
    let i = 0;
    for (let code = reference.charCodeAt(0); code >= 65; code = reference.charCodeAt(++i)) column = column * 26 + code - 64;
    this.column = column;
    this.row = Number(reference.slice(i));
  }

  private readContent(type: string): void {
    const { data, row, column } = this;
    let truth: boolean | null = null;
    for (;;) {
      const open = data.indexOf(LESS, this.at);
      if (open < 0) return;
      this.at = open + 1;
      if (data[this.at] === SLASH) {
        this.at++;
        if (this.name() === 'c') return;
        continue;
      }
      const name = this.name();
      if (name === 'f') truth = this.readFormula();
      else if (name === 'v') {
        if (this.attributes(() => {})) continue;
        const start = this.at;
        this.at = data.indexOf(LESS, start);
        const value = truth ?? this.valueOf(type, start);
        if (value !== null) this.sink.value(row, column, value);
      } else if (name === 'is') {
        const end = data.indexOf('is>', this.at);
        const text = textIn(parseXml(data.subarray(open, end + 3)));
        this.at = end + 3;
        if (text !== '') this.sink.value(row, column, unescapedText(text));
      }
    }
  }

  /** Of the text from `start` up to where the reader stands. */
  private valueOf(type: string, start: number): CellValue {
    const { data, at } = this;
    if (type === 'n') return at === start ? null : Number(data.toString('latin1', start, at));
    if (type === 's') return this.strings[Number(data.toString('latin1', start, at))] || null;
    const text = unescapedText(resolved(data.toString('utf8', start, at)));
    if (type === 'b') return isTrue(text);
    if (type === 'e') return { error: text };
    if (type === 'd') return Date.parse(`${text}${text.includes('T') ? 'Z' : ''}`) / 86_400_000 + 25_569;
    return text;
  }

  /** @returns the value of a formula that only says so, which is no formula for us */
  private readFormula(): boolean | null {
    const { data, row, column } = this;
    let shared: string | null = null;
    let isShared = false;
    const empty = this.attributes((name, value) => {
      if (name === 'si') shared = value;
      else if (name === 't') isShared = value === 'shared';
    });
    const start = this.at;
    if (!empty) this.at = data.indexOf(LESS, start);
    const text = empty ? '' : unescapedText(resolved(data.toString('utf8', start, this.at)));
    if (text !== '') {
      const truth = TRUTHS.get(text);
      if (truth !== undefined) return truth;
      const formula = fromFileFormula(text);
      if (isShared && shared !== null) this.shared.set(shared, { row, column, formula });
      this.sink.formula(row, column, formula);
    } else if (shared !== null) {
      const master = this.shared.get(shared);
      if (master) this.sink.formula(row, column, translateFormula(master.formula, row - master.row, column - master.column));
    }
    return null;
  }
}
