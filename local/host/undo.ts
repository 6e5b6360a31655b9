// What people can take back with Ctrl+Z, and do again with Ctrl+Y: the cells of their last edits, as they were.
import type { Area, SheetModel } from './book';
import { shiftsOf } from './structure';
import { type Parcel, pack } from './write';

/** Cells of one sheet as they were. */
interface Kept {
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly before: Parcel;
  /** How often cells of the sheet had changed places. */
  readonly shifts: number;
}

/** What one edit changed; the place it was done at comes first. */
type Step = readonly [Kept, ...Kept[]];

/** Edits to take back, and edits taken back. */
export type Way = 'done' | 'undone';

export interface Changed {
  readonly sheet: SheetModel;
  readonly area: Area;
}

const MOST_STEPS = 50;

/** By person: one never takes back what another did. */
export class UndoSteps {
  private readonly steps: Readonly<Record<Way, Map<string, Step[]>>> = { done: new Map(), undone: new Map() };

  /** Called before the cells change: what was taken back before is gone for good. */
  remember(user: string, place: Changed, ...others: readonly Changed[]): void {
    this.steps.undone.delete(user);
    this.put('done', user, [keptOf(place), ...others.map(keptOf)]);
  }

  /** The edit did not happen. */
  forget(user: string): void {
    this.steps.done.get(user)?.pop();
  }

  /** The last edit whose cells still stand where they stood; null when there is none. */
  take(way: Way, user: string, sheets: readonly SheetModel[]): Step | null {
    const steps = this.steps[way].get(user) ?? [];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (step.every(({ sheet, shifts }) => sheets.includes(sheet) && shiftsOf(sheet) === shifts)) return step;
    }
    return null;
  }

  /** Called before the cells of a step that was taken get back what they held: the other way leads here again. */
  turn(way: Way, user: string, [place, ...others]: Step): void {
    this.put(way === 'done' ? 'undone' : 'done', user, [keptOf(place), ...others.map(keptOf)]);
  }

  private put(way: Way, user: string, step: Step): void {
    const steps = this.steps[way].get(user) ?? [];
    steps.push(step);
    if (steps.length > MOST_STEPS) steps.shift();
    this.steps[way].set(user, steps);
  }
}

function keptOf({ sheet, area }: Changed): Kept {
  return { sheet, area, before: pack(sheet, area), shifts: shiftsOf(sheet) };
}
