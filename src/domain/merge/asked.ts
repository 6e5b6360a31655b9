// A merge somebody asked for: its line of Requests, and the decision it holds; people may have typed the line, so nothing of it is sure.

/** What a card opens with. */
export interface AskedMerge {
  readonly ids: readonly string[];
  /** The record meant to stay; null: the proposed one. */
  readonly master: string | null;
  /** Whose value stays, by column key. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The cells of a line that say which merge is asked for; `names` are for who reads it in the sheet. */
export function askingCells(
  { ids, master, fields }: AskedMerge,
  names: readonly string[],
): { readonly targets: string; readonly params: string } {
  return { targets: ids.join('; '), params: JSON.stringify({ names, master, fields }) };
}

/** Reads them again; `names` as they were. */
export function askedMerge(targets: string, params: string): AskedMerge & { readonly names: readonly string[] } {
  const ids = [...new Set(targets.split(/[;；,，、\s]+/).filter((id) => id !== ''))];
  const { names, master, fields } = (objectIn(params) ?? {}) as Readonly<Record<string, unknown>>;
  const chosen = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
  return {
    ids,
    names: Array.isArray(names) ? names.map(String) : [],
    master: ids.find((id) => id === master) ?? null,
    fields: Object.fromEntries(chosen.filter((field): field is [string, string] => ids.includes(String(field[1])))),
  };
}

/**
 * Whether a merge does what was asked for: its records, two at least, are one afterwards.
 * @param end the record each of them ends in; undefined for one the merge has nothing to do with
 */
export function becomeOne(ids: readonly string[], end: (id: string) => string | undefined): boolean {
  const ends = new Set(ids.map(end));
  return ids.length > 1 && ends.size === 1 && !ends.has(undefined);
}

/**
 * Which record one is by now, through any number of merges.
 * @param into what each record went into when it left; `''` where it left otherwise
 * @param has whether there is such a record
 */
export function followMerges(id: string, into: ReadonlyMap<string, string>, has: (id: string) => boolean): string {
  const seen = new Set<string>();
  let now = id;
  while (!has(now) && !seen.has(now)) {
    seen.add(now);
    now = into.get(now) || now;
  }
  return now;
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
