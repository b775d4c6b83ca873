import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepBest } from '../../src/search/keep-best.ts';

describe('the best of many scores', () => {
  it('are those that sorting them all would give', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 40 }), (given, limit) => {
        const sorted = [...given.keys()]
          .filter((place) => (given[place] ?? 0) > 0)
          .sort((one, other) => (given[other] ?? 0) - (given[one] ?? 0) || one - other);
        expect(keepBest(Float32Array.from(given), limit)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
