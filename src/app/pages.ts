// Long lists in pages the wire carries.
import { PAGE_SIZE, type Page } from '../contract/wire';

/** One page of a list; the last one where a later one was asked for. */
export function pageOf<T>(all: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const at = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  return { items: all.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE), page: at, pages, total: all.length };
}
