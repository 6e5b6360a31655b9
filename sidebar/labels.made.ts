// The few labels of the template that the sidebar shows; worked out when it is built, so that the page does not carry the template.
import { customers } from '../src/template/customers';
import { customerEnums } from '../src/template/enums/customer';
import { workbookEnums } from '../src/template/enums/workbook';
import type { ColumnTemplate, EnumTemplate, Text } from '../src/template/types';

export interface Labelled {
  readonly id: string;
  readonly label: Text;
}

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;
const optionsOf = (of: EnumTemplate): readonly Labelled[] => of.options.map(({ id, label }) => ({ id, label }));

/** Customers' columns a file can fill: those kept by script take no file's values. */
export const targets: readonly Labelled[] = Object.entries(columns)
  .filter(([, column]) => column.kept !== 'script')
  .map(([id, column]) => ({ id, label: column.label }));

export const tiers = optionsOf(customerEnums.tier);

export const roles = optionsOf(workbookEnums.role);
export const usualRole = workbookEnums.role.dflt;
