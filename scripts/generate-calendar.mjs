// Writes the working calendar of mainland China, read from the package chinese-days, as the table the bundle carries.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const source = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const table = new URL('../src/domain/calendar/cn.generated.json', import.meta.url);

const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
const dates = (days, year) =>
  days
    .filter((day) => day.startsWith(year))
    .map((day) => day.slice(5).replace('-', ''))
    .sort()
    .join(' ');

/** @returns by year only what differs from the weekend: `off` weekdays, `work` weekend days, as `MMDD` separated by spaces; a year a line */
export function calendar() {
  const { holidays, workdays } = JSON.parse(readFileSync(source, 'utf8'));
  const off = Object.keys(holidays).filter((day) => !isWeekend(day));
  const work = Object.keys(workdays).filter(isWeekend);
  const years = [...new Set(Object.keys(holidays).map((day) => day.slice(0, 4)))].sort();
  const lines = years.map((year) => `"${year}":${JSON.stringify({ off: dates(off, year), work: dates(work, year) })}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--print')) process.stdout.write(calendar());
  else writeFileSync(table, calendar());
}
