// Who is due, and what becomes of it: a contact is logged, a date is put off.
import type { Message } from '../i18n/index';

export interface DueItem {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly company: string;
  readonly tier: string;
  readonly phone: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** Days late; 0 today; negative: days ahead. */
  readonly late: number;
  readonly action: string;
}

/** A day proposed for the next follow-up, with its reasons in order. */
export interface NextDay {
  readonly day: string;
  readonly why: readonly Message[];
}

/** A day a follow-up can be put off to. */
export interface SnoozeChoice {
  /** Option id of the quick action that does the same. */
  readonly step: 'plus_1d' | 'plus_3d' | 'plus_1w' | 'next_mon';
  readonly day: string;
  /** Follow-ups the owner has on that day. */
  readonly booked: number;
  readonly full: boolean;
}

/** When an owner can follow up next; enough to log a contact or to put it off without asking again. */
export interface Agenda {
  readonly today: string;
  readonly owner: string;
  /** Name of who asks; empty: not on the Team list. */
  readonly me: string;
  /** After a contact that reached the customer, by tier's option id; `''` for a tier of no cadence of its own. */
  readonly reached: { readonly [tier: string]: NextDay };
  /** After one that did not. */
  readonly missed: { readonly [tier: string]: NextDay };
  /** By the day that is put off, from today on; a day gone by counts as today. */
  readonly snooze: { readonly [day: string]: readonly SnoozeChoice[] };
  /** Follow-ups of the owner by day, from today on. */
  readonly booked: { readonly [day: string]: number };
  readonly cap: number;
}

/** The agenda for one customer. */
export interface CustomerAgenda extends Agenda {
  /** Why the acting user may not log a contact, put off or edit; null: may. */
  readonly closed: Message | null;
}

export interface TodayView {
  readonly day: string;
  readonly owner: string;
  readonly overdue: readonly DueItem[];
  readonly today: readonly DueItem[];
  readonly soon: readonly DueItem[];
  /** Counts of all, also where the lists are cut at 50. */
  readonly counts: { readonly overdue: number; readonly today: number; readonly soon: number };
  readonly agenda: Agenda;
}

export interface ContactLog {
  readonly customer: string;
  /** Where the page saw the customer, 1-based; looked at first. 0: not known. */
  readonly row: number;
  /** Who made the contact, as `Agenda.me` has it. */
  readonly by: string;
  /** Option ids. */
  readonly type: string;
  readonly result: string;
  /** Empty: the script says what was done. */
  readonly summary: string;
  /** `YYYY-MM-DD`; empty: by the cadence of the tier. */
  readonly nextFollowUp: string;
  readonly nextAction: string;
  /** Option id the customer's status is set to; empty: as it is. */
  readonly status: string;
  /** One for each log opened; a second call with the same token enters nothing twice. */
  readonly token: string;
}

export interface LoggedContact {
  /** Id of the interaction. */
  readonly id: string;
  readonly customer: string;
  readonly name: string;
  readonly nextFollowUp: string;
}

export interface Snoozed {
  readonly customer: string;
  readonly name: string;
  readonly to: string;
  /** How often it was put off since the last contact, and how often that may be before a manager hears of it. */
  readonly count: number;
  readonly limit: number;
}

export interface TodayApi {
  today(): TodayView;
  /** The agenda of a customer's owner, or of who asks where there is none. */
  agenda(ask: { customer: string; row: number }): CustomerAgenda;
  logContact(log: ContactLog): LoggedContact;
  snooze(ask: { customer: string; row: number; to: string; token: string }): Snoozed;
}
