// Protections of a sheet: header rows, what script keeps, closed sheets. Owners' blocks are planned elsewhere.
import type { SheetTemplate, TableTemplate } from '../../template/types';
import { sameAreas } from './areas';
import { type PlanContext, tableRead } from './context';
import { dataAreas, FIRST_ROW } from './formats';
import type { Operation, ProtectionWanted } from './operations';
import type { Area, ProtectionRead, SheetRead } from './snapshot';

/** Marks of ours; a protection without one is never touched. */
export const HEADER_TAG = 'cp:header:';
export const SYSTEM_TAG = 'cp:system:';

/** Whether a protection is one this plan looks after. */
export function isPlanned(tag: string): boolean {
  return tag.startsWith(HEADER_TAG) || tag.startsWith(SYSTEM_TAG);
}

/** What the sheet lacks, and what it has too much. */
export function protectionOperations(
  context: PlanContext,
  key: string,
  wanted: readonly ProtectionWanted[],
  read: SheetRead | null,
): Operation[] {
  const found = read?.protections ?? [];
  const left = wanted.filter(({ area }) => area !== null || !read?.takenOver);
  const changed = left.filter((protection) => {
    const same = found.filter(({ tag }) => tag === protection.tag);
    return same.length !== 1 || !same.every((one) => equal(protection, one, read?.rows ?? 0, context.actor));
  });
  const gone = new Set(found.map(({ tag }) => tag).filter((tag) => isPlanned(tag) && !wanted.some((one) => one.tag === tag)));
  return [
    ...[...gone].map((tag): Operation => ({ type: 'unprotect', sheet: key, tag })),
    ...changed.map((protection): Operation => ({ type: 'protect', sheet: key, protection })),
  ];
}

/**
 * Protections of a table by its guard. Where every user's runs must write, cells only warn: warnings stop people who are about to
 * type over what script keeps, and nobody's script.
 */
export function tableProtections(context: PlanContext, key: string, template: TableTemplate): ProtectionWanted[] {
  const head = context.heads.get(key);
  if (head === undefined) return [];
  const columns = Math.max(...Object.keys(template.columns).map((name) => head.positions.get(name) ?? 0));
  const header: ProtectionWanted = {
    tag: HEADER_TAG + key,
    area: { row: 1, column: 1, rows: FIRST_ROW - 1, columns },
    open: [],
    warning: false,
    editors: people(context, rolesIn(template, HEADER_TAG)),
  };
  const kept = Object.keys(template.columns).filter((name) => template.columns[name]?.kept === 'script');
  const keptAt = kept.map((name) => head.positions.get(name) ?? 0);
  const whole = { tag: SYSTEM_TAG + key, area: null };
  switch (template.guard) {
    case 'owners': {
      // What owners' own runs keep stands inside their blocks.
      const closed = kept
        .filter((name) => template.columns[name]?.editor !== 'fact')
        .map((name) => head.positions.get(name) ?? 0);
      return [header, ...dataAreas(closed).map((area) => warned(SYSTEM_TAG + key, area, head.positions))];
    }
    case 'append': {
      const typed = Array.from({ length: head.width }, (_, i) => i + 1).filter((column) => !keptAt.includes(column));
      return [header, { ...whole, open: dataAreas(typed), warning: true, editors: [] }];
    }
    case 'warning':
      return [{ ...whole, open: [], warning: true, editors: [] }];
    case 'strict':
      return [{ ...whole, open: [], warning: false, editors: people(context, rolesIn(template, SYSTEM_TAG)) }];
  }
}

/** A page is closed but for its choices. */
export function pageProtections(
  context: PlanContext,
  key: string,
  template: SheetTemplate,
  open: readonly Area[],
): ProtectionWanted[] {
  const warning = template.guard !== 'strict';
  return [
    { tag: SYSTEM_TAG + key, area: null, open, warning, editors: warning ? [] : people(context, rolesIn(template, SYSTEM_TAG)) },
  ];
}

/** Told apart by the key of its first column, which stays when columns move. */
function warned(tag: string, area: Area, positions: ReadonlyMap<string, number>): ProtectionWanted {
  const first = [...positions].find(([, column]) => column === area.column)?.[0] ?? '';
  return { tag: `${tag}:${first}`, area, open: [], warning: true, editors: [] };
}

/** Roles that write in a closed sheet, or in the head of one: managers where a column is theirs. */
export function rolesIn(template: SheetTemplate, tag: string): readonly string[] {
  const columns = template.shape === 'table' && tag.startsWith(SYSTEM_TAG) ? Object.values(template.columns) : [];
  return columns.some(({ editor }) => editor === 'manager') ? ['admin', 'manager'] : ['admin'];
}

/** Addresses of active people with one of the roles who may edit the file; whoever applies stays an editor anyway. */
function people({ found, words, actor }: PlanContext, roles: readonly string[]): string[] {
  const labels = (words.enums['role']?.options ?? []).filter(({ id }) => roles.includes(id)).map(({ label }) => label);
  const emails = (tableRead(found.sheets['users'])?.records ?? [])
    .filter(
      (person) => person['active'] === true && labels.some((label) => Object.values(label).includes(String(person['role']))),
    )
    .map((person) => String(person['email'] ?? '').toLowerCase());
  return [...new Set(emails)].filter((email) => email !== actor && found.editors.includes(email)).sort();
}

function equal(wanted: ProtectionWanted, found: ProtectionRead, rows: number, actor: string): boolean {
  if (found.editors === null) return true;
  const editors = found.editors.filter((email) => email !== actor);
  return (
    (wanted.area === null) === (found.area === null) &&
    (wanted.area === null || found.area === null || sameAreas([wanted.area], [found.area], rows)) &&
    sameAreas(wanted.open, found.open, rows) &&
    wanted.warning === found.warning &&
    // Somebody who is not in yet is let in when owners' blocks are protected; somebody who should not be in is drift.
    (wanted.warning || editors.every((email) => wanted.editors.includes(email)))
  );
}
