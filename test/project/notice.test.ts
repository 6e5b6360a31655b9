// Whatever others made and this program carries is named in NOTICE, in the version it was taken from.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const notice = readFileSync('NOTICE', 'utf8');
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };

const generated = ['src', 'sidebar', 'local'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.generated.json'))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/'))),
);

test('there are generated tables', () => {
  expect(generated.length).toBeGreaterThan(3);
});

test.each(generated)('%s is named with its script', (file) => {
  const [, script] = new RegExp(`^${file.replaceAll('.', '\\.')} \\((scripts/[\\w.-]+)\\)`, 'm').exec(notice) ?? [];
  expect(readFileSync(script ?? 'no script is named', 'utf8')).toContain(path.posix.basename(file));
});

test.each(['preact', 'chinese-days', '@types/google-apps-script', '@tanstack/virtual-core', 'chart.js'])(
  '%s is named in the version that is used',
  (name) => {
    expect(notice.toLowerCase()).toContain(`${name} ${devDependencies[name]}`);
  },
);
