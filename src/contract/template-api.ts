// Template, language and state of the workbook, as the sidebar asks for them.
import type { Locale, Preset } from '../template/types';

export interface Start {
  readonly version: string;
  /** The user's own language. */
  readonly locale: Locale;
  readonly workbook: {
    /** `none`: no pool yet; `ready`; `newer`: made by a later version, read only. */
    readonly state: 'none' | 'ready' | 'newer';
    readonly locale: Locale | null;
    readonly preset: Preset | null;
    readonly customers: number;
  };
  /** What the team calls the people of its accounts. */
  readonly people: readonly { readonly email: string; readonly name: string }[];
  readonly user: { readonly email: string; readonly name: string | null; readonly role: string | null };
  /** An act a killed run left open and the next one will finish or roll back. */
  readonly unfinished: { readonly txn: string; readonly kind: string } | null;
}

export interface TemplateChoice {
  /** Absent: what the workbook has, else the user's. */
  readonly locale?: Locale | undefined;
  readonly preset?: Preset | undefined;
  readonly homeRegion?: string | undefined;
}

export interface TemplatePlan {
  readonly state: 'new' | 'repair' | 'upgrade' | 'current';
  readonly operations: number;
  /** How many operations of each type, e.g. `addSheet`. */
  readonly byType: Readonly<Record<string, number>>;
  readonly sheets: readonly {
    readonly key: string;
    readonly label: string;
    readonly operations: number;
    readonly visible: boolean;
  }[];
  readonly columns: number;
  readonly shownColumns: number;
  readonly charts: number;
}

export interface TemplateResult {
  /** Operations carried out by this call. */
  readonly operations: number;
  /** False when the run stopped ahead of its time limit: call again. */
  readonly finished: boolean;
  readonly plan: TemplatePlan;
}

export interface TemplateApi {
  start(): Start;
  planTemplate(choice: TemplateChoice): TemplatePlan;
  /** Makes a new pool, repairs one, or upgrades it: whatever the plan says. Also switches language and preset. */
  applyTemplate(choice: TemplateChoice): TemplateResult;
}
