// Spare columns: each behaves as the kind of the field an admin made of it, and as plain text until then.
import type { ColumnTemplate } from '../../template/types';
import { fieldColumn } from '../fields/fields';
import { date } from './date';
import { enumeration } from './enum';
import type { ColumnOf, Kind, KindContext } from './kind';
import { number } from './number';
import { tags } from './tags';
import { text } from './text';
import { url } from './url';

const standIns = { text, number, date, enum: enumeration, tags, url } as const;

/** What a column is in this workbook: a spare one with a field is that field's. */
export function columnInForce(column: ColumnTemplate, { fields = {} }: Pick<KindContext, 'fields'>): ColumnTemplate {
  if (column.kind !== 'custom') return column;
  const { slot, kind: _kind, ...rest } = column;
  return fieldColumn({ ...rest, kind: 'text' }, slot, fields[slot]);
}

/** Whether people are asked for a column: a spare one without a field, or with one turned off, is nobody's business. */
export function isInUse(column: ColumnTemplate | undefined, { fields = {} }: Pick<KindContext, 'fields'>): boolean {
  if (column?.kind !== 'custom') return column !== undefined;
  const field = fields[column.slot];
  return field !== undefined && field.off !== true;
}

function standIn(column: ColumnOf<'custom'>, context: KindContext): { readonly kind: Kind; readonly as: ColumnTemplate } {
  const as = columnInForce(column, context);
  const kind = as.kind in standIns ? standIns[as.kind as keyof typeof standIns] : text;
  return { kind: kind as Kind, as };
}

export const custom: Kind<ColumnOf<'custom'>> = {
  parse(raw, column, context) {
    const { kind, as } = standIn(column, context);
    return kind.parse(raw, as, context);
  },
  format(value, column, context) {
    const { kind, as } = standIn(column, context);
    return kind.format(value, as, context);
  },
  validate(value, column, context) {
    const { kind, as } = standIn(column, context);
    return kind.validate(value, as, context);
  },
  setup(column, context) {
    const { kind, as } = standIn(column, context);
    return kind.setup(as, context);
  },
  initial(column, context) {
    const { kind, as } = standIn(column, context);
    return kind.initial(as, context);
  },
  likeness(given, column, context) {
    const { kind, as } = standIn(column, context);
    return kind.likeness(given, as, context);
  },
};
