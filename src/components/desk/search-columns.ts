import type { DeskMessages } from '../../messages/desk.en.ts';
import type { QueryFigures } from '../../reports/figures/search-report.ts';
import type { Figures } from './figures.ts';
import type { Column } from './table.ts';

/** Which searches are listed. */
export const searchKinds = ['all', 'zero', 'unclicked', 'rephrased'] as const;

/** One of them. */
export type SearchKind = (typeof searchKinds)[number];

/** The queries of a kind: all, those that found nothing, those whose hits nobody opened, or those that were put in other words. */
export function queriesOfKind(rows: QueryFigures[], kind: SearchKind): QueryFigures[] {
  switch (kind) {
    case 'all':
      return rows;
    case 'zero':
      return rows.filter((row) => row.zeroResults > 0);
    case 'unclicked':
      return rows.filter((row) => row.clicked === 0 && row.zeroResults < row.searches);
    case 'rephrased':
      return rows.filter((row) => row.rephrased > 0);
  }
}

/** The article some words should have found, as the table shows it. */
export interface Wanted {
  articleId: string;
  title: string;
  /** How that is known, in words. */
  note: string;
}

/** The columns of the table of searches; `wantedBy` says which article a query should have found. */
export function searchColumns(
  { text: { searches: text, common }, figures }: { text: DeskMessages; figures: Pick<Figures, 'language'> },
  wantedBy: (row: QueryFigures) => Wanted | undefined,
  articlePage: (articleId: string) => string,
): Column<QueryFigures>[] {
  const pageOf = (wanted: Wanted | undefined) => wanted && articlePage(wanted.articleId);
  return [
    { key: 'query', label: text.query, kind: 'text', value: (row) => row.query },
    {
      key: 'locale',
      label: common.locale,
      kind: 'text',
      value: (row) => row.locale,
      written: (row) => figures.language(row.locale),
    },
    { key: 'searches', label: text.searches, kind: 'number', value: (row) => row.searches },
    { key: 'zeroResults', label: text.zeroResults, kind: 'number', value: (row) => row.zeroResults },
    {
      key: 'clickThrough',
      label: text.clickThrough,
      kind: 'share',
      value: (row) => row.clickThroughRate,
      sample: (row) => row.searches,
    },
    {
      key: 'position',
      label: text.position,
      kind: 'number',
      value: (row) => row.meanPosition,
      sample: (row) => row.clicks,
    },
    { key: 'rephrased', label: text.rephrased, kind: 'number', value: (row) => row.rephrased },
    {
      key: 'wanted',
      label: text.wanted,
      kind: 'text',
      value: (row) => wantedBy(row)?.title ?? '',
      href: (row) => pageOf(wantedBy(row)),
      note: (row) => wantedBy(row)?.note,
    },
  ];
}
