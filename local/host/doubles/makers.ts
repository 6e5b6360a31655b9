// Where doubles that name each other meet: ranges know sheets and sheets know ranges, while files import one way only.
import type { Area, SheetModel } from '../book';
import type { Double } from '../guard';
import type { World } from '../world';

export interface Makers {
  range(world: World, area: Area): Double;
  sheet(world: World, model: SheetModel): Double;
  spreadsheet(world: World): Double;
}

export const makers: Makers = {
  range: () => unwired(),
  sheet: () => unwired(),
  spreadsheet: () => unwired(),
};

function unwired(): never {
  throw new Error('The doubles are not wired; import doubles/index');
}
