/** What tells a group of tickets apart from one report to the next. */
export interface GapTraits {
  locale: string;
  kind: string;
  ticketIds: string[];
  words: string[];
  articleId?: string | undefined;
}

/** A gap of an earlier report. */
export interface KnownGap {
  id: string;
  locale: string;
  kind: string;
  words: string[];
  articleId: string | null;
}

interface Match {
  place: number;
  id: string;
  /** Tickets in common. */
  shared: number;
  /** Words in common, as a share of the shorter list; 1 for the votes on one article. */
  likeness: number;
}

const minShared = 2;
const minSharedShare = 0.25;
const minLikeness = 0.5;
const minCommonWords = 2;

/**
 * Finds for each group the gap of earlier reports that it is, or nothing: the one it has most tickets in common with,
 * else the one whose words it has. No gap is two groups, and the order of groups and gaps decides nothing.
 */
export function identifyGaps(
  groups: GapTraits[],
  known: KnownGap[],
  gapOfTicket: ReadonlyMap<string, string>,
): (string | undefined)[] {
  const matches = groups.flatMap((group, place) => matchesOf(group, place, known, gapOfTicket));
  matches.sort(
    (one, other) =>
      other.shared - one.shared ||
      other.likeness - one.likeness ||
      one.id.localeCompare(other.id, 'en', { numeric: true }) ||
      one.place - other.place,
  );
  const ids: (string | undefined)[] = groups.map(() => undefined);
  const taken = new Set<string>();
  for (const { place, id } of matches) {
    if (ids[place] !== undefined || taken.has(id)) continue;
    ids[place] = id;
    taken.add(id);
  }
  return ids;
}

function matchesOf(
  group: GapTraits,
  place: number,
  known: KnownGap[],
  gapOfTicket: ReadonlyMap<string, string>,
): Match[] {
  const shared = new Map<string, number>();
  let old = 0;
  for (const ticketId of group.ticketIds) {
    const id = gapOfTicket.get(ticketId);
    if (id === undefined) continue;
    old++;
    shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  return known
    .filter(({ locale }) => locale === group.locale)
    .map((gap) => {
      const common = shared.get(gap.id) ?? 0;
      const isShared = common >= minShared && common >= minSharedShare * old;
      return { place, id: gap.id, shared: isShared ? common : 0, likeness: likenessOf(group, gap) };
    })
    .filter(({ shared: common, likeness }) => common > 0 || likeness >= minLikeness);
}

function likenessOf(group: GapTraits, gap: KnownGap): number {
  const isVotes = group.words.length === 0 && gap.words.length === 0;
  if (isVotes) return group.articleId === gap.articleId ? 1 : 0;
  const words = new Set(gap.words);
  const common = group.words.filter((word) => words.has(word)).length;
  const shorter = Math.min(group.words.length, gap.words.length);
  return common >= Math.min(minCommonWords, shorter) && shorter > 0 ? common / shorter : 0;
}
