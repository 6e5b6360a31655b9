// Amounts in the base currency, by the rates the team typed into Settings.

/** Reads `USD=7.1; EUR=7.8`: base currency for one unit. Entries that are none are left out. */
export function readRates(text: string): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  for (const entry of text.split(/[;；,，\n]/)) {
    const [code = '', rate = ''] = entry.split(/[=＝:：]/).map((part) => part.trim());
    if (/^[A-Za-z]{3}$/.test(code) && /^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0) rates.set(code.toUpperCase(), Number(rate));
  }
  return rates;
}

/** An amount in the base currency, in whole cents; null where there is no rate. */
export function toBase(amount: number, currency: string, base: string, rates: ReadonlyMap<string, number>): number | null {
  const rate = currency === base ? 1 : rates.get(currency);
  return rate === undefined ? null : Math.round(amount * rate * 100) / 100;
}
