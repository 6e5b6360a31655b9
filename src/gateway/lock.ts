// The document lock: it keeps scripts apart, not people, so whoever holds it still checks what it read.
import { Refusal } from '../domain/refusal';

const WAIT_SECONDS = 20;

/** Runs `act` alone among this workbook's scripts. @throws Refusal `lock.busy` when the lock cannot be had */
export function withLock<T>(act: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT_SECONDS * 1000)) throw new Refusal('lock.busy', { seconds: WAIT_SECONDS });
  try {
    return act();
  } finally {
    // Before release: what is bundled must be in the sheet when the next run reads it.
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}
