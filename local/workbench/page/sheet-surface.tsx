// The grid's surface: scrolls the cells, and hands pointer, keys and clipboard to whoever answers them.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FrontView } from '../frame-wire';
import type { CellDetail, Spot } from '../grid-wire';
import { asked } from './asked';
import { type Refusal, useActs } from './sheet-acts';
import { FormulaBar } from './sheet-bar';
import { Editor } from './sheet-editor';
import { addressOf, type Geometry, HEAD } from './sheet-geometry';
import { useHands } from './sheet-hands';
import { type Opened, SheetMenu } from './sheet-menus';
import { Rows } from './sheet-rows';
import { firstSpot, type Selection, seenSelection, selectionOf } from './sheet-selection';
import { type Drawn, useTiles } from './sheet-tiles';
import { Tip } from './sheet-tip';
import { useView } from './sheet-virtual';

interface SurfaceProps {
  readonly id: number;
  readonly name: string;
  readonly geometry: Geometry;
  readonly stamp: string;
  readonly front: FrontView | null;
  readonly children: ComponentChildren;
}

/** Waits so long before it asks about the active cell: arrow keys pass by. */
const PASSING = 60;
/** Pixels a tip takes at most, with room beside it: it ends before the edge of the view. */
const TIP = 312;

export function Surface({ id, name, geometry, stamp, front, children }: SurfaceProps) {
  const { rows, columns } = geometry;
  const box = useRef<HTMLDivElement>(null);
  const typing = useRef<HTMLTextAreaElement>(null);
  const bar = useRef<HTMLInputElement>(null);
  const down = useView('rows', rows, HEAD.height, box);
  const across = useView('columns', columns, HEAD.width, box);
  const [held, setSelection] = useState<Selection>(() => selectionOf(firstSpot(geometry)));
  const selection = useMemo(() => seenSelection(geometry, held), [geometry, held]);
  const [hover, setHover] = useState<Spot | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [menu, setMenu] = useState<Opened | null>(null);

  const refused = useRef<(refusal: Refusal) => void>(setRefusal);
  const acts = useActs((found) => refused.current(found));
  const indices = (axis: Geometry['rows'], view: typeof down) => [
    ...Array.from({ length: axis.frozen }, (_, index) => index),
    ...view.items.map(({ index }) => index),
  ];
  const [rowsDrawn, columnsDrawn] = [indices(rows, down), indices(columns, across)];
  const { at, arrivals } = useTiles(id, stamp, rowsDrawn, columnsDrawn, acts.drawn);
  const drawnAt = (spot: Spot): Drawn | null =>
    at({ ...spot, rowIndex: rows.indexOf(spot.row), columnIndex: columns.indexOf(spot.column) });
  const { anchor } = selection;
  const detail = useDetail(id, anchor, stamp);

  const select = (next: Selection, shown = true) => {
    setSelection(next);
    setHover(null);
    if (!shown) return;
    down.show(rows.indexOf(next.focus.row));
    across.show(columns.indexOf(next.focus.column));
  };
  useEffect(() => {
    if (front === null || front.at === null) return;
    const { row, column, rows: high, columns: wide } = front.at;
    const anchor = { row, column };
    select(selectionOf(anchor, { row: row + high - 1, column: column + wide - 1 }), false);
    down.show(rows.indexOf(row));
    across.show(columns.indexOf(column));
    // Once for each time the script asks: the person goes on from there.
  }, [front?.times]);
  const hands = useHands({
    sheet: id,
    geometry,
    selection,
    select,
    page: { rows: down.page, columns: across.page },
    detail,
    drawnAt,
    acts,
    refusal,
    setRefusal,
    typing,
    bar,
    openMenu: setMenu,
  });
  refused.current = hands.refused;

  const { editing, options, copied } = hands;
  const { pending } = acts;
  // Some hundred cells: not drawn anew with each letter that is typed.
  const cells = useMemo(
    () => (
      <Rows geometry={geometry} down={down} across={across} selection={selection} at={at} copied={copied} pending={pending} />
    ),
    [geometry, down.items, across.items, across.total, selection, copied, pending, arrivals],
  );
  const placeOf = ({ row, column }: Spot) => ({
    left: across.startOf(columns.indexOf(column)),
    top: down.startOf(rows.indexOf(row)),
    width: columns.sizeOf(column),
    height: rows.sizeOf(row),
  });
  const said = refusal?.spot ?? hover ?? anchor;
  const saidAt = placeOf(said);
  const view = box.current;
  // Over the cell where there is no room under it.
  const below = view === null || saidAt.top + saidAt.height + 120 < view.scrollTop + view.clientHeight;
  return (
    <section class="grid-frame" aria-label={name}>
      <FormulaBar
        address={addressOf(anchor)}
        text={editing?.text ?? detail?.input ?? ''}
        box={bar}
        typed={hands.typedInBar}
        ended={hands.endedInBar}
        left={hands.left}
      />
      <div ref={box} class={geometry.shape.gridlines ? 'grid-box' : 'grid-box bare'} onScroll={() => setHover(null)}>
        {/* Keys are the editor's, which has the focus. */}
        <div
          class="canvas"
          style={{ width: `${across.total}px`, height: `${down.total}px` }}
          onPointerDown={hands.pressed}
          onPointerMove={hands.dragged}
          onPointerOver={(event) => setHover(hands.tellingSpot(event))}
          onPointerLeave={() => setHover(null)}
          onDblClick={hands.opened}
          onContextMenu={hands.asked}
        >
          <div
            role="grid"
            aria-label={name}
            aria-rowcount={geometry.shape.rows + 1}
            aria-colcount={geometry.shape.columns + 1}
            aria-multiselectable="true"
          >
            {cells}
          </div>
          <div class="over" style={{ left: `${HEAD.width}px`, top: `${HEAD.height}px` }}>
            {children}
          </div>
          <Editor
            box={typing}
            spot={editing?.spot ?? anchor}
            drawn={rowsDrawn.includes(rows.indexOf(anchor.row)) && columnsDrawn.includes(columns.indexOf(anchor.column))}
            place={placeOf(editing?.spot ?? anchor)}
            editing={editing}
            options={options}
            typed={hands.typed}
            picked={hands.picked}
            left={hands.left}
            on={hands.on}
          />
          <Tip
            at={{
              left: `${Math.min(saidAt.left + 8, view === null ? Infinity : view.scrollLeft + view.clientWidth - TIP)}px`,
              top: `${below ? saidAt.top + saidAt.height + 4 : saidAt.top - 4}px`,
              transform: below ? 'none' : 'translateY(-100%)',
            }}
            refusal={refusal}
            cell={options === null ? (drawnAt(said)?.cell ?? null) : null}
            hint={options === null && said === anchor ? (detail?.hint ?? null) : null}
          />
        </div>
      </div>
      {menu !== null && (
        <SheetMenu
          sheet={id}
          opened={menu}
          selection={selection}
          hasFilter={geometry.shape.filter !== null}
          run={(act) => void acts.run(act, anchor)}
          close={() => {
            setMenu(null);
            typing.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </section>
  );
}

/** The active cell as its editor wants it; null until it has come. */
function useDetail(sheet: number, { row, column }: Spot, stamp: string): CellDetail | null {
  const [known, setKnown] = useState<{ key: string; detail: CellDetail } | null>(null);
  const key = `${sheet} ${row} ${column}`;
  useEffect(() => {
    let late = false;
    const wait = setTimeout(() => {
      asked<CellDetail>('/cell', { sheet, row, column }).then(
        (detail) => late || setKnown({ key: `${sheet} ${row} ${column}`, detail }),
        () => undefined,
      );
    }, PASSING);
    return () => {
      late = true;
      clearTimeout(wait);
    };
    // Another stamp may be another content.
  }, [sheet, row, column, stamp]);
  return known?.key === key ? known.detail : null;
}
