// What ships: bytes, and milliseconds until its functions can be called.
import { readFileSync, statSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { type Bench, round } from './figures';

const LOADS = 9;

export const bundle: Bench = {
  cases: {
    load: async () => {
      const source = readFileSync('dist/Code.js', 'utf8');
      const times: number[] = [];
      for (let i = 0; i < LOADS; i++) {
        const context = createContext({});
        const start = process.hrtime.bigint();
        // A comment of its own each time: V8 would remember a script it has compiled.
        new Script(`${source}//${i}`).runInContext(context);
        times.push(Number(process.hrtime.bigint() - start) / 1e6);
      }
      times.sort((a, b) => a - b);
      return {
        codeBytes: statSync('dist/Code.js').size,
        sidebarBytes: statSync('dist/Sidebar.html').size,
        loadMilliseconds: round(times[Math.floor(LOADS / 2)] ?? 0, 1),
      };
    },
  },
};
