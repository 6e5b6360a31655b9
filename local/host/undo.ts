// What people can take back with Ctrl+Z: the cells of their last edits, as they were before.
import type { Area, SheetModel } from './book';
import { shiftsOf } from './structure';
import { type Parcel, pack } from './write';

interface Step {
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly before: Parcel;
  /** How often cells of the sheet had changed places. */
  readonly shifts: number;
}

const MOST_STEPS = 50;

/** By person: one never takes back what another did. */
export class UndoSteps {
  private readonly steps = new Map<string, Step[]>();

  /** Called before the cells change. */
  remember(user: string, sheet: SheetModel, area: Area): void {
    const steps = this.steps.get(user) ?? [];
    steps.push({ sheet, area, before: pack(sheet, area), shifts: shiftsOf(sheet) });
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
      if (sheets.includes(step.sheet) && shiftsOf(step.sheet) === step.shifts) return step;
    }
    return null;
  }
}
