// The cells themselves: letters and standing rows on top, numbers and standing columns at the left, the rest as it scrolls by.
import type { Block, CellView, FilterView, StyleView } from '../grid-wire';
import { addressOf, type Geometry, HEAD, isInside, lettersOf } from './sheet-geometry';
import type { Selection } from './sheet-selection';
import type { Drawn, Place } from './sheet-tiles';
import type { View } from './sheet-virtual';
import { t } from './words';

export interface RowsProps {
  readonly geometry: Geometry;
  readonly down: View;
  readonly across: View;
  readonly selection: Selection;
  at(place: Place): Drawn | null;
  /** Copied or cut, not yet pasted. */
  readonly copied: Block | null;
  /** What was typed and has not come back yet, by address. */
  readonly pending: ReadonlyMap<string, string>;
}

interface Column {
  readonly index: number;
  readonly position: number;
  readonly size: number;
  /** Pixels from the row's beginning, of the standing ones; before it, of the first that scrolls. */
  readonly left: number | null;
  readonly gap: number;
}

/** The grid's rows; stands in a canvas as large as the whole sheet. */
export function Rows(props: RowsProps) {
  const { geometry, down, across, selection } = props;
  const { rows } = geometry;
  const columns = columnsOf(geometry, across);
  const width = across.total;
  const standing = rows.seen.slice(0, rows.frozen);
  const line = { ...props, columns, width };
  return (
    <>
      <div class="top" style={{ width: px(width) }}>
        <div role="row" class="letters" aria-rowindex={1} style={{ height: px(HEAD.height) }}>
          <div role="columnheader" class="corner" style={{ width: px(HEAD.width) }} data-corner="">
            <span class="unseen">{t('grid.all')}</span>
          </div>
          {columns.map(({ index, position, size, left, gap }) => (
            <div
              key={position}
              role="columnheader"
              class={classes(
                left !== null && 'frozen',
                isEdge(geometry, index) && 'edge',
                isLit(selection.block, position) && 'lit',
              )}
              aria-colindex={position + 1}
              data-column={position}
              style={{ width: px(size), left: px(left), marginLeft: px(gap) }}
            >
              {lettersOf(position)}
            </div>
          ))}
        </div>
        {standing.map((row, index) => (
          <Line key={row} {...line} row={row} index={index} last={index === standing.length - 1} />
        ))}
      </div>
      {down.items.map(({ index, position, start }) => (
        <Line key={position} {...line} row={position} index={index} top={start} />
      ))}
    </>
  );
}

function columnsOf({ columns }: Geometry, { items }: View): Column[] {
  let left = HEAD.width;
  const standing = columns.seen.slice(0, columns.frozen).map((position, index): Column => {
    const size = columns.sizeOf(position);
    left += size;
    return { index, position, size, left: left - size, gap: 0 };
  });
  return [
    ...standing,
    ...items.map(({ index, position, size, start }, i) => ({
      index,
      position,
      size,
      left: null,
      gap: i === 0 ? start - left : 0,
    })),
  ];
}

interface LineProps extends RowsProps {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly row: number;
  readonly index: number;
  readonly top?: number;
  readonly last?: boolean;
}

function Line({ geometry, columns, width, row, index, top, last, selection, at, copied, pending }: LineProps) {
  const height = geometry.rows.sizeOf(row);
  const drawn = columns.map(({ index: columnIndex, position }) => at({ rowIndex: index, columnIndex, row, column: position }));
  const lit = row >= selection.block.row && row < selection.block.row + selection.block.rows;
  return (
    <div
      role="row"
      class={classes('row', top !== undefined && 'scrolling', last === true && 'last')}
      aria-rowindex={row + 1}
      style={{ height: px(height), width: px(width), top: px(top ?? null) }}
    >
      <div role="rowheader" class={classes('number', lit && 'lit')} data-row={row} style={{ width: px(HEAD.width) }}>
        {row}
      </div>
      {columns.map((column, i) => (
        <Cell
          key={column.position}
          row={row}
          column={column}
          edge={isEdge(geometry, column.index)}
          drawn={drawn[i] ?? null}
          spill={spillOf(columns, drawn, i)}
          selection={selection}
          filter={geometry.shape.filter}
          copied={copied}
          pending={pending.get(addressOf({ row, column: column.position }))}
        />
      ))}
    </div>
  );
}

interface CellProps {
  readonly row: number;
  readonly column: Column;
  readonly edge: boolean;
  readonly drawn: Drawn | null;
  /** Pixels of empty neighbours the text may run over. */
  readonly spill: number;
  readonly selection: Selection;
  readonly filter: FilterView | null;
  readonly copied: Block | null;
  readonly pending: string | undefined;
}

