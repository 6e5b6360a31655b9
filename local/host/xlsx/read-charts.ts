// Charts of a read file as the host's chart models.
import type { Area, ChartModel, SheetModel } from '../book';
import { DEFAULT_SIZE, defaultColour, defaultLegend, EMU_PER_PIXEL, LEGEND_PLACES } from './charts';
import { areaOf } from './formulas';
import { child, childrenOf, type Element, parseXml } from './xml';

const TYPES: Readonly<Record<string, string>> = { barChart: 'COLUMN', lineChart: 'LINE' };

export interface Anchored {
  /** Relation of the drawing that leads to the chart. */
  readonly relation: string;
  readonly position: ChartModel['position'];
  readonly width: number;
  readonly height: number;
}

/** Where a drawing puts its charts, in order. */
export function readDrawing(part: Buffer, sheet: SheetModel): Anchored[] {
  return parseXml(part).children.flatMap((anchor) => {
    const frame = child(anchor, 'graphicFrame', 'graphic', 'graphicData', 'chart');
    const relation = Object.entries(frame?.attributes ?? {}).find(([name]) => name.endsWith(':id'))?.[1];
    if (!relation) return [];
    const from = pointOf(child(anchor, 'from'));
    const extent = child(anchor, 'ext')?.attributes;
    const to = pointOf(child(anchor, 'to'));
    const pixels = (emu: string | undefined) => Math.round(Number(emu ?? 0) / EMU_PER_PIXEL);
    const size = extent
      ? { width: pixels(extent['cx']), height: pixels(extent['cy']) }
      : {
          width: distance(from.column, to.column, (column) => sheet.columnWidths.get(column) ?? 100) + to.offsetX - from.offsetX,
          height: distance(from.row, to.row, (row) => sheet.rowHeights.get(row) ?? 21) + to.offsetY - from.offsetY,
        };
    return [{ relation, position: from, ...size }];
  });
}

function pointOf(point: Element | undefined): ChartModel['position'] {
  const number = (name: string) => Number(child(point, name)?.text ?? 0);
  return {
    row: number('row') + 1,
    column: number('col') + 1,
    offsetX: Math.round(number('colOff') / EMU_PER_PIXEL),
    offsetY: Math.round(number('rowOff') / EMU_PER_PIXEL),
  };
}

function distance(from: number, to: number, size: (at: number) => number): number {
  let pixels = 0;
  for (let at = from; at < to; at++) pixels += size(at);
  return pixels;
}

/** @returns null for a chart of a kind the host does not draw */
export function readChart(
  part: Buffer,
  { position, width, height }: Anchored,
  id: number,
  sheetNamed: (name: string) => SheetModel | undefined,
): ChartModel | null {
  const chart = child(parseXml(part), 'chart');
  const plot = child(chart, 'plotArea')?.children.find(({ name }) => name in TYPES);
  if (!plot) return null;
  const series = childrenOf(plot, 'ser');
  const area = (ser: Element | undefined, name: string): Area | null => {
    const reference = child(ser, name)?.children.map((source) => child(source, 'f')?.text)[0];
    return reference ? areaOf(reference, sheetNamed) : null;
  };
  const numHeaders = series.some((ser) => area(ser, 'tx')) ? 1 : 0;
  const whole = (of: Area) => ({ ...of, row: of.row - numHeaders, rows: of.rows + numHeaders });
  const labels = area(series[0], 'cat');
  const values = series.flatMap((ser) => area(ser, 'val') ?? []);
  const lying = child(plot, 'barDir')?.attributes['val'] === 'bar';
  return {
    id,
    type: lying ? 'BAR' : (TYPES[plot.name] ?? 'COLUMN'),
    ranges: [...(labels ? [labels] : []), ...values].map(whole),
    options: optionsOf(chart, series, { width, height }),
    numHeaders,
    position,
  };
}

function optionsOf(
  chart: Element | undefined,
  series: readonly Element[],
  size: { width: number; height: number },
): Record<string, unknown> {
  const title = textsIn(child(chart, 'title', 'tx')).join('');
  const colours = ownColours(series.flatMap((ser) => solidColour(child(ser, 'spPr')) ?? []));
  const place = child(chart, 'legend', 'legendPos')?.attributes['val'];
  const legend =
    Object.entries(LEGEND_PLACES).find(([, value]) => value === place)?.[0] ?? (child(chart, 'legend') ? 'right' : 'none');
  return {
    ...(title !== '' && { title }),
    ...(size.width !== DEFAULT_SIZE.width && { width: size.width }),
    ...(size.height !== DEFAULT_SIZE.height && { height: size.height }),
    ...(colours.length > 0 && { colors: colours }),
    ...(legend !== defaultLegend(series.length) && { legend: { position: legend } }),
  };
}

/** Up to the last one that differs from what Sheets would choose. */
function ownColours(colours: readonly string[]): readonly string[] {
  let own = colours.length;
  while (own > 0 && colours[own - 1] === defaultColour(own - 1)) own--;
  return colours.slice(0, own);
}

function textsIn(element: Element | undefined): string[] {
  if (!element) return [];
  return element.name === 't' ? [element.text] : element.children.flatMap(textsIn);
}

/** Of the area, else of the line. */
function solidColour(shape: Element | undefined): string | null {
  const fill = child(shape, 'solidFill') ?? child(shape, 'ln', 'solidFill');
  const value = child(fill, 'srgbClr')?.attributes['val'];
  return value ? `#${value.toLowerCase()}` : null;
}
