import { expect, test } from 'vitest';
import { costOf, expectedCost } from '../../src/reports/gaps/gap-cost.ts';

const month = {
  since: '2026-09-01T00:00:00.000Z',
  generatedAt: '2026-10-01T10:30:00.000Z',
  minutesPerTicket: 15,
};

test('a smaller gap that surely no article answers comes before a larger doubtful one', () => {
  const doubtful = expectedCost({ kind: 'write', unanswered: 0.5, cost: costOf(14, month) });
  const sure = expectedCost({ kind: 'write', unanswered: 0.9, cost: costOf(10, month) });
  expect(sure).toBeGreaterThan(doubtful);
});

test('an article to make findable counts for as much as it is likely to answer', () => {
  const cost = costOf(10, month);
  expect(expectedCost({ kind: 'make-findable', unanswered: 0.1, cost })).toBeCloseTo(
    0.9 * cost.minutesPerMonth,
  );
});

test('an article that readers opened in vain counts in full', () => {
  const cost = costOf(10, month);
  expect(expectedCost({ kind: 'rewrite', unanswered: 0.8, cost })).toBe(cost.minutesPerMonth);
});
