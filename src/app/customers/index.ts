// What the sidebar may ask about customers.
import type { CustomerApi } from '../../contract/customer-api';
import { card } from './card';
import { checkCustomer } from './check';
import { customerForm } from './form';
import { saveCustomer } from './save';
import { search } from './search';

export const customersApi = { search, card, customerForm, checkCustomer, saveCustomer } satisfies Partial<CustomerApi>;
