// What script works out in an order line: the amount where none was typed, and what that is in the base currency.
import type { Cell } from '../../template/types';
import { toBase } from './rates';

export interface Money {
  /** Code of the base currency. */
  readonly base: string;
  readonly rates: ReadonlyMap<string, number>;
  /** List price of a product by its name; null where it has none. */
  priceOf(product: string): number | null;
}

/** Cells of an order line that are to hold something else than they do. */
export function orderAmounts(line: Readonly<Record<string, Cell>>, { base, rates, priceOf }: Money): Record<string, Cell> {
  const after: Record<string, Cell> = {};
  let amount = numberIn(line['amount']);
  const qty = numberIn(line['qty']);
  // What somebody typed stands, also a price agreed on for the whole line.
  if ((line['amount'] ?? null) === null && qty !== null) {
    const isTyped = (line['unit_price'] ?? null) !== null;
    const price = isTyped ? numberIn(line['unit_price']) : priceOf(String(line['product'] ?? ''));
    if (price !== null) {
      amount = Math.round(qty * price * 100) / 100;
      after['amount'] = amount;
      if (!isTyped) after['unit_price'] = price;
    }
  }
  const currency = String(line['currency'] ?? base);
  const inBase = amount === null ? null : toBase(amount, currency, base, rates);
  if (inBase !== (line['amount_base'] ?? null)) after['amount_base'] = inBase;
  return after;
}

function numberIn(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
