import type { DeskMessages } from '../../messages/desk.en.ts';
import type { Measured, ReviewRow } from '../../reports/figures/review-report.ts';
import type { Column, ColumnKind } from './table.ts';

/** The figures of the review, in the order they are read, and how each is written. */
const shapes = [
  ['firstReplyHours', 'number'],
  ['resolutionHours', 'number'],
  ['firstContact', 'share'],
  ['resolved', 'share'],
  ['satisfaction', 'share'],
  ['promoters', 'number'],
  ['effort', 'number'],
  ['selfService', 'number'],
  ['linkRate', 'share'],
  ['known', 'share'],
] as const satisfies [keyof ReviewRow, ColumnKind][];

/** The columns of the review; `nameOf` writes a group. */
export function reviewColumns(
  { review: text }: Pick<DeskMessages, 'review'>,
  head: string,
  nameOf: (group: string) => string,
): Column<ReviewRow>[] {
  return [
    { key: 'group', label: head, kind: 'text', value: ({ group }) => nameOf(group) },
    { key: 'tickets', label: text.columns.tickets, kind: 'number', value: ({ tickets }) => tickets },
    ...shapes.map(([key, kind]) => {
      const measured = (row: ReviewRow): Measured => row[key];
      const value = (row: ReviewRow) => measured(row).value;
      const sample = (row: ReviewRow) => measured(row).n;
      const isHiddenWhenFew = kind === 'share' || key === 'promoters';
      return { key, label: text.columns[key], kind, value, sample, isHiddenWhenFew };
    }),
  ];
}
