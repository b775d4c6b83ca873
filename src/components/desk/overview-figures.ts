import type { Overview, OverviewFigures } from '../../reports/figures/overview.ts';
import { nothing } from './figures.ts';
import type { Desk } from './open-desk.ts';
import type { Column } from './table.ts';

/** One figure of the overview, raw and as it is written, beside the period before. */
export interface OverviewRow {
  key: keyof OverviewFigures;
  label: string;
  value: number | null;
  previous: number | null;
  /** On how many observations a rate rests; null for a count. */
  n: number | null;
  written: string;
  sample?: string | undefined;
  before?: string | undefined;
  note?: string | undefined;
}

/** The columns of the overview's files. */
export const overviewColumns: Column<OverviewRow>[] = [
  { key: 'figure', label: '', kind: 'text', value: (row) => row.key },
  { key: 'value', label: '', kind: 'number', value: (row) => row.value },
  { key: 'n', label: '', kind: 'number', value: (row) => row.n },
  { key: 'previous', label: '', kind: 'number', value: (row) => row.previous },
];

interface Shape {
  key: keyof OverviewFigures;
  form: 'number' | 'share' | 'ratio';
  /** The figure a rate rests on. */
  of?: keyof OverviewFigures;
  note?: string;
}

/** The figures of the overview, in the order they are read: what was read, what was asked, what was sent. */
export function overviewFigures(
  overview: Overview,
  desk: Pick<Desk, 'text' | 'figures' | 'minimumSample'>,
): OverviewRow[] {
  const text = desk.text.overview;
  const shapes: Shape[] = [
    { key: 'views', form: 'number' },
    { key: 'readers', form: 'number', note: text.readersNote },
    { key: 'helpfulness', form: 'share', of: 'votes' },
    { key: 'searches', form: 'number' },
    { key: 'zeroResultRate', form: 'share', of: 'searches' },
    { key: 'clickThroughRate', form: 'share', of: 'searches' },
    { key: 'deflected', form: 'number' },
    { key: 'deflectionRate', form: 'share', of: 'sessions' },
    { key: 'selfServiceScore', form: 'ratio', of: 'senders', note: text.selfServiceNote },
    { key: 'tickets', form: 'number' },
    { key: 'senders', form: 'number' },
    { key: 'satisfaction', form: 'share', of: 'satisfactionAnswers', note: text.satisfactionNote },
    { key: 'effort', form: 'number', of: 'effortAnswers', note: text.effortNote },
  ];
  return shapes.map((shape) => toRow(shape, overview, desk));
}

function toRow(
  { key, form, of, note }: Shape,
  { current, previous }: Overview,
  { text, figures, minimumSample }: Pick<Desk, 'text' | 'figures' | 'minimumSample'>,
): OverviewRow {
  const n = of === undefined ? null : (current[of] ?? 0);
  const isShown = (figuresOf: OverviewFigures): boolean =>
    form !== 'share' || of === undefined || (figuresOf[of] ?? 0) >= minimumSample;
  const write = (figuresOf: OverviewFigures): string =>
    isShown(figuresOf) ? figures[form](figuresOf[key]) : nothing;
  const sample = n === null ? undefined : figures.number(n);
  return {
    ...{ key, label: text.overview.figures[key], value: current[key], previous: previous[key], n, note },
    written: write(current),
    sample: sample && (isShown(current) ? text.common.sample(sample) : text.common.tooFew(sample)),
    before:
      (n === null ? changeOf([current[key], previous[key]], figures, text.overview) : undefined) ??
      text.overview.before(write(previous)),
  };
}

/** A count against the one before, in per cent; nothing where there was none before. */
function changeOf(
  [now, before]: [number | null, number | null],
  figures: Desk['figures'],
  text: Desk['text']['overview'],
): string | undefined {
  if (now === null || !before) return undefined;
  return `${text.before(figures.number(before))} (${figures.change(now / before - 1)})`;
}
