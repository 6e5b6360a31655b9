// Endpoints of the grid: shapes of sheets, windows of cells, one cell for its editor, and what a person does with them.

import { rangeName } from '../host/a1';
import { formulaAt, lastColumn, lastRow, ruleAt, styleAt, valueAt } from '../host/cells';
import { filterValues } from '../host/filter';
import type { Host, SheetModel } from '../host/index';
import { inputOf } from '../host/input';
import { ruleItems } from '../host/rules';
import { typingPlace } from '../host/write';
import type { Block, CellDetail, GridAct, GridAnswer, Spot } from './grid-wire';
import { refusedIn } from './refusal';
import { type Answer, type Asked, type Bench, json, numberOf, type Routes } from './routes';
import { sheetOf, textOf, windowOf } from './view';

/** Rows and columns a page may ask for at once. */
const MOST = { rows: 500, columns: 100 };
/** Texts a filter's list names. */
const MOST_VALUES = 1000;

export const gridRoutes: Routes = {
  'GET /sheet': ({ host }, asked) => json(sheetOf(host, numberOf(asked, 'sheet'))),
  'GET /window': window,
  'GET /cell': cell,
  'GET /text': ({ host }, asked) => ({ type: 'text/plain', content: textOf(host, sheetIn(host, asked), blockIn(asked)) }),
  'GET /values': ({ host }, asked) => {
    host.world.settle();
    return json(filterValues(host.world.book, sheetIn(host, asked), numberOf(asked, 'column')).slice(0, MOST_VALUES));
  },
  'POST /grid': act,
};

function sheetIn(host: Host, asked: Asked): SheetModel {
  return host.world.sheetById(numberOf(asked, 'sheet'));
}

function blockIn(asked: Asked): Block {
  const size = (name: string) => Math.max(1, numberOf(asked, name));
  return { row: size('row'), column: size('column'), rows: size('rows'), columns: size('columns') };
}

function window({ host }: Bench, asked: Asked): Answer {
  const slice = (name: 'rows' | 'columns') => ({
    from: Math.max(0, numberOf(asked, name === 'rows' ? 'row' : 'column')),
    count: Math.min(MOST[name], numberOf(asked, name)),
  });
  return json(windowOf(host, sheetIn(host, asked), slice('rows'), slice('columns')));
}

function cell({ host }: Bench, asked: Asked): Answer {
  const { world } = host;
  const sheet = sheetIn(host, asked);
  const { row, column } = blockIn(asked);
  world.settle();
  const { numberFormat } = styleAt(sheet, row, column);
  const rule = ruleAt(sheet, row, column);
  const [on = true, off = false] = (rule?.values ?? []) as (string | boolean)[];
  const detail: CellDetail = {
    input: inputOf(valueAt(sheet, row, column), formulaAt(sheet, row, column), numberFormat, typingPlace(world)),
    options: rule?.criteria.startsWith('VALUE_IN_') === true && rule.showDropdown ? ruleItems(world.book, rule) : null,
    box: rule?.criteria === 'CHECKBOX' ? { on, off } : null,
    hint: rule?.helpText ?? null,
  };
  return json(detail);
}

/** What the sheet refuses is an answer; a script that fails afterwards does not undo what was typed. */
function act(bench: Bench, { body }: Asked): Answer {
  let answer: GridAnswer;
  try {
    answer = done(bench.host, body as GridAct);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    // By its name: a host of another build is refused by another class. What a script threw is the cause of what is caught here.
    if (thrown.name === 'Refused')
      answer = { done: false, refused: refusedIn(bench.locale, bench.host, body as GridAct, thrown.message) };
    else if (thrown.cause !== undefined || thrown.name === 'Killed') answer = { done: true, failed: thrown.message };
    else throw thrown;
  }
  bench.tell();
  return json(answer);
}

function done(host: Host, asked: GridAct): GridAnswer {
  if (!('sheet' in asked)) {
    const at = host[asked.act]();
    return at === null ? { done: true } : { done: true, sheet: at.sheetId, at };
  }
  const sheet = host.world.sheetById(asked.sheet);
  const { name } = sheet;
  switch (asked.act) {
    case 'edit':
      host.edit(placeOf(sheet, asked.at), asked.value);
      break;
    case 'paste':
      host.paste(placeOf(sheet, asked.at), asked.rows, { valuesOnly: asked.valuesOnly });
      break;
    case 'copy':
      host.copy(placeOf(host.world.sheetById(asked.from.sheet), asked.from), placeOf(sheet, asked.at), asked);
      break;
    case 'clear':
      host.clear(placeOf(sheet, asked.at));
      break;
    case 'insertRows':
    case 'deleteRows':
    case 'insertColumns':
    case 'deleteColumns':
      host[asked.act](name, asked.first, asked.count);
      break;
    case 'sort':
      host.sort(placeOf(sheet, sortedBlock(sheet)), asked.column, asked.ascending);
      break;
    case 'filter':
      host.filter(name, asked.column, asked.hidden);
      break;
    case 'makeFilter':
      host.makeFilter(placeOf(sheet, filledBlock(sheet, Math.max(1, sheet.frozenRows))));
      break;
  }
  return { done: true };
}

function placeOf(sheet: SheetModel, at: Spot | Block): string {
  return `'${sheet.name.replaceAll("'", "''")}'!${rangeName({ rows: 1, columns: 1, ...at })}`;
}

/** The rows under the filter's heading, or under the frozen ones. */
function sortedBlock(sheet: SheetModel): Block {
  const { filter } = sheet;
  if (filter === null) return filledBlock(sheet, sheet.frozenRows + 1);
  const rows = Math.min(filter.row + filter.rows - 1, Math.max(lastRow(sheet), filter.row + 1)) - filter.row;
  return { row: filter.row + 1, column: filter.column, rows, columns: filter.columns };
}

function filledBlock(sheet: SheetModel, row: number): Block {
  return { row, column: 1, rows: Math.max(1, lastRow(sheet) - row + 1), columns: Math.max(1, lastColumn(sheet)) };
}
