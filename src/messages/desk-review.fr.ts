import type { ReviewMessages } from './desk-review.en.ts';

/** Ce que l'espace de l'équipe dit dans le bilan mensuel, en français. */
export const reviewFrench: ReviewMessages = {
  month: 'Mois',
  by: 'Par',
  print: 'Pour l’imprimer, utilisez la commande du navigateur : la page tient sur le papier.',
  cuts: { locale: 'Langue', country: 'Pays', topic: 'Sujet', team: 'Équipe' },
  all: 'Tous',
  allIn: (month) => `Tous, ${month}`,
  unsaid: 'non précisé',
  caption: 'Ce qui guide l’équipe',
  columns: {
    tickets: 'Tickets',
    firstReplyHours: 'Première réponse (h)',
    resolutionHours: 'Résolution (h)',
    firstContact: 'Premier contact',
    resolved: 'Résolus',
    satisfaction: 'CSAT',
    promoters: 'NPS',
    effort: 'CES',
    selfService: 'Libre-service',
    linkRate: 'Taux de lien',
    known: 'Connus',
  },
  definitions: 'Définitions',
  defined: {
    tickets: 'Tickets envoyés dans le mois, dans leur état d’aujourd’hui.',
    firstReplyHours: 'Médiane des heures entre l’envoi et la première réponse.',
    resolutionHours: 'Médiane des heures entre l’envoi et la résolution.',
    firstContact:
      'Tickets résolus du portail auxquels leur auteur n’a rien ajouté, sur tous les tickets résolus du portail.',
    resolved: 'Tickets résolus ou fermés, sur tous les tickets.',
    satisfaction:
      'Réponses 4 ou 5, sur toutes les réponses de 1 à 5 ; elles viennent avec les tickets importés.',
    promoters:
      'Part des réponses 9 et 10 moins part des réponses 0 à 6, fois 100 ; elles viennent avec les tickets importés.',
    effort:
      'Réponse moyenne à « combien d’effort ? » après une suggestion qui a répondu, de 1 (aucun) à 5 (beaucoup). Par langue seulement.',
    selfService:
      'Lecteurs, comptés par jour, pour chaque personne qui a envoyé un ticket. Par langue seulement.',
    linkRate: 'Tickets résolus ou fermés qui nomment un article, sur tous les tickets résolus ou fermés.',
    known:
      'Tickets résolus avec un article qu’on lisait déjà le jour de leur arrivée, sur tous les tickets résolus avec un article. Pour les autres, il a fallu écrire : nouveaux.',
  },
  articles: 'Articles et lacunes',
  written: 'Articles écrits ou révisés',
  retired: 'Articles retirés',
  gapsClosed: 'Lacunes comblées',
};
