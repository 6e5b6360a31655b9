// Sheets, columns and frames: made, named, shown and hidden.
import { FIRST_ROW } from '../domain/plan/index';
import type { Acts, Op, Site } from './apply-site';
import type { Sheet } from './run';

/** What `insertSheet` makes. */
const [NEW_ROWS, NEW_COLUMNS] = [1000, 26];

export const sheetActs: Acts<
  | 'addSheet'
  | 'addColumns'
  | 'frame'
  | 'hideColumns'
  | 'showColumns'
  | 'hideSheet'
  | 'showSheet'
  | 'renameSheet'
  | 'renameKey'
  | 'insertHead'
  | 'activate'
> = {
  addSheet,
  addColumns(site, { sheet, have, count }) {
    site.sheet(sheet).insertColumnsAfter(have, count);
  },
  frame,
  hideColumns(site, { sheet, spans }) {
    for (const { column, columns } of spans) site.sheet(sheet).hideColumns(column, columns);
  },
  showColumns(site, { sheet, spans }) {
    for (const { column, columns } of spans) site.sheet(sheet).showColumns(column, columns);
  },
  hideSheet(site, { sheet }) {
    site.sheet(sheet).hideSheet();
  },
  showSheet(site, { sheet }) {
    site.sheet(sheet).showSheet();
  },
  renameSheet(site, { sheet, name }) {
    site.sheet(sheet).setName(name);
  },
  renameKey(site, { sheet, from, to }) {
    const at = site.keysOf(sheet).indexOf(from);
    if (at >= 0)
      site
        .sheet(sheet)
        .getRange(1, at + 1)
        .setValue(to);
  },
  insertHead(site, { sheet, row }) {
    // A row takes after the one above, not after the data below, whose rules would refuse the labels.
    if (row === 1) site.sheet(sheet).insertRowsBefore(1, 1);
    else site.sheet(sheet).insertRowsAfter(1, 1);
  },
  activate(site, { sheet }) {
    site.sheet(sheet).activate();
  },
};

function addSheet(site: Site, { sheet: key, name, after, reuse, rows, columns }: Op<'addSheet'>): void {
  const { reading, run } = site;
  const begun = reading.all.find((one) => one.getSheetId() === reuse) ?? null;
  let sheet: Sheet;
  if (begun === null) {
    const index = after === null ? reading.all.length : site.sheet(after).getIndex();
    sheet = run.ss.insertSheet(name, index);
    site.inserted.add(key);
    resize(sheet, NEW_ROWS, NEW_COLUMNS, rows, columns);
  } else {
    sheet = begun;
    sheet.setName(name);
    resize(sheet, sheet.getMaxRows(), sheet.getMaxColumns(), rows, columns);
  }
  reading.sheets.set(key, sheet);
  site.fresh.add(key);
  site.sized(key, rows);
}

function resize(sheet: Sheet, haveRows: number, haveColumns: number, rows: number, columns: number): void {
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
  if (haveColumns > columns) sheet.deleteColumns(columns + 1, haveColumns - columns);
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveRows > rows) sheet.deleteRows(rows + 1, haveRows - rows);
}

function frame(site: Site, { sheet: key, ...looks }: Op<'frame'>): void {
  const sheet = site.sheet(key);
  if (looks.hideFirstRow) sheet.hideRows(1);
  if (looks.frozenRows > 0) sheet.setFrozenRows(looks.frozenRows);
  if (looks.frozenColumns > 0) sheet.setFrozenColumns(looks.frozenColumns);
  if (looks.filter !== null && (site.inserted.has(key) || sheet.getFilter() === null)) {
    const { column, columns } = looks.filter;
    sheet.getRange(FIRST_ROW - 1, column, site.rowsOf(key) - FIRST_ROW + 2, columns).createFilter();
  }
  if (looks.tabColour !== null) sheet.setTabColor(looks.tabColour);
  if (!looks.gridlines) sheet.setHiddenGridlines(true);
}
