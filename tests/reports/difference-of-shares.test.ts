import { expect, test } from 'vitest';
import { differenceOfShares } from '../../src/reports/figures/difference-of-shares.ts';

const rounded = (difference: ReturnType<typeof differenceOfShares>) =>
  difference && [difference.value, difference.low, difference.high].map((value) => Number(value.toFixed(4)));

test('the interval of a difference is the one of Newcombe’s published examples', () => {
  expect(rounded(differenceOfShares({ part: 56, whole: 70 }, { part: 48, whole: 80 }))).toEqual([
    0.2, 0.0524, 0.3339,
  ]);
  expect(rounded(differenceOfShares({ part: 9, whole: 10 }, { part: 3, whole: 10 }))).toEqual([
    0.6, 0.1705, 0.809,
  ]);
  expect(rounded(differenceOfShares({ part: 5, whole: 56 }, { part: 0, whole: 29 }))).toEqual([
    0.0893, -0.0381, 0.1926,
  ]);
});

test('there is no difference from nothing', () => {
  expect(differenceOfShares({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
});
