// An upgrade: numbered steps that move what is there, the repair after them, the stamp; killed at any write, the next run goes on.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { differences, type Host, Killed } from '../../local/host/index';
import { at, CHINESE, columnOf, openEmpty, openPool, sheetOf } from './pool';

const dist = mkdtempSync(join(tmpdir(), 'upgrade-'));
const { outputFiles } = buildSync({
  entryPoints: ['test/template-apply/upgrade-script.ts'],
  absWorkingDir: join(__dirname, '../..'),
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'App_',
  target: 'es2020',
  platform: 'neutral',
});
writeFileSync(join(dist, 'Code.js'), `${outputFiles[0]?.text ?? ''}\nfunction upgrade() { return App_.upgrade(); }\n`);
copyFileSync(join(__dirname, '../../appsscript.json'), join(dist, 'appsscript.json'));

/** A pool of version 1 with a customer in it, opened with the next version's script. */
function opened(): Host {
  const old = openPool();
  old.edit(at(old, 'customers', 'name', 3), '张伟');
  old.edit(at(old, 'customers', 'remark', 3), '老朋友');
  old.edit(at(old, 'customers', 'remark', 2), '印象');
  const host = openEmpty({ dist, book: old.book });
  for (const [key, value] of old.properties) host.properties.set(key, value);
  return host;
}

function upgrade(host: Host): unknown {
  return JSON.parse(String(host.run('upgrade')));
}

function version(host: Host): number {
  return (JSON.parse(host.properties.get('cp:state') ?? '{}') as { version: number }).version;
}

test('the column keeps its place, its label and its cells under the new key', () => {
  const host = opened();
  const before = columnOf(host, 'customers', 'remark');
  expect(upgrade(host)).toMatchObject({ finished: true });
  expect([version(host), columnOf(host, 'customers', 'remark'), columnOf(host, 'customers', 'notes')]).toEqual([2, 0, before]);
  const { cells } = sheetOf(host, 'customers');
  expect([cells[1]?.[before - 1], cells[2]?.[before - 1], cells[2]?.[1]]).toEqual(['印象', '老朋友', '张伟']);
  expect(upgrade(host)).toEqual({ operations: 0, finished: true });
});

test('killed at any write, the next run ends it', () => {
  const host = opened();
  const from = host.snapshot();
  host.resetCalls();
  upgrade(host);
  const { writes } = host.calls;
  const end = host.snapshot();
  for (let write = 1; write <= writes; write++) {
    for (const effect of ['before', 'after'] as const) {
      host.restore(from);
      host.failAt({ write, effect });
      expect(() => upgrade(host)).toThrow(Killed);
      host.failAt(null);
      upgrade(host);
      expect([write, effect, differences(end.book, host.book), version(host)]).toEqual([write, effect, [], 2]);
    }
  }
});

test('an older script looks but does not touch', () => {
  const host = opened();
  upgrade(host);
  const older = openEmpty({ book: host.book });
  for (const [key, value] of host.properties) older.properties.set(key, value);
  expect(older.rpc('applyTemplate', CHINESE)).toMatchObject({ ok: false, code: 'pool.newer' });
  expect(older.rpc('planTemplate', {})).toMatchObject({ ok: false, code: 'pool.newer' });
  expect(older.rpc('start')).toMatchObject({ ok: true, value: { workbook: { state: 'newer' } } });
});
