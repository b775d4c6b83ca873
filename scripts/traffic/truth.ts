import { factsOf, type Fact, type FactOf } from './facts.ts';

/** Which facts count. */
export interface TruthFilter {
  fromDay: string;
  toDay: string;
  locale?: string | undefined;
  topic?: string | undefined;
}

/** The facts of a period, of one language or all. */
export function factsIn(facts: readonly Fact[], { fromDay, toDay, locale }: TruthFilter): Fact[] {
  return facts.filter(
    (fact) => fact.day >= fromDay && fact.day <= toDay && (locale === undefined || fact.locale === locale),
  );
}

/** The overview as it has to be. */
export function trueOverview(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const views = factsOf(facts, 'view');
  const searches = factsOf(facts, 'search');
  const votes = factsOf(facts, 'vote');
  const efforts = factsOf(facts, 'effort');
  const tickets = factsOf(facts, 'ticket').filter(({ topic }) => isOf(filter, topic));
  const drafts = shownDrafts(facts, filter);
  const deflected = drafts.filter(({ outcome }) => outcome === 'explicit' || outcome === 'implicit').length;
  const readers = new Set(views.map(({ day, person }) => `${day} ${person}`)).size;
  const senders = new Set(tickets.map(({ email }) => email)).size;
  const sum = efforts.reduce((total, { value }) => total + value, 0);
  const reading = {
    views: views.length,
    readers,
    searches: searches.length,
    zeroResultRate: share(
      count(searches, ({ isEmpty }) => isEmpty),
      searches.length,
    ),
    clickThroughRate: share(
      count(searches, ({ clicks }) => clicks.length > 0),
      searches.length,
    ),
    votes: votes.length,
    helpfulness: share(
      count(votes, ({ isHelpful }) => isHelpful),
      votes.length,
    ),
    effortAnswers: efforts.length,
    effort: share(sum, efforts.length),
    selfServiceScore: share(readers, senders),
  };
  return {
    ...reading,
    tickets: tickets.length,
    senders,
    sessions: drafts.length,
    deflected,
    deflectionRate: share(deflected, drafts.length),
  };
}

/** How drafts ended, as it has to be. */
export function trueDeflection(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const shown = shownDrafts(facts, filter);
  const heldOut = factsOf(facts, 'draft').filter((draft) => draft.isHeldOut && isOf(filter, draft.topic));
  const tickets = (drafts: FactOf<'draft'>[]) =>
    count(drafts, ({ outcome }) => outcome === 'submitted' || outcome === 'deferred');
  return {
    ...outcomes(shown),
    opened: outcomes(shown.filter(({ opened }) => opened.length > 0)),
    holdOut: { sessions: heldOut.length, tickets: tickets(heldOut), ticketsShown: tickets(shown) },
  };
}

/** What happened with each article, as it has to be. */
export function trueArticles(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const articles = new Map<string, ReturnType<typeof nothingYet>>();
  const of = (articleId: string) => {
    const counts = articles.get(articleId) ?? nothingYet();
    articles.set(articleId, counts);
    return counts;
  };
  const readers = new Set<string>();
  for (const { articleId, day, person } of factsOf(facts, 'view')) {
    of(articleId).views += 1;
    const reader = `${articleId} ${day} ${person}`;
    if (!readers.has(reader)) of(articleId).readers += 1;
    readers.add(reader);
  }
  for (const { articleId, isHelpful } of factsOf(facts, 'vote')) {
    of(articleId).votes += 1;
    of(articleId).helpful += Number(isHelpful);
  }
  for (const { articleId } of factsOf(facts, 'contact')) of(articleId).contacts += 1;
  for (const { clicks } of factsOf(facts, 'search'))
    for (const { articleId } of clicks) of(articleId).searchClicks += 1;
  for (const draft of factsOf(facts, 'draft')) {
    for (const name of ['opened', 'rejected', 'solved'] as const)
      for (const articleId of draft[name]) of(articleId)[name] += 1;
  }
  for (const { read, resolution } of factsOf(facts, 'ticket')) {
    for (const articleId of new Set(read)) of(articleId).ticketsAfter += 1;
    if (resolution) of(resolution).ticketsSolved += 1;
  }
  return articles;
}

function nothingYet() {
  return {
    ...{ views: 0, readers: 0, votes: 0, helpful: 0, searchClicks: 0, contacts: 0 },
    ...{ opened: 0, rejected: 0, solved: 0, ticketsAfter: 0, ticketsSolved: 0 },
  };
}

/** What became of the words that were searched, as it has to be. */
export function trueQueries(all: readonly Fact[], filter: TruthFilter) {
  const byQuery = Map.groupBy(
    factsOf(factsIn(all, filter), 'search'),
    ({ locale, query }) => `${locale} ${query}`,
  );
  return new Map(
    [...byQuery].map(([key, searches]) => {
      const clicks = searches.flatMap((search) => search.clicks);
      const positions = clicks.reduce((sum, { position }) => sum + position, 0);
      return [
        key,
        {
          searches: searches.length,
          zeroResults: count(searches, ({ isEmpty }) => isEmpty),
          clicked: count(searches, (search) => search.clicks.length > 0),
          rephrased: count(searches, ({ isRephrased }) => isRephrased),
          clicks: clicks.length,
          meanPosition: share(positions, clicks.length),
        },
      ];
    }),
  );
}

/** How often some words were changed and the article found with others, as it has to be: by words and article. */
export function trueFoundLater(all: readonly Fact[], filter: TruthFilter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { query, foundLater } of factsOf(factsIn(all, filter), 'search')) {
    if (foundLater === undefined) continue;
    const key = `${query} ${foundLater}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function shownDrafts(facts: readonly Fact[], filter: TruthFilter): FactOf<'draft'>[] {
  return factsOf(facts, 'draft').filter((draft) => !draft.isHeldOut && isOf(filter, draft.topic));
}

function outcomes(drafts: readonly FactOf<'draft'>[]) {
  const of = (name: FactOf<'draft'>['outcome']) => count(drafts, ({ outcome }) => outcome === name);
  return {
    sessions: drafts.length,
    explicit: of('explicit'),
    implicit: of('implicit'),
    deferred: of('deferred'),
    abandoned: of('abandoned'),
    submitted: of('submitted'),
  };
}

function isOf(filter: TruthFilter, topic: string): boolean {
  return filter.topic === undefined || filter.topic === topic;
}

function count<Value>(values: readonly Value[], fits: (value: Value) => boolean): number {
  return values.filter(fits).length;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
