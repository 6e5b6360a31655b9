// What people can take back with Ctrl+Z: the cells of their last edits, as they were before.
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

export interface Changed {
  readonly sheet: SheetModel;
  readonly area: Area;
}

const MOST_STEPS = 50;

/** By person: one never takes back what another did. */
export class UndoSteps {
  private readonly steps = new Map<string, Step[]>();

  /** Called before the cells change. */
  remember(user: string, place: Changed, ...others: readonly Changed[]): void {
    const kept = ({ sheet, area }: Changed): Kept => ({ sheet, area, before: pack(sheet, area), shifts: shiftsOf(sheet) });
    const steps = this.steps.get(user) ?? [];
    steps.push([kept(place), ...others.map(kept)]);
    if (steps.length > MOST_STEPS) steps.shift();
    this.steps.set(user, steps);
  }

  /** The edit did not happen. */
  forget(user: string): void {
    this.steps.get(user)?.pop();
  }

  /** The last edit whose cells still stand where they stood; null when there is none. */
  take(user: string, sheets: readonly SheetModel[]): Step | null {
    const steps = this.steps.get(user) ?? [];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (step.every(({ sheet, shifts }) => sheets.includes(sheet) && shiftsOf(sheet) === shifts)) return step;
    }
    return null;
  }
}
