// Filter: the one basic filter of a sheet; what it hides is people's choice.
import type { SheetModel } from '../book';
import { dropFilter } from '../filter';
import { Double } from '../guard';
import type { World } from '../world';
import { makers } from './makers';

export class FilterDouble extends Double {
  readonly world: World;
  readonly model: SheetModel;

  constructor(world: World, model: SheetModel) {
    super();
    this.world = world;
    this.model = model;
  }

  getRange(): Double {
    if (this.model.filter === null) throw new Error('[local host] the filter was removed');
    return makers.range(this.world, this.model.filter);
  }

  remove(): void {
    this.world.requireSheet(this.model);
    dropFilter(this.model);
  }
}
