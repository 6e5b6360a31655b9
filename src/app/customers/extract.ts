// A pasted text taken apart into the fields that the form of a new customer asks for; nothing is written.
import type { CustomerApi } from '../../contract/customer-api';
import { customerKeys } from '../../domain/form/fields';
import { columnInForce, isInUse } from '../../domain/kinds/index';
import { extractCustomer as extract } from '../../domain/pasted/extract';
import { kindContext } from '../../gateway/reading';
import { openRun, poolState } from '../../gateway/run';
import { tableTemplate } from '../../gateway/table';

export const extractCustomer: CustomerApi['extractCustomer'] = ({ text }) => {
  const run = openRun();
  poolState(run);
  const template = tableTemplate('customers');
  const context = kindContext(run);
  const columns = customerKeys(template).flatMap((key) => {
    const column = template.columns[key];
    // Whose a customer is follows from who enters him.
    return column === undefined || key === 'owner' || !isInUse(column, context)
      ? []
      : [[key, columnInForce(column, context)] as const];
  });
  return extract(text, Object.fromEntries(columns), context);
};
