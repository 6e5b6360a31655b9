// Endpoints of the grid: shapes of sheets, windows of cells.
import { type Answer, type Asked, type Bench, json, numberOf, type Routes } from './routes';
import { sheetOf, windowOf } from './view';

/** Rows a page may ask for at once. */
const MOST_ROWS = 500;

export const gridRoutes: Routes = {
  'GET /sheet': ({ host }, asked) => json(sheetOf(host, numberOf(asked, 'sheet'))),
  'GET /window': window,
};

function window({ host }: Bench, asked: Asked): Answer {
  const shape = sheetOf(host, numberOf(asked, 'sheet'));
  const row = Math.max(1, numberOf(asked, 'row'));
  return json(shape && windowOf(host, shape, row, Math.min(MOST_ROWS, numberOf(asked, 'rows'))));
}
