// Customers as the sidebar finds, shows and enters them.
// Labels come in the language of the page, which is why what answers with labels is asked with `locale` (absent: the account's).
import type { Message } from '../i18n/index';
import type { Locale } from '../template/types';
import type { Page } from './wire';

/** How a word of the search was read, in the order of the words. */
export interface SearchToken {
  readonly text: string;
  readonly as:
    | 'pinyin'
    | 'text'
    | 'digits'
    | 'option'
    | 'place'
    | 'tag'
    | 'owner'
    | 'due'
    | 'pool'
    | 'mine'
    | 'birthday'
    | 'duplicate';
  /** What it stands for, e.g. an option's label; the word itself where it means nothing more. */
  readonly label: string;
}

/** Characters of a shown value that met the search, `[from, to)`. */
export type Hit = readonly [number, number];

export interface FoundCustomer {
  readonly id: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly name: string;
  readonly company: string;
  readonly city: string;
  /** Option ids. */
  readonly tier: string;
  readonly status: string;
  /** Label of the status in the page's words. */
  readonly statusLabel: string;
  /** Empty: in the pool. */
  readonly owner: string;
  readonly mine: boolean;
  /** Canonical, or masked where the customer is in the pool; then `masked`. */
  readonly phone: string;
  readonly masked: boolean;
  readonly email: string;
  /** `YYYY-MM-DD` or empty. */
  readonly due: string;
  /** Days late; negative: ahead; null without a date. */
  readonly late: number | null;
  readonly lastContact: string;
  readonly hits: { readonly [field: string]: readonly Hit[] };
}

export interface SearchView extends Page<FoundCustomer> {
  readonly day: string;
  readonly tokens: readonly SearchToken[];
}

/** A field of a form; its shape follows from the column's kind. */
export interface FieldView {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly input: 'line' | 'text' | 'choice' | 'suggest' | 'date' | 'number' | 'flag';
  readonly required: boolean;
  /** Longest text, in characters. */
  readonly max: number | null;
  /** Of a choice: what is stored and what is shown. Of `suggest`: values offered, others allowed. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Its options depend on the value of this field: see `FormView.within`. */
  readonly within: string | null;
  /** In the preset's Essential part; the others fold under More. */
  readonly essential: boolean;
  /** Why the acting user may not change it; null: may. */
  readonly closed: Message | null;
}

export interface FormStep {
  readonly step: 'who' | 'work' | 'follow';
  readonly fields: readonly FieldView[];
}

/** Values of a form as people type and read them, by key; an empty field is an empty text. */
export type FormValues = { readonly [key: string]: string };

export interface FormView {
  /** Null: a new customer. */
  readonly id: string | null;
  readonly steps: readonly FormStep[];
  /** What stands now, or the defaults of a new one. */
  readonly values: FormValues;
  /** At least one field of each of these groups. */
  readonly oneOf: readonly (readonly string[])[];
  /** Options of a field by the value of the field it depends on: cities by province. */
  readonly within: { readonly [key: string]: { readonly [value: string]: readonly string[] } };
  /** Why nothing of it may be changed by the acting user; null: may. */
  readonly closed: Message | null;
}

/** A customer who may be the same. */
export interface DoorMatchView {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly company: string;
  /** Empty: in the pool. */
  readonly owner: string;
  readonly mine: boolean;
  readonly statusLabel: string;
  readonly lastContact: string;
  /** Keys of the fields in which they agree, and the sentence that says so. */
  readonly same: readonly string[];
  readonly why: Message;
  /** What to do about it. */
  readonly advice: Message;
}

export interface FieldNote {
  readonly key: string;
  /** `ok` says what will be stored; `warn` can be saved all the same. */
  readonly state: 'ok' | 'warn' | 'problem';
  readonly message: Message;
  /** The value the field could take instead. */
  readonly suggestion: string | null;
}

/** A value offered for another field, with its reason: the city of an area code. */
export interface Suggestion {
  readonly key: string;
  readonly value: string;
  readonly why: Message;
}

export interface CheckView {
  /** Canonical values of the fields asked about, as they would be stored. */
  readonly values: FormValues;
  readonly notes: readonly FieldNote[];
  readonly suggestions: readonly Suggestion[];
  readonly matches: readonly DoorMatchView[];
}

