// Who may write in the sheets that are closed: the owner of the file at first, then people by their role.
import type { Host } from '../../local/host/index';
import type { SheetKey } from '../../src/template/index';
import { OWNER, openPool, plan, sheetOf } from './pool';

const [ADMIN, MANAGER, SELLER] = ['ada@example.com', 'max@example.com', 'sue@example.com'];

function call(host: Host, name: string, ...args: unknown[]): void {
  const reply = host.rpc(name, ...args) as { ok: boolean };
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}

function editors(host: Host, key: SheetKey, tag: string): readonly string[] {
  return [...(sheetOf(host, key).protections.find(({ description }) => description === tag)?.editors ?? ['nobody knows'])].sort();
}

test('protecting owners’ blocks lets admins and managers in where they write, once', () => {
  const host = openPool(undefined, { editors: [ADMIN, MANAGER, SELLER] });
  expect(editors(host, 'settings', 'cp:system:settings')).toEqual([]);
  for (const [name, email, role] of [
    ['艾达', ADMIN, 'admin'],
    ['马克', MANAGER, 'manager'],
    ['苏', SELLER, 'sales'],
  ]) {
    call(host, 'saveOwner', { name, email, role, active: true });
  }
  call(host, 'applyProtection');
  expect(editors(host, 'settings', 'cp:system:settings')).toEqual([ADMIN]);
  expect(editors(host, 'products', 'cp:system:products')).toEqual([ADMIN, MANAGER]);
  expect(editors(host, 'customers', 'cp:header:customers')).toEqual([ADMIN]);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });

  const before = host.snapshot();
  host.resetCalls();
  call(host, 'applyProtection');
  expect(host.calls.byMethod['Protection.addEditors'] ?? 0).toBe(0);
  expect(JSON.stringify(host.book.sheets.map(({ protections }) => protections))).toBe(
    JSON.stringify(before.book.sheets.map(({ protections }) => protections)),
  );
});

test('an admin who was let in repairs; a seller is refused in Google’s words', () => {
  const host = openPool(undefined, { editors: [ADMIN, SELLER] });
  call(host, 'saveOwner', { name: '艾达', email: ADMIN, role: 'admin', active: true });
  call(host, 'applyProtection');
  const settings = sheetOf(host, 'settings').name;
  expect(() => host.as(SELLER).edit(`'${settings}'!B9`, '11')).toThrow(/protected/);
  host.as(ADMIN).clear(`'${settings}'!B2`);
  call(host, 'applyTemplate', {});
  expect(sheetOf(host, 'settings').cells[1]?.[1]).toBe('值');
  expect(plan(host.as(OWNER))).toMatchObject({ state: 'current', operations: 0 });
});

test('somebody who should not be in is put out by a repair', () => {
  const host = openPool(undefined, { editors: [SELLER] });
  sheetOf(host, 'settings').protections[0]?.editors.push(SELLER);
  expect(plan(host).byType).toEqual({ protect: 1 });
  call(host, 'applyTemplate', {});
  expect(editors(host, 'settings', 'cp:system:settings')).toEqual([]);
});
