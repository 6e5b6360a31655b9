// Finding and merging duplicates, and the history of acts with undo.
import type { Message } from '../i18n/index';
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

export interface DuplicateGroup {
  /** Ids of its records, sorted, joined: the group's identity while its rows do not change. */
  readonly id: string;
  readonly certainty: 'exact';
  /** Proposed master's customer id. */
  readonly master: string;
  readonly records: readonly DuplicateRecord[];
  /** What matched, in words. */
  readonly why: readonly Message[];
}

export interface DuplicateScan extends Page<DuplicateGroup> {
  /** Customers that merging all groups would move to Archive. */
  readonly losers: number;
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

export interface HistoryEntry {
  readonly txn: string;
  readonly kind: string;
  /** `yyyy-MM-dd HH:mm` in spreadsheet time. */
  readonly at: string;
  readonly actor: string;
  readonly state: 'open' | 'done' | 'undone' | 'closed';
  /** Records touched. */
  readonly size: number;
  readonly undoable: boolean;
}

export interface DuplicatesApi {
  findDuplicates(query: { page: number }): DuplicateScan;
  /** `groups`: ids of groups, or null for all. */
  planMerge(choice: { groups: readonly string[] | null }): MergePlanView;
  mergeDuplicates(choice: { groups: readonly string[] | null }): MergeResult;
  history(query: { page: number }): Page<HistoryEntry>;
  /** `keep`: what to do with cells changed since the act; absent: they are listed and nothing is done if there are any. */
  undo(choice: { txn: string; changed?: 'now' | 'then' | undefined }): ActResult & {
    readonly changedSince: readonly {
      readonly id: string;
      readonly column: string;
      readonly then: string;
      readonly now: string;
    }[];
  };
  /** Finishes or rolls back what a killed run left open. */
  resume(): ActResult | null;
}
