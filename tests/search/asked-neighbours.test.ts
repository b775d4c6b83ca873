import { describe, expect, it } from 'vitest';
import { AskedNeighbours } from '../../src/search/asked-neighbours.ts';
import { readAskedText } from '../../src/search/asked-text.ts';

const wordsOf = (text: string) => readAskedText('en', text).words;

describe('the tickets most like a message', () => {
  it('are found by the rare words they share', () => {
    const neighbours = new AskedNeighbours();
    for (let number = 0; number < 40; number++)
      neighbours.add(wordsOf(`where is my parcel number ${number}`));
    const slot = neighbours.add(wordsOf('where is my voucher'));
    const found = neighbours.near(wordsOf('my voucher is gone'));
    found.sort((one, other) => other.likeness - one.likeness);
    expect(found[0]?.slot).toBe(slot);
  });

  it('are as like as can be when they are the same, and gone when they were taken out', () => {
    const neighbours = new AskedNeighbours();
    neighbours.add(wordsOf('the invoice is wrong'));
    const slot = neighbours.add(wordsOf('the parcel is late'));
    const likeness = () =>
      neighbours.near(wordsOf('the parcel is late')).find((found) => found.slot === slot)?.likeness ?? 0;
    expect(likeness()).toBeCloseTo(1, 5);
    neighbours.remove(slot);
    expect(likeness()).toBe(0);
    expect(neighbours.add(wordsOf('the parcel is late'))).toBe(slot);
    expect(likeness()).toBeCloseTo(1, 5);
  });

  it('are told apart by rare words alone when common ones are in too many of them', () => {
    const neighbours = new AskedNeighbours();
    const slots = Array.from({ length: 50_000 }, (_, number) =>
      neighbours.add(Uint32Array.of(1, 2, 1000 + (number % 5000))),
    );
    const found = neighbours.near(Uint32Array.of(1, 2, 1007));
    expect(found.map(({ slot }) => slot).sort((one, other) => one - other)).toEqual(
      slots.filter((_, number) => number % 5000 === 7),
    );
    for (const { likeness } of found) expect(likeness).toBeCloseTo(1, 3);
  });
});
