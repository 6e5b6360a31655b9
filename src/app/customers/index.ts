// What the sidebar may ask about customers.
import type { CustomerApi } from '../../contract/customer-api';
import { card } from './card';
import { search } from './search';

export const customersApi = { search, card } satisfies Partial<CustomerApi>;
