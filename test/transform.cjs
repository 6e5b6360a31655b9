// Compiles TypeScript for jest with esbuild; ts-jest needs a compiler API that TypeScript 7 has not.
const { transformSync } = require('esbuild');

module.exports = {
  process: (text, file) =>
    transformSync(text, {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file,
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
};
