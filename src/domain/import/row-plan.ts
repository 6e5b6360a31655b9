// What an import plans for a row: plain data for whoever writes it into the workbook.
import type { Message } from '../../i18n/index';
import type { Cell, ColumnTemplate } from '../../template/types';
import type { Issue } from '../issues';
import type { DateOrder, KindContext } from '../kinds/index';
import type { SourceColumn } from './headers';

/** What of a mapping the plan needs; it may come back from a person who changed it. */
export type MappedColumn = Pick<SourceColumn, 'index' | 'header' | 'to' | 'key'>;

export interface PlanContext extends KindContext {
  readonly columns: Readonly<Record<string, ColumnTemplate>>;
  /** Groups of columns of which a row needs one, as the sheet declares them. */
  readonly oneOf: readonly (readonly string[])[];
  /** Cells a new record takes where the file says nothing, by key; before what kinds give by themselves. */
  readonly given?: Readonly<Record<string, Cell>>;
  /** By 0-based file column; see date-order.ts. */
  readonly dateOrders?: ReadonlyMap<number, DateOrder>;
}

/** A value that could not go where it belongs, or not whole; it goes to Quarantine as a cell entry. */
export interface Aside {
  readonly column: string;
  /** As given in the file. */
  readonly value: string;
  readonly reason: Message;
  readonly suggestion?: string;
}

/** `updated`: somebody known, who takes something from it; `duplicate`: somebody known, who takes nothing. */
export type RowOutcome = 'created' | 'updated' | 'duplicate' | 'invalid';

export interface RowPlan {
  /** Line of the file, 1-based. */
  readonly line: number;
  readonly outcome: RowOutcome;
  /** Why the row goes to Quarantine; only with `invalid`. */
  readonly reason?: Message;
  /** Canonical cells by column key, empty ones left out. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Keys of cells every new record has: the file says nothing of them. */
  readonly defaults: readonly string[];
  readonly issues: readonly Issue[];
  readonly asides: readonly Aside[];
}
