// The few labels of the template that the sidebar shows; worked out when it is built, so that the page does not carry the template.
import { codes } from '../src/template/codes';
import { activityEnums } from '../src/template/enums/activity';
import { customerEnums } from '../src/template/enums/customer';
import { workbookEnums } from '../src/template/enums/workbook';
import type { EnumTemplate, Text } from '../src/template/types';

export interface Labelled {
  readonly id: string;
  readonly label: Text;
}

const optionsOf = (of: EnumTemplate): readonly Labelled[] => of.options.map(({ id, label }) => ({ id, label }));

export const tiers = optionsOf(customerEnums.tier);

/** Ways to be in touch, the usual ones first. */
export const contactTypes = optionsOf(activityEnums.interaction_type);

/** Whether an account proves who somebody is, and what becomes of what he asks for. */
export const confidences = optionsOf(activityEnums.confidence);
export const requestStatuses = optionsOf(activityEnums.request_status);

export const roles = optionsOf(workbookEnums.role);
export const usualRole = workbookEnums.role.dflt;

/** ISO codes, divided by spaces; the browser knows their names. */
export const countries = codes.country.map(({ code }) => code).join(' ');
