// gas-local has no types of its own: it loads a folder of scripts into one context and returns it.
declare module 'gas-local' {
  import type { Context } from 'node:vm';

  const gasLocal: {
    require(folder: string, globals: Context, options?: { filter?: (path: string) => boolean }): Record<string, unknown>;
  };
  export default gasLocal;
}
