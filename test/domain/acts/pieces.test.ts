import fc from 'fast-check';
import { piecesOf } from '../../../src/domain/acts/pieces';

const max = fc.integer({ min: 4, max: 12 });

test('pieces are the text, fit, and end between characters', () => {
  const awkward = fc.string({ unit: fc.constantFrom('a', '=', '+', '-', '@', "'", '客', '𠮷', '\n'), maxLength: 60 });
  fc.assert(
    fc.property(awkward, max, (text, most) => {
      const pieces = piecesOf(text, most);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        expect(piece).not.toMatch(/^[\uDC00-\uDFFF]/);
      }
    }),
    { seed: 20260101, numRuns: 500 },
  );
});

test('none begins like a formula where there is another place to cut', () => {
  const sparse = fc.string({ unit: fc.constantFrom('a=', '客-+', 'x@', "y'", '𠮷', 'ab'), maxLength: 40 });
  fc.assert(
    fc.property(sparse, max, (text, most) => {
      for (const piece of piecesOf(text, most)) expect(piece).not.toMatch(/^[=+\-@']/);
    }),
    { seed: 20260101, numRuns: 500 },
  );
});

test('a text that fits is one piece', () => {
  expect(piecesOf('=1', 30_000)).toEqual(['=1']);
  expect(piecesOf('', 30_000)).toEqual(['']);
});
