// Our own faults: written to the log under a number the user can name, never shown raw.

/** Logs a fault and returns its number, e.g. `3F2A91`; the log holds what, where and nothing of the data. */
export function recordFault(where: string, thrown: unknown): string {
  const number = Utilities.getUuid().slice(0, 6).toUpperCase();
  const error = thrown as { message?: unknown; stack?: unknown };
  console.error(`fault ${number} in ${where}: ${String(error?.message ?? thrown)}\n${String(error?.stack ?? '')}`);
  return number;
}
