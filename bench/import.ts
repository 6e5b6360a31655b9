// Importing lists of three sizes into an applied pool.
import { type Bench, measure } from './figures';
import { applyPool, emptyHost, importText, listOf } from './pool';

function importing(rows: number) {
  return async () => {
    const { host, server } = emptyHost();
    await applyPool(server);
    const text = listOf(rows);
    return measure(host, () => importText(server, 'list.csv', text));
  };
}

export const importBench: Bench = { cases: { '1000': importing(1_000), '10000': importing(10_000), '50000': importing(50_000) } };
