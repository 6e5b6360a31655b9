// What may cross google.script.run, and how an answer says that it failed.
import type { Args, MessageCode } from '../i18n/index';

/** JSON only: a `Date` or a function in an argument fails the call, a `Date` in a result empties it (platform.md §3). */
export type Wire = string | number | boolean | null | undefined | readonly Wire[] | { readonly [key: string]: Wire };

/** Bytes of JSON one call may carry each way (rulings 25). */
export const WIRE_LIMIT = 1_000_000;

/** Items of a list sent at once (rulings 25). */
export const PAGE_SIZE = 50;

/** The first of these items, as many as leave the rest of an answer half of what a call may carry. */
export function carried<T>(items: readonly T[]): readonly T[] {
  // A character takes up to three bytes.
  let room = WIRE_LIMIT / 6;
  const end = items.findIndex((item) => {
    room -= JSON.stringify(item).length;
    return room < 0;
  });
  return end < 0 ? items : items.slice(0, end);
}

export interface Failure {
  readonly ok: false;
  readonly code: MessageCode;
  readonly args: Args;
}

export type Reply<T = Wire> = { readonly ok: true; readonly value: T } | Failure;

export interface Page<T> {
  readonly items: readonly T[];
  /** 0-based. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}
