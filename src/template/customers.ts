// The Customers sheet: a row per customer, a declaration per column. Identity stands at the left, so that one read finds duplicates.
import { custom, facts, upkeep } from './customers/facts';
import { followUp, pool } from './customers/follow-up';
import { contact, identity } from './customers/identity';
import { profile } from './customers/profile';
import { dueFormats, missingCustomerFields, namedInIssue, optionFormats } from './formats';
import { tabColours } from './palette';
import type { TableTemplate } from './types';

const columns = { ...identity, ...contact, ...pool, ...followUp, ...profile, ...facts, ...custom, ...upkeep };

export const customers = {
  shape: 'table',
  label: { 'zh-CN': '客户池', en: 'Customers' },
  place: 'daily',
  guard: 'owners',
  shown: 'all',
  made: 'apply',
  frozenColumns: 3,
  filter: true,
  tabColour: tabColours.work,
  oneOf: [['mobile', 'phone', 'email', 'wechat']],
  columns,
  formats: [
    ...namedInIssue(columns, ['name', 'mobile', 'email', 'wechat', 'uscc']),
    missingCustomerFields(columns),
    ...dueFormats,
    ...optionFormats(columns, ['tier', 'stage', 'sales_status', 'intent', 'consent']),
  ],
} as const satisfies TableTemplate;

export type CustomerKey = keyof typeof customers.columns;

/** Headers under which files keep a name in parts; import joins them into `name`. Never aliases: half a name is no name. */
export const nameParts = {
  given: ['名', 'first name', 'firstname', 'given name', 'forename'],
  family: ['姓', '姓氏', 'last name', 'lastname', 'surname', 'family name'],
} as const;
