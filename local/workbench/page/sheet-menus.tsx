// Which menu opens where in the grid, and what its items do.
import type { GridAct } from '../grid-wire';
import { FilterMenu, Menu, type MenuItem, type MenuPlace } from './sheet-menu';
import type { Selection } from './sheet-selection';
import { t } from './words';

export interface Opened {
  readonly kind: 'cell' | 'row' | 'column' | 'filter';
  readonly column: number;
  readonly place: MenuPlace;
}

interface SheetMenuProps {
  readonly sheet: number;
  readonly opened: Opened;
  readonly selection: Selection;
  readonly hasFilter: boolean;
  run(act: GridAct): void;
  close(): void;
}

export function SheetMenu({ sheet, opened, selection, hasFilter, run, close }: SheetMenuProps) {
  const { kind, column, place } = opened;
  const { block } = selection;
  const sort = (ascending: boolean) => run({ act: 'sort', sheet, column, ascending });
  if (kind === 'filter') {
    return (
      <FilterMenu
        place={place}
        sheet={sheet}
        column={column}
        sort={sort}
        apply={(hidden) => run({ act: 'filter', sheet, column, hidden })}
        close={close}
      />
    );
  }
  const item = (code: string, act: GridAct, count = 0): MenuItem => ({ caption: t(code, count), run: () => run(act) });
  const rows = { sheet, count: block.rows };
  const columns = { sheet, count: block.columns };
  const ofRows = [
    item('grid.rowsAbove', { act: 'insertRows', ...rows, first: block.row }, block.rows),
    item('grid.rowsBelow', { act: 'insertRows', ...rows, first: block.row + block.rows }, block.rows),
    item('grid.deleteRows', { act: 'deleteRows', ...rows, first: block.row }, block.rows),
  ];
  const ofColumns = [
    item('grid.columnsLeft', { act: 'insertColumns', ...columns, first: block.column }, block.columns),
    item('grid.columnsRight', { act: 'insertColumns', ...columns, first: block.column + block.columns }, block.columns),
    item('grid.deleteColumns', { act: 'deleteColumns', ...columns, first: block.column }, block.columns),
  ];
  const items: MenuItem[] = [
    ...(kind === 'column' ? [] : ofRows),
    ...(kind === 'row' ? [] : ofColumns),
    'line',
    item('grid.clear', { act: 'clear', sheet, at: block }),
    'line',
    { caption: t('grid.sortUp'), run: () => sort(true) },
    { caption: t('grid.sortDown'), run: () => sort(false) },
    ...(hasFilter ? [] : [item('grid.makeFilter', { act: 'makeFilter', sheet })]),
  ];
  return <Menu place={place} label={t('grid.menu')} items={items} close={close} />;
}
