// Template, language and preset: what the workbook is, what a change would do, and the change itself.
import type { Start, TemplateApi, TemplateChoice, TemplatePlan } from '../contract/template-api';
import type { Choice, Operation, Plan } from '../domain/plan/index';
import { Refusal } from '../domain/refusal';
import { applyTemplateIn, type PlanRequest, planTemplateIn } from '../gateway/apply';
import { enterAnew } from '../gateway/fields';
import { openHead } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { actingPerson, type People, readPeople, requireAdmin } from '../gateway/people';
import { openRun, type Run, type WorkbookState } from '../gateway/run';
import { heldIntent } from '../gateway/snapshot';
import { FIRST_ROW, findSheet } from '../gateway/table';
import { userLocale } from '../gateway/ui';
import { regionRows, workbook } from '../template/index';
import type { ColumnTemplate, CustomFields, Preset, SheetTemplate } from '../template/types';

export const templateApi: TemplateApi = {
  start() {
    const run = openRun();
    const { state } = run;
    const newer = state !== null && state.version > workbook.version;
    const ready = state !== null && !newer;
    return {
      version: __VERSION__,
      locale: userLocale(),
      workbook: {
        state: newer ? 'newer' : ready ? 'ready' : 'none',
        locale: state?.locale ?? null,
        preset: state?.preset ?? null,
        customers: ready ? customerCount(run) : 0,
      },
      ...peopleOf(run, ready),
      unfinished: openHead(run),
    };
  },

  planTemplate(choice) {
    const run = openRun();
    const request = requestOf(run, choice);
    return planView(run.state, request.choice, planTemplateIn(run, request).plan);
  },

  applyTemplate(choice) {
    const before = openRun();
    const request = requestOf(before, choice);
    // Most often nothing is to be done: found out without the lock, since taking it is a write.
    if (before.state !== null && heldIntent(before) === null && sameChoice(before.state, request.choice)) {
      const { plan } = planTemplateIn(before, request);
      if (plan.operations.length === 0)
        return { operations: 0, finished: true, plan: planView(before.state, request.choice, plan) };
    }
    return withLock(() => {
      const run = openRun();
      mayApply(run);
      const held = heldIntent(run);
      const wanted = requestOf(run, choice);
      // What a killed apply began is finished as it was meant, before anything else is.
      const first =
        held === null ? wanted : { ...wanted, choice: { ...wanted.choice, locale: held.locale, preset: held.preset } };
      const { state } = run;
      const begun = applyTemplateIn(run, first);
      if (!begun.finished || sameChoice(first.choice, wanted.choice)) {
        return { operations: begun.operations, finished: begun.finished, plan: planView(state, first.choice, begun.plan) };
      }
      const then = applyTemplateIn(run, wanted);
      const operations = begun.operations + then.operations;
      return { operations, finished: then.finished, plan: planView(state, wanted.choice, then.plan) };
    });
  },
};

/**
 * Brings rules, colours, formulas and headers in line with options and custom fields that were changed in their sheets. Call under the
 * lock.
 * @param before the fields before they were changed
 * @returns whether all of it could be done in this run
 */
export function followDefinitions(run: Run, before: CustomFields = run.state?.fields ?? {}): boolean {
  const { finished } = applyTemplateIn(run, requestOf(run, {}));
  if (finished) enterAnew(run, before);
  return finished;
}

function requestOf(run: Run, choice: TemplateChoice): PlanRequest {
  const { state } = run;
  if (state !== null && state.version > workbook.version) throw new Refusal('pool.newer');
  const held = heldIntent(run);
  return {
    template: workbook,
    choice: {
      locale: choice.locale ?? held?.locale ?? state?.locale ?? userLocale(),
      preset: choice.preset ?? held?.preset ?? state?.preset ?? workbook.enums.preset.dflt,
      homeRegion: choice.homeRegion,
    },
    rows: { regions: regionRows.map((row) => ({ ...row })) },
  };
}

function sameChoice(a: Pick<Choice, 'locale' | 'preset'>, b: Choice): boolean {
  return a.locale === b.locale && a.preset === b.preset;
}

/** Anybody builds a new pool; one that stands is for its admins and for the owner of the file. */
function mayApply(run: Run): void {
  if (run.state === null) return;
  const owner = run.ss.getOwner()?.getEmail() ?? '';
  if (owner !== '' && owner.toLowerCase() === run.actor.toLowerCase()) return;
  requireAdmin(run, readablePeople(run, owner), 'template.admin');
}

/** The list of people may be what is to be mended: then that is for the owner alone. */
function readablePeople(run: Run, owner: string): People {
  try {
    return readPeople(run);
  } catch (thrown) {
    if (thrown instanceof Refusal) throw new Refusal('template.admin', { admins: owner });
    throw thrown;
  }
}

/** @param state what the workbook was before the plan */
function planView(state: WorkbookState | null, choice: Choice, { operations }: Plan): TemplatePlan {
  const sheets = Object.entries<SheetTemplate>(workbook.sheets).filter(
    ([key, sheet]) => sheet.made === 'apply' || shows(sheet.shown, choice.preset) || key in (state?.sheets ?? {}),
  );
  const columns: readonly ColumnTemplate[] = Object.values(workbook.sheets.customers.columns);
  return {
    state: stateOf(state, operations),
    operations: operations.length,
    byType: counts(operations.map(({ type }) => type)),
    sheets: sheets.map(([key, sheet]) => ({
      key,
      label: sheet.label[choice.locale],
      operations: operations.filter((one) => 'sheet' in one && one.sheet === key).length,
      visible: shows(sheet.shown, choice.preset),
    })),
    columns: columns.length,
    shownColumns: columns.filter(({ shown }) => shows(shown, choice.preset)).length,
    charts: sheets.reduce((sum, [, sheet]) => sum + (sheet.shape === 'page' ? (sheet.charts?.length ?? 0) : 0), 0),
  };
}

function stateOf(state: WorkbookState | null, operations: readonly Operation[]): TemplatePlan['state'] {
  if (operations.length === 0) return 'current';
  if (state === null) return 'new';
  return state.version < workbook.version ? 'upgrade' : 'repair';
}

function shows(shown: 'all' | readonly Preset[] | undefined, preset: Preset): boolean {
  return shown === 'all' || (shown?.includes(preset) ?? false);
}

function counts(types: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const type of types) out[type] = (out[type] ?? 0) + 1;
  return out;
}

/** Rows below the head, down to the last one that holds anything. */
function customerCount(run: Run): number {
  const sheet = findSheet(run, 'customers');
  const rows = sheet === null ? 0 : sheet.getLastRow() - FIRST_ROW + 1;
  return Math.max(0, rows);
}

/** Nobody known where the list of people cannot be read: the sidebar must open to have it mended. */
function peopleOf(run: Run, ready: boolean): Pick<Start, 'user' | 'people'> {
  const people = ready ? knownPeople(run) : null;
  const person = people === null ? null : actingPerson(run, people);
  return {
    user: { email: run.actor, name: person?.name ?? null, role: person?.role ?? null },
    people: (people?.list ?? []).flatMap(({ email, name }) => (email === '' ? [] : [{ email, name }])),
  };
}

function knownPeople(run: Run): People | null {
  try {
    return readPeople(run);
  } catch (thrown) {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  }
}
