import type { CatalogArticle } from '../../built-index.ts';
import { articleUrl } from '../../articles/address.ts';
import type { ArticleFigures } from '../../reports/figures/article-report.ts';
import type { DeskMessages } from '../../messages/desk.en.ts';
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
  views: 0,
  readers: 0,
  votes: 0,
  helpful: 0,
  helpfulness: null,
  searchClicks: 0,
  opened: 0,
  rejected: 0,
  solved: 0,
  ticketsAfter: 0,
  ticketsSolved: 0,
};

/** The columns of the table of articles. */
export function articleColumns({ articles: text, common }: DeskMessages): Column<ArticleRow>[] {
  return [
    {
      key: 'article',
      label: text.article,
      kind: 'text',
      value: (row) => row.article?.title ?? row.articleId,
      href: (row) => row.article && articleUrl(row.articleId),
      note: (row) => (row.article ? row.articleId : common.noArticleAnyMore),
    },
    { key: 'views', label: text.views, kind: 'number', value: (row) => row.views },
    { key: 'readers', label: text.readers, kind: 'number', value: (row) => row.readers },
    {
      key: 'helpfulness',
      label: text.helpfulness,
      kind: 'share',
      value: (row) => row.helpfulness,
      sample: (row) => row.votes,
    },
    { key: 'searchClicks', label: text.searchClicks, kind: 'number', value: (row) => row.searchClicks },
    { key: 'opened', label: text.opened, kind: 'number', value: (row) => row.opened },
    { key: 'ticketsAfter', label: text.ticketsAfter, kind: 'number', value: (row) => row.ticketsAfter },
    { key: 'ticketsSolved', label: text.ticketsSolved, kind: 'number', value: (row) => row.ticketsSolved },
    { key: 'updated', label: text.updated, kind: 'day', value: (row) => row.article?.updated ?? null },
  ];
}
