import type { Gap, GapChange, GapKind, Trend } from './gap.ts';

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
  kinds: Record<GapKind, string>;
  actions: {
    write: string;
    /** An article that lacks words. */
    addWords: (article: string) => string;
    /** An article that has all the words and still ranks too low. */
    sharpenTitle: (article: string) => string;
    rewrite: (article: string, section: string | undefined) => string;
    route: (team: string | undefined) => string;
  };
  trends: Record<Trend, string>;
  changes: Record<GapChange, string>;
  /** How an article is named by its title. */
  quote: (title: string) => string;
  /** `name`: a language as it calls itself here, such as `French`. */
  inLanguage: (name: string) => string;
  cost: (ticketsPerMonth: string, time: string) => string;
  minutes: (count: string) => string;
  hours: (count: string, isSeveral: boolean) => string;
  closed: (article: string | undefined) => string;
  weekly: (before: string, after: string | undefined) => string;
  votes: (unhelpful: number, votes: number) => string;
  claimedBy: (name: string) => string;
  keepComing: string;
  generated: string;
  size: (tickets: number, requesters: number | null) => string;
  seen: (first: string, last: string) => string;
  labels: {
    words: string;
    topics: string;
    searches: string;
    votes: string;
    section: string;
    orSynonym: string;
    outline: string;
    closed: string;
    dismissed: string;
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
  kinds: { write: 'Write', 'make-findable': 'Make findable', rewrite: 'Rewrite', route: 'Route' },
  actions: {
    write: 'No article answers this: write one.',
    addWords: (article) =>
      `${article} seems to answer this, but not in these words: check, then give it the words below.`,
    sharpenTitle: (article) =>
      `${article} seems to answer this, but ranks too low: check, then bring its title closer to these questions.`,
    rewrite: (article, section) =>
      `Readers had ${section === undefined ? article : `“${section}” in ${article}`} before them and it did not help: make it clearer.`,
    route: (team) =>
      `Someone has to look something up: send these tickets to ${team === undefined ? 'the right team' : `the team “${team}”`}.`,
  },
  trends: { growing: 'growing', steady: 'steady', shrinking: 'shrinking' },
  changes: {
    new: 'new since the last report',
    growing: 'more than in the last report',
    steady: 'as in the last report',
    shrinking: 'less than in the last report',
    reopened: 'open again',
  },
  quote: (title) => `“${title}”`,
  inLanguage: (name) => `in ${name}`,
  cost: (tickets, time) => `about ${tickets} a month, which take ${time}`,
  minutes: (count) => `${count} minutes`,
  hours: (count, isSeveral) => `${count} ${isSeveral ? 'hours' : 'hour'}`,
  closed: (article) => (article === undefined ? 'its tickets are solved or have stopped' : `by ${article}`),
  weekly: (before, after) =>
    after === undefined
      ? `${before} tickets a week before; too early to say since`
      : `${before} tickets a week before, ${after} since`,
  votes: (unhelpful, votes) => `${unhelpful} of ${votes} votes say it did not help`,
  claimedBy: (name) => `taken on by ${name}`,
  keepComing: 'An article was written, and the tickets keep coming',
  generated: 'Worded by a model',
  size: (tickets, requesters) =>
    `${tickets} ${plural(tickets, 'ticket', 'tickets')}` +
    (requesters === null ? '' : ` from ${requesters} ${plural(requesters, 'sender', 'senders')}`),
  seen: (first, last) => `first on ${first}, last on ${last}`,
  labels: {
    words: 'Their words',
    topics: 'Topics',
    searches: 'Searches without a result',
    votes: 'Votes',
    section: 'Section they read',
    orSynonym: 'Or put in the synonyms',
    outline: 'What the article has to answer',
    closed: 'Closed',
    dismissed: 'Dismissed',
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
    write: 'À écrire',
    'make-findable': 'À rendre trouvable',
    rewrite: 'À réécrire',
    route: 'À orienter',
  },
  actions: {
    write: `Aucun article ne répond${narrow}: il est à écrire.`,
    addWords: (article) =>
      `L’article ${article} semble y répondre, mais pas avec ces mots${narrow}: vérifiez, puis donnez-lui ceux qui suivent.`,
    sharpenTitle: (article) =>
      `L’article ${article} semble y répondre, mais arrive trop bas${narrow}: vérifiez, puis rapprochez son titre de ces questions.`,
    rewrite: (article, section) =>
      `Les lecteurs avaient ${section === undefined ? `l’article ${article}` : `la section «\u00a0${section}\u00a0» de ${article}`} sous les yeux, et cela n’a pas suffi${narrow}: c’est à clarifier.`,
    route: (team) =>
      `Quelqu’un doit consulter un dossier${narrow}: dirigez ces demandes vers ${team === undefined ? 'la bonne équipe' : `l’équipe «\u00a0${team}\u00a0»`}.`,
  },
  trends: { growing: 'en hausse', steady: 'stable', shrinking: 'en baisse' },
  changes: {
    new: 'nouvelle depuis le dernier rapport',
    growing: 'plus que dans le dernier rapport',
    steady: 'comme dans le dernier rapport',
    shrinking: 'moins que dans le dernier rapport',
    reopened: 'rouverte',
  },
  quote: (title) => `«\u00a0${title}\u00a0»`,
  inLanguage: (name) => `en ${name}`,
  cost: (tickets, time) => `environ ${tickets} par mois, soit ${time}`,
  minutes: (count) => `${count} minutes`,
  hours: (count, isSeveral) => `${count} ${isSeveral ? 'heures' : 'heure'}`,
  closed: (article) =>
    article === undefined ? 'ses demandes sont résolues ou n’arrivent plus' : `par ${article}`,
  weekly: (before, after) =>
    after === undefined
      ? `${before} demandes par semaine avant${narrow}; trop tôt pour juger depuis`
      : `${before} demandes par semaine avant, ${after} depuis`,
  votes: (unhelpful, votes) =>
    `${unhelpful} ${pluriel(unhelpful, 'vote', 'votes')} sur ${votes} ${pluriel(unhelpful, 'dit', 'disent')} qu’il n’a pas aidé`,
  claimedBy: (name) => `prise en charge par ${name}`,
  keepComing: 'Un article a été écrit, et les demandes continuent',
  generated: 'Formulé par un modèle',
  size: (tickets, requesters) =>
    `${tickets} ${pluriel(tickets, 'demande', 'demandes')}` +
    (requesters === null ? '' : ` de ${requesters} ${pluriel(requesters, 'personne', 'personnes')}`),
  seen: (first, last) => `première le ${first}, dernière le ${last}`,
  labels: {
    words: 'Leurs mots',
    topics: 'Sujets',
    searches: 'Recherches sans résultat',
    votes: 'Votes',
    section: 'Section lue',
    orSynonym: 'Ou à ajouter aux synonymes',
    outline: 'Ce à quoi l’article doit répondre',
    closed: 'Fermées',
    dismissed: 'Écartées',
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

/** The one thing to do about a gap, in its own language unless another is given. */
export function actionFor(gap: Omit<Gap, 'action'>, wording = wordingFor(gap.locale)): string {
  const { actions } = wording;
  const { section, team, missingWords } = gap;
  const article = gap.articleTitle === undefined ? (gap.articleId ?? '') : wording.quote(gap.articleTitle);
  switch (gap.kind) {
    case 'write':
      return actions.write;
    case 'make-findable':
      return missingWords ? actions.addWords(article) : actions.sharpenTitle(article);
    case 'rewrite':
      return actions.rewrite(article, section?.title);
    case 'route':
      return actions.route(team);
  }
}
