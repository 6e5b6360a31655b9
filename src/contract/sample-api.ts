// Sample data: the wizard's, and the demo's.
import type { ActResult } from './duplicates-api';

export interface SampleRemoval {
  readonly customers: number;
  /** Rows of other sheets: interactions, orders, feedback, products. */
  readonly children: number;
  readonly people: number;
  /** Rows of the user's own that point at customers of the sample; they go with them. */
  readonly own: number;
}

export interface SampleApi {
  /**
   * Adds the sample's people, products, interactions, orders and feedback, deterministic by seed and day. `customers: false` leaves
   * out the customers, which then are those an import brought in by name (the demo); before the import only people and products are
   * added. Counts are of what this call added: a second call adds what is missing. People and products the workbook has keep their
   * names there. Refused before anything is written when another load's customers stand in the workbook.
   */
  loadSample(choice: { seed: number; size: number; customers: boolean }): {
    readonly people: number;
    readonly customers: number;
    readonly interactions: number;
    readonly orders: number;
    readonly feedback: number;
  };
  /** What taking the sample away would move to Archive, and the people who would leave the team with it. */
  planSampleRemoval(): SampleRemoval;
  /** Takes everything the sample brought out of the workbook, as one act that can be undone. */
  removeSample(): ActResult;
  /** The sample's customers as CSV text, traps included. */
  sampleCsv(choice: { seed: number; size: number }): { readonly csv: string; readonly rows: number };
}
