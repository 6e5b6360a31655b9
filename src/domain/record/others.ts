// The other records of a table, as what is declared unique asks for them: indexed by value when a judgement first asks.
import type { Cell, TableTemplate } from '../../template/types';
import { cellAt, type Rows } from '../acts/rows';
import { plain } from '../text';
import type { Others } from './judge';

/** Columns that have to be read to know what is taken; none where a table declares nothing of the kind. */
export function comparedColumns({ columns }: Pick<TableTemplate, 'columns'>): string[] {
  const declared = Object.entries(columns).filter(([, column]) => column.kept !== 'script');
  return [
    ...new Set(
      declared.flatMap(([key, { unique, uniqueWith = [], oneFor }]) =>
        unique || uniqueWith.length > 0 || oneFor !== undefined
          ? [key, ...uniqueWith, ...(oneFor === undefined ? [] : [oneFor])]
          : [],
      ),
    ),
  ];
}

/** @returns for a record by its 0-based row all the others; null: it stands nowhere yet */
export function othersIn(table: Rows): (own: number | null) => Others {
  const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const rowsWith = (column: string, value: Cell) => {
    const index = indexes.get(column) ?? indexOf(table, column);
    indexes.set(column, index);
    return index.get(fold(value)) ?? [];
  };
  return (own) => ({
    isTaken: (column, value, same) =>
      rowsWith(column, value).some(
        (row) =>
          row !== own &&
          Object.entries(same).every(([key, cell]) => fold(cell) !== '' && fold(cellAt(table, row, key)) === fold(cell)),
      ),
    holdings: (column, value, other) =>
      rowsWith(column, value).flatMap((row) => (row === own ? [] : (cellAt(table, row, other) ?? []))),
  });
}

function indexOf(table: Rows, column: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row++) {
    const value = fold(cellAt(table, row, column));
    if (value === '') continue;
    const rows = index.get(value);
    if (rows === undefined) index.set(value, [row]);
    else rows.push(row);
  }
  return index;
}

/** What differs in width, case and blanks at its ends only is one value. */
function fold(cell: Cell): string {
  return cell === null ? '' : plain(String(cell)).toLowerCase();
}
