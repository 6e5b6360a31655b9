// What the sidebar may ask about customers.
import type { CustomerApi } from '../../contract/customer-api';
import { search } from './search';

export const customersApi = { search } satisfies Partial<CustomerApi>;
