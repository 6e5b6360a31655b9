// How the values of settings are read.
import type { KindTemplate } from '../types';

export function whole(min: number, max: number) {
  return { kind: 'number', min, max, integer: true } as const satisfies KindTemplate;
}

/** A number of days. */
export function days(min: number, max: number) {
  return whole(min, max);
}

export const hour = whole(0, 23);
