// What passes between the server and what stands around the grid. Types only.
import type { Block } from './grid-wire';

/** The whole frame at one moment. */
export interface StateView {
  /** Rises with everything that may have changed the workbook or what stands around it. */
  readonly revision: number;
  /** Rises when the workbook was replaced by another state of it: what the page remembers of it is void. */
  readonly epoch: number;
  /** The page's, which is the workbook's. */
  readonly locale: 'zh-CN' | 'en';
  /** `yyyy-MM-dd HH:mm` in the spreadsheet's zone. */
  readonly now: string;
  /** Who acts: the address of one of the people. */
  readonly user: string;
  readonly people: readonly PersonView[];
  readonly sheets: readonly {
    readonly id: number;
    readonly name: string;
    readonly hidden: boolean;
    readonly colour: string | null;
  }[];
  readonly outbox: readonly MailView[];
  /** The add-on's own menu as the script built it. */
  readonly menu: readonly MenuEntry[];
  readonly sidebar: {
    readonly title: string;
    /** How often the script has shown it. */
    readonly shown: number;
  };
  readonly front: FrontView;
  readonly triggers: readonly TriggerView[];
  readonly lastRun: RunView | null;
  readonly toasts: readonly string[];
  /** What keeps the server for longer than a moment. */
  readonly busy: 'clock' | 'reset' | null;
  readonly file: FileView | null;
}

/** What the script brought to the front last. */
export interface FrontView {
  /** How often it brought something. */
  readonly times: number;
  readonly sheet: number | null;
  /** Null for a sheet without naming cells. */
  readonly at: Block | null;
}

/** Somebody who may open the file. */
export interface PersonView {
  readonly email: string;
  /** As the team's list has them; null for somebody it does not have. */
  readonly name: string | null;
  readonly role: string | null;
}

export interface MailView {
  /** 0-based, in the order of sending. */
  readonly id: number;
  readonly subject: string;
  readonly to: string;
  /** `yyyy-MM-dd HH:mm`. */
  readonly at: string;
}

export type MenuEntry =
  | { readonly type: 'item'; readonly caption: string; readonly function: string }
  | { readonly type: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] }
  | { readonly type: 'separator' };

/** A clock trigger that would run by itself. */
export interface TriggerView {
  readonly id: string;
  readonly handler: string;
  /** `yyyy-MM-dd HH:mm`; null when it is spent. */
  readonly due: string | null;
}

export interface RunView {
  /** The function that ran. */
  readonly name: string;
  /** Reads and writes (rulings 1). */
  readonly calls: number;
  readonly virtualSeconds: number;
  /** In the script's own words; null when it did not fail. */
  readonly failed: string | null;
}

export interface FileView {
  readonly name: string;
  /** `reread`: another program changed it, and its values were taken over. */
  readonly state: 'saved' | 'saving' | 'reread' | 'failed';
}

/** What the bar asks for; each is answered by an {@link Outcome}. */
export interface ActingCall {
  readonly user: string;
}
/** Milliseconds to pass, or the moment to reach as `yyyy-MM-ddTHH:mm`. */
export type AdvanceCall = { readonly by: number } | { readonly to: string };
export interface TriggerCall {
  readonly id: string;
}
export interface MenuCall {
  readonly function: string;
}

export interface Outcome {
  /** Why it failed, in the script's or the host's words; null when it did not. */
  readonly failed: string | null;
}

/** A chart as the host holds it, read off the cells it shows. */
export interface ChartView {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  /** Pixels from the top left corner of cell A1. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly SeriesView[];
}

export interface SeriesView {
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Null where the cell holds no number. */
  readonly values: readonly (number | null)[];
  /** What the cells show. */
  readonly texts: readonly string[];
}
