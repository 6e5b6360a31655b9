// What the sidebar may ask about customers.
import type { CustomerApi } from '../../contract/customer-api';
import { card } from './card';
import { checkCustomer } from './check';
import { entryForm, saveEntry, showRecord } from './entry';
import { extractCustomer } from './extract';
import { customerForm } from './form';
import { saveCustomer } from './save';
import { search } from './search';

export const customersApi: CustomerApi = {
  search,
  card,
  customerForm,
  checkCustomer,
  extractCustomer,
  saveCustomer,
  entryForm,
  saveEntry,
  showRecord,
};
