import { expect, test } from 'vitest';
import { findCommunities } from '../../src/reports/gaps/communities.ts';
import type { Links } from '../../src/reports/gaps/links.ts';
import { seededRandom, shuffledOrder } from '../../src/reports/gaps/random.ts';
import { adjustedMutualInformation } from '../../scripts/gaps/mutual-information.ts';

function linksOf(pairs: [from: number, to: number, weight: number][]): Links {
  return {
    from: Int32Array.from(pairs, ([from]) => from),
    to: Int32Array.from(pairs, ([, to]) => to),
    weights: Float64Array.from(pairs, ([, , weight]) => weight),
  };
}

/** Rings of five things, all linked inside, each linked to the next ring once. */
function rings(count: number): Links {
  const pairs: [number, number, number][] = [];
  for (let ring = 0; ring < count; ring++) {
    for (let one = 0; one < 5; one++)
      for (let other = one + 1; other < 5; other++) pairs.push([ring * 5 + one, ring * 5 + other, 1]);
    pairs.push([ring * 5, ((ring + 1) % count) * 5 + 1, 0.5]);
  }
  return linksOf(pairs);
}

test('things that are linked among themselves are one community', () => {
  const communities = findCommunities(40, rings(8), { resolution: 1, random: seededRandom(1) });
  const expected = Array.from({ length: 40 }, (_, thing) => `ring ${Math.floor(thing / 5)}`);
  expect(adjustedMutualInformation([...communities].map(String), expected)).toBeCloseTo(1);
});

test('looking finer parts what looking coarser leaves together', () => {
  const count = (resolution: number) =>
    new Set(findCommunities(40, rings(8), { resolution, random: seededRandom(1) })).size;
  expect(count(0.1)).toBeLessThan(count(1));
  expect(count(100)).toBe(40);
});

test('a thing without links stays alone', () => {
  const communities = findCommunities(3, linksOf([[0, 1, 1]]), { resolution: 1, random: seededRandom(1) });
  expect(communities[0]).toBe(communities[1]);
  expect(communities[2]).not.toBe(communities[0]);
});

test('drawn numbers and orders are the same for a seed', () => {
  const draw = (seed: number) => [...shuffledOrder(20, seededRandom(seed))];
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
  expect([...draw(3)].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place));
});

test('agreement of two divisions is 1 when they are the same, and about 0 when one tells nothing of the other', () => {
  const halves = Array.from({ length: 100 }, (_, thing) => (thing < 50 ? 'a' : 'b'));
  const parity = Array.from({ length: 100 }, (_, thing) => (thing % 2 ? 'odd' : 'even'));
  expect(adjustedMutualInformation(halves, halves)).toBeCloseTo(1);
  expect(Math.abs(adjustedMutualInformation(halves, parity))).toBeLessThan(0.02);
});
