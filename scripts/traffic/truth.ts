import { factsOf, type Fact, type FactOf } from './facts.ts';

/** Which facts count. */
export interface TruthFilter {
  fromDay: string;
  toDay: string;
  locale?: string | undefined;
  product?: string | undefined;
  topic?: string | undefined;
}

/** The facts of a period, of one language and one product or all. */
export function factsIn(
  facts: readonly Fact[],
  { fromDay, toDay, locale, product }: Omit<TruthFilter, 'topic'>,
): Fact[] {
  return facts.filter(
    (fact) =>
      fact.day >= fromDay &&
      fact.day <= toDay &&
      (locale === undefined || fact.locale === locale) &&
      (product === undefined || fact.product === product),
  );
}

/** The overview as it has to be. */
export function trueOverview(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const tickets = factsOf(facts, 'ticket').filter(({ topic }) => isOf(filter, topic));
  const drafts = shownDrafts(facts, filter);
  const deflected = count(drafts, ({ outcome }) => outcome === 'explicit' || outcome === 'implicit');
  const reading = readingOf(facts);
  const senders = new Set(tickets.map(({ email }) => email)).size;
  const answers = tickets.flatMap(({ satisfaction }) => satisfaction ?? []);
  return {
    ...reading,
    tickets: tickets.length,
    senders,
    selfServiceScore: share(reading.readers, senders),
    sessions: drafts.length,
    deflected,
    deflectionRate: share(deflected, drafts.length),
    satisfactionAnswers: answers.length,
    satisfaction: share(
      count(answers, (answer) => answer >= 4),
      answers.length,
    ),
  };
}

function readingOf(facts: readonly Fact[]) {
  const views = factsOf(facts, 'view');
  const searches = factsOf(facts, 'search');
  const votes = factsOf(facts, 'vote');
  const efforts = factsOf(facts, 'effort');
  const sum = efforts.reduce((total, { value }) => total + value, 0);
  const helpful = count(votes, ({ isHelpful }) => isHelpful);
  const empty = count(searches, ({ isEmpty }) => isEmpty);
  const clicked = count(searches, ({ clicks }) => clicks.length > 0);
  return {
    views: views.length,
    readers: new Set(views.map(({ day, person }) => `${day} ${person}`)).size,
    searches: searches.length,
    zeroResultRate: share(empty, searches.length),
    clickThroughRate: share(clicked, searches.length),
    votes: votes.length,
    helpfulness: share(helpful, votes.length),
    effortAnswers: efforts.length,
    effort: share(sum, efforts.length),
  };
}

/** How drafts ended, as it has to be. */
export function trueDeflection(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const shown = outcomes(shownDrafts(facts, filter));
  const heldOut = factsOf(facts, 'draft').filter((draft) => draft.isHeldOut && isOf(filter, draft.topic));
  const without = outcomes(heldOut);
  const tickets = without.submitted + without.deferred;
  const ticketsShown = shown.submitted + shown.deferred;
  return {
    ...shown,
    opened: outcomes(shownDrafts(facts, filter).filter(({ opened }) => opened.length > 0)),
    rate: share(shown.explicit + shown.implicit, shown.sessions),
    holdOut: {
      ...{ sessions: heldOut.length, tickets, ticketsShown },
      ticketRate: share(tickets, heldOut.length),
      ticketRateShown: share(ticketsShown, shown.sessions),
    },
  };
}

/** What was searched in all, as it has to be. */
export function trueSearches(all: readonly Fact[], filter: TruthFilter) {
  const searches = factsOf(factsIn(all, filter), 'search');
  const counts = searchCounts(searches);
  return {
    ...counts,
    zeroResultRate: share(counts.zeroResults, searches.length),
    clickThroughRate: share(counts.clicked, searches.length),
    rephrasedRate: share(counts.rephrased, searches.length),
  };
}

/** What became of the words that were searched, as it has to be; by language and words. */
export function trueQueries(all: readonly Fact[], filter: TruthFilter) {
  const byQuery = Map.groupBy(
    factsOf(factsIn(all, filter), 'search'),
    ({ locale, query }) => `${locale} ${query}`,
  );
  return new Map([...byQuery].map(([key, searches]) => [key, searchCounts(searches)]));
}

function searchCounts(searches: readonly FactOf<'search'>[]) {
  const clicks = searches.flatMap((search) => search.clicks);
  const positions = clicks.reduce((sum, { position }) => sum + position, 0);
  return {
    searches: searches.length,
    zeroResults: count(searches, ({ isEmpty }) => isEmpty),
    clicked: count(searches, (search) => search.clicks.length > 0),
    rephrased: count(searches, ({ isRephrased }) => isRephrased),
    clicks: clicks.length,
    meanPosition: share(positions, clicks.length),
  };
}

/** How often some words were changed and the article found with others, as it has to be: by words and article. */
export function trueFoundLater(all: readonly Fact[], filter: TruthFilter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { query, foundLater } of factsOf(factsIn(all, filter), 'search')) {
    if (foundLater !== undefined) addOne(counts, `${query} ${foundLater}`);
  }
  return counts;
}

/** The article that some words should have found, as it has to be: by language and words, the article its readers ended at most often. */
export function trueWanted(all: readonly Fact[], filter: TruthFilter) {
  const facts = factsIn(all, filter);
  const evidence = new Map<string, Map<string, number>>();
  const add = (key: string, articleId: string): void => {
    const articles = evidence.get(key) ?? new Map<string, number>();
    evidence.set(key, articles);
    addOne(articles, articleId);
  };
  for (const { locale, query, foundLater } of factsOf(facts, 'search'))
    if (foundLater !== undefined) add(`${locale} ${query}`, foundLater);
  for (const { locale, searched, resolution } of factsOf(facts, 'ticket'))
    if (resolution !== undefined) for (const words of searched) add(`${locale} ${words}`, resolution);
  return new Map(
    [...evidence].map(([key, articles]) => {
      const most = Math.max(...articles.values());
      const [articleId = ''] = [...articles.keys()].filter((id) => articles.get(id) === most).sort();
      return [key, { articleId, evidence: most }];
    }),
  );
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
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

/** How many fit. */
export function count<Value>(values: readonly Value[], fits: (value: Value) => boolean): number {
  return values.filter(fits).length;
}

/** A share, or null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
