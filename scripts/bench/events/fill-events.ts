import type { CatalogArticle } from '../../../src/built-index.ts';
import { closeDays } from '../../../src/events/closed-days.ts';
import { seededRandom } from '../../../src/reports/gaps/random.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { EventRow } from '../../../src/store/schema.ts';

const rowsPerInsert = 1000;
const days = 90;
const dayMs = 86_400_000;
const queriesKnown = 20_000;
const rephrasedShare = 0.15;
const stepMs = 30_000;

/** How often each kind comes, of a thousand. */
const kinds = [
  ['viewed', 450],
  ['searched', 300],
  ['clicked', 150],
  ['voted', 40],
  ['contacted', 20],
  ['opened', 30],
  ['solved', 10],
] as const;

/** Fills a store with events of the last ninety days, and counts the days that are over as the server does every hour. */
export async function fillEvents(
  store: Store,
  articles: readonly CatalogArticle[],
  count: number,
): Promise<void> {
  const random = seededRandom(7);
  const now = Date.now();
  const steps: Steps = { latest: undefined };
  for (let start = 0; start < count; start += rowsPerInsert) {
    const rows = Array.from({ length: Math.min(rowsPerInsert, count - start) }, (_, place) =>
      eventRow(start + place, { random, articles, now }, steps),
    );
    await store.database.insertInto('events').values(rows).execute();
  }
  await closeDays(store, { clock: () => new Date(now), timeZone: 'UTC' });
}

interface Chance {
  random: () => number;
  articles: readonly CatalogArticle[];
  now: number;
}

/** The search that was made last, for what its reader does next. */
interface Steps {
  latest: EventRow | undefined;
}

function eventRow(number: number, { random, articles, now }: Chance, steps: Steps): EventRow {
  const kind = pickKind(random);
  const article = articles[Math.floor(random() ** 2 * articles.length)];
  const { latest } = steps;
  const goesOn = kind === 'clicked' || (kind === 'searched' && random() < rephrasedShare);
  const before = goesOn ? latest : undefined;
  const at = before ? Math.min(Date.parse(before.at) + stepMs, now) : now - random() * days * dayMs;
  const event: EventRow = {
    id: `bench-event-${number}`,
    kind,
    at: new Date(at).toISOString(),
    locale: before?.locale ?? article?.locale ?? 'fr',
    articleId: kind === 'searched' ? null : (article?.id ?? null),
    query: null,
    position: null,
    value: kind === 'voted' ? Number(random() < 0.7) : null,
    reason: null,
    visitor: kind === 'opened' || kind === 'solved' ? null : `visitor-${Math.floor(random() * 400_000)}`,
    product: null,
    ...(before && { visitor: before.visitor }),
  };
  if (kind === 'clicked')
    return { ...event, query: before?.query ?? null, position: 1 + Math.floor(random() * 8) };
  if (kind !== 'searched') return event;
  const words = `question ${Math.floor(random() ** 3 * queriesKnown)}`;
  steps.latest = { ...event, query: words, position: Math.floor(random() * 8) };
  return steps.latest;
}

function pickKind(random: () => number): string {
  let rest = random() * 1000;
  for (const [kind, share] of kinds) {
    if (rest < share) return kind;
    rest -= share;
  }
  return 'viewed';
}
