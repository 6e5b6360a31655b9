// Computes a book's formulas, and questions about it, again only where something they read has changed.
import type { Book, CellValue, SheetModel } from '../book';
import { Answers } from './known';
import { Mirror, type Touched } from './mirror';
import { type Clock, type Place, type Reading, readFormula } from './parsed';
import { Slots } from './slots';

interface Entry {
  readonly place: Place;
  readonly formula: string;
  reading: Reading;
  value: CellValue;
  stale: boolean;
}

/** A formula to be answered as if it stood at a place, without standing there. */
export interface Question {
  readonly formula: string;
  readonly place: Place;
}

const MAX_QUESTIONS = 20_000;

/** Of all books of the process: what was computed says which book it was. */
const shared = new Answers();

export class Calculator {
  private readonly answers: Answers;
  private mirror = new Mirror();
  private cells = new Map<string, Entry>();
  /** By the text the engine is given. */
  private readonly questions = new Map<string, Entry>();
  private readonly slots = new Slots();
  private outline = '';
  /** Stands for all formulas with their places, in order; null when they changed. */
  private formulas: number | null = null;
  private clock: Clock = { todaySerial: 0, nowSerial: 0 };

  constructor(answers: Answers = shared) {
    this.answers = answers;
  }

  /** Brings all formula cells of the book up to date. */
  refresh(book: Book, clock: Clock): void {
    this.follow(book, clock);
    this.compute(book, []);
  }

  /** The answers, in the order of the questions; formula cells must be right already. */
  ask(book: Book, clock: Clock, questions: readonly Question[]): CellValue[] {
    // Most read a few cells of their own row: those need not look the workbook over.
    const texts = questions.map(({ formula, place }) => this.slots.text(book, formula, place, clock));
    const near = this.slots.ask(texts.filter((text) => text !== null));
    const far = questions.filter((_, i) => texts[i] === null);
    const others = far.length > 0 ? this.askBook(book, clock, far) : [];
    let next = 0;
    return texts.map((text) => (text === null ? others[next++] : near.get(text)) ?? null);
  }

  private askBook(book: Book, clock: Clock, questions: readonly Question[]): CellValue[] {
    this.follow(book, clock);
    if (this.questions.size > MAX_QUESTIONS) this.questions.clear();
    const asked = questions.map(({ formula, place }) => {
      const reading = readFormula(book, formula, place, clock);
      let entry = this.questions.get(reading.engineText);
      if (!entry) {
        entry = { place, formula, reading, value: null, stale: true };
        this.questions.set(reading.engineText, entry);
      }
      return entry;
    });
    this.compute(book, asked);
    return asked.map(({ value }) => value);
  }

  /** Learns which formulas there are now, and forgets what the book no longer holds. */
  private follow(book: Book, clock: Clock): void {
    const outline = outlineOf(book);
    const moved = outline !== this.outline;
    const later = clock.nowSerial !== this.clock.nowSerial || clock.todaySerial !== this.clock.todaySerial;
    this.outline = outline;
    this.clock = clock;
    if (this.mirror.worn || !this.mirror.fits(book)) this.forgetMirror();
    if (moved) this.questions.clear();
    const before = this.cells;
    const order = before.keys();
    this.cells = new Map();
    for (const place of formulaPlaces(book)) {
      const key = `${place.sheet.id} ${place.row} ${place.column}`;
      if (order.next().value !== key) this.formulas = null;
      const known = before.get(key);
      const entry = known?.formula === place.formula && known.place.sheet === place.sheet ? known : null;
      this.cells.set(key, entry ? this.reread(book, entry, moved, later) : this.newEntry(book, place, place.formula));
    }
    if (this.cells.size !== before.size) this.formulas = null;
  }

  private newEntry(book: Book, { sheet, row, column }: Place, formula: string): Entry {
    const place = { sheet, row, column };
    this.formulas = null;
    return { place, formula, reading: readFormula(book, formula, place, this.clock), value: null, stale: true };
  }

  private reread(book: Book, entry: Entry, moved: boolean, later: boolean): Entry {
    if (!moved && !(later && entry.reading.timed)) return entry;
    const reading = readFormula(book, entry.formula, entry.place, this.clock);
    if (reading.engineText !== entry.reading.engineText) {
      entry.stale = true;
      this.formulas = null;
    }
    entry.reading = reading;
    return entry;
  }

  private forgetMirror(): void {
    this.mirror.free();
    this.mirror = new Mirror();
    for (const entry of this.cells.values()) entry.stale = true;
    this.questions.clear();
  }

