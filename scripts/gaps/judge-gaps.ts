import type { Gap } from '../../src/reports/gaps/gap.ts';
import type { LabelledTickets } from './labelled-tickets.ts';

/** How well the first `write` gaps name what is missing. */
export interface Verdict {
  /** Number of `write` gaps looked at: as many as subjects are missing. */
  gaps: number;
  /** Gaps of which most tickets are about missing subjects. */
  aboutMissing: number;
  /** Missing subjects that are most of a gap. */
  found: number;
  /** Share of the tickets in these gaps that are about subjects with an article. */
  keptShare: number;
  /** Share of the tickets about missing subjects that are in these gaps. */
  reached: number;
}

/** Judges the first `write` gaps by the subjects of their tickets. */
export function judgeGaps(gaps: Gap[], { tickets, subjects, missing }: LabelledTickets): Verdict {
  const subjectOf = new Map(tickets.map(({ id }, place) => [id, subjects[place]!]));
  const first = gaps.filter(({ kind }) => kind === 'write').slice(0, missing.size);
  const found = new Set<string>();
  let aboutMissing = 0;
  let missed = 0;
  let all = 0;
  for (const { ticketIds } of first) {
    const own = ticketIds.map((id) => subjectOf.get(id) ?? '');
    const about = own.filter((subject) => missing.has(subject));
    for (const subject of missing)
      if (own.filter((other) => other === subject).length > own.length / 2) found.add(subject);
    if (about.length > own.length / 2) aboutMissing++;
    missed += about.length;
    all += own.length;
  }
  const missingTickets = subjects.filter((subject) => missing.has(subject)).length;
  return {
    gaps: first.length,
    aboutMissing,
    found: found.size,
    keptShare: all === 0 ? 0 : 1 - missed / all,
    reached: missed / missingTickets,
  };
}
