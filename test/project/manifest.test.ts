// The permissions people are asked for, the lockfile every machine installs from, and the order clasp needs.
import { readFileSync } from 'node:fs';
// @ts-expect-error a script, without declarations of its own
import { steps } from '../../scripts/clasp.mjs';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

test('the manifest asks for exactly five permissions', () => {
  const { oauthScopes, runtimeVersion, addOns } = read('dist/appsscript.json');
  const scopes = oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''));
  expect(scopes.sort()).toEqual([
    'script.container.ui',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets.currentonly',
    'userinfo.email',
  ]);
  expect(runtimeVersion).toBe('V8');
  expect(addOns).toBeUndefined();
});

test.each(['.clasp.json', '.clasp.addon.json'])('%s names no script', (file) => {
  expect(read(file)).toEqual({ rootDir: 'dist' });
});

test.each(['sheet', 'addon'])('creating the %s builds after the pull that overwrites dist, then pushes by force', (edition) => {
  const words = steps('create', edition).map((step: string[]) =>
    step.filter((word) => ['esbuild.mjs', 'create-script', 'push', '--force'].includes(word)),
  );
  expect(words).toEqual([['esbuild.mjs'], ['create-script'], ['esbuild.mjs'], ['push', '--force']]);
});

test('every optional package of the lockfile has an entry of its own, so that other platforms can install', () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = read('package-lock.json').packages;
  const known = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const missing = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !known.has(name)),
  );
  expect(missing).toEqual([]);
});

test('dependencies are pinned', () => {
  const versions = Object.values<string>(read('package.json').devDependencies);
  expect(versions.filter((version) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
