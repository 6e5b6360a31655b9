// A sheet's charts as the page draws them: what they say, read off the cells, and where they lie.
import { styleAt, valueAt } from '../host/cells';
import { displayText } from '../host/display';
import type { Area, ChartModel, Host, SheetModel } from '../host/index';
import { chartColumns, chartSize, chartTitle, colourOf, headersOf } from '../host/xlsx/charts';
import type { ChartView } from './frame-wire';
import { heightsOf, USUAL } from './heights';

/** @returns none for a sheet that does not exist */
export function chartsOf(host: Host, sheetId: number): ChartView[] {
  const sheet = host.book.sheets.find(({ id }) => id === sheetId);
  return sheet === undefined ? [] : sheet.charts.map((chart) => chartOf(host, sheet, chart));
}

function chartOf(host: Host, sheet: SheetModel, chart: ChartModel): ChartView {
  const headers = headersOf(chart, host.book);
  const { labels, series } = chartColumns(chart);
  const cells = (area: Area) => cellsOf(host, area).slice(headers);
  const { row, column, offsetX, offsetY } = chart.position;
  return {
    id: chart.id,
    type: chart.type,
    title: chartTitle(chart),
    left: offsetX + before(column, USUAL.column, sheet.columnWidths, sheet.hiddenColumns),
    top: offsetY + before(row, USUAL.row, heightsOf(host.world.book, sheet), sheet.hiddenRows),
    ...chartSize(chart),
    labels: labels === null ? [] : cells(labels).map(({ text }) => text),
    series: series.map((area, i) => {
      const body = cells(area);
      return {
        name: headers > 0 ? (cellsOf(host, area)[0]?.text ?? '') : '',
        colour: `#${colourOf(chart, i).toLowerCase()}`,
        values: body.map(({ value }) => (typeof value === 'number' ? value : null)),
        texts: body.map(({ text }) => text),
      };
    }),
  };
}

/** The cells of a single column. */
function cellsOf({ book }: Host, { sheetId, row, rows, column }: Area) {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) return [];
  return Array.from({ length: rows }, (_, i) => {
    const value = valueAt(sheet, row + i, column);
    return { value, text: displayText(value, styleAt(sheet, row + i, column).numberFormat, book.locale) };
  });
}

/** Pixels before a 1-based row or column. */
function before(position: number, usual: number, sizes: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): number {
  let pixels = 0;
  for (let each = 1; each < position; each++) if (!hidden.has(each)) pixels += sizes.get(each) ?? usual;
  return pixels;
}
