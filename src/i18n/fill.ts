// Puts arguments into a sentence.
import type { Args } from './message';

/**
 * `{n}` takes the argument n; `{n|customer|customers}` takes the first word when n is 1, else the second, so that English counts
 * read right. What has no argument stays as it is.
 */
export function fill(sentence: string, args: Args): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return String(value);
  });
}
