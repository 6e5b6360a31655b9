// What an endpoint of the workbench is: a method with a path, and how it answers.
import type { Locale } from '../../src/template/types';
import type { Host } from '../host/index';

/** What endpoints share. */
export interface Bench {
  readonly host: Host;
  readonly locale: Locale;
  /** Rises with everything that may have changed the workbook or what stands around it. */
  readonly revision: number;
  /** Says to every open page that something may have changed. */
  tell(): void;
}

export interface Asked {
  readonly query: URLSearchParams;
  /** JSON of a POST; `null` of a GET. */
  readonly body: unknown;
}

export interface Answer {
  readonly type: string;
  readonly content: string | Uint8Array;
  /** 200 where missing. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Route = (bench: Bench, asked: Asked) => Answer | Promise<Answer>;

/** By method and path, e.g. `GET /window`. */
export type Routes = Readonly<Record<string, Route>>;

export function json(value: unknown): Answer {
  return { type: 'application/json', content: JSON.stringify(value) };
}

/** A whole number of the query; 0 where it is missing or none. */
export function numberOf({ query }: Asked, name: string): number {
  const number = Math.trunc(Number(query.get(name)));
  return Number.isFinite(number) ? number : 0;
}
