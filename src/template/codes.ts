// Country and currency codes with their names, from the generated table.
import table from './codes.generated.json';
import type { Text } from './types';

/** ISO 3166-1 alpha-2 or ISO 4217, with the name in each language. */
export interface Code {
  readonly code: string;
  readonly label: Text;
}

/** By the name of a `code` kind's list. */
export const codes = { country: read(table.country), currency: read(table.currency) } as const satisfies Readonly<
  Record<string, readonly Code[]>
>;

function read(rows: readonly (readonly string[])[]): readonly Code[] {
  return rows.map(([code = '', zh = '', en = '']) => ({ code, label: { 'zh-CN': zh, en } }));
}
