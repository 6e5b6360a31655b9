// What a page copied, and how it fills the clipboard while the event lasts.
import type { Block } from '../grid-wire';

/** What a page copied last, to know it again when it is pasted: within the sheet looks and rules come along. */
export interface Copied {
  readonly text: string;
  readonly from: Block & { readonly sheet: number };
  readonly cut: boolean;
}

/**
 * The clipboard can only be filled while the event lasts, and the cells may lie outside what is drawn: so this one request waits.
 * The server is on this machine.
 */
export function textNow(sheet: number, block: Block): string {
  const search = new URLSearchParams(Object.entries({ sheet, ...block }).map(([name, value]) => [name, String(value)]));
  const request = new XMLHttpRequest();
  request.open('GET', `/text?${search}`, false);
  request.send();
  return request.status === 200 ? request.responseText : '';
}
