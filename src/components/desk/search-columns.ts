import type { DeskMessages } from '../../messages/desk.en.ts';
import type { QueryFigures } from '../../reports/figures/search-report.ts';
import type { Column } from './table.ts';

/** Which searches are listed. */
export const searchKinds = ['all', 'zero', 'unclicked'] as const;

/** One of them. */
export type SearchKind = (typeof searchKinds)[number];

/** The queries of a kind: all, those that found nothing, or those whose hits nobody opened. */
export function queriesOfKind(rows: QueryFigures[], kind: SearchKind): QueryFigures[] {
  switch (kind) {
    case 'all':
      return rows;
    case 'zero':
      return rows.filter((row) => row.zeroResults > 0);
    case 'unclicked':
      return rows.filter((row) => row.clicked === 0 && row.zeroResults < row.searches);
  }
}

/** The columns of the table of searches. */
export function searchColumns({ searches: text }: DeskMessages): Column<QueryFigures>[] {
  return [
    { key: 'query', label: text.query, kind: 'text', value: (row) => row.query },
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
      sample: (row) => row.clicked,
    },
  ];
}
