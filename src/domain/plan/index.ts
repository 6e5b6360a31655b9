// The template plan's door: snapshot in, operations out.
export { a1, areaOf, runsOf, sameAreas } from './areas';
export { noteOf } from './columns';
export { hasContents } from './contents';
export type { Choice, Circumstances } from './context';
export { FIRST_ROW, markerOf, OPEN_ROWS } from './formats';
export { normalForm } from './formulas';
export { plainFormat } from './number-formats';
export * from './operations';
export { PAGE_MARK } from './page';
export { HEADER_TAG, isPlanned, rolesIn, SYSTEM_TAG } from './protections';
export * from './snapshot';
export { strokes } from './strokes';
export { onCell } from './table-surface';
export { type Migrations, namesMade, type Plan, planWorkbook, sheetsNamedIn, widthsBefore } from './workbook';
