// Who a customer being entered may be already, as the form shows it: whose he is, how far things are, and what to do.
import type { DoorMatchView } from '../../contract/customer-api';
import { type DoorMatch, doorMatches } from '../../domain/door/door';
import { optionOf } from '../../domain/kinds/enum';
import { learnedWeights, recordsAt } from '../../gateway/door';
import { enumsInForce } from '../../gateway/options';
import { kindContext, peopleTable } from '../../gateway/reading';
import type { Run } from '../../gateway/run';
import { FIRST_ROW, type Table, tableTemplate, textOf } from '../../gateway/table';
import type { Message } from '../../i18n/index';
import type { Cell, Locale } from '../../template/types';

type Row = Readonly<Record<string, Cell>>;

export interface Door {
  readonly identity: Table;
  /** Columns that were compared. */
  readonly only: readonly string[];
  readonly matches: readonly DoorMatch[];
}

/** Compares a record with all others. @param only columns to compare; none: nobody is found */
export function compared(run: Run, identity: Table, record: Row, only: readonly string[]): Door {
  const probe = { id: String(record['customer_id'] ?? '') || null, cells: record };
  return { identity, only, matches: doorMatches(identity, [probe], kindContext(run), only, learnedWeights(run))[0] ?? [] };
}

/** At most three matches, in one service read each and one for the team. */
export function matchViews(run: Run, head: Table, { matches }: Door, locale: Locale): DoorMatchView[] {
  if (matches.length === 0) return [];
  const me = myName(run);
  const records = recordsAt(
    run,
    head,
    matches.map(({ row }) => row),
  );
  const statuses = enumsInForce(run)['sales_status'];
  return matches.map(({ id, row, same }, i) => {
    const text = (key: string) => String(records[i]?.[key] ?? '');
    const owner = text('owner');
    const status = (statuses && optionOf(statuses, text('sales_status'))?.label[locale]) ?? text('sales_status');
    return {
      id,
      row: FIRST_ROW + row,
      name: text('name') || text('company'),
      company: text('company'),
      owner,
      mine: owner !== '' && owner === me,
      statusLabel: status,
      lastContact: text('last_contact').slice(0, 10),
      same,
      why: { code: 'offer.same', args: { fields: labelsOf(same, locale) } },
      advice: adviceOn(owner, owner === me),
    };
  });
}

function adviceOn(owner: string, mine: boolean): Message {
  if (owner === '') return { code: 'offer.claim' };
  return mine ? { code: 'offer.openMine' } : { code: 'offer.askOwner', args: { owner } };
}

export function labelsOf(keys: readonly string[], locale: Locale): string {
  const { columns } = tableTemplate('customers');
  return keys.map((key) => columns[key]?.label[locale] ?? key).join(locale === 'zh-CN' ? '、' : ', ');
}

/** The acting person's name; empty for an account the team does not know. */
export function myName(run: Run): string {
  const account = run.actor.toLowerCase();
  const table = peopleTable(run);
  const row = table.rows.find((one) => account !== '' && textOf(table, one, 'email').trim().toLowerCase() === account);
  return row === undefined ? '' : textOf(table, row, 'name');
}