function Cell({ row, column: { position, size, left, gap }, edge, drawn, spill, selection, filter, copied, pending }: CellProps) {
  const spot = { row, column: position };
  const active = selection.anchor.row === row && selection.anchor.column === position;
  const inside = isInside(selection.block, spot);
  const cell = drawn?.cell;
  const sifted = filter !== null && filter.row === row && position >= filter.column && position < filter.column + filter.columns;
  return (
    <div
      role="gridcell"
      id={cellId(row, position)}
      class={classes(
        left !== null && 'frozen',
        edge && 'edge',
        inside && !active && 'in',
        active && 'active',
        copied !== null && isInside(copied, spot) && 'copied',
        cell?.locked && 'locked',
        cell?.note !== undefined && 'noted',
        cell?.invalid && 'invalid',
        pending !== undefined && 'pending',
      )}
      aria-colindex={position + 1}
      aria-selected={inside}
      aria-readonly={cell?.locked}
      aria-invalid={cell?.invalid}
      data-row={row}
      data-column={position}
      style={{ width: px(size), left: px(left), marginLeft: px(gap), ...looksOf(drawn?.style) }}
    >
      <Content cell={cell} text={pending} width={spill > 0 ? size + spill : null} />
      {cell?.list && <span class="arrow" aria-hidden="true" data-arrow="list" />}
      {sifted && (
        <span class={classes('arrow', filter.active.includes(position) && 'on')} aria-hidden="true" data-arrow="filter" />
      )}
    </div>
  );
}

/** @param text shown in the place of the cell's own */
function Content({ cell, text, width }: { cell: CellView | undefined; text: string | undefined; width: number | null }) {
  if (cell?.check !== undefined) {
    return (
      <span class={cell.check ? 'box ticked' : 'box'} role="img" aria-label={t(cell.check ? 'grid.ticked' : 'grid.unticked')} />
    );
  }
  return (
    <span class="text" style={width === null ? {} : { width: px(width - 6), position: 'absolute' }}>
      {text ?? cell?.text ?? ''}
    </span>
  );
}

/** Text that no neighbour stands in the way of runs on, as in Sheets. */
function spillOf(columns: readonly Column[], drawn: readonly (Drawn | null)[], i: number): number {
  const own = drawn[i];
  if (!own || own.cell.text === '' || own.cell.list || own.style.wrap || own.style.align !== 'left') return 0;
  let room = 0;
  for (let next = i + 1; next < columns.length; next++) {
    const column = columns[next];
    const neighbour = drawn[next];
    // Over the edge of what stands still nothing runs.
    if (column === undefined || (column.left === null) !== (columns[i]?.left === null)) break;
    if (neighbour?.cell.text !== '' || neighbour.cell.check !== undefined || neighbour.cell.list) break;
    room += column.size;
  }
  return room;
}

export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

function isEdge({ columns }: Geometry, index: number): boolean {
  return index === columns.frozen - 1;
}

function isLit({ column, columns }: Selection['block'], position: number): boolean {
  return position >= column && position < column + columns;
}

const looks = new WeakMap<StyleView, Record<string, string | number>>();

function looksOf(style: StyleView | undefined): Record<string, string | number> {
  if (style === undefined) return {};
  let known = looks.get(style);
  if (known === undefined) {
    const [top, right, bottom, left] = style.borders ?? [];
    const lines = [top && `inset 0 1px ${top}`, right && `inset -1px 0 ${right}`, bottom && `inset 0 -1px ${bottom}`];
    const shadow = [...lines, left && `inset 1px 0 ${left}`].filter(Boolean).join(', ');
    known = {
      ...(style.ground !== null && { backgroundColor: style.ground }),
      ...(style.ink !== null && { color: style.ink }),
      ...(style.bold && { fontWeight: 700 }),
      ...(style.italic && { fontStyle: 'italic' }),
      ...(style.line !== 'none' && { textDecoration: style.line }),
      ...(style.size !== 10 && { fontSize: `${style.size}pt`, lineHeight: 1.25 }),
      ...(style.wrap && { whiteSpace: 'pre-wrap' }),
      ...(style.align !== 'left' && { justifyContent: style.align === 'right' ? 'flex-end' : 'center', textAlign: style.align }),
      ...(shadow !== '' && { boxShadow: shadow }),
    };
    looks.set(style, known);
  }
  return known;
}

function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** No style at all for `null` and for no gap. */
function px(pixels: number | null): string | undefined {
  return pixels === null || pixels === 0 ? undefined : `${pixels}px`;
}
