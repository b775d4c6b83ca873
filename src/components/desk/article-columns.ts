import type { CatalogArticle } from '../../built-index.ts';
import type { ArticleFigures } from '../../reports/figures/article-report.ts';
import type { DeskMessages } from '../../messages/desk.en.ts';
import type { Figures } from './figures.ts';
import { carriedFilter } from './filter.ts';
import type { Column } from './table.ts';

/** An article of the portal, or one it had, with its figures. */
export interface ArticleRow extends ArticleFigures {
  /** Absent when it is no longer published. */
  article: CatalogArticle | undefined;
}

/** Published articles with their figures, those nobody read included, and what was read but is gone. */
export function articleRows(articles: CatalogArticle[], figures: ArticleFigures[]): ArticleRow[] {
  const published = new Map(articles.map((article) => [article.id, article]));
  const measured = new Set(figures.map(({ articleId }) => articleId));
  const unread = articles.filter(({ id }) => !measured.has(id));
  return [
    ...figures.map((row) => ({ ...row, article: published.get(row.articleId) })),
    ...unread.map((article) => ({ ...noFigures, articleId: article.id, article })),
  ];
}

const noFigures = {
  ...{ views: 0, readers: 0, votes: 0, helpful: 0, helpfulness: null, reasons: [] },
  ...{ searchClicks: 0, contacts: 0, opened: 0, rejected: 0, solved: 0 },
  ...{ ticketsAfter: 0, ticketsSolved: 0, failure: null, signs: 0, harm: null },
};

/** The page of one article in the desk, with the same filter. */
export function articlePage(url: URL, articleId: string): string {
  return `/admin/articles/${articleId.split('/').map(encodeURIComponent).join('/')}${carriedFilter(url)}`;
}

/** Why readers were not helped, in words, each with its number. */
export function writtenReasons(
  { reasons }: Pick<ArticleFigures, 'reasons'>,
  { ticket }: Pick<DeskMessages, 'ticket'>,
  figures: Pick<Figures, 'number'>,
): string {
  const words: Record<string, string> = ticket.reasons;
  return reasons
    .map(({ reason, count }) => `${words[reason] ?? reason} (${figures.number(count)})`)
    .join(', ');
}

function mainReason(
  [first]: ArticleFigures['reasons'],
  { ticket, articles }: Pick<DeskMessages, 'ticket' | 'articles'>,
): string | undefined {
  const words: Record<string, string> = ticket.reasons;
  return first && articles.mostly(words[first.reason] ?? first.reason);
}

/** The columns of the table of articles. */
export function articleColumns(
  desk: { text: DeskMessages; figures: Pick<Figures, 'number' | 'language'> },
  url: URL,
): Column<ArticleRow>[] {
  const { articles: text, common } = desk.text;
  const count = (key: Exclude<keyof ArticleFigures, 'articleId' | 'reasons'> & keyof typeof text) => ({
    key,
    label: text[key],
    kind: 'number' as const,
    value: (row: ArticleRow) => row[key],
  });
  return [
    {
      key: 'article',
      label: text.article,
      kind: 'text',
      value: (row) => row.article?.title ?? row.articleId,
      href: (row) => articlePage(url, row.articleId),
      note: (row) => (row.article ? desk.figures.language(row.article.locale) : common.noArticleAnyMore),
    },
    count('harm'),
    {
      ...count('views'),
      note: ({ readers }) => text.readersOf(readers, desk.figures.number(readers)),
    },
    {
      key: 'failure',
      label: text.failure,
      kind: 'share',
      value: (row) => row.failure,
      sample: (row) => row.signs,
    },
    {
      key: 'helpfulness',
      label: text.helpfulness,
      kind: 'share',
      value: (row) => row.helpfulness,
      sample: (row) => row.votes,
      note: ({ reasons }) => mainReason(reasons, desk.text),
    },
    count('searchClicks'),
    count('contacts'),
    count('opened'),
    count('ticketsAfter'),
    count('ticketsSolved'),
    {
      key: 'updated',
      label: text.updated,
      kind: 'day',
      value: (row) => row.article?.updated ?? null,
      note: (row) => row.article?.owner,
    },
  ];
}

/** The same for files, with what the page shows as a note in a column of its own. */
export function articleFileColumns(
  desk: { text: DeskMessages; figures: Pick<Figures, 'number' | 'language'> },
  url: URL,
): Column<ArticleRow>[] {
  const [article, ...others] = articleColumns(desk, url);
  const { text } = desk;
  return [
    ...(article ? [article] : []),
    { key: 'articleId', label: text.articles.article, kind: 'text', value: (row) => row.articleId },
    { key: 'readers', label: text.articles.readers, kind: 'number', value: (row) => row.readers },
    ...others,
    { key: 'owner', label: text.articles.owner, kind: 'text', value: (row) => row.article?.owner ?? '' },
    {
      key: 'reasons',
      label: text.articles.reasons,
      kind: 'text',
      value: (row) => row.reasons.map(({ reason, count }) => `${reason} ${count}`).join(' '),
    },
  ];
}
