// Slices of a file fit the wire, whatever is in them, and together are the file.
import fc from 'fast-check';
import { sliceEnd } from '../../src/contract/slices';

const MOST = 400;

/** Oracle: what the door really sends. */
const sent = (text: string) => Buffer.byteLength(JSON.stringify(JSON.stringify([text])));

test('every slice fits, none cuts a character, all together are the text', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\r', '\t', '\u0001', '张', '𠮷', 'é', ','),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 600,
  });
  fc.assert(
    fc.property(anyText, (text) => {
      const slices: string[] = [];
      for (let at = 0; at < text.length; at += slices[slices.length - 1]?.length ?? 1)
        slices.push(text.slice(at, sliceEnd(text, at, MOST)));
      expect(slices.join('')).toBe(text);
      for (const slice of slices) {
        // The brackets and quotes around the text are the margin's.
        expect(sent(slice) - sent('')).toBeLessThanOrEqual(MOST);
        // A cut pair would come back as two replacement characters.
        expect(Buffer.from(slice, 'utf8').toString('utf8')).toBe(slice);
      }
    }),
    { seed: 20261122 },
  );
});
