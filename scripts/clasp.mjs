// Creates, pushes and opens the Google side with clasp, in the one order that works; `node scripts/clasp.mjs create sheet`.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';

/** The two editions: a spreadsheet with its bound script, and the standalone project of an Editor add-on. */
const editions = {
  sheet: {
    template: '.clasp.json',
    local: '.clasp.local.json',
    type: 'sheets',
    title: '客户池 Customer Pool',
    open: 'open-container',
  },
  addon: {
    template: '.clasp.addon.json',
    local: '.clasp.addon.local.json',
    type: 'standalone',
    title: 'Customer Pool 客户池',
    open: 'open-script',
  },
};

/** By its file, not by npx: Windows starts no command scripts without a shell. */
const clasp = (edition, ...args) => [
  process.execPath,
  'node_modules/@google/clasp/build/src/index.js',
  '--project',
  edition.local,
  ...args,
];
const build = [process.execPath, 'esbuild.mjs'];

/**
 * The commands of an action, in running order.
 * @param {'create' | 'push' | 'open'} action
 * @param {keyof typeof editions} name
 */
export function steps(action, name) {
  const edition = editions[name];
  // `create-script` ends with a pull that overwrites dist/ and its manifest: so build after it, then push by force.
  const create = clasp(edition, 'create-script', '--type', edition.type, '--title', edition.title, '--rootDir', 'dist');
  const push = clasp(edition, 'push', '--force');
  if (action === 'create') return [build, create, build, push];
  if (action === 'push') return [build, push];
  return [clasp(edition, edition.open)];
}

function main(action, name) {
  const edition = editions[name];
  if (edition === undefined || !['create', 'push', 'open'].includes(action))
    fail('usage: node scripts/clasp.mjs create|push|open sheet|addon');
  const exists = existsSync(edition.local);
  if (action === 'create' && exists) {
    fail(`${edition.local} stands here already: this checkout has its script. Delete that file to make another one.`);
  }
  if (action !== 'create' && !exists) fail(`There is no ${edition.local} yet: run npm run create:${name} first.`);
  // clasp refuses to create where the project file names a script, so it works on an ignored copy of the committed one.
  if (action === 'create') copyFileSync(edition.template, edition.local);
  for (const [program, ...args] of steps(action, name)) {
    const { status } = spawnSync(program, args, { stdio: 'inherit' });
    if (status !== 0) fail(`${program} ${args.join(' ')} ended with ${status}. If clasp is not signed in yet: npx clasp login`);
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1]?.endsWith('clasp.mjs')) main(process.argv[2], process.argv[3]);
