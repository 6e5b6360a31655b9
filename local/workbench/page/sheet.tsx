// One sheet to look at: only the rows in view are asked for and drawn; frozen rows and columns stand still.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellView, SheetView, StyleView, WindowView } from '../wire';
import { asked } from './asked';
import { Charts } from './charts';
import { type Layout, layOut } from './layout';

/** Rows drawn above and below those in view, so that scrolling shows no gap. */
const AROUND = 20;

export interface SheetProps {
  readonly id: number;
  readonly name: string;
  readonly revision: number;
}

export function Sheet({ id, name, revision }: SheetProps) {
  const [layout, setLayout] = useState<Layout | null>(null);
  const [head, setHead] = useState<WindowView | null>(null);
  const [view, setView] = useState<WindowView | null>(null);
  const [range, setRange] = useState({ row: 1, rows: 60 });
  const box = useRef<HTMLDivElement>(null);
  const asking = useRef(0);

  useEffect(() => {
    void asked<SheetView>('/sheet', { sheet: id }).then((shape) => setLayout(layOut(shape)));
  }, [id, revision]);
  useEffect(() => {
    const frozen = layout?.shape.frozenRows ?? 0;
    if (frozen > 0) void asked<WindowView>('/window', { sheet: id, row: 1, rows: frozen }).then(setHead);
  }, [id, layout]);
  useEffect(() => {
    if (layout === null) return;
    asking.current += 1;
    const mine = asking.current;
    void asked<WindowView>('/window', { sheet: id, ...range }).then((answer) => {
      // A later window has been asked for: an older answer would jump back.
      if (mine === asking.current) setView(answer);
    });
  }, [id, layout, range]);

  const scrolled = () => {
    if (layout === null || box.current === null) return;
    const { scrollTop, clientHeight } = box.current;
    const first = layout.rowAt(scrollTop + layout.frozenHeight);
    const last = layout.rowAt(scrollTop + clientHeight);
    const covered = range.row <= first && last < range.row + range.rows;
    if (!covered) setRange({ row: Math.max(1, first - AROUND), rows: last - first + 2 * AROUND });
  };
  return (
    // Scrolls by keyboard too, so it takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section class="sheet" aria-label={name} ref={box} onScroll={scrolled} tabIndex={0}>
      {layout !== null && view !== null && <Grid layout={layout} head={head} view={view} name={name} />}
      {layout !== null && (
        <div class="over" style={{ left: px(layout.gutter) }}>
          <Charts sheet={id} revision={revision} />
        </div>
      )}
    </section>
  );
}

interface GridProps {
  readonly layout: Layout;
  readonly head: WindowView | null;
  readonly view: WindowView;
  readonly name: string;
}

function Grid({ layout, head, view, name }: GridProps) {
  const { shape } = layout;
  const first = Math.max(view.row, shape.frozenRows + 1);
  const after = view.row + view.lines.length;
  return (
    <table
      class={shape.gridlines ? 'grid' : 'grid bare'}
      style={{ width: px(layout.width) }}
      aria-label={name}
      aria-rowcount={shape.rows}
    >
      <colgroup>
        <col style={{ width: px(layout.gutter) }} />
        {shape.columns.map(({ column, width }) => (
          <col key={column} style={{ width: px(width) }} />
        ))}
      </colgroup>
      <thead>
        {head?.lines.map((line, i) => (
          <Line key={head.row + i} layout={layout} row={head.row + i} line={line} of={head} head />
        ))}
      </thead>
      <tbody>
        <Space layout={layout} height={layout.topOf(first) - layout.topOf(shape.frozenRows + 1)} />
        {view.lines.map((line, i) => {
          const row = view.row + i;
          return row >= first && <Line key={row} layout={layout} row={row} line={line} of={view} />;
        })}
        <Space layout={layout} height={layout.topOf(shape.rows + 1) - layout.topOf(after)} />
      </tbody>
    </table>
  );
}

/** Stands for rows that are not drawn. */
function Space({ layout, height }: { layout: Layout; height: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td class="space" style={{ height: px(height) }} colSpan={layout.shape.columns.length + 1} />
    </tr>
  );
}

interface LineProps {
  readonly layout: Layout;
  readonly row: number;
  readonly line: readonly CellView[];
  readonly of: WindowView;
  readonly head?: boolean;
}

function Line({ layout, row, line, of, head }: LineProps) {
  if (layout.isHidden(row)) return null;
  const { shape } = layout;
  const height = layout.heightOf(row);
  const top = head === true ? { top: px(layout.topOf(row)) } : {};
  return (
    <tr style={{ height: px(height) }} aria-rowindex={row}>
      <th scope="row" class="number" style={top}>
        {row}
      </th>
      {line.map((cell, i) => {
        const frozen = i < shape.frozenColumns;
        const style = { ...top, ...(frozen && { left: px(layout.leftOf(i)) }), ...looks(of.styles[cell.style]) };
        const key = shape.columns[i]?.column;
        const kind = [frozen && 'frozen', frozen && i === shape.frozenColumns - 1 && 'edge', cell.list && 'list'].filter(Boolean);
        return (
          <td key={key} class={kind.join(' ')} style={style}>
            {cell.text}
          </td>
        );
      })}
    </tr>
  );
}

function px(pixels: number): string {
  return `${pixels}px`;
}

function looks(style: StyleView | undefined): Record<string, string | number> {
  if (style === undefined) return {};
  return {
    ...(style.ground !== null && { backgroundColor: style.ground }),
    ...(style.ink !== null && { color: style.ink }),
    ...(style.bold && { fontWeight: 700 }),
    ...(style.italic && { fontStyle: 'italic' }),
    ...(style.line !== 'none' && { textDecoration: style.line }),
    ...(style.size !== 10 && { fontSize: `${style.size}pt` }),
    ...(style.wrap && { whiteSpace: 'pre-wrap' }),
    textAlign: style.align,
  };
}
