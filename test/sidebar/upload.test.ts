// A file goes up in slices that fit the wire and arrive as the file, whatever is in it.
import fc from 'fast-check';
import type { ImportResult, SliceRead } from '../../src/contract/import-api';
import { sliceEnd } from '../../src/contract/slices';
import { checkFile, type ImportServer, importFile, previewFile, type UploadProgress } from '../../src/contract/upload';
import type { Reply } from '../../src/contract/wire';
import { WIRE_LIMIT } from '../../src/contract/wire';

const RESULT = { batch: 'B-1', read: 0 } as ImportResult;
const ok = <T>(value: T): Promise<Reply<T>> => Promise.resolve({ ok: true, value });

/** A server that reads whole lines only, as the real one reads whole records, and keeps what it was given. */
function lineServer(commits = 1) {
  const seen = { staged: '', lines: [] as number[], counts: [] as number[], checked: 0, committed: 0, largest: 0 };
  const readLines = (text: string, line: number, last: boolean): SliceRead => {
    const end = last ? text.length : text.lastIndexOf('\n') + 1;
    const records = text
      .slice(0, end)
      .split('\n')
      .filter((each) => each.trim() !== '').length;
    return { rest: text.slice(end), line: line + text.slice(0, end).split('\n').length - 1, records };
  };
  const weigh = (args: unknown) => {
    seen.largest = Math.max(seen.largest, Buffer.byteLength(JSON.stringify(['name', JSON.stringify([args])])));
  };
  const take = (text: string, line: number, staged: number, last: boolean) => {
    const read = readLines(text, line, last);
    seen.staged += text.slice(0, text.length - read.rest.length);
    seen.lines.push(line);
    seen.counts.push(staged);
    return read;
  };
  const server: ImportServer = {
    importPreview: ({ text }) => ok({ delimiter: ',', columns: [], targets: [], dataLine: 2, records: text.split('\n').length }),
    importCheck: (slice) => {
      weigh(slice);
      seen.checked += 1;
      return ok({ ...readLines(slice.text, slice.line, slice.last), width: 2 });
    },
    importBegin: (begun) => {
      weigh(begun);
      return ok({ batch: 'B-1', ...take(begun.first?.text ?? '', 1, 0, begun.first?.last ?? false) });
    },
    importStage: (slice) => {
      weigh(slice);
      return ok(take(slice.text, slice.line, slice.staged, slice.last));
    },
    importCommit: ({ batch }) => {
      seen.committed += 1;
      return ok({ batch, done: seen.committed, of: commits, result: seen.committed === commits ? RESULT : null });
    },
  };
  return { server, seen };
}

const file = (text: string) => ({
  fileName: 'a.csv',
  text,
  delimiter: ',' as const,
  columns: [],
  dataLine: 2,
  records: 0,
  acceptOwners: true,
});
const go = () => true;
/** Records the preview counts in the first slice below the header. */
const seenFirst = (text: string) => text.slice(0, sliceEnd(text, 0)).split('\n').length - 2;

test('slices together are the file, each fits the wire, and lines are counted on', async () => {
  const line = fc.string({ unit: fc.constantFrom('张', '𠮷', '"', ',', 'a', '\r'), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
      // Repeated until it takes several slices.
      const text = `${lines.join('\n')}\n`.repeat(Math.ceil(1_600_000 / (lines.join('\n').length + 1)));
      const { server, seen } = lineServer();
      expect(await importFile(server, file(text), go)).toEqual({ ok: true, value: RESULT });
      expect(seen.staged === text).toBe(true);
      expect(seen.largest).toBeLessThanOrEqual(WIRE_LIMIT);
      expect(seen.lines.length).toBeGreaterThan(1);
      expect(seen.counts).toEqual([...seen.counts].sort((a, b) => a - b));
    }),
    { seed: 20261122, numRuns: 8 },
  );
});

test('checking counts the records of all slices and tells how far it is', async () => {
  const text = `姓名,手机\n${'张伟,13800002468\n'.repeat(90_000)}`;
  const { server, seen } = lineServer();
  const told: UploadProgress[] = [];
  const reply = await checkFile(server, { text, delimiter: ',', records: seenFirst(text) }, (now) => told.push(now) > 0);
  expect(reply).toEqual({ ok: true, value: { records: 90_001, rows: 90_000 } });
  expect(seen.checked).toBe(told.length);
  expect(told[told.length - 1]).toEqual({ step: 'check', done: text.length, of: text.length });
});

test('a record longer than a slice is refused with its line instead of being sent for ever', async () => {
  const text = `a,b\n"${'x'.repeat(1_200_000)}`;
  const reply = await checkFile(lineServer().server, { text, delimiter: ',', records: 0 }, go);
  expect(reply).toEqual({ ok: false, code: 'upload.recordTooLong', args: { line: 2 } });
});

test('cancelling stops before the next slice and before anything is committed', async () => {
  const { server, seen } = lineServer();
  const reply = await importFile(server, file('张伟,1\n'.repeat(200_000)), ({ step }) => step !== 'stage');
  expect(reply).toMatchObject({ ok: false, code: 'upload.cancelled' });
  expect(seen.lines).toHaveLength(1);
  expect(seen.committed).toBe(0);
});

test('a commit goes on until the result is there', async () => {
  const { server, seen } = lineServer(3);
  await importFile(server, file('a,b\n1,2\n'), go);
  expect(seen.committed).toBe(3);
});

test('the preview is made from the first slice, which is the last one of a short file', async () => {
  const lasts: boolean[] = [];
  const server: ImportServer = {
    ...lineServer().server,
    importPreview: ({ last }) => {
      lasts.push(last);
      return ok({ delimiter: ',' as const, columns: [], targets: [], dataLine: 2, records: 1 });
    },
  };
  await previewFile(server, 'a.csv', 'a,b\n');
  await previewFile(server, 'a.csv', 'a,b\n'.repeat(500_000));
  expect(lasts).toEqual([true, false]);
});

test('an import that another act keeps waiting for ever is given up, and said', async () => {
  const { server, seen } = lineServer();
  const waiting: ImportServer = {
    ...server,
    importCommit: ({ batch }) => {
      seen.committed += 1;
      return ok({ batch, done: 0, of: 1, result: null });
    },
  };
  expect(await importFile(waiting, file('name\na\n'), go)).toEqual({ ok: false, code: 'act.stuck', args: { txn: 'B-1' } });
  expect(seen.committed).toBe(50);
});
