import { factsOf, type Fact } from './facts.ts';
import { count, factsIn, share, type TruthFilter } from './truth.ts';

type Counts = ReturnType<typeof nothingYet>;

/**
 * What happened with each article, as it has to be. `productOf` says which product an article is about: what readers do with it counts
 * there, and tickets count with the product their sender chose.
 */
export function trueArticles(
  all: readonly Fact[],
  filter: TruthFilter,
  productOf: (articleId: string) => string,
) {
  const facts = factsIn(all, { ...filter, product: undefined });
  const articles = new Map<string, Counts>();
  const add = (articleId: string, name: Exclude<keyof Counts, 'reasons'>, isCounted = true): void => {
    if (
      filter.product !== undefined &&
      !name.startsWith('tickets') &&
      productOf(articleId) !== filter.product
    )
      return;
    const counts = articles.get(articleId) ?? nothingYet();
    articles.set(articleId, counts);
    counts[name] += Number(isCounted);
  };
  addReadings(facts, add);
  for (const { articleId, isHelpful, reason } of factsOf(facts, 'vote')) {
    add(articleId, 'votes');
    add(articleId, 'helpful', isHelpful);
    const reasons = articles.get(articleId)?.reasons;
    if (reason !== undefined && reasons) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  for (const { product, read, resolution } of factsOf(facts, 'ticket')) {
    if (filter.product !== undefined && product !== filter.product) continue;
    for (const articleId of new Set(read)) add(articleId, 'ticketsAfter');
    if (resolution) add(resolution, 'ticketsSolved');
  }
  return withFailure(articles);
}

type Add = (articleId: string, name: Exclude<keyof Counts, 'reasons'>) => void;

function addReadings(facts: readonly Fact[], add: Add): void {
  const readers = new Set<string>();
  for (const { articleId, day, person } of factsOf(facts, 'view')) {
    add(articleId, 'views');
    const reader = `${articleId} ${day} ${person}`;
    if (!readers.has(reader)) add(articleId, 'readers');
    readers.add(reader);
  }
  for (const { articleId } of factsOf(facts, 'contact')) add(articleId, 'contacts');
  for (const { clicks } of factsOf(facts, 'search'))
    for (const { articleId } of clicks) add(articleId, 'searchClicks');
  for (const draft of factsOf(facts, 'draft')) {
    for (const name of ['opened', 'rejected', 'solved'] as const)
      for (const articleId of draft[name]) add(articleId, name);
  }
}

/** Failure as the manual defines it: bad signs of all signs, as if five more had been seen at the portal's own mean. */
function withFailure(articles: ReadonlyMap<string, Counts>) {
  const bad = (one: Counts): number => one.votes - one.helpful + one.rejected + one.ticketsAfter;
  const good = (one: Counts): number => one.helpful + one.solved;
  const all = [...articles.values()];
  const badInAll = all.reduce((sum, one) => sum + bad(one), 0);
  const goodInAll = all.reduce((sum, one) => sum + good(one), 0);
  const mean = badInAll / (badInAll + goodInAll);
  return new Map(
    [...articles].map(([articleId, one]) => {
      const signs = bad(one) + good(one);
      const failure = signs === 0 ? null : (bad(one) + 5 * mean) / (signs + 5);
      const harm = failure === null ? null : failure * one.views;
      return [articleId, { ...one, signs, failure, harm, helpfulness: share(one.helpful, one.votes) }];
    }),
  );
}

function nothingYet() {
  const reasons: Record<string, number> = {};
  return {
    ...{ views: 0, readers: 0, votes: 0, helpful: 0, searchClicks: 0, contacts: 0, reasons },
    ...{ opened: 0, rejected: 0, solved: 0, ticketsAfter: 0, ticketsSolved: 0 },
  };
}

/** The page of one article, as it has to be: its days on which something happened, what readers wrote, and its tickets. */
export function trueArticle(all: readonly Fact[], filter: TruthFilter, articleId: string) {
  const facts = factsIn(all, filter);
  const views = factsOf(facts, 'view').filter((view) => view.articleId === articleId);
  const votes = factsOf(facts, 'vote').filter((vote) => vote.articleId === articleId);
  const tickets = factsOf(facts, 'ticket');
  const on = <OfDay extends { day: string }>(values: readonly OfDay[], day: string): OfDay[] =>
    values.filter((value) => value.day === day);
  return {
    day: (day: string) => ({
      views: on(views, day).length,
      helpful: count(on(votes, day), ({ isHelpful }) => isHelpful),
      unhelpful: count(on(votes, day), ({ isHelpful }) => !isHelpful),
    }),
    comments: votes.flatMap(({ comment }) => comment ?? []),
    after: tickets.filter(({ read }) => read.includes(articleId)).map(({ reference }) => reference),
    solved: tickets.filter(({ resolution }) => resolution === articleId).map(({ reference }) => reference),
  };
}