  private compute(book: Book, asked: readonly Entry[]): void {
    const entries = [...this.cells.values()];
    for (const { reading, stale } of [...entries, ...asked]) if (stale) this.want(book, reading);
    const key = asked.length === 0 ? this.keyOf(book) : null;
    const known = key === null ? null : this.answers.known(key);
    if (known !== null) {
      // The mirror stays as it was, and so does what it computed: the next update tells them apart from the book again.
      for (const [i, { place }] of entries.entries()) write(place, known[i] ?? null);
      return;
    }
    this.spread(this.mirror.update(book), entries);
    const cells = entries.filter(({ stale }) => stale);
    const questions = [...new Set(asked)].filter(({ stale }) => stale);
    if (cells.length + questions.length > 0) {
      const values = this.mirror.compute(
        cells.map(({ place, reading }) => ({ ...place, text: reading.engineText })),
        questions.map(({ reading }) => reading.engineText),
      );
      for (const [i, entry] of cells.entries()) settle(entry, values.cells[i] ?? null);
      for (const [i, entry] of questions.entries()) settle(entry, values.questions[i] ?? null);
      for (const entry of [...cells, ...questions]) if (this.isBlank(entry)) entry.value = null;
    }
    // Also the unchanged ones: the cells may have been written over.
    for (const { place, value } of entries) write(place, value);
    if (key !== null) {
      this.answers.learn(
        key,
        entries.map(({ value }) => value),
      );
    }
  }

  /** All that the values of the formula cells are computed from; null where looking at it takes too long. */
  private keyOf(book: Book): string | null {
    const print = this.mirror.print(book);
    if (print === null) return null;
    this.formulas ??= this.answers.idOf(
      Array.from(this.cells, ([place, { reading }]) => `${place} ${reading.engineText}`).join('\n'),
    );
    return `${this.formulas} ${print}`;
  }

  /** Whether a formula is nothing but a cell that is empty, or one that is such a formula itself. */
  private isBlank({ reading: { echo }, value }: Entry): boolean {
    if (echo === null || value !== 0) return value === null;
    const { sheet, top, left } = echo;
    const computed = this.cells.get(`${sheet.id} ${top} ${left}`);
    return computed === undefined ? (sheet.cells[top - 1]?.[left - 1] ?? null) === null : this.isBlank(computed);
  }

  private want(book: Book, { anywhere, spans }: Reading): void {
    for (const span of spans) this.mirror.want(span);
    if (!anywhere) return;
    for (const sheet of book.sheets) {
      this.mirror.want({ sheet, top: 1, bottom: sheet.maxRows, left: 1, right: sheet.maxColumns });
    }
  }

  /** Marks what reads a touched cell, what reads that, and so on. */
  private spread(touched: Touched, entries: readonly Entry[]): void {
    const reads = ({ reading }: Entry) => (reading.anywhere ? touched.any : reading.spans.some((span) => touched.hits(span)));
    const mark = ({ place }: Entry) => touched.add(place.sheet.id, place.row, place.column);
    for (const entry of entries) if (entry.stale) mark(entry);
    if (!touched.any) return;
    for (let grown = true; grown; ) {
      grown = false;
      for (const entry of entries) {
        if (entry.stale || !reads(entry)) continue;
        entry.stale = grown = true;
        mark(entry);
      }
    }
    for (const entry of this.questions.values()) entry.stale ||= reads(entry);
  }
}

/** What formulas are read against; when it changes all are read again. */
function outlineOf(book: Book): string {
  const sheets = book.sheets.map(({ id, name, maxRows, maxColumns }) => [id, name, maxRows, maxColumns]);
  return JSON.stringify([sheets, [...book.namedRanges]]);
}

function* formulaPlaces(book: Book): Generator<Place & { formula: string }> {
  for (const sheet of book.sheets) {
    for (const [row, columns] of sheet.formulas) {
      for (const [column, formula] of columns) yield { sheet, row, column, formula };
    }
  }
}

function settle(entry: Entry, value: CellValue): void {
  entry.stale = false;
  entry.value = value;
}

function write({ sheet, row, column }: { sheet: SheetModel; row: number; column: number }, value: CellValue): void {
  let cells = sheet.cells[row - 1];
  if (!cells) {
    while (sheet.cells.length < row - 1) sheet.cells.push(undefined);
    sheet.cells[row - 1] = cells = [];
  }
  while (cells.length < column - 1) cells.push(null);
  cells[column - 1] = value;
}
