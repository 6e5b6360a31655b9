// A manager and two salespeople who file requests for merges.
import { addRows, call, type Given, type Host, newPool } from '../acts/pool';

export const MANAGER = 'manager@example.com';
export const SALES = 'sales@example.com';
export const OTHER = 'other@example.com';

export const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

/** A pool of theirs with these customers. */
export function teamPool(customers: readonly Given[]): Host {
  const host = newPool([MANAGER, SALES, OTHER]);
  for (const [name, email, role] of [
    ['甲', MANAGER, 'manager'],
    ['乙', SALES, 'sales'],
    ['丙', OTHER, 'sales'],
  ] as const)
    call(host, 'saveOwner', { name, email, role, active: true });
  addRows(host, 'customers', customers);
  return host;
}
