// Record linkage for the command line: a table as text in, the cluster of each row out. Nothing of a workbook is touched.
import { detectDelimiter, readRecords } from '../domain/import/index';
import { type Certainty, inferKind, type LinkKind, link, linkKinds } from '../domain/linkage/index';
import type { Args, MessageCode } from '../i18n/index';

interface Request {
  readonly csv: string;
  /** Kind of each column by its header; absent: worked out from headers and values. */
  readonly kinds?: Readonly<Record<string, string>>;
  readonly certainty: Certainty;
  /** Told the name of each stage as it ends. */
  readonly mark: (stage: string) => void;
}

type Answer =
  | {
      readonly ok: true;
      readonly ids: readonly string[];
      readonly cluster: Int32Array;
      readonly confidence: Float64Array;
      readonly candidates: number;
      readonly kinds: Readonly<Record<string, LinkKind>>;
      readonly passes: readonly { readonly name: string; readonly pairs: number; readonly cut: number }[];
    }
  // The command's own sentence is not among those that ship.
  | { readonly ok: false; readonly code: MessageCode | 'dedupe.kind'; readonly args: Args };

export function linkTable({ csv, kinds: said, certainty, mark }: Request): Answer {
  // A map: a column may be called “constructor”.
  const named = said && new Map(Object.entries(said));
  const read = columnsOf(csv);
  if (!read.ok) return read;
  const { headers, columns, rows } = read;
  const stray = headers.find((header) => named?.has(header) && kindOf(named.get(header)) === null);
  if (stray !== undefined)
    return {
      ok: false,
      code: 'dedupe.kind',
      args: { column: stray, kind: named?.get(stray) ?? '', known: linkKinds.join(', ') },
    };
  mark('read');
  const linked = headers.map((header, c) => {
    const values = columns[c] ?? [];
    const kind = named === undefined ? inferKind(header, values) : (kindOf(named.get(header)) ?? 'ignore');
    return { kind, values };
  });
  const kinds = Object.fromEntries(linked.map(({ kind }, c) => [headers[c] ?? '', kind]));
  const ids = idsOf(linked, rows);
  const { cluster, confidence, candidates, passes } = link({ ids, columns: linked }, certainty, mark);
  return { ok: true, ids, cluster, confidence, candidates, kinds, passes };
}

/** The table by columns. The records they are cut from are let go: half of the memory of a large table. */
function columnsOf(csv: string) {
  const reading = readRecords(csv, { delimiter: detectDelimiter(csv), firstLine: 1, last: true, unbounded: true });
  if (!reading.ok) return { ok: false, code: reading.reason.code, args: reading.reason.args ?? {} } as const;
  const [head, ...records] = reading.records;
  const headers = head?.cells ?? [];
  const columns = headers.map((_, c) => records.map(({ cells }) => cells[c] ?? ''));
  return { ok: true, headers, columns, rows: records.length } as const;
}

function kindOf(name: string | undefined): LinkKind | null {
  return linkKinds.find((kind) => kind === name) ?? null;
}

/** The first id column, else the number of each row from 1. */
function idsOf(
  columns: readonly { readonly kind: LinkKind; readonly values: readonly string[] }[],
  rows: number,
): readonly string[] {
  return columns.find(({ kind }) => kind === 'id')?.values ?? Array.from({ length: rows }, (_, row) => String(row + 1));
}
