// The local host's formula engine for tests of single formulas, without the host around it.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

type Engine = typeof import('../../local/host/engine/wasm');

/** Its package is ESM only, which jest does not load: bundled as esbuild.mjs bundles the host. */
export function loadEngine(): Engine {
  const outfile = resolve('.cache/test/engine.cjs');
  mkdirSync(resolve('.cache/test'), { recursive: true });
  buildSync({
    entryPoints: ['local/host/engine/wasm.ts'],
    bundle: true,
    outfile,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  return createRequire(outfile)(outfile) as Engine;
}
