import { expect, test } from 'vitest';
import { diagnoseGroup, surveyGroups, type Diagnosis } from '../../src/reports/gaps/diagnose-group.ts';
import type { TicketGroup } from '../../src/reports/gaps/group-tickets.ts';
import type { Replay } from '../../src/reports/gaps/replay-group.ts';
import { tickets } from './help-desk.ts';

/** Three tickets that a question kept company as often as told, each of which the index answers alike. */
function groupOf(withQuestion: number): TicketGroup {
  return { tickets: tickets('any', ['un', 'deux', 'trois']), texts: [], withQuestion, asked: [] };
}

function replayOf(articleId: string, confidence: number): Replay {
  const near = { articleId, confidence };
  return { bestConfidence: confidence, nearest: [near], answers: [[near], [near], [near]] };
}

/** The diagnosis of the first of some groups, each given by its company, its nearest article and that one's confidence. */
function diagnoseFirst(...given: [withQuestion: number, articleId: string, confidence: number][]): Diagnosis {
  const groups = given.map(([withQuestion]) => groupOf(withQuestion));
  const replays = given.map(([, articleId, confidence]) => replayOf(articleId, confidence));
  return diagnoseGroup(groups[0]!, replays[0]!, { survey: surveyGroups(groups, replays), threshold: 0.3 });
}

/** Groups that each have their own article, found with the same confidence. */
const others = Array.from({ length: 9 }, (_, number): [number, string, number] => [0.7, `fr/${number}`, 0.7]);

test('a few tickets that a large knowledge base half answers are an article to write', () => {
  expect(diagnoseFirst([1, 'fr/front-matter', 0.23])).toMatchObject({ kind: 'write' });
  const saturated = others.map(([, articleId]): [number, string, number] => [1, articleId, 0.7]);
  expect(diagnoseFirst([1, 'fr/front-matter', 0.23], ...saturated)).toMatchObject({ kind: 'write' });
});

test('a few tickets that the index is sure to answer have their article', () => {
  expect(diagnoseFirst([1, 'fr/invoices', 0.8])).toEqual({
    kind: 'found',
    articleId: 'fr/invoices',
    unanswered: expect.closeTo(0.03, 1) as number,
  });
});

test('an article that answers another group better does not answer this one', () => {
  const its = diagnoseFirst([0.3, 'fr/own', 0.5], ...others);
  const lent = diagnoseFirst([0.3, 'fr/3', 0.5], ...others);
  expect(lent.unanswered).toBeGreaterThan(its.unanswered + 0.1);
});

test('tickets that no article’s question keeps company are less likely answered than others', () => {
  const apart = diagnoseFirst([0, 'fr/own', 0.4], ...others);
  const amid = diagnoseFirst([1, 'fr/own', 0.4], ...others);
  expect(apart).toMatchObject({ kind: 'write' });
  expect(amid.kind).not.toBe('write');
});
