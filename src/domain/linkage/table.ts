// What the engine is given: columns with a kind each, and nothing else about the table.

/** Kinds of columns, as `NAME.schema.json` and the template's columns name them. */
export const linkKinds = [
  'person_name',
  'given_name',
  'family_name',
  'company',
  'mobile',
  'phone',
  'email',
  'wechat',
  'address',
  'street_number',
  'province',
  'city',
  'district',
  'postcode',
  'country',
  'birth_date',
  'age',
  'title',
  'category',
  'national_id',
  'text',
  'id',
  'ignore',
] as const;

export type LinkKind = (typeof linkKinds)[number];

export interface LinkColumn {
  readonly kind: LinkKind;
  /** A text a row, empty for an empty cell. */
  readonly values: readonly string[];
}

export interface LinkTable {
  /** One a row; ties between rows that say the same break by it. */
  readonly ids: readonly string[];
  readonly columns: readonly LinkColumn[];
}
