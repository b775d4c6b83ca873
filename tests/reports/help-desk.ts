import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { plainArticle, type PlainDocument } from '../../scripts/evaluate/plain-article.ts';
import { findGaps, type GapInput } from '../../src/reports/gaps/find-gaps.ts';
import type { GapReport, UnsolvedTicket } from '../../src/reports/gaps/gap.ts';

const documents: PlainDocument[] = [
  {
    id: 'invoices',
    title: 'Télécharger une facture',
    text: 'Ouvrez votre espace client, puis Factures. Chaque facture se télécharge au format PDF.',
  },
  {
    id: 'password',
    title: 'Réinitialiser son mot de passe',
    text: 'Cliquez sur « Mot de passe oublié » pour recevoir un lien de réinitialisation.',
  },
  {
    id: 'delivery',
    title: 'Suivre une livraison',
    text: 'Le numéro de suivi du colis est envoyé par message dès son expédition.',
  },
];

/** Questions of customers by subject; no article is about the loyalty card. */
export const questions = {
  invoices: [
    'Comment télécharger ma facture ?',
    'Je veux télécharger une facture en PDF',
    'Où télécharger la facture de mars ?',
    'Télécharger facture, je ne trouve pas où',
    'Comment puis-je télécharger mes factures en PDF ?',
    'Où se trouve la facture à télécharger ?',
  ],
  password: [
    'Mot de passe oublié',
    'J’ai oublié mon mot de passe',
    'Comment réinitialiser mon mot de passe ?',
    'Réinitialiser le mot de passe ne marche pas',
    'Mon mot de passe est oublié, que faire ?',
    'Je voudrais réinitialiser mon mot de passe oublié',
  ],
  loyalty: [
    'Ma carte de fidélité a perdu ses points',
    'Les points de ma carte de fidélité ont disparu',
    'Combien de points sur ma carte de fidélité ?',
    'Où voir les points de fidélité de ma carte ?',
    'Points de fidélité absents de la carte',
    'La carte de fidélité ne compte plus mes points',
    'Comment utiliser les points de la carte de fidélité ?',
  ],
} satisfies Record<string, string[]>;

/** Tickets of these texts, a day apart, each from someone else. */
export function tickets(name: string, texts: string[], more: Partial<UnsolvedTicket> = {}): UnsolvedTicket[] {
  return texts.map((text, place) => ({
    id: `${name}-${place + 1}`,
    locale: 'fr',
    subject: text,
    description: '',
    createdAt: new Date(Date.UTC(2026, 9, 1 + place)).toISOString(),
    requesterKey: `${name}-${place}@example.org`,
    shown: [],
    opened: [],
    ...more,
  }));
}

/** What a gap report of some tickets is made from, over a knowledge base about invoices, passwords and deliveries. */
export function gapInput(given: UnsolvedTicket[], more: Partial<GapInput> = {}): GapInput {
  const articles = documents.map((document) => plainArticle('fr', document));
  const index = loadIndex(buildIndex('fr', articles));
  return {
    tickets: given,
    articles,
    askIndex: ({ subject, description }) =>
      suggest(index, { subject, description }, { limit: 5, threshold: 0 }).suggestions,
    wordsOf: (articleId) => ({
      keywords: [],
      text: articles.find(({ id }) => id === articleId)?.markdown ?? '',
    }),
    threshold: 0.5,
    since: '2026-09-22T00:00:00.000Z',
    generatedAt: '2026-11-21T00:00:00.000Z',
    ...more,
  };
}

/** The gap report of some tickets. */
export function report(given: UnsolvedTicket[], more: Partial<GapInput> = {}): GapReport {
  return findGaps(gapInput(given, more));
}
