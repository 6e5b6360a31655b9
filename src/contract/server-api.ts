// All that the sidebar may ask of the server, and the proof that it fits the wire.
import type { CustomerApi } from './customer-api';
import type { DuplicatesApi, ReviewApi } from './duplicates-api';
import type { ImportApi } from './import-api';
import type { IntakeApi } from './intake-api';
import type { SampleApi } from './sample-api';
import type { SettingsApi } from './settings-api';
import type { TeamApi } from './team-api';
import type { TemplateApi } from './template-api';
import type { TodayApi } from './today-api';
import type { Reply } from './wire';
import type { WordsApi } from './words-api';

export interface ServerApi
  extends TemplateApi,
    ImportApi,
    IntakeApi,
    DuplicatesApi,
    ReviewApi,
    TeamApi,
    TodayApi,
    SampleApi,
    SettingsApi,
    WordsApi,
    CustomerApi {}

export type ApiName = keyof ServerApi;
export type ArgsOf<N extends ApiName> = Parameters<ServerApi[N]>;
export type ValueOf<N extends ApiName> = ReturnType<ServerApi[N]>;

/** How the page sees the server: every call ends in a reply, a lost connection included. */
export type Server = { readonly [N in ApiName]: (...args: ArgsOf<N>) => Promise<Reply<ValueOf<N>>> };

/** `never` unless every member can cross: an interface passes when its shape is JSON's. */
type Crosses<T> = T extends string | number | boolean | null | undefined
  ? true
  : T extends (...args: never[]) => unknown
    ? false
    : T extends object
      ? false extends { [K in keyof T]: Crosses<T[K]> }[keyof T]
        ? false
        : true
      : false;

type AllCross = { [N in ApiName]: [Crosses<ArgsOf<N>[number]>, Crosses<ValueOf<N>>] };
type Broken = { [N in ApiName]: false extends AllCross[N][number] ? N : never }[ApiName];

/**
 * Fails to compile, naming the culprit, when something on the API cannot cross the wire.
 * @public the compiler is its only reader
 */
export const everythingCrosses: [Broken] extends [never] ? true : Broken = true;
