// Lets people into the sheets that are closed, by their role: admins everywhere, managers where a column is theirs.
import { HEADER_TAG, rolesIn, SYSTEM_TAG } from '../domain/plan/index';
import { type SheetKey, workbook } from '../template/index';
import type { SheetTemplate } from '../template/types';
import { fileAccess, type People } from './people';
import type { Run } from './run';
import { readProtections } from './snapshot-parts';

/**
 * Adds whoever is missing; takes nobody out, which a repair does. A write a protection that lacks somebody, none otherwise. Only for
 * people who may edit the file (platform.md §4), by an account the protections let in.
 */
export function admitPeople(run: Run, { list }: People): void {
  const { owner, editors: all } = fileAccess(run);
  const admitted = list.filter(({ active, email }) => active && email !== owner && all.includes(email));
  for (const { read, object } of [...readProtections(run.ss, false).bySheet.values()].flat()) {
    const template = sheetOf(read.tag);
    const { editors } = read;
    if (read.warning || editors === null || template === null) continue;
    const roles = rolesIn(template, read.tag);
    const missing = admitted
      .filter(({ role, email }) => roles.includes(role) && !editors.includes(email))
      .map(({ email }) => email);
    if (missing.length > 0) object.addEditors(missing);
  }
}

function sheetOf(tag: string): SheetTemplate | null {
  const prefix = [HEADER_TAG, SYSTEM_TAG].find((one) => tag.startsWith(one));
  const key = prefix === undefined ? '' : (tag.slice(prefix.length).split(':')[0] ?? '');
  return key in workbook.sheets ? workbook.sheets[key as SheetKey] : null;
}
