import type { Overview, OverviewFigures } from '../../reports/figures/overview.ts';
import type { Desk } from './open-desk.ts';
import type { Column } from './table.ts';

/** One figure of the overview, raw and as it is written, beside the period before. */
export interface OverviewRow {
  key: keyof OverviewFigures;
  label: string;
  value: number | null;
  previous: number | null;
  written: string;
  before: string;
  sample?: string | undefined;
  note?: string | undefined;
}

/** The columns of the overview's CSV. */
export const overviewColumns: Column<OverviewRow>[] = [
  { key: 'figure', label: '', kind: 'text', value: (row) => row.key },
  { key: 'value', label: '', kind: 'number', value: (row) => row.value },
  { key: 'previous', label: '', kind: 'number', value: (row) => row.previous },
];

/** The figures of the overview, in the order they are read: what was asked, what was found, what was sent. */
export function overviewFigures(
  { current, previous }: Overview,
  desk: Pick<Desk, 'text' | 'figures'>,
): OverviewRow[] {
  const { figures } = desk;
  const text = desk.text.overview;
  const sampleOf = (count: number): string => desk.text.common.sample(figures.number(count));
  type Form = 'number' | 'share' | 'ratio';
  const row = (
    key: OverviewRow['key'],
    form: Form,
    more: Pick<OverviewRow, 'sample' | 'note'> = {},
  ): OverviewRow => ({
    key,
    label: text.figures[key],
    value: current[key],
    previous: previous[key],
    written: figures[form](current[key]),
    before: figures[form](previous[key]),
    ...more,
  });
  return [
    row('searches', 'number'),
    row('zeroResultRate', 'share', { sample: sampleOf(current.searches) }),
    row('clickThroughRate', 'share', { sample: sampleOf(current.searches) }),
    row('views', 'number'),
    row('readers', 'number', { note: text.readersNote }),
    row('helpfulness', 'share', { sample: sampleOf(current.votes) }),
    row('tickets', 'number'),
    row('senders', 'number'),
    row('deflectionRate', 'share', { sample: sampleOf(current.sessions) }),
    row('selfServiceScore', 'ratio', { sample: sampleOf(current.senders), note: text.selfServiceNote }),
  ];
}
