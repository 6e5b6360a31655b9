// When a judge is missing: the tests that need it fail where nobody may skip them, and say what to install elsewhere.
import { spawnSync } from 'node:child_process';

const JUDGES = {
  libreoffice: { command: ['soffice', '--version'], install: 'apt-get install --no-install-recommends libreoffice-calc' },
  openpyxl: { command: ['/usr/bin/python3', '-c', 'import openpyxl'], install: 'apt-get install python3-openpyxl' },
} as const;

export type Judge = keyof typeof JUDGES;

/** `describe` for tests that hear these judges; skipped without them, except where CI is true. */
export function describeJudged(title: string, judges: readonly Judge[], tests: () => void): void {
  const missing = judges.filter((judge) => {
    const [program, ...words] = JUDGES[judge].command;
    return spawnSync(program, words).status !== 0;
  });
  if (missing.length === 0) {
    describe(title, tests);
    return;
  }
  const hint = missing.map((judge) => `${judge} is missing: ${JUDGES[judge].install}`).join('; ');
  if (process.env['CI'] !== 'true') {
    describe.skip(`${title} (${hint})`, tests);
    return;
  }
  test(title, () => {
    throw new Error(hint);
  });
}