/** A piece of a pasted text. */
export interface PastedPiece {
  /** As pasted, label and all; empty where it follows from another piece, as a city from an address. */
  readonly words: string;
  /** What its field would hold; the words where nothing is known of them. */
  readonly value: string;
  /** Field of the form; null: it could not be placed. */
  readonly key: string | null;
}

/** A field that somebody else changed while the form was open. */
export interface FieldConflict {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly id: string; readonly row: number; readonly issues: readonly Message[] }
  | { readonly outcome: 'invalid'; readonly notes: readonly FieldNote[] }
  | { readonly outcome: 'duplicate'; readonly matches: readonly DoorMatchView[] }
  | {
      readonly outcome: 'conflict';
      /** A name where the team knows the account; empty where nobody does. */
      readonly by: string;
      /** It was the acting user himself, elsewhere. */
      readonly own: boolean;
      readonly at: string;
      readonly fields: readonly FieldConflict[];
    };

export interface SaveRequest {
  /** Null: a new customer. */
  readonly id: string | null;
  /** Where the page saw the customer, 1-based; saves a call. */
  readonly row?: number | undefined;
  /** What the form was opened with. */
  readonly base: FormValues;
  readonly values: FormValues;
  /** Why it is saved although a customer like it exists; empty: not decided. */
  readonly reason: string;
  /** Ids of those it was given for: anybody else like it is told first. */
  readonly reasonFor: readonly string[];
  /** One for each form opened; a second save with the same token answers what the first did. */
  readonly token: string;
}

export interface TimelineEntry {
  readonly kind: 'interaction' | 'order' | 'feedback' | 'change';
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What it says first: the summary, the order's number and amount, what changed. */
  readonly title: string;
  /** Type, result, minutes, by whom; in the page's words. */
  readonly details: readonly string[];
}

export interface CardView {
  readonly id: string;
  readonly row: number;
  readonly day: string;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly badges: readonly { readonly key: string; readonly option: string; readonly label: string }[];
  /** The most pressing fact. */
  readonly notice: {
    readonly tone: 'overdue' | 'today' | 'soon' | 'info';
    readonly message: Message;
    readonly action: string;
  } | null;
  readonly facts: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    /** Shown with a button to copy it. */
    readonly copy: boolean;
    readonly note: Message | null;
  }[];
  readonly issues: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  /** Counts of all, also where the timeline is cut. */
  readonly counts: { readonly interaction: number; readonly order: number; readonly feedback: number; readonly change: number };
}

export type ChildSheet = 'interactions' | 'orders' | 'feedback';

export interface ChildFormView {
  readonly sheet: ChildSheet;
  readonly fields: readonly FieldView[];
  readonly values: FormValues;
}

export type ChildOutcome =
  | { readonly outcome: 'saved'; readonly id: string; readonly issues: readonly Message[] }
  | { readonly outcome: 'invalid'; readonly notes: readonly FieldNote[] };

/** The language the page is read in. */
export interface PageLocale {
  readonly locale?: Locale | undefined;
}

export interface CustomerApi {
  search(ask: { text: string; page: number } & PageLocale): SearchView;
  /** @param ask `row`: where the page saw the customer, 1-based; saves a call */
  card(ask: { id: string; row?: number | undefined } & PageLocale): CardView;
  customerForm(ask: { id: string | null; row?: number | undefined } & PageLocale): FormView;
  /** Live check on leaving fields: `touched` are judged, all values give the context. */
  checkCustomer(ask: { id: string | null; values: FormValues; touched: readonly string[] } & PageLocale): CheckView;
  /** Takes a pasted signature, card, chat line or row apart; each of its characters that is not blank stands in the words of one piece. */
  extractCustomer(ask: { text: string }): readonly PastedPiece[];
  saveCustomer(request: SaveRequest & PageLocale): SaveOutcome;
  entryForm(ask: { sheet: ChildSheet; customer: string } & PageLocale): ChildFormView;
  saveEntry(request: { sheet: ChildSheet; customer: string; values: FormValues; token: string } & PageLocale): ChildOutcome;
  /** Takes the sheet to the record's row. */
  showRecord(ask: { sheet: 'customers' | ChildSheet; id: string }): boolean;
}
