// Finding and merging duplicates, and the history of acts with undo. Labels that nobody changed come in the page's `locale`.
import type { Message } from '../i18n/index';
import type { Locale } from '../template/types';
import type { Page } from './wire';

export interface DuplicateRecord {
  readonly id: string;
  /** 1-based row in the sheet, for the jump. */
  readonly row: number;
  readonly name: string;
  readonly company: string;
  readonly mobile: string;
  readonly email: string;
  readonly wechat: string;
  readonly owner: string;
  /** How many of the people's columns are filled. */
  readonly filled: number;
}

export interface MergePlanView {
  readonly groups: number;
  readonly merged: number;
  /** Interactions, orders, feedback re-pointed. */
  readonly children: number;
  /** Values of losers that survive nowhere but in Archive, listed. */
  readonly notKept: readonly { readonly id: string; readonly column: string; readonly value: string }[];
  readonly notKeptTotal: number;
  /** Groups left alone because the runner may not edit them or owners differ, with the reason. */
  readonly leftOut: readonly { readonly group: string; readonly reason: Message }[];
}

export interface ActResult {
  readonly txn: string;
  readonly done: number;
  readonly of: number;
  readonly finished: boolean;
  /** Cells left as they are: somebody changed them while the act was under way. */
  readonly left: number;
}

export interface MergeResult extends ActResult {
  readonly groups: number;
  readonly merged: number;
  readonly children: number;
}

/** How sure a match is: of `exact` and `near` many may be accepted at once, `review` is looked at one by one. */
export type Certainty = 'exact' | 'near' | 'review';

/** One thing that speaks for or against two records being one customer. */
export interface EvidenceView {
  /** What was compared, by the kind of evidence: `name`, `mobile`, `organisation`… */
  readonly about: string;
  readonly side: 'for' | 'against' | 'uncounted';
  /** 手机相同. */
  readonly says: Message;
  /** What was normalised on the way, what differs, or why it is not counted. */
  readonly detail: readonly Message[];
  /** Rounded to a tenth; 0 where it is not counted. All of them and `start` make `total`. */
  readonly bits: number;
}

export interface ReviewRecord extends DuplicateRecord {
  readonly orders: number;
  readonly lastContact: string;
  /** Why the acting user may not change it; null: may. */
  readonly closed: Message | null;
}

/** A field in which the records of a group differ, and what becomes of it. */
export interface FieldChoice {
  readonly key: string;
  readonly label: string;
  /** Values as shown, with the records that hold them; `''` where it is empty. */
  readonly values: readonly { readonly value: string; readonly ids: readonly string[] }[];
  /** The value the rule chooses. */
  readonly chosen: string;
  /** How the rule chooses, in words. */
  readonly rule: Message;
  /** Ruled fields (consent, several phones, facts) cannot be chosen by hand. */
  readonly locked: boolean;
}

export interface GroupSummary {
  /** Ids of its records, sorted, joined by `+`; of more than fifty the first fifty, which a card shows. */
  readonly id: string;
  readonly certainty: Certainty;
  readonly names: readonly string[];
  readonly size: number;
  /** Why it cannot be merged by a click; null: nothing stands against it. */
  readonly obstacle: Message | null;
}

export interface ScanView extends Page<GroupSummary> {
  /** Groups by certainty, of all pages. */
  readonly counts: { readonly [certainty in Certainty]: number };
  /** Groups that can be merged at once, by certainty, and the rows that would move to Archive. */
  readonly ready: { readonly [certainty in 'exact' | 'near']: { readonly groups: number; readonly losers: number } };
  /** Pairs people called different, and groups put off, that are not shown. */
  readonly settled: { readonly different: number; readonly later: number };
  readonly customers: number;
  /** `yyyy-MM-dd HH:mm` of the scan; an earlier one is shown again until the customers changed. */
  readonly at: string;
}

export interface GroupView {
  readonly id: string;
  readonly certainty: Certainty;
  readonly master: string;
  readonly records: readonly ReviewRecord[];
  /** What holds the group together, from the master on: each other record, and the one joined before that it matches best. */
  readonly pairs: readonly {
    readonly to: string;
    readonly other: string;
    readonly start: number;
    readonly total: number;
    readonly evidence: readonly EvidenceView[];
  }[];
  readonly fields: readonly FieldChoice[];
  /** Fields in which all agree. */
  readonly equal: readonly string[];
  readonly notKept: MergePlanView['notKept'];
  readonly children: number;
  /** `duplicates.owners` falls away once a decision names the record whose `owner` stays. */
  readonly obstacle: Message | null;
}

/** What a person decided about one group. */
export interface GroupDecision {
  /** Ids of the records that become one; what was taken out is left away. */
  readonly ids: readonly string[];
  readonly master: string;
  /** Chosen values by column key: the id of the record whose value stays. */
  readonly fields: { readonly [key: string]: string };
}

