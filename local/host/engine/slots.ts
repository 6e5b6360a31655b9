// Questions about single cells, asked away from the book: each value stands once in a slot, so rows that hold the same ask the same.
import type { Book, CellValue } from '../book';
import { type Clock, type Place, readFormula, type Span } from './parsed';
import { newModel, putFormula, putValue, readValue } from './wasm';

/** Column of the slots, and of the questions while they are asked. */
const SLOTS = 1;
const QUESTIONS = 2;
/** The first slot stays empty: a blank cell is neither 0 nor a text. */
const BLANK = 1;
/** Inputs after which a new engine starts: the old one's undo history has outgrown it. */
const MOST_INPUTS = 100_000;

/** Functions that ask where a cell stands or what else it is, not what it holds. */
const OF_PLACE = /\b(?:ROWS?|COLUMNS?|CELL|ADDRESS|AREAS|SHEETS?|ISREF|ISFORMULA|FORMULATEXT)\s*\(/i;

export class Slots {
  private model = newModel();
  private inputs = 0;
  private readonly slots = new Map<string, number>();
  private readonly answers = new Map<string, CellValue>();

  /**
   * The question as one about slots.
   * @returns null when it reads more than single cells, or cells that are computed themselves
   */
  text(book: Book, formula: string, place: Place, clock: Clock): string | null {
    let near = true;
    const say = (span: Span) => {
      near &&= isSingle(span) && span.sheet.formulas.get(span.top)?.has(span.left) !== true;
      return near ? `$A$${this.slotOf(span.sheet.cells[span.top - 1]?.[span.left - 1] ?? null)}` : '';
    };
    const { engineText, anywhere, echo } = readFormula(book, formula, place, clock, say);
    return near && !anywhere && echo === null && !OF_PLACE.test(engineText) ? engineText : null;
  }

  /** Answers by the questions' texts. */
  ask(texts: Iterable<string>): ReadonlyMap<string, CellValue> {
    const found = new Map<string, CellValue>();
    const open: string[] = [];
    for (const text of new Set(texts)) {
      const known = this.answers.get(text);
      if (known === undefined) open.push(text);
      else found.set(text, known);
    }
    if (open.length === 0) return found;
    open.forEach((text, i) => {
      putFormula(this.model, 0, i + 1, QUESTIONS, text);
    });
    this.model.evaluate();
    const values = open.map((_, i) => readValue(this.model, 0, i + 1, QUESTIONS));
    open.forEach((text, i) => {
      const value = values[i] ?? null;
      this.answers.set(text, value);
      found.set(text, value);
      putValue(this.model, 0, i + 1, QUESTIONS, null);
    });
    this.wear(2 * open.length);
    return found;
  }

  private slotOf(value: CellValue): number {
    if (value === null) return BLANK;
    const key = typeof value === 'object' ? `error ${value.error}` : `${typeof value} ${value}`;
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = BLANK + 1 + this.slots.size;
      this.slots.set(key, slot);
      putValue(this.model, 0, slot, SLOTS, value);
      this.inputs += 1;
    }
    return slot;
  }

  /** Only between two asks: texts given out name slots of this engine. */
  private wear(inputs: number): void {
    this.inputs += inputs;
    this.model.flushSendQueue();
    if (this.inputs < MOST_INPUTS) return;
    this.model.free();
    this.model = newModel();
    this.inputs = 0;
    this.slots.clear();
    this.answers.clear();
  }
}

function isSingle({ top, bottom, left, right }: Span): boolean {
  return top === bottom && left === right;
}
