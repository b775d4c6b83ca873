import type { answersEnglish } from './desk-answers.en.ts';

/** What the desk says of answers a model wrote, in French. */
export const answersFrench: typeof answersEnglish = {
  title: 'Réponses rédigées',
  questions: 'Questions',
  answered: 'Avec réponse',
  verified: 'Phrases vérifiées',
  firstSentence: 'Première phrase après',
  seconds: (value) => `${value}\u202fs`,
  calls: 'Appels au modèle',
  cost: (currency) => `Coût en ${currency}`,
  solved: 'Résolu, disent les lecteurs',
  replies: 'Réponses préparées',
  agents: 'Questions de programmes (MCP)',
  draft: 'Préparer une réponse',
  draftNote:
    'Un modèle la rédige d’après les articles. L’expéditeur, les adresses et les numéros sont retirés avant tout envoi.',
  draftTitle: (reference) => `Réponse à ${reference}`,
  draftBy:
    'Brouillon rédigé par une IA. Chaque phrase s’appuie sur la citation placée dessous\u202f; relisez avant d’envoyer.',
  draftText: 'Texte à copier dans votre réponse',
  greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  closing: 'Bien cordialement',
  readMore: 'Pour en savoir plus\u202f:',
  evidence: 'Sur quoi s’appuie chaque phrase',
  sources: 'Passages trouvés',
  back: 'Revenir au ticket',
  refused: {
    'nothing-relevant': 'Aucun article ne répond avec certitude à ce ticket\u202f: rien n’a été rédigé.',
    'no-verified-quote': 'Aucune phrase du modèle n’a pu être vérifiée. Voici les passages qu’il avait.',
    'model-unavailable': 'Le modèle ne répond pas pour le moment. Voici les passages trouvés.',
    'budget-spent':
      'Les appels du jour sont utilisés (answers.perDay dans site.yaml). Voici les passages trouvés.',
    'too-many-questions': 'Les appels du jour sont utilisés. Voici les passages trouvés.',
  },
};
