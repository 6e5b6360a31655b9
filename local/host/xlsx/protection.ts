// Protections as a file can say them: a protected sheet with open cells, and the ranges somebody guards by name.
import { type Area, ColumnRuns, type ProtectionModel, type SheetModel } from '../book';
import { areasOf, rangeText } from './formulas';
import { isGuarded } from './looks';
import { attributes, child, childrenOf, type Element, isTrue } from './xml';

/**
 * Nobody knows a text with this digest: programs that let people into a range by its password must not let anybody into ours. Who
 * may edit it, an .xlsx cannot say.
 */
const NO_PASSWORD = {
  algorithmName: 'SHA-512',
  hashValue: Buffer.alloc(64).toString('base64'),
  saltValue: Buffer.alloc(16).toString('base64'),
  spinCount: 100_000,
};

/** What stays allowed on a protected sheet: widths, heights, sorting and filtering harm nothing. A `0` allows. */
const ALLOWED = { formatColumns: false, formatRows: false, sort: false, autoFilter: false };

/** `<sheetProtection>` and `<protectedRanges>`, or nothing. Open cells are open by their look. */
export function protectionXml(sheet: SheetModel): string {
  if (!isGuarded(sheet)) return '';
  const whole = `<sheetProtection${attributes({ sheet: true, objects: true, scenarios: true, ...ALLOWED })}/>`;
  const names = new Set<string>();
  const ranges = sheet.protections.flatMap(({ area, warningOnly, description }) => {
    if (area === null || warningOnly) return [];
    return [`<protectedRange${attributes({ ...NO_PASSWORD, sqref: rangeText(area), name: nameOf(description, names) })}/>`];
  });
  return ranges.length === 0 ? whole : `${whole}<protectedRanges>${ranges.join('')}</protectedRanges>`;
}

function nameOf(description: string, taken: Set<string>): string {
  const base = description.replace(/[^\p{L}\p{N}_]+/gu, '_').slice(0, 200) || 'range';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** @param open by 1-based column, the rows whose cells are not locked */
export function readProtections(
  root: Element,
  sheet: SheetModel,
  open: ReadonlyMap<number, ColumnRuns<true>>,
  nextId: () => string,
): ProtectionModel[] {
  if (!isTrue(child(root, 'sheetProtection')?.attributes['sheet'])) return [];
  const guard = (type: 'RANGE' | 'SHEET', area: Area | null, description: string, unprotected: Area[]): ProtectionModel => ({
    id: nextId(),
    type,
    area,
    sheetId: sheet.id,
    description,
    warningOnly: false,
    domainEdit: false,
    editors: [],
    unprotected,
  });
  const ranges = childrenOf(child(root, 'protectedRanges'), 'protectedRange').flatMap(
    ({ attributes: { sqref = '', name = '' } }) => areasOf(sqref, sheet).map((area) => guard('RANGE', area, name, [])),
  );
  const areas = ranges.flatMap(({ area }) => (area ? [area] : []));
  const openAreas = rectanglesOf(open, sheet);
  // A sheet on which nothing else is locked is only guarded in its ranges.
  const onlyRanges =
    ranges.length > 0 && JSON.stringify(openAreas) === JSON.stringify(rectanglesOf(outside(areas, sheet), sheet));
  return onlyRanges ? ranges : [guard('SHEET', null, '', openAreas), ...ranges];
}

function outside(areas: readonly Area[], sheet: SheetModel): Map<number, ColumnRuns<true>> {
  const open = new Map<number, ColumnRuns<true>>();
  for (let column = 1; column <= sheet.maxColumns; column++) {
    const runs = new ColumnRuns<true>();
    runs.set(1, sheet.maxRows, true);
    for (const area of areas) {
      if (column >= area.column && column < area.column + area.columns) runs.set(area.row, area.rows, null);
    }
    open.set(column, runs);
  }
  return open;
}

/** The same cells as few rectangles: equal runs of neighbouring columns are joined. */
function rectanglesOf(open: ReadonlyMap<number, ColumnRuns<true>>, sheet: SheetModel): Area[] {
  const areas: Area[] = [];
  for (let column = 1; column <= sheet.maxColumns; column++) {
    for (const [row, rows] of open.get(column)?.runs(sheet.maxRows) ?? []) {
      const beside = areas.findIndex((area) => area.row === row && area.rows === rows && area.column + area.columns === column);
      const left = areas[beside];
      if (left) areas[beside] = { ...left, columns: left.columns + 1 };
      else areas.push({ sheetId: sheet.id, row, rows, column, columns: 1 });
    }
  }
  return areas;
}
