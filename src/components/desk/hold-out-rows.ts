import type { FigureMessages } from '../../messages/desk-figures.en.ts';
import type { DeflectionReport } from '../../reports/figures/deflection-report.ts';
import type { Column } from './table.ts';

/** One side of the comparison. */
export interface HoldOutRow {
  group: string;
  sessions: number;
  tickets: number;
  rate: number | null;
}

type Text = FigureMessages['deflection'];

/** Drafts that were shown suggestions, and those that were held out. */
export function holdOutRows(text: Text, { sessions, holdOut }: DeflectionReport): HoldOutRow[] {
  return [
    { group: text.shownGroup, sessions, tickets: holdOut.ticketsShown, rate: holdOut.ticketRateShown },
    {
      group: text.heldOutGroup,
      sessions: holdOut.sessions,
      tickets: holdOut.tickets,
      rate: holdOut.ticketRate,
    },
  ];
}

/** The columns of the comparison. */
export function holdOutColumns(text: Text): Column<HoldOutRow>[] {
  return [
    { key: 'group', label: text.group, kind: 'text', value: (row) => row.group },
    { key: 'sessions', label: text.sessions, kind: 'number', value: (row) => row.sessions },
    { key: 'tickets', label: text.tickets, kind: 'number', value: (row) => row.tickets },
    {
      key: 'rate',
      label: text.ticketRate,
      kind: 'share',
      value: (row) => row.rate,
      sample: (row) => row.sessions,
      isHiddenWhenFew: true,
    },
  ];
}
