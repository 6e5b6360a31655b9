// Charts as native charts of the file: labels first, then a series for each further column.
import type { Area, Book, ChartModel, SheetModel } from '../book';
import { type FileNames, fixedRangeText } from './formulas';
import { CHART, DRAWING, RELATIONS, SHEET_DRAWING } from './namespaces';
import { argb } from './styles';
import { attributes, escapedText, xmlPart } from './xml';

/** Chart types a file can draw as Sheets does; others stay in the host's side file. */
export const DRAWN = new Set(['BAR', 'COLUMN', 'LINE']);
export const DEFAULT_SIZE = { width: 600, height: 371 };
/** English Metric Units. */
export const EMU_PER_PIXEL = 9525;

export interface ChartColumns {
  readonly labels: Area | null;
  readonly series: readonly Area[];
}

/** The columns of a chart's ranges in order: the first holds the labels. A single column has no labels. */
export function chartColumns({ ranges }: ChartModel): ChartColumns {
  const columns = ranges.flatMap((area) =>
    Array.from({ length: area.columns }, (_, i) => ({ ...area, column: area.column + i, columns: 1 })),
  );
  const [labels = null, ...series] = columns;
  return series.length === 0 && labels ? { labels: null, series: [labels] } : { labels, series };
}

export function chartTitle({ options }: ChartModel): string {
  return typeof options['title'] === 'string' ? options['title'] : '';
}

export function chartSize({ options }: ChartModel): { width: number; height: number } {
  const size = (name: 'width' | 'height') => (typeof options[name] === 'number' ? options[name] : DEFAULT_SIZE[name]);
  return { width: size('width'), height: size('height') };
}

/** Of series that were given none, as in Sheets. They are written out: a file without a theme has no colours of its own. */
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];

export function defaultColour(series: number): string {
  return COLOURS[series % COLOURS.length] ?? '#4285f4';
}

/** Six hexadecimal digits. */
export function colourOf({ options: { colors } }: ChartModel, series: number): string {
  const own: unknown = Array.isArray(colors) ? colors[series] : undefined;
  return (argb(typeof own === 'string' ? own : null) ?? argb(defaultColour(series)) ?? '').slice(2);
}

/** A legend's place by Sheets' word; `none` for a single series unless said otherwise. */
function legendPlace(chart: ChartModel): string {
  const { legend } = chart.options;
  const asked = typeof legend === 'object' && legend !== null && 'position' in legend ? legend.position : legend;
  if (typeof asked === 'string') return asked;
  const dotted = chart.options['legend.position'];
  if (typeof dotted === 'string') return dotted;
  return defaultLegend(chartColumns(chart).series.length);
}

export function defaultLegend(series: number): string {
  return series > 1 ? 'right' : 'none';
}

export const LEGEND_PLACES: Readonly<Record<string, string>> = { right: 'r', left: 'l', top: 't', bottom: 'b' };

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

export function chartPart(chart: ChartModel, book: Book, names: FileNames): Buffer {
  const title = chartTitle(chart);
  const place = LEGEND_PLACES[legendPlace(chart)];
  const heading = title
    ? `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr><a:r><a:rPr sz="1400" b="0"/><a:t>${escapedText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
    : '';
  return xmlPart(
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/><c:chart>${heading}` +
      `<c:autoTitleDeleted val="${title ? 0 : 1}"/><c:plotArea><c:layout/>${plot(chart, book, names)}</c:plotArea>` +
      `${place ? `<c:legend><c:legendPos val="${place}"/><c:overlay val="0"/></c:legend>` : ''}` +
      '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  );
}

function plot(chart: ChartModel, book: Book, names: FileNames): string {
  const series = `<c:varyColors val="0"/>${seriesXml(chart, headersOf(chart, book), names)}`;
  const ids = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  if (chart.type === 'LINE') {
    return `<c:lineChart><c:grouping val="standard"/>${series}<c:marker val="1"/>${ids}</c:lineChart>${axes(false)}`;
  }
  const lying = chart.type === 'BAR';
  const direction = `<c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="clustered"/>`;
  return `<c:barChart>${direction}${series}<c:gapWidth val="60"/>${ids}</c:barChart>${axes(lying)}`;
}

