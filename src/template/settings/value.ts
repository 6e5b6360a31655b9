// How the values of settings are read.
import type { KindTemplate } from '../types';

export function whole(min: number, max: number) {
  return { kind: 'number', min, max, integer: true } as const satisfies KindTemplate;
}

/** A number of days; another name for `whole`, so that a declaration says what it counts. */
export const days = whole;

export const hour = whole(0, 23);
