// Carries out a template plan, in order, stopping ahead of the time limit; a killed apply is finished by the next one.
import {
  type Choice,
  type Circumstances,
  type Migrations,
  namesMade,
  type Operation,
  type OperationType,
  type Plan,
  planWorkbook,
  widthsBefore,
} from '../domain/plan/index';
import { Refusal } from '../domain/refusal';
import type { SheetKey } from '../template/index';
import type { WorkbookTemplate } from '../template/types';
import { cellActs } from './apply-cells';
import { lookActs } from './apply-looks';
import { partActs } from './apply-parts';
import { ruleActs } from './apply-rules';
import { sheetActs } from './apply-sheets';
import { type Acts, type Op, Site } from './apply-site';
import { deleteProperty, type Run, saveState, setProperties, type WorkbookState } from './run';
import { type HeldIntent, heldIntent, INTENT, readSnapshot, type WorkbookReading } from './snapshot';

/** Google ends a run after six minutes; what is left then is for the next call. */
const STOP_AFTER_MS = 4.5 * 60_000;

const acts: Acts<OperationType> = { ...sheetActs, ...lookActs, ...cellActs, ...ruleActs, ...partActs, stamp };

export interface PlanRequest {
  readonly template: WorkbookTemplate;
  readonly choice: Choice;
  readonly rows: Circumstances['rows'];
  readonly migrations?: Migrations;
}

export interface Planned {
  readonly plan: Plan;
  readonly reading: WorkbookReading;
}

/** Reads the workbook and says what must change. */
export function planTemplateIn(run: Run, { template, choice, rows, migrations }: PlanRequest): Planned {
  const reading = readSnapshot(run, template, choice, rows);
  const circumstances = { today: run.today, stamp: run.stamp, actor: run.actor.toLowerCase(), rows };
  return { plan: planWorkbook(template, reading.snapshot, choice, circumstances, migrations), reading };
}

export interface Applied {
  /** Operations carried out. */
  readonly operations: number;
  /** False when time ran short: what is left waits for the next call. */
  readonly finished: boolean;
  /** The whole plan, of which as much was done. */
  readonly plan: Plan;
  readonly reading: WorkbookReading;
}

/** Brings the workbook to what was chosen. Call under the lock. No write where nothing is to be done. */
export function applyTemplateIn(run: Run, request: PlanRequest): Applied {
  let operations = 0;
  for (;;) {
    const { plan, reading } = planTemplateIn(run, request);
    const done = carryOut(run, reading, plan, request.choice);
    operations += done;
    const finished = done === plan.operations.length;
    // A step before the rest: the workbook reads differently now.
    if (finished && !plan.whole) continue;
    if (finished && heldIntent(run) !== null) deleteProperty(run, INTENT);
    return { operations, finished, plan, reading };
  }
}

/** @returns how many operations were done before time ran short */
function carryOut(run: Run, reading: WorkbookReading, plan: Plan, choice: Choice): number {
  const { operations } = plan;
  if (operations.length > 0) noteIntent(run, operations, choice);
  const site = new Site(run, reading);
  // A sheet that is made comes to the front: whoever works in another one is to stay there, unless the plan says where to go.
  const stays = operations.some(({ type }) => type === 'addSheet') && !operations.some(({ type }) => type === 'activate');
  const front = stays ? run.ss.getActiveSheet() : null;
  for (const [done, operation] of operations.entries()) {
    if (Date.now() - run.now.getTime() > STOP_AFTER_MS) return done;
    try {
      (acts[operation.type] as (site: Site, operation: Operation) => void)(site, operation);
    } catch (thrown) {
      throw explained(thrown, site, operation);
    }
  }
  front?.activate();
  return operations.length;
}

/** What Google says of cells that somebody turned into a table, as something he can do about it (platform.md §5). */
function explained(thrown: unknown, site: Site, operation: Operation): unknown {
  const typed = String((thrown as { message?: unknown } | null)?.message).includes('typed columns');
  return typed && 'sheet' in operation
    ? new Refusal('sheet.typedColumn', { sheet: site.sheet(operation.sheet).getName() })
    : thrown;
}

/** Written before the first change, so that a killed run's half-made sheets and columns are known for what they are. */
function noteIntent(run: Run, operations: readonly Operation[], { locale, preset }: Choice): void {
  const before = heldIntent(run);
  const intent: HeldIntent = {
    locale,
    preset,
    names: { ...before?.names, ...namesMade(operations) },
    widths: { ...widthsBefore(operations), ...before?.widths },
  };
  const text = JSON.stringify(intent);
  if (text !== run.properties[INTENT]) setProperties(run, { [INTENT]: text });
}

function stamp({ run, reading }: Site, { version, locale, preset, fields }: Op<'stamp'>): void {
  const sheets: Partial<Record<SheetKey, number>> = {};
  for (const key of [...reading.sheets.keys()].sort()) sheets[key as SheetKey] = reading.sheets.get(key)?.getSheetId() ?? 0;
  const state: WorkbookState = { version, locale, preset, ...(Object.keys(fields).length > 0 && { fields }), sheets };
  saveState(run, state);
}
