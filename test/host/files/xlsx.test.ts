import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadWorkingFile, saveWorkingFile } from '../../../local/host/side-file';
import { differences } from '../../../local/host/snapshot';
import { loadBook, saveBook } from '../../../local/host/xlsx/index';
import { unzip } from '../../../local/host/xlsx/zip';
import { anyBook } from './any-book';

const seed = 20260101;

function textsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries([...unzip(file)].map(([path, part]) => [path, part.toString()]));
}

test('what is saved, loaded and saved again is the same, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, async (book) => {
      const first = await saveBook(book);
      const second = await saveBook(await loadBook(first));
      expect(textsOf(second)).toEqual(textsOf(first));
      expect(Buffer.compare(first, second)).toBe(0);
    }),
    { seed, numRuns: 150 },
  );
});

test('a file alone gives back everything it can say', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, async (book) => {
      for (const sheet of book.sheets) sheet.protections = [];
      const { owner } = book;
      expect(differences(book, await loadBook(await saveBook(book), { owner }))).toEqual([]);
    }),
    { seed, numRuns: 150 },
  );
});

test('with its side file a book comes back whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const path = join(folder, 'pool.xlsx');
  await fc.assert(
    fc.asyncProperty(anyBook, async (book) => {
      await saveWorkingFile(path, book, { triggers: [1] });
      const read = await loadWorkingFile(path);
      expect(differences(book, read.book)).toEqual([]);
      expect(read.hostState).toEqual({ triggers: [1] });
    }),
    { seed, numRuns: 60 },
  );
  await rm(folder, { recursive: true });
});
