import type { AnswerMessages } from './answer.en.ts';

/** What the portal says around generated answers, in French. */
export const answerFrench: AnswerMessages = {
  title: 'Réponse',
  writtenBy: 'Réponse rédigée par une IA, d’après les passages ci-dessous',
  ask: 'Rédiger une réponse d’après ces articles',
  aboutTitle: 'Une question sur cet article\u202f?',
  question: 'Votre question',
  aboutPlaceholder: 'Comment faire pour…\u202f?',
  send: 'Demander',
  followUp: 'Poser une question de suite',
  followUpPlaceholder: 'Et si…\u202f?',
  searching: 'Recherche dans les articles…',
  writing: 'Vérification de chaque phrase dans les articles…',
  understood: 'Question comprise\u202f: {question}',
  sources: 'Sur quoi s’appuie la réponse',
  sourcesAlone: 'Passages trouvés',
  updated: 'Mis à jour le {date}',
  quoteOf: 'Citation {number}',
  solved: 'Cela répond à ma question',
  needHelp: 'J’ai encore besoin d’aide',
  copy: 'Copier',
  copied: 'Copié',
  thanks: 'Tant mieux, et merci de l’avoir dit.',
  why: 'Que manque-t-il\u202f?',
  reasons: {
    missing: 'Il manque quelque chose',
    wrong: 'C’est faux',
    outdated: 'Ce n’est plus à jour',
    unclear: 'Je ne comprends pas',
    other: 'Autre chose',
  },
  thanksWhy: 'Merci, c’est noté.',
  contact: 'Écrire à l’équipe',
  contactNote: 'Vos questions et les réponses sont jointes\u202f; vous pourrez les modifier avant l’envoi.',
  refused: {
    'nothing-relevant': 'Aucun article ne répond avec certitude à cette question.',
    'other-language':
      'Aucun article dans cette langue ne répond avec certitude. Voici ce qui s’en approche dans une autre.',
    'no-verified-quote': 'Aucune phrase n’a pu être vérifiée dans les articles. Voici les passages seuls.',
    'model-unavailable': 'Aucune réponse n’a pu être rédigée pour le moment. Voici les passages seuls.',
    'budget-spent':
      'Toutes les réponses rédigées du jour sont utilisées. Voici les passages seuls\u202f; la recherche continue comme d’habitude.',
    'too-many-questions':
      'Vous avez posé autant de questions qu’une journée le permet. Voici les passages seuls\u202f; la recherche continue comme d’habitude.',
  },
  cutOff: 'La réponse s’est interrompue. Ce qui précède est vérifié.',
  cardTitle: 'En bref',
  transcript: 'Ce que j’ai demandé sur le portail\u202f:',
  transcriptQuestion: 'Question\u202f: {text}',
  transcriptAnswer: 'Réponse\u202f: {text}',
};
