import type { GapKind, Trend } from './gap.ts';

/** What the report says around the customers' words. */
export interface Wording {
  title: string;
  /** Counts, dates and percentages follow this. */
  locale: string;
  /** What stands between a label and what it labels. */
  colon: string;
  period: (since: string, until: string) => string;
  summary: (numbers: { tickets: number; gaps: number; answered: number; ungrouped: number }) => string;
  fewTickets: string;
  nothing: string;
  kinds: Record<GapKind, { name: string; action: string }>;
  /** The action for an article that has all the words and still ranks too low. */
  sharpenTitle: string;
  trends: Record<Trend, string>;
  size: (tickets: number, requesters: number | null) => string;
  seen: (first: string, last: string) => string;
  labels: {
    words: string;
    nearest: string;
    article: string;
    missingWords: string;
    addLine: string;
    samples: string;
    confidence: string;
    tickets: string;
    id: string;
  };
}

const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);
/** French counts nothing as one. */
const pluriel = (count: number, one: string, other: string): string => (count < 2 ? one : other);

/** Narrow no-break space, as French typography wants before some marks. */
const narrow = '\u202f';

/** From about this number of tickets on, groups mean something. */
export const fewTickets = 30;

const english: Wording = {
  title: 'What to write next',
  locale: 'en-GB',
  colon: ': ',
  period: (since, until) => `From ${since} to ${until}`,
  summary: ({ tickets, gaps, answered, ungrouped }) =>
    `${tickets} unsolved ${plural(tickets, 'ticket', 'tickets')}: ${gaps} ${plural(gaps, 'gap', 'gaps')}. ` +
    `${answered} ${plural(answered, 'is', 'are')} answered by an article that search finds; ` +
    `${ungrouped} ${plural(ungrouped, 'resembles', 'resemble')} too few others to be a gap.`,
  fewTickets: `Under ${fewTickets} tickets a group may be chance: read the tickets before you act on it.`,
  nothing: 'No gap found.',
  kinds: {
    write: { name: 'Write', action: 'No article answers this: write one.' },
    'make-findable': {
      name: 'Make findable',
      action: 'An article answers this, but not in these words: give it the words below.',
    },
    rewrite: {
      name: 'Rewrite',
      action: 'Readers opened the article and wrote all the same: make it clearer.',
    },
    route: {
      name: 'Route',
      action: 'Someone has to look something up: send these tickets to the right team.',
    },
  },
  sharpenTitle: 'An article answers this, but ranks too low: bring its title closer to these questions.',
  trends: { growing: 'growing', steady: 'steady', shrinking: 'shrinking' },
  size: (tickets, requesters) =>
    `${tickets} ${plural(tickets, 'ticket', 'tickets')}` +
    (requesters === null ? '' : ` from ${requesters} ${plural(requesters, 'sender', 'senders')}`),
  seen: (first, last) => `first on ${first}, last on ${last}`,
  labels: {
    words: 'Their words',
    nearest: 'Nearest articles',
    article: 'Article',
    missingWords: 'Words it lacks',
    addLine: 'Put in its front matter',
    samples: 'What customers wrote',
    confidence: 'confidence',
    tickets: 'Tickets',
    id: 'Gap',
  },
};

const french: Wording = {
  title: 'Ce qu’il faut écrire ensuite',
  locale: 'fr-FR',
  colon: ' : ',
  period: (since, until) => `Du ${since} au ${until}`,
  summary: ({ tickets, gaps, answered, ungrouped }) =>
    `${tickets} ${pluriel(tickets, 'demande non résolue', 'demandes non résolues')}${narrow}: ` +
    `${gaps} ${pluriel(gaps, 'lacune', 'lacunes')}. ` +
    `${answered} ${pluriel(answered, 'trouve', 'trouvent')} déjà réponse dans un article${narrow}; ` +
    `${ungrouped} ${pluriel(ungrouped, 'ressemble', 'ressemblent')} à trop peu d’autres pour former une lacune.`,
  fewTickets: `Sous ${fewTickets} demandes, un groupe peut tenir du hasard${narrow}: lisez les demandes avant d’agir.`,
  nothing: 'Aucune lacune trouvée.',
  kinds: {
    write: { name: 'À écrire', action: 'Aucun article ne répond : il est à écrire.' },
    'make-findable': {
      name: 'À rendre trouvable',
      action: 'Un article répond, mais pas avec ces mots : donnez-lui ceux qui suivent.',
    },
    rewrite: {
      name: 'À réécrire',
      action: 'L’article a été ouvert et la demande est partie quand même : il est à clarifier.',
    },
    route: {
      name: 'À orienter',
      action: 'Quelqu’un doit consulter un dossier : dirigez ces demandes vers la bonne équipe.',
    },
  },
  sharpenTitle: 'Un article répond, mais arrive trop bas : rapprochez son titre de ces questions.',
  trends: { growing: 'en hausse', steady: 'stable', shrinking: 'en baisse' },
  size: (tickets, requesters) =>
    `${tickets} ${pluriel(tickets, 'demande', 'demandes')}` +
    (requesters === null ? '' : ` de ${requesters} ${pluriel(requesters, 'personne', 'personnes')}`),
  seen: (first, last) => `première le ${first}, dernière le ${last}`,
  labels: {
    words: 'Leurs mots',
    nearest: 'Articles les plus proches',
    article: 'Article',
    missingWords: 'Mots qui lui manquent',
    addLine: 'À ajouter à son en-tête',
    samples: 'Ce que les clients ont écrit',
    confidence: 'confiance',
    tickets: 'Demandes',
    id: 'Lacune',
  },
};

/** The wording for a locale: French for French, English for all others. */
export function wordingFor(locale: string): Wording {
  return /^fr\b/i.test(locale) ? french : english;
}
