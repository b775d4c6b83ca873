import { expect, test } from 'vitest';
import { identifyGaps, type GapTraits, type KnownGap } from '../../src/reports/gaps/identify-gaps.ts';

const card: KnownGap = {
  id: 'gap-3',
  locale: 'fr',
  kind: 'write',
  words: ['carte', 'points', 'fidélité'],
  articleId: null,
};
const refund: KnownGap = { ...card, id: 'gap-10', words: ['remboursement', 'délai'] };

function group(ticketIds: string[], words: string[], more: Partial<GapTraits> = {}): GapTraits {
  return { locale: 'fr', kind: 'write', ticketIds, words, ...more };
}

test('a group is the gap it has most tickets in common with, whatever its words say', () => {
  const gapOf = new Map([
    ['T-1', 'gap-3'],
    ['T-2', 'gap-3'],
    ['T-3', 'gap-10'],
  ]);
  const found = [group(['T-1', 'T-2', 'T-3', 'T-4'], ['remboursement', 'délai'])];
  expect(identifyGaps(found, [card, refund], gapOf)).toEqual(['gap-3']);
});

test('a group of new tickets is known by its words', () => {
  const found = [group(['T-8', 'T-9'], ['points', 'carte', 'perdus'])];
  expect(identifyGaps(found, [card, refund], new Map())).toEqual(['gap-3']);
});

test('one gap is never two groups, and a group in another language is another gap', () => {
  const found = [
    group(['T-1'], ['carte', 'points', 'fidélité']),
    group(['T-2'], ['carte', 'points']),
    group(['T-3'], ['carte', 'points', 'fidélité'], { locale: 'en' }),
  ];
  expect(identifyGaps(found, [card, refund], new Map())).toEqual(['gap-3', undefined, undefined]);
});

test('votes on an article are the gap of that article', () => {
  const votes = { ...refund, id: 'gap-4', words: [], articleId: 'fr/refunds' };
  const found = [group([], [], { articleId: 'fr/refunds' }), group([], [], { articleId: 'fr/other' })];
  expect(identifyGaps(found, [votes], new Map())).toEqual(['gap-4', undefined]);
});
