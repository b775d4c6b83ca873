import { expect, test } from 'vitest';
import { triageText, type UrgentRule } from '../../src/tickets/triage.ts';

const rules: UrgentRule[] = [
  { words: ['remboursement', 'refund*'], priority: 'high', team: 'billing' },
  { words: ['fuite de données', 'hors service'], priority: 'urgent', team: 'security', replyWithinHours: 1 },
  { words: ["l'avocat"], priority: 'high', replyWithinHours: 4 },
];

test('a ticket like any other stays one', () => {
  expect(triageText('Comment changer mon adresse ?', rules)).toEqual({});
});

test('a word that means trouble raises the priority, routes to its team and is named to the agent', () => {
  expect(triageText('Où est mon REMBOURSEMENT ?', rules)).toEqual({
    priority: 'high',
    team: 'billing',
    triage: ['remboursement'],
  });
});

test.each([
  ['plurals', 'Deux remboursements manquent'],
  ['any ending after a star', 'I was never refunded'],
])('%s count too', (_what, text) => {
  expect(triageText(text, rules).priority).toBe('high');
});

test('words of several words are found over a line break and without accents', () => {
  expect(triageText('Une fuite de\ndonnees chez nous', rules)).toMatchObject({
    triage: ['fuite de données'],
  });
});

test('either apostrophe is the same', () => {
  expect(triageText('Voyez avec l’avocat.', rules).triage).toEqual(["l'avocat"]);
});

test('part of another word is no trouble', () => {
  expect(triageText('antiremboursement', rules)).toEqual({});
});

test('the most pressing rule decides the team, and the shortest promise holds', () => {
  const met = triageText('Remboursement, et le site est hors service. L’avocat arrive.', rules);
  expect(met).toEqual({
    priority: 'urgent',
    team: 'security',
    triage: ['remboursement', 'hors service', "l'avocat"],
    replyWithinHours: 1,
  });
});
