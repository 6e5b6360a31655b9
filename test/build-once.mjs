// Builds bundle and host once before the tests, unless the caller says they are fresh.
export default async function buildOnce() {
  if (process.env.CUSTOMER_POOL_BUILT !== '1') await import('../esbuild.mjs');
}
