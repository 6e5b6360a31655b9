// A working file that LibreOffice has opened and saved is read back.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../local/host/index';
import { loadWorkingFile, saveWorkingFile, sideFileOf } from '../../local/host/side-file';
import { differences } from '../../local/host/snapshot';
import { converted } from './libreoffice';
import { madeBook } from './made-book';
import { describeJudged } from './policy';

/** What LibreOffice does of its own accord when no window is open, or in any case; nothing of it is data. */
const HABITS = [
  / styles of column /,
  / (?:frozenRows|frozenColumns|hiddenGridlines|tabColor): /,
  // It writes FALSE as FALSE(), WEEKNUM(x) as WEEKNUM(x,1).
  /^面板 formulas: /,
];

describeJudged('a file saved by LibreOffice', ['libreoffice'], () => {
  test('keeps values, rules, formats, protections, notes, names and charts', async () => {
    const clock = { todaySerial: 46_349, nowSerial: 46_349 };
    const engine = createEngine();
    const book = madeBook();
    engine.refresh(book, clock);
    const folder = await mkdtemp(join(tmpdir(), 'pool-'));
    const path = join(folder, 'pool.xlsx');
    try {
      await saveWorkingFile(path, book, { kept: true });
      await copyFile(path, join(folder, 'before.xlsx'));
      const saved = await converted(join(folder, 'before.xlsx'), 'xlsx', (made) => readFile(made));
      await writeFile(path, saved);
      expect(await readFile(sideFileOf(path), 'utf8')).toContain('kept');
      const read = await loadWorkingFile(path);
      engine.refresh(read.book, clock);
      const changed = differences(book, read.book, 500).filter((line) => !HABITS.some((habit) => habit.test(line)));
      expect(changed).toEqual([]);
      expect(read.hostState).toEqual({ kept: true });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
