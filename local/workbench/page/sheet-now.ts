// Answers that cannot wait: what the clipboard is to carry while its event lasts, what a cell holds before the next key arrives.
import type { Block, CellDetail, Spot } from '../grid-wire';

/** What a page copied last, to know it again when it is pasted: within the sheet looks and rules come along. */
export interface Copied {
  readonly text: string;
  readonly from: Block & { readonly sheet: number };
  readonly cut: boolean;
}

/** Cells as text; they may lie outside what is drawn. */
export function textNow(sheet: number, block: Block): string {
  return askedNow('/text', { sheet, ...block }) ?? '';
}

export function detailNow(sheet: number, { row, column }: Spot): CellDetail | null {
  const answer = askedNow('/cell', { sheet, row, column });
  return answer === null ? null : (JSON.parse(answer) as CellDetail);
}

/** Holds the page until the answer is there: the server is on this machine. */
function askedNow(path: string, query: Readonly<Record<string, number>>): string | null {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const request = new XMLHttpRequest();
  request.open('GET', `${path}?${search}`, false);
  try {
    request.send();
  } catch {
    // The page says that the server is gone.
    return null;
  }
  return request.status === 200 ? request.responseText : null;
}
