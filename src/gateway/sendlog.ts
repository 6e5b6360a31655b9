// The ledger of mail in the SendLog sheet: a line stands there before a mail goes, and what became of it after.
import type { LedgerEntry, SendState } from '../domain/reminders/ledger';
import type { Run } from './run';
import { FIRST_ROW, findSheet, makeRoom, recordOf, type Table, writeRecords } from './table';

/** Lines read from the end: days of mail of the largest team. What is older is never needed again. */
const TAIL = 1000;

/** A line of the ledger and where it stands. */
export interface LedgerLine extends LedgerEntry {
  readonly recipient: string;
  readonly kind: string;
  readonly ids: string;
}

export interface Ledger {
  readonly lines: ReadonlyMap<string, LedgerLine>;
  /** Adds a line, or changes the one of that key; one service write. What is bundled is sent to the sheet at once. */
  write(line: Omit<LedgerLine, 'at'>, quotaLeft: number | null): void;
}

/** The ledger, or null before the first mail. Three service reads, whatever its length. */
export function openLedger(run: Run): Ledger | null {
  const sheet = findSheet(run, 'send_log');
  if (sheet === null) return null;
  const lastRow = Math.max(FIRST_ROW - 1, sheet.getLastRow());
  const [keys = []] = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues();
  const columns = new Map(keys.map((key, i) => [String(key), i]));
  const first = Math.max(FIRST_ROW, lastRow - TAIL + 1);
  const count = lastRow - first + 1;
  const rows =
    count < 1
      ? []
      : sheet
          .getRange(first, 1, count, keys.length)
          .getValues()
          .map((row) => row.map((cell) => (cell === '' ? null : String(cell))));
  const table: Table = { key: 'send_log', sheet, columns, labels: [], rows, left: 0 };
  return new SheetLedger(table, first);
}

class SheetLedger implements Ledger {
  readonly lines = new Map<string, LedgerLine>();
  private readonly rowOf = new Map<string, number>();
  private readonly table: Table;
  private nextRow: number;

  constructor(table: Table, first: number) {
    this.table = table;
    this.nextRow = first + table.rows.length;
    table.rows.forEach((row, i) => {
      const line = lineOf(recordOf(table, row));
      this.lines.set(line.key, line);
      this.rowOf.set(line.key, first + i);
    });
  }

  write(line: Omit<LedgerLine, 'at'>, quotaLeft: number | null): void {
    const at = new Date().toISOString();
    const record = { ...line, quota_left: quotaLeft, at };
    const row = this.rowOf.get(line.key);
    if (row === undefined) {
      makeRoom(this.table.sheet, this.nextRow);
      writeRecords(this.table, this.nextRow, [record]);
      this.rowOf.set(line.key, this.nextRow++);
    } else {
      writeRecords(this.table, row, [record]);
    }
    this.lines.set(line.key, { ...line, at });
    // A mail must not go before its line stands.
    SpreadsheetApp.flush();
  }
}

function lineOf(record: Readonly<Record<string, unknown>>): LedgerLine {
  const text = (key: string) => String(record[key] ?? '');
  return {
    key: text('key'),
    recipient: text('recipient'),
    kind: text('kind'),
    ids: text('ids'),
    state: text('state') as SendState,
    error: text('error'),
    at: text('at'),
  };
}
