// What linkage has reached, never lowered: pairs found and pairs right, on tables with known answers.
import { messy } from '../../../bench/linkage';
import { type Answered, FOLDER, type Quality, qualityOf, readSet, setNames } from '../../../bench/linkage-sets';
import { type Certainty, link } from '../../../src/domain/linkage/index';

function quality({ table, truth }: Answered, certainty: Certainty = 'review'): Quality {
  return qualityOf(link(table, certainty).cluster, truth);
}

describe('customer lists as people keep them', () => {
  test.each([
    [1, 0.965, 0.992, 0.998],
    [2, 0.967, 0.995, 0.999],
    [3, 0.966, 0.998, 0.998],
  ])('seed %i', (seed, f1, precision, certain) => {
    const list = messy(2_000, seed);
    const shown = quality(list);
    expect(shown.f1).toBeGreaterThanOrEqual(f1);
    expect(shown.precision).toBeGreaterThanOrEqual(precision);
    expect(quality(list, 'certain').precision).toBeGreaterThanOrEqual(certain);
  });
});

// Tables of others lie outside the repository.
const reached: Readonly<Record<string, { readonly f1: number; readonly guessed: number; readonly certain: number }>> = {
  febrl1: { f1: 1, guessed: 1, certain: 1 },
  febrl3: { f1: 0.9988, guessed: 0.9988, certain: 1 },
  fake_1000: { f1: 0.979, guessed: 0.979, certain: 1 },
  early_childhood: { f1: 0.962, guessed: 0.96, certain: 0.991 },
  historical_50k: { f1: 0.936, guessed: 0.936, certain: 0.998 },
  crm_zh_10k: { f1: 0.977, guessed: 0.977, certain: 0.999 },
  crm_zh_100k: { f1: 0.975, guessed: 0.975, certain: 0.9983 },
};
const names = setNames().filter((name) => Object.hasOwn(reached, name));

(names.length > 0 ? describe : describe.skip)(`the sets of ${FOLDER}, which names no folder where this is skipped`, () => {
  test.each(names.length > 0 ? names : ['none'])(
    '%s',
    (name) => {
      const set = readSet(name);
      const least = reached[name] ?? { f1: 1, guessed: 1, certain: 1 };
      expect(quality(set).f1).toBeGreaterThanOrEqual(least.f1);
      expect(quality({ ...set, table: set.guessed }).f1).toBeGreaterThanOrEqual(least.guessed);
      expect(quality(set, 'certain').precision).toBeGreaterThanOrEqual(least.certain);
    },
    300_000,
  );
});
