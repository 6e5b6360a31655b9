// The reference in docs/ says what the template says today.
import { spawnSync } from 'node:child_process';

test('docs/reference is fresh in both languages', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-reference.mjs', '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
