import type { GapInput } from './find-gaps.ts';
import type { ArticleVotes, Gap, KnownArticle } from './gap.ts';
import { gapWithoutTickets } from './to-gap.ts';
import { actionFor } from './wording.ts';

const minUnhelpful = 3;
const minUnhelpfulShare = 0.5;

/** Gives gaps the votes on their article; an article that enough readers found unhelpful is a gap to rewrite. */
export function addVotes(gaps: Gap[], input: GapInput): Gap[] {
  const votesOf = new Map((input.votes ?? []).map((votes) => [votes.articleId, votes]));
  const known = gaps.map((gap) => {
    const votes = votesOf.get(gap.articleId ?? '');
    if (!votes) return gap;
    if (gap.kind === 'rewrite') votesOf.delete(votes.articleId);
    return { ...gap, votes };
  });
  const others = [...votesOf.values()].filter(
    ({ votes, unhelpful }) => unhelpful >= minUnhelpful && unhelpful >= minUnhelpfulShare * votes,
  );
  const articles = new Map(input.articles.map((article) => [article.id, article]));
  return [
    ...known,
    ...others.flatMap((votes) => {
      const article = articles.get(votes.articleId);
      return article ? [toVoteGap(input, article, votes)] : [];
    }),
  ];
}

function toVoteGap(input: GapInput, { id, locale, title }: KnownArticle, votes: ArticleVotes): Gap {
  const about = `votes ${id}`;
  const bare = gapWithoutTickets(input, { kind: 'rewrite', locale, title, about });
  const gap: Omit<Gap, 'action'> = { ...bare, votes, articleId: id, articleTitle: title };
  return { ...gap, action: actionFor(gap) };
}
