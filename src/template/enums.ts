// Every closed list of the workbook, by its key.
import { activityEnums } from './enums/activity';
import { customerEnums } from './enums/customer';
import { workbookEnums } from './enums/workbook';
import type { EnumTemplate } from './types';

export const enums = { ...customerEnums, ...activityEnums, ...workbookEnums } as const satisfies Readonly<
  Record<string, EnumTemplate>
>;

export type EnumKey = keyof typeof enums;
