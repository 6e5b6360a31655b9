// Parts of a sheet as plain data: rules, format rules, protections, charts.
import {
  type Area,
  areaOf,
  type ChartRead,
  type FormatRead,
  isPlanned,
  markerOf,
  type ProtectionRead,
  type RuleRead,
} from '../domain/plan/index';
import { type ListPlaces, readRule, sortOf } from './rules';
import type { Sheet, Spreadsheet } from './run';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Calls a sheet may cost that only ask what sort a rule further down is (rulings 6). */
const MOST_SORTS = 1000;

/** Reads rules of a block: the first row in full, of the others whether a rule is there and of which sort. */
export function readRules(
  grid: readonly (readonly (Rule | null)[])[],
  sheet: Sheet,
  places: ListPlaces,
  dayText: (day: Date) => string,
): (RuleRead | null)[] {
  const sorts = new Map<Rule, string>();
  const sort = (rule: Rule): string | null => {
    const known = sorts.get(rule);
    if (known !== undefined || sorts.size >= MOST_SORTS) return known ?? null;
    const found = sortOf(rule);
    sorts.set(rule, found);
    return found;
  };
  return (grid[0] ?? []).map((rule, c) => {
    if (rule === null) return null;
    const first = sort(rule);
    let rows = 1;
    for (; rows < grid.length; rows++) {
      const other = grid[rows]?.[c] ?? null;
      if (other === null) break;
      const found = sort(other);
      if (found !== null && found !== first) break;
    }
    return { rule: readRule(rule, sheet, places, dayText), help: rule.getHelpText() ?? '', rows };
  });
}

/** The rules that carry our marker, in their order. */
export function readFormats(sheet: Sheet): FormatRead[] {
  return sheet.getConditionalFormatRules().flatMap((rule): FormatRead[] => {
    const condition = rule.getBooleanCondition();
    const formula = condition === null ? '' : String(condition.getCriteriaValues()[0] ?? '');
    const key = markerOf(formula);
    if (condition === null || key === null) return [];
    const look = {
      ground: condition.getBackground(),
      ink: condition.getFontColor(),
      bold: condition.getBold() === true,
      italic: condition.getItalic() === true,
      underline: condition.getUnderline() === true,
      strikethrough: condition.getStrikethrough() === true,
    };
    return [{ key, formula, areas: rule.getRanges().map((range) => areaOf(range.getA1Notation())), look }];
  });
}

export function readCharts(sheet: Sheet): ChartRead[] {
  return sheet.getCharts().map((chart, index) => ({
    index,
    title: String(chart.getOptions().get('title') ?? ''),
    ranges: chart.getRanges().map((range) => range.getA1Notation()),
  }));
}

/** A protection and the object that changes it. */
export interface HeldProtection {
  readonly read: ProtectionRead;
  readonly object: Protection;
}

export interface Protections {
  /** By sheet id: those the plan looks after, and after a killed apply those without a tag. */
  readonly bySheet: ReadonlyMap<number, readonly HeldProtection[]>;
  /** Ids of sheets that somebody else protected as a whole. */
  readonly takenOver: ReadonlySet<number>;
}

/** @param interrupted whether an apply was killed, which may have left a protection it had not tagged yet */
export function readProtections(ss: Spreadsheet, interrupted: boolean): Protections {
  const bySheet = new Map<number, HeldProtection[]>();
  const takenOver = new Set<number>();
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  for (const type of [RANGE, SHEET]) {
    for (const object of ss.getProtections(type)) {
      const tag = object.getDescription();
      const ours = isPlanned(tag) || (interrupted && tag === '');
      if (!ours && type === RANGE) continue;
      const id = object.getRange().getSheet().getSheetId();
      if (ours) bySheet.set(id, [...(bySheet.get(id) ?? []), { read: readProtection(object, tag, type === SHEET), object }]);
      else takenOver.add(id);
    }
  }
  return { bySheet, takenOver };
}

function readProtection(object: Protection, tag: string, whole: boolean): ProtectionRead {
  const warning = object.isWarningOnly();
  const open = (): Area[] => object.getUnprotectedRanges().map((range) => areaOf(range.getA1Notation()));
  const editors = () => object.getEditors().map((user) => user.getEmail().toLowerCase());
  return {
    tag,
    area: whole ? null : areaOf(object.getRange().getA1Notation()),
    open: whole ? open() : [],
    warning,
    // Google throws for someone barred (platform.md §4).
    editors: warning ? [] : object.canEdit() ? editors() : null,
  };
}
