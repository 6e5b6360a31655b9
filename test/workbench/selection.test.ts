// Where keys take the selection: over seen rows and columns only, never off the sheet.
import fc from 'fast-check';
import type { SheetView } from '../../local/workbench/grid-wire';
import { addressOf, geometryOf, isInside, isWhole, lettersOf } from '../../local/workbench/page/sheet-geometry';
import { type Key, movedBy, type Selection, seenSelection, selectionOf } from '../../local/workbench/page/sheet-selection';

const SHAPE: SheetView = {
  id: 0,
  rows: 30,
  columns: 8,
  hiddenRows: [
    [1, 1],
    [10, 5],
  ],
  hiddenColumns: [3],
  usual: { row: 21, column: 100 },
  heights: [],
  widths: [],
  frozenRows: 2,
  frozenColumns: 1,
  gridlines: true,
  filter: null,
};
const geometry = geometryOf(SHAPE);
const PAGE = { rows: 10, columns: 4 };

function key(text: string): Key {
  const parts = text.split('+');
  return {
    key: parts[parts.length - 1] ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Control'),
    metaKey: false,
  };
}

const spot = (address: string) => ({ row: Number(address.slice(1)), column: address.charCodeAt(0) - 64 });
test.each([
  ['a cell that was hidden', 'A1', 'A1', 'A2', 'A2'],
  ['a whole column, from the row of keys on', 'B1', 'B30', 'B2', 'B30'],
  ['a cell a filter took away', 'B12', 'B12', 'B15', 'B15'],
  ['a cell of a hidden column', 'C5', 'C5', 'D5', 'D5'],
  ['a cell that is seen', 'B5', 'D7', 'B5', 'D7'],
])('the active cell is one that is seen: %s', (_title, anchor, focus, seen, end) => {
  const held = selectionOf(spot(anchor), spot(focus));
  const shown = seenSelection(geometry, held);
  expect([addressOf(shown.anchor), addressOf(shown.focus)]).toEqual([seen, end]);
  if (anchor !== focus) expect(shown.block).toEqual(held.block);
});

const named = ({ anchor, focus }: Selection) =>
  [addressOf(anchor), addressOf(focus)].filter((name, i, all) => all.indexOf(name) === i).join(':');

test.each([
  ['D5', 'ArrowDown', 'D6'],
  ['D9', 'ArrowDown', 'D15'],
  ['B5', 'ArrowRight', 'D5'],
  ['A5', 'ArrowLeft', 'A5'],
  ['D9', 'Shift+ArrowDown', 'D9:D15'],
  ['D3', 'PageDown', 'D18'],
  ['D5', 'Home', 'A5'],
  ['D5', 'Control+Home', 'A3'],
  ['D5', 'Control+End', 'H30'],
  ['D5', 'Control+ArrowDown', 'D30'],
  ['B5', 'Tab', 'D5'],
  ['D5', 'Shift+Tab', 'B5'],
  ['D5', 'Shift+Enter', 'D4'],
])('from %s by %s to %s', (from, pressed, to) => {
  const moved = movedBy(geometry, selectionOf(spot(from)), key(pressed), PAGE);
  expect(moved && named(moved)).toBe(to);
});

test('other keys move nothing', () => {
  expect(movedBy(geometry, selectionOf(spot('D5')), key('a'), PAGE)).toBeNull();
});

test('however the keys are pressed, the selection stays on what is seen, and the block holds both its corners', () => {
  const keys = fc.array(
    fc.constantFrom(
      ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'Tab', 'Enter', 'Shift+Tab'],
      ...['Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+PageUp', 'Control+Home', 'Control+End', 'Control+Shift+End'],
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(keys, (pressed) => {
      let selection = selectionOf({ row: 3, column: 1 });
      for (const one of pressed) selection = movedBy(geometry, selection, key(one), PAGE) ?? selection;
      for (const corner of [selection.anchor, selection.focus]) {
        expect(geometry.rows.seen).toContain(corner.row);
        expect(geometry.columns.seen).toContain(corner.column);
        expect(isInside(selection.block, corner)).toBe(true);
      }
    }),
    { seed: 20260311, numRuns: 500 },
  );
});

test.each([
  ['B4', 'D9', true, 'a column hidden by hand is copied'],
  ['D9', 'D15', false, 'filtered rows lie between'],
  ['D10', 'D14', false, 'all of it is filtered'],
])('from %s to %s is whole: %s, %s', (from, to, whole) => {
  const { block } = selectionOf(spot(from), spot(to));
  const filter = { row: 2, column: 1, rows: 29, columns: 8 };
  expect(isWhole(geometryOf({ ...SHAPE, filter: { ...filter, active: [1] } }), block)).toBe(whole);
  expect(isWhole(geometryOf({ ...SHAPE, filter: { ...filter, active: [] } }), block)).toBe(true);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(lettersOf(column)).toBe(letters);
});