export type RequestStatus = 'open' | 'approved' | 'rejected' | 'done';

/** A merge somebody asked for. */
export interface MergeRequest {
  readonly id: string;
  /** `yyyy-MM-dd HH:mm`. */
  readonly at: string;
  readonly by: string;
  /** Whether the account proves who it was: an option's id. */
  readonly confidence: string;
  readonly reason: string;
  readonly ids: readonly string[];
  /** Of the records, as they were. */
  readonly names: readonly string[];
  /** What the card opens with. */
  readonly master: string | null;
  readonly fields: GroupDecision['fields'];
  readonly status: RequestStatus;
  readonly decidedBy: string;
  readonly reply: string;
}

export interface MergeRequests extends Page<MergeRequest> {
  /** Whether the acting user decides: then they are all that wait, else his own. */
  readonly decides: boolean;
}

export interface ReviewApi {
  /** `certainty` null: all, best first. `fresh`: look again even where nothing changed. */
  scanDuplicates(query: {
    page: number;
    certainty: Certainty | null;
    fresh: boolean;
    /** Those put off, instead of the others. */
    later?: boolean;
  }): ScanView;
  /** `master` null: the proposed one. `asked`: of a request, whose records may have been merged with others since. */
  duplicateGroup(ask: { ids: readonly string[]; asked?: boolean; master: string | null; locale?: Locale | undefined }): GroupView;
  /** A dry run of what the blue button would do. */
  planDecision(decision: GroupDecision & { locale?: Locale | undefined }): MergePlanView;
  /** `request`: the one it was asked for with. All requests for what is merged are done with it. */
  mergeGroup(decision: GroupDecision & { request?: string | undefined }): MergeResult;
  /** Dry run and act for all groups of these certainties. */
  planBatch(choice: { certainties: readonly ('exact' | 'near')[]; locale?: Locale | undefined }): MergePlanView;
  mergeBatch(choice: { certainties: readonly ('exact' | 'near')[] }): MergeResult;
  /**
   * `different`: every pair of them, remembered until a compared value changes. `later`: not shown until asked for. `open`: neither any
   * more, so that they are proposed again.
   */
  settleGroup(choice: { ids: readonly string[]; verdict: 'different' | 'later' | 'open' }): { readonly settled: number };
  /** Files the merge as a request for a manager. */
  requestMerge(request: { decision: GroupDecision; reason: string }): { readonly id: string };
  mergeRequests(query: { page: number }): MergeRequests;
  /** The answer stands beside the request, for who asked. */
  declineMerge(answer: { id: string; reply: string }): { readonly id: string };
  /** Marks a request done whose records are one customer by now. */
  closeMerged(request: { id: string }): { readonly id: string };
}

export interface HistoryEntry {
  readonly txn: string;
  readonly kind: string;
  /** `yyyy-MM-dd HH:mm` in spreadsheet time. */
  readonly at: string;
  /** What the team calls him, else his account. */
  readonly actor: string;
  readonly state: 'open' | 'done' | 'undone' | 'closed';
  /** Records touched. */
  readonly size: number;
  readonly undoable: boolean;
  /** Of a merge, and what took it back: the customer that stays, or of how many groups; null for acts of other kinds. */
  readonly about: { readonly groups: number; readonly id: string; readonly name: string } | null;
  /** The act that an `undo` took back, or the undo that a `redo` did again; null for acts of other kinds. */
  readonly of: { readonly txn: string; readonly kind: string } | null;
}

/** What becomes of a cell changed since the act: it keeps what it has now, or takes what it had before the act. */
export type Side = 'now' | 'then';

export interface ChangedCellView {
  /** Names the cell in a {@link ChangedChoice}. */
  readonly cell: string;
  readonly id: string;
  readonly column: string;
  /** A row the act brought, as a whole: it stays, or goes to Archive; `now` is its name. */
  readonly isRow: boolean;
  /** Before the act; `now`: what stands there. */
  readonly was: string;
  readonly now: string;
}

/** `cells`: those decided otherwise than the rest, by their names. */
export interface ChangedChoice {
  readonly default: Side;
  readonly cells: { readonly [cell: string]: Side };
}

export interface DuplicatesApi {
  history(query: { page: number }): Page<HistoryEntry>;
  /** Takes an act back. `changed` absent: cells changed since are listed, and nothing is done if there are any. */
  undo(choice: {
    txn: string;
    changed?: ChangedChoice | undefined;
  }): ActResult & { readonly changedSince: Page<ChangedCellView> };
  /** Another page of the cells changed since; does nothing. */
  changedSince(ask: { txn: string; page: number }): Page<ChangedCellView>;
  /** Finishes or rolls back what a killed run left open. */
  resume(): ActResult | null;
}
