// Where a customer's words go that have no column of their own.
import type { CustomerKey } from './customers';

export const NOTES = 'remark' satisfies CustomerKey;
