import type { EventRow } from '../store/schema.ts';

/** A search, and what its reader did next on that day. */
export interface FollowedSearch {
  search: EventRow;
  /** Its words as they are counted. */
  query: string;
  /** It found nothing. */
  isEmpty: boolean;
  /** Hits opened from it: the article, and its place in the list. */
  clicks: { articleId: string; position: number }[];
  /** The same reader searched other words within five minutes, without having opened a hit. */
  isRephrased: boolean;
  /** The article opened at last, after the words were changed. */
  foundLater: string | undefined;
}

/** How soon a search with other words counts as the same question put differently. */
export const rephraseWindowMs = 5 * 60_000;

/** Words as they are counted: whatever their capitals, spaces and Unicode form. */
export function countedQuery(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Follows each reader through their searches of one day. A click belongs to the reader's latest search for its words. */
export function followSearches(events: readonly EventRow[]): FollowedSearch[] {
  const steps = events.filter(({ kind, query }) => isStep(kind) && query !== null).sort(inOrder);
  const byVisitor = Map.groupBy(steps, ({ visitor, id }) => visitor ?? `nobody ${id}`);
  return [...byVisitor.values()].flatMap(followReader);
}

function isStep(kind: string): boolean {
  return kind === 'searched' || kind === 'clicked';
}

function inOrder(one: EventRow, other: EventRow): number {
  return one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1;
}

function followReader(steps: readonly EventRow[]): FollowedSearch[] {
  const searches: FollowedSearch[] = [];
  const latest = new Map<string, FollowedSearch>();
  let given: FollowedSearch[] = [];
  for (const step of steps) {
    const query = countedQuery(step.query ?? '');
    if (step.kind === 'searched') {
      const previous = searches.at(-1);
      given = previous && isChanged(previous, step, query) ? [...given, rephrased(previous)] : [];
      const search = newSearch(step, query);
      searches.push(search);
      latest.set(query, search);
    } else if (step.articleId !== null) {
      const from = latest.get(query);
      if (from) open(from, step.articleId, step.position ?? 0);
      for (const search of given) if (search !== from) search.foundLater = step.articleId;
      given = [];
    }
  }
  return searches;
}

function newSearch(search: EventRow, query: string): FollowedSearch {
  const isEmpty = search.position === 0;
  return { search, query, isEmpty, clicks: [], isRephrased: false, foundLater: undefined };
}

function isChanged(previous: FollowedSearch, next: EventRow, query: string): boolean {
  const waitedMs = Date.parse(next.at) - Date.parse(previous.search.at);
  return previous.clicks.length === 0 && previous.query !== query && waitedMs <= rephraseWindowMs;
}

/** A reader may come back to a search that was put in other words: then it led somewhere after all. */
function open(search: FollowedSearch, articleId: string, position: number): void {
  search.clicks.push({ articleId, position });
  search.isRephrased = false;
}

function rephrased(search: FollowedSearch): FollowedSearch {
  search.isRephrased = true;
  return search;
}
