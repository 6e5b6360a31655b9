// Builds what ships (dist/: Code.js, Sidebar.html, appsscript.json) and what runs here (.cache/: the local host and commands).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const pkg = JSON.parse(readFileSync('package.json', 'utf8'));

/** Code.js: an iife, and a top-level function for each export of src/app, because Apps Script calls only those. */
async function buildCode() {
  const shared = {
    entryPoints: ['src/app/index.ts'],
    bundle: true,
    write: false,
    target: 'es2020',
    platform: 'neutral',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    define: { __VERSION__: JSON.stringify(pkg.version) },
  };
  const [out, asModule] = await Promise.all([
    build({ ...shared, format: 'iife', globalName: 'App_' }),
    // Only of a module does esbuild tell the exports.
    build({ ...shared, format: 'esm', metafile: true }),
  ]);
  const [{ exports }] = Object.values(asModule.metafile.outputs);
  const stubs = exports.map((name) => `function ${name}() { return App_.${name}.apply(this, arguments); }`);
  return `${textsByCall(out.outputFiles[0].text)}${stubs.join('\n')}\n`;
}

/** A text in two languages stands in the bundle some 1,400 times: a call instead of an object each time saves a twenty-fifth of it. */
function textsByCall(code) {
  const string = '"(?:[^"\\\\]|\\\\.)*"';
  const pair = new RegExp(`\\{"zh-CN":(${string}),en:(${string})\\}`, 'g');
  const short = code.replace(pair, (_all, zh, en) => `zhEn(${zh},${en})`);
  // Inside the bundle's own scope, at its beginning: a function outside it would be one people can run.
  return short.replace('=>{', '=>{const zhEn=(zh,en)=>({"zh-CN":zh,en});');
}

/** A module named *.made.ts is run at build and ships as its values: the sidebar shows a few labels of the template, not the template. */
const made = {
  name: 'made',
  setup(bundler) {
    bundler.onLoad({ filter: /\.made\.ts$/ }, async ({ path }) => {
      const out = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', platform: 'neutral' });
      const values = await import(`data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`);
      const contents = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/** Sidebar.html: one file, script and style inline, because HtmlService serves no others. */
async function buildSidebar() {
  const out = await build({
    entryPoints: ['sidebar/main.tsx'],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    // A tag becomes Preact's short call, which makes the page a twentieth smaller than the compiler's own setting does.
    tsconfigRaw: {},
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: ['preact'],
    plugins: [made],
    define: { __VERSION__: JSON.stringify(pkg.version) },
  });
  const text = (ending) => out.outputFiles.find((f) => f.path.endsWith(ending))?.text ?? '';
  const page = readFileSync('sidebar/page.html', 'utf8');
  const script = await packed(text('.js'));
  return page
    .replace('<!-- style -->', () => `<style>${text('.css')}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
}

/** A script that unpacks another and runs it: the sidebar's is a third as large so (docs/decisions/0009). */
async function packed(script) {
  const base64 = deflateRawSync(script, { level: 9 }).toString('base64');
  const out = await build({
    entryPoints: ['sidebar/unpack.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    minify: true,
    define: { __PACKED__: JSON.stringify(base64) },
  });
  return out.outputFiles[0].text;
}

/** The host and the commands as CommonJS: jest cannot load their ESM-only packages otherwise. */
async function buildLocal() {
  await build({
    entryPoints: {
      host: 'local/host/index.ts',
      workbench: 'local/workbench/index.ts',
      commands: 'local/commands/index.ts',
      bench: 'bench/index.ts',
    },
    bundle: true,
    outdir: '.cache/local',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    external: ['gas-local', 'playwright-core', 'axe-core'],
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
}

/** The workbench's own page. */
async function buildPage() {
  await build({
    entryPoints: { 'workbench-page': 'local/workbench/page/main.tsx' },
    bundle: true,
    outdir: '.cache/local',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

export async function buildAll() {
  const [code, sidebar] = await Promise.all([buildCode(), buildSidebar(), buildLocal(), buildPage()]);
  const files = { 'Code.js': code, 'Sidebar.html': sidebar, 'appsscript.json': readFileSync('appsscript.json', 'utf8') };
  mkdirSync('dist', { recursive: true });
  for (const name of readdirSync('dist')) if (!Object.hasOwn(files, name)) rmSync(`dist/${name}`, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    // Whole or not at all: a host that runs meanwhile loads the bundle anew for every run. Beside dist, where nothing else may be.
    writeFileSync(`.cache/${name}`, text);
    renameSync(`.cache/${name}`, `dist/${name}`);
  }
  return {
    code: Buffer.byteLength(code),
    sidebar: Buffer.byteLength(sidebar),
    digest: createHash('sha256').update(code).digest('hex').slice(0, 12),
  };
}

const sizes = await buildAll();
if (process.argv.includes('--sizes'))
  console.log(`Code.js ${sizes.code} bytes, Sidebar.html ${sizes.sidebar} bytes, ${sizes.digest}`);
