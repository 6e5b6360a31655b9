// The card of a customer as the sidebar asks for it.
import type { CardView, CustomerApi } from '../../contract/customer-api';
import { carried } from '../../contract/wire';
import { badgesOf, factsOf, issuesOf, noticeOf } from '../../domain/card/facts';
import { timelineOf } from '../../domain/card/timeline';
import { type CardRows, readCard } from '../../gateway/card';
import { enumsInForce } from '../../gateway/options';
import { openRun, poolState } from '../../gateway/run';
import { settingsOf } from '../../gateway/settings';
import { userLocale } from '../../gateway/ui';
import { workbook } from '../../template/index';
import type { Locale } from '../../template/types';

/** Entries sent at once, fewer of long ones; whoever needs older ones finds them in the sheets. */
const MOST_ENTRIES = 300;

export const card: CustomerApi['card'] = ({ id, row = 0, locale = userLocale() }) => {
  const run = openRun();
  poolState(run);
  return viewOf(readCard(run, String(id), Number(row)), locale);
};

function viewOf({ run, row, customer, labels, history }: CardRows, locale: Locale): CardView {
  const context = { today: run.today, locale, enums: workbook.enums, inForce: () => enumsInForce(run) };
  const timeline = timelineOf(customer, history, context);
  const text = (key: string) => String(customer[key] ?? '');
  const count = (kind: string) => timeline.filter((entry) => entry.kind === kind).length;
  const own = [...labels].flatMap(([key, label]): [string, string][] =>
    /^(?:u|cf)_/.test(key) && text(key) !== '' ? [[label, text(key)]] : [],
  );
  return {
    id: text('customer_id'),
    row,
    day: run.today,
    name: text('name') || text('company'),
    company: text('company'),
    title: text('title'),
    badges: badgesOf(customer, context),
    notice: noticeOf(customer, history.feedback, context),
    facts: factsOf(customer, poolState(run).preset, context, {
      own,
      orders: history.orders,
      base: () => String(settingsOf(run)('general.base_currency')),
    }),
    issues: issuesOf(customer, context),
    timeline: carried(timeline.slice(0, MOST_ENTRIES)),
    counts: { interaction: count('interaction'), order: count('order'), feedback: count('feedback'), change: count('change') },
  };
}
