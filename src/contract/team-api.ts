// Reminders, owners and protection, as the sidebar asks for them.
import type { Message } from '../i18n/index';

export interface RemindersView {
  /** Address of the account that runs the automation; null: nobody. */
  readonly steward: string | null;
  readonly mine: boolean;
  /** `yyyy-MM-dd HH:mm` of the last hourly run; null: never. */
  readonly lastRun: string | null;
  readonly sendHour: number;
  readonly quotaLeft: number;
  /** Mails a killed run left in doubt; they wait for a person. */
  readonly unknown: readonly { readonly key: string; readonly recipient: string }[];
  /** Mails of today put off because the quota is used; the next run tries them again. */
  readonly waiting: number;
  /** Mails of today that failed, with what Google said; they are tried in three later runs. */
  readonly failed: readonly { readonly recipient: string; readonly error: string }[];
}

export interface OwnerView {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly active: boolean;
  readonly customers: number;
  /** May edit the file. */
  readonly editor: boolean;
}

export interface ProtectionPlanView {
  /** Owner ranges wanted, and how many of them are to be added, removed. */
  readonly wanted: number;
  readonly add: number;
  readonly remove: number;
  readonly keep: number;
  /** True: too many blocks, sort first (rulings 19). */
  readonly sortFirst: boolean;
  readonly notes: readonly Message[];
}

export interface TeamApi {
  reminders(): RemindersView;
  remindersOn(): RemindersView;
  remindersOff(): RemindersView;
  /** Sends one in-doubt mail again, or drops it. */
  settleMail(choice: { key: string; again: boolean }): RemindersView;
  owners(): readonly OwnerView[];
  saveOwner(person: { name: string; email: string; role: string; active: boolean }): readonly OwnerView[];
  planProtection(): ProtectionPlanView;
  /** The safe sort first, then the differences. */
  applyProtection(): ProtectionPlanView & { readonly txn: string | null; readonly finished: boolean };
  safeSort(): { readonly txn: string; readonly moved: number };
}