/** A chart that was not told has a header where its first series begins with a text. */
export function headersOf(chart: ChartModel, book: Book): number {
  const [area] = chartColumns(chart).series;
  if (chart.numHeaders >= 0 || !area) return Math.max(0, chart.numHeaders);
  const sheet = book.sheets.find(({ id }) => id === area.sheetId);
  return typeof sheet?.cells[area.row - 1]?.[area.column - 1] === 'string' ? 1 : 0;
}

function seriesXml(chart: ChartModel, headers: number, names: FileNames): string {
  const { labels, series } = chartColumns(chart);
  const body = (area: Area) =>
    fixedRangeText({ ...area, row: area.row + headers, rows: Math.max(1, area.rows - headers) }, names);
  return series
    .map((area, i) => {
      const header =
        headers > 0
          ? `<c:tx><c:strRef><c:f>${escapedText(fixedRangeText({ ...area, rows: 1 }, names))}</c:f></c:strRef></c:tx>`
          : '';
      const category = labels ? `<c:cat><c:strRef><c:f>${escapedText(body(labels))}</c:f></c:strRef></c:cat>` : '';
      const value = `<c:val><c:numRef><c:f>${escapedText(body(area))}</c:f></c:numRef></c:val>`;
      const paint = paintXml(chart.type, colourOf(chart, i));
      const marker = chart.type === 'LINE' ? '<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>' : '';
      const flat = chart.type === 'LINE' ? '' : '<c:invertIfNegative val="0"/>';
      const smooth = chart.type === 'LINE' ? '<c:smooth val="0"/>' : '';
      return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${header}${paint}${flat}${marker}${category}${value}${smooth}</c:ser>`;
    })
    .join('');
}

function paintXml(type: string, rgb: string): string {
  const fill = `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;
  return type === 'LINE' ? `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr>` : `<c:spPr>${fill}</c:spPr>`;
}

/** Lying bars read from the top down, as in Sheets. */
function axes(lying: boolean): string {
  const order = (turned: boolean) =>
    `<c:scaling><c:orientation val="${turned ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`;
  const line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="DADCE0"/></a:solidFill></a:ln></c:spPr>';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>${order(lying)}<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>${lying ? '<c:tickLblSkip val="1"/>' : ''}</c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/>${order(false)}<c:axPos val="${lying ? 'b' : 'l'}"/><c:majorGridlines>${line}</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/></c:valAx>`
  );
}

/** The drawing that anchors a sheet's charts; the n-th refers to relation `rId<n>`. */
export function drawingPart(charts: readonly ChartModel[]): Buffer {
  const anchors = charts.map((chart, i) => {
    const { row, column, offsetX, offsetY } = chart.position;
    const { width, height } = chartSize(chart);
    const emu = (pixels: number) => Math.round(pixels * EMU_PER_PIXEL);
    const from = `<xdr:from><xdr:col>${column - 1}</xdr:col><xdr:colOff>${emu(offsetX)}</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${emu(offsetY)}</xdr:rowOff></xdr:from>`;
    const name = attributes({ id: i + 2, name: `Chart ${i + 1}`, descr: chartTitle(chart) || null });
    return (
      `<xdr:oneCellAnchor>${from}<xdr:ext cx="${emu(width)}" cy="${emu(height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${name}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
    );
  });
  return xmlPart(
    `<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}">${anchors.join('')}</xdr:wsDr>`,
  );
}

export function drawnCharts(sheet: SheetModel): ChartModel[] {
  return sheet.charts.filter(({ type, ranges }) => DRAWN.has(type) && ranges.length > 0);
}
