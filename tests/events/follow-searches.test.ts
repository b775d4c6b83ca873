import { describe, expect, test } from 'vitest';
import { followSearches } from '../../src/events/follow-searches.ts';
import type { EventRow } from '../../src/store/schema.ts';

let made = 0;
const step = (kind: 'searched' | 'clicked', time: string, query: string, more: Partial<EventRow> = {}) => ({
  id: `step-${(made += 1)}`,
  kind,
  at: `2026-11-20T${time}.000Z`,
  locale: 'fr',
  articleId: kind === 'clicked' ? 'fr/refund' : null,
  query,
  position: kind === 'clicked' ? 1 : 3,
  value: null,
  reason: null,
  visitor: 'someone',
  product: null,
  ...more,
});
const follow = (...events: EventRow[]) =>
  followSearches(events).map(({ query, clicks, isRephrased, foundLater }) => ({
    query,
    clicks: clicks.length,
    isRephrased,
    foundLater,
  }));

describe('a search', () => {
  test('put in other words until something is opened should have found what was opened', () => {
    expect(
      follow(
        step('searched', '10:00:00', 'sous'),
        step('searched', '10:01:00', 'argent rendu'),
        step('searched', '10:02:00', 'Remboursement '),
        step('clicked', '10:02:10', 'remboursement'),
      ),
    ).toEqual([
      { query: 'sous', clicks: 0, isRephrased: true, foundLater: 'fr/refund' },
      { query: 'argent rendu', clicks: 0, isRephrased: true, foundLater: 'fr/refund' },
      { query: 'remboursement', clicks: 1, isRephrased: false, foundLater: undefined },
    ]);
  });

  test('that led somewhere, or was followed by another one later or by somebody else, is not put in other words', () => {
    expect(
      follow(
        step('searched', '10:00:00', 'facture'),
        step('clicked', '10:00:10', 'facture'),
        step('searched', '10:00:20', 'adresse'),
        step('searched', '10:06:00', 'mot de passe'),
        step('searched', '10:06:10', 'livraison', { visitor: 'another' }),
      ).map(({ isRephrased }) => isRephrased),
    ).toEqual([false, false, false, false]);
  });

  test('made twice with the same words is two searches, and a click belongs to the later one', () => {
    expect(
      follow(
        step('searched', '10:00:00', 'facture'),
        step('searched', '10:00:30', 'FACTURE'),
        step('clicked', '10:00:40', 'facture'),
      ).map(({ clicks }) => clicks),
    ).toEqual([0, 1]);
  });

  test('counts the same whatever the order in which its events arrived', () => {
    const events = [
      step('searched', '10:00:00', 'sous'),
      step('searched', '10:01:00', 'remboursement'),
      step('clicked', '10:01:10', 'remboursement'),
    ];
    expect(follow(...events.toReversed())).toEqual(follow(...events));
  });

  test('of which nothing tells who made it stands for itself', () => {
    const nobody = { visitor: null };
    expect(
      follow(step('searched', '10:00:00', 'sous', nobody), step('searched', '10:00:10', 'retour', nobody)),
    ).toMatchObject([{ isRephrased: false }, { isRephrased: false }]);
  });
});
