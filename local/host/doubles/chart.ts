// EmbeddedChart and its builder: type, ranges, options, place.
import type { ChartModel } from '../book';
import { Double, type EnumValue, enumValue } from '../guard';
import type { World } from '../world';
import { makers } from './makers';
import type { RangePlace } from './range-place';

export class ChartDouble extends Double {
  readonly world: World;
  readonly chart: ChartModel;

  constructor(world: World, chart: ChartModel) {
    super();
    this.world = world;
    this.chart = chart;
  }

  getChartId(): number {
    return this.chart.id;
  }

  getRanges(): Double[] {
    return this.chart.ranges.map((area) => makers.range(this.world, area));
  }

  getNumHeaders(): number {
    return this.chart.numHeaders;
  }

  getOptions(): ChartOptionsDouble {
    return new ChartOptionsDouble(this.chart.options);
  }

  getContainerInfo(): ContainerInfoDouble {
    return new ContainerInfoDouble(this.chart.position);
  }

  modify(): ChartBuilderDouble {
    return new ChartBuilderDouble(this.world, this.chart);
  }
}

export class ChartOptionsDouble extends Double {
  readonly options: Readonly<Record<string, unknown>>;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
  }

  get(option: string): unknown {
    return this.options[option] ?? null;
  }
}

export class ContainerInfoDouble extends Double {
  readonly position: ChartModel['position'];

  constructor(position: ChartModel['position']) {
    super();
    this.position = position;
  }

  getAnchorRow(): number {
    return this.position.row;
  }

  getAnchorColumn(): number {
    return this.position.column;
  }

  getOffsetX(): number {
    return this.position.offsetX;
  }

  getOffsetY(): number {
    return this.position.offsetY;
  }
}

/** `id` 0 until the chart is inserted; a chart being modified keeps its own. */
export class ChartBuilderDouble extends Double {
  readonly world: World;
  chart: ChartModel;

  constructor(world: World, from?: ChartModel) {
    super();
    this.world = world;
    const fresh = {
      id: 0,
      type: 'TABLE',
      ranges: [],
      options: {},
      numHeaders: -1,
      position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
    };
    this.chart = { ...(from ?? fresh) };
  }

  addRange(range: RangePlace): this {
    this.chart = { ...this.chart, ranges: [...this.chart.ranges, range.area] };
    return this;
  }

  removeRange(range: RangePlace): this {
    const { area } = range;
    const same = (other: typeof area) => JSON.stringify(other) === JSON.stringify(area);
    this.chart = { ...this.chart, ranges: this.chart.ranges.filter((other) => !same(other)) };
    return this;
  }

  clearRanges(): this {
    this.chart = { ...this.chart, ranges: [] };
    return this;
  }

  getRanges(): Double[] {
    return this.chart.ranges.map((area) => makers.range(this.world, area));
  }

  setChartType(type: EnumValue): this {
    this.chart = { ...this.chart, type: String(type) };
    return this;
  }

  getChartType(): EnumValue {
    return enumValue('Charts.ChartType', this.chart.type);
  }

  /** Options of nested names, e.g. `hAxis.title`, are kept under the dotted name. */
  setOption(option: string, value: unknown): this {
    // A value of the script's realm is copied: the workbook outlives the run.
    const kept = value === undefined ? null : JSON.parse(JSON.stringify(value));
    this.chart = { ...this.chart, options: { ...this.chart.options, [option]: kept } };
    return this;
  }

  setNumHeaders(headers: number): this {
    this.chart = { ...this.chart, numHeaders: headers };
    return this;
  }

  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    this.chart = { ...this.chart, position: { row, column, offsetX, offsetY } };
    return this;
  }

  build(): ChartDouble {
    return new ChartDouble(this.world, { ...this.chart });
  }
}
