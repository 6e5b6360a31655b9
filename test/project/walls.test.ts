// The walls of the code: who may import whom, and what may not be named where.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The compiler refuses an import of a unit that is not referred to; so this table is the walls. */
test.each([
  ['src/template', []],
  ['src/i18n', ['src/template']],
  ['src/domain', ['src/i18n', 'src/template']],
  ['src/contract', ['src/i18n', 'src/template']],
  ['src/encoding', ['src/contract', 'src/i18n', 'src/template']],
  ['src/gateway', ['src/domain', 'src/i18n', 'src/template']],
  ['src/app', ['src/contract', 'src/domain', 'src/gateway', 'src/i18n', 'src/template']],
  ['sidebar', ['src/contract', 'src/encoding', 'src/i18n', 'src/template']],
  ['local', ['src/contract', 'src/encoding', 'src/i18n', 'src/template']],
  ['local/workbench/page', []],
])('%s may import %j and no other unit', (unit, allowed) => {
  const { references } = JSON.parse(readFileSync(`${unit}/tsconfig.json`, 'utf8')) as { references: { path: string }[] };
  expect(references.map((one) => path.posix.join(unit, one.path)).sort()).toEqual(allowed);
});

test.each([
  ['src/domain', 'types of Google, pages or Node', []],
  ['src/template', 'types of Google, pages or Node', []],
  ['src/i18n', 'types of Google, pages or Node', []],
  ['src/contract', 'types of Google, pages or Node', []],
  ['sidebar', 'types of Google or Node', []],
  ['src/gateway', 'types of pages or Node', ['google-apps-script']],
  ['src/app', 'types of pages or Node', ['google-apps-script']],
])('%s knows no %s', (unit, _what, types) => {
  const { compilerOptions } = JSON.parse(readFileSync(`${unit}/tsconfig.json`, 'utf8'));
  expect(compilerOptions.types).toEqual(types);
  expect(compilerOptions.lib).toEqual(unit === 'sidebar' ? ['ES2020', 'DOM', 'DOM.Iterable'] : ['ES2020']);
});

const CHANCE = 'export const n = Math.random();';
const CLOCK = 'export const n = Date.now();';

const breaches: readonly (readonly [what: string, file: string, code: string, complaint: string | null])[] = [
  ['the clock in the domain', 'src/domain/clock.ts', CLOCK, 'noRestrictedGlobals'],
  ['chance in the domain', 'src/domain/deep/chance.ts', CHANCE, 'plugin'],
  ['the clock in the template', 'src/template/clock.ts', CLOCK, 'noRestrictedGlobals'],
  ['Google in the app', 'src/app/google.ts', 'export const zone = Session.getScriptTimeZone();', 'noRestrictedGlobals'],
  ['local words in the app', 'src/app/words.ts', "export { say } from '../i18n/local';", 'noRestrictedImports'],
  ['local words in the sidebar', 'sidebar/words.tsx', "export { say } from '../src/i18n/local';", 'noRestrictedImports'],
  ['the clock in the app', 'src/app/clock.ts', CLOCK, null],
  ['chance in the host', 'local/host/chance.ts', CHANCE, null],
];

describe('Biome', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'walls-'));
  let complaints = '';

  beforeAll(() => {
    for (const file of ['biome.json', 'scripts/no-chance.grit']) cpSync(file, path.join(folder, file));
    for (const [, file, code] of breaches) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${code}\n`);
    }
    const program = path.resolve('node_modules/@biomejs/biome/bin/biome');
    const { stdout, stderr } = spawnSync(process.execPath, [program, 'lint', '--vcs-enabled=false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    complaints = stdout + stderr;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(breaches)('judges %s', (_what, file, _code, complaint) => {
    const found = complaints.split('\n').find((line) => line.startsWith(`${file}:`)) ?? null;
    expect(found).toEqual(complaint === null ? null : expect.stringContaining(complaint));
  });
});
