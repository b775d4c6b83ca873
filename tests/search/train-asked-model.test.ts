import { describe, expect, it } from 'vitest';
import { askedExamples, ownTexts } from '../../src/search/asked-examples.ts';
import { AskedWords } from '../../src/search/asked-words.ts';
import type { SolvedTicket } from '../../src/search/asked-words.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { trainAskedModel } from '../../src/search/train-asked-model.ts';
import { articleWith } from './shelf.ts';

const index = loadIndex(
  buildIndex('fr', [
    articleWith({ path: 'session', title: 'Ouvrir une session', text: 'Saisissez votre identifiant.' }),
    articleWith({ path: 'paiement', title: 'Moyens de paiement', text: 'Carte ou virement.' }),
    articleWith({ path: 'colis', title: 'Suivre un colis', text: 'Le numéro est dans le message.' }),
  ]),
);
const own = ownTexts(index);
const texts: Record<string, string[]> = {
  'fr/session': [
    'impossible de me connecter',
    'la connexion tourne sans fin',
    'je suis bloqué à la connexion',
  ],
  'fr/paiement': ['ma carte est refusée', 'le virement est refusé', 'la banque a refusé mon achat'],
};
const tickets = Object.entries(texts).flatMap(([articleId, asked]) =>
  asked.map((text, at): SolvedTicket => {
    return { reference: `${articleId}-${at}`, articleId, text, resolvedAt: `2026-03-0${at + 1}T10:00:00Z` };
  }),
);
const everything = { others: ['fr/session', 'fr/paiement', 'fr/colis'], isAllowed: () => true };

function taught(solved: SolvedTicket[]): AskedWords {
  const asked = new AskedWords();
  for (const ticket of solved) asked.learn(ticket);
  asked.useModel(trainAskedModel(askedExamples(solved, own)), asked.changes);
  return asked;
}

describe('the model of solved tickets', () => {
  it('tells which article solves a message that no ticket says in these words', () => {
    const matches = taught(tickets).match('fr', 'connection bloquée', everything);
    const learned = (articleId: string) => matches.get(articleId)?.learned ?? 0;
    expect(learned('fr/session')).toBeGreaterThan(2 * learned('fr/paiement'));
    expect(learned('fr/session')).toBeGreaterThan(2 * learned('fr/colis'));
  });

  it('knows an article without tickets by what it says of itself', () => {
    const matches = taught(tickets).match('fr', 'suivre mon colis', everything);
    const likeliest = [...matches].sort(([, one], [, other]) => other.likely - one.likely)[0];
    expect(likeliest?.[0]).toBe('fr/colis');
  });

  it('is the same on every node, in whatever order the tickets came', () => {
    const parts = trainAskedModel(askedExamples(tickets, own));
    expect(trainAskedModel(askedExamples(tickets.toReversed(), own))).toEqual(parts);
    expect(trainAskedModel(askedExamples(tickets.slice(1), own))).not.toEqual(parts);
  });

  it('is not asked about an article that lost a ticket, until it was trained without it', () => {
    const asked = taught(tickets);
    const learned = () => asked.match('fr', 'connexion bloquée', everything).get('fr/session')?.learned;
    expect(learned()).toBeGreaterThan(0);
    const before = asked.changes;
    asked.forget('fr/session-0');
    expect(learned()).toBe(0);
    const rest = tickets.filter(({ reference }) => reference !== 'fr/session-0');
    asked.useModel(trainAskedModel(askedExamples(tickets, own)), before);
    expect(learned()).toBe(0);
    asked.useModel(trainAskedModel(askedExamples(rest, own)), asked.changes);
    expect(learned()).toBeGreaterThan(0);
  });

  it('learns nothing for an article that was archived', () => {
    const solved = [...tickets, { ...tickets[0]!, reference: 'gone', articleId: 'fr/archive' }];
    expect(askedExamples(solved, own)).toEqual(askedExamples(tickets, own));
  });

  it('learns from one sender no more than three tickets of an article', () => {
    const many = Array.from({ length: 50 }, (_, at): SolvedTicket => {
      const reference = `many-${at}`;
      return { ...tickets[0]!, reference, articleId: 'fr/colis', requesterKey: 'same' };
    });
    const examples = askedExamples([...tickets, ...many], own);
    expect(examples.filter(({ articleId, isTicket }) => isTicket && articleId === 'fr/colis')).toHaveLength(
      3,
    );
  });

  it('counts an old ticket for less', () => {
    const old = { ...tickets[0]!, reference: 'old', resolvedAt: '2024-03-03T10:00:00Z' };
    const worths = askedExamples([...tickets, old], own).map(({ worth }) => worth);
    expect(Math.min(...worths)).toBeCloseTo(0.25, 2);
  });
});
