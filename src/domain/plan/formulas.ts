// Formulas of the template: placeholders filled in, and a normal form to compare what a sheet gives back.
import type { EnumTemplate, Locale, Text } from '../../template/types';

/** Column letters, `1` → `A`. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A sheet's name as a formula writes it, with the `!`. */
export function sheetPrefix(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}

export interface Words {
  readonly locale: Locale;
  /** With the options switched off: cells still hold them. */
  readonly enums: Readonly<Record<string, EnumTemplate>>;
}

/**
 * Fills the placeholders of a formula. What `fill` does not answer is an option's label; a name nobody knows is a mistake of the
 * template and throws.
 */
export function filled(formula: string, words: Words, fill: (name: string) => string | null): string {
  return formula.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const text = fill(name) ?? optionText(name, words);
    if (text === null) throw new Error(`nothing is called {${name}} in ${formula}`);
    return text;
  });
}

/** `option:tier.key` → the option's label, quoted. */
function optionText(name: string, { locale, enums }: Words): string | null {
  const [, list = '', id] = /^option:(\w+)\.(.+)$/.exec(name) ?? [];
  const label = enums[list]?.options.find((option) => option.id === id)?.label[locale];
  return label === undefined ? null : quoted(label);
}

/** `word:few` → a text of the cell's own words, quoted. */
export function wordText(name: string, own: Readonly<Record<string, Text>> | undefined, locale: Locale): string | null {
  const word = name.startsWith('word:') ? own?.[name.slice(5)] : undefined;
  return word === undefined ? null : quoted(word[locale]);
}

/**
 * What stays the same whatever Sheets does to a formula: separators, spaces, case and needless quotes of sheet names outside of
 * text do not count.
 */
export function normalForm(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|[^"']+|./gs, (part) => {
    if (part.startsWith('"')) return part;
    if (part.startsWith("'") && part.endsWith('!'))
      return `${part.slice(1, -2).replace(/''/g, "'").replace(/\s+/g, '').toUpperCase()}!`;
    return part.replace(/\s+/g, '').replace(/;/g, ',').toUpperCase();
  });
}
