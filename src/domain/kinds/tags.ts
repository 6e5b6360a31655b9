// Tags: a few words in a cell, divided by `; `, each once, in the order they were first used.
import { optionKey, tidyLine } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed } from './reading';

export const tags: Kind<ColumnOf<'tags'>> = {
  parse(raw) {
    const given = typed(raw);
    const words = tagsOf(given);
    if (words.length === 0) return EMPTY;
    const value = words.join('; ');
    return value === given ? read(value) : read(value, 'format');
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({ numberFormat: '@', rule: null }),
  initial: () => null,
  likeness: () => 0,
};

/** The words of a tags cell; two spellings of one word are the first of them. */
function tagsOf(text: string): string[] {
  const words = new Map<string, string>();
  for (const part of text.split(/[;；,，、|\n]/)) {
    const word = tidyLine(part);
    const key = optionKey(word);
    if (key !== '' && !words.has(key)) words.set(key, word);
  }
  return [...words.values()];
}
