// Columns in which customers are compared at the door, and which of them belong together.
import { identifiers, numbers } from './identity';

/** Columns a door table needs; what is not among its columns is not compared. */
export const doorColumns: readonly string[] = [
  'customer_id',
  'name',
  'company',
  ...new Set([...numbers.map(([key]) => key), ...identifiers.map(([key]) => key)]),
];

/** Columns that have to be read to compare a column: a number may stand in either place, a name means nothing without the company. */
export function comparedWith(key: string): readonly string[] {
  if (key === 'name' || key === 'company') return ['name', 'company'];
  return numbers.some(([other]) => other === key) ? numbers.map(([other]) => other) : [key];
}
