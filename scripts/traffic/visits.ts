import { articlesIn, failingWords, rightWords } from './words.ts';
import { browserEvent, dayOf, pick, pickEarly, placeOf, readerOf, send, wait, type Visit } from './stage.ts';
import type { FactOf } from './facts.ts';

const reasons = ['missing', 'unclear', 'wrong', 'outdated'] as const;

/** Somebody reads one to four articles, may vote, and may leave for the form. */
export async function read(visit: Visit): Promise<void> {
  const { stage, locale } = visit;
  const count = 1 + Math.floor(stage.random() * 4);
  for (let number = 0; number < count; number += 1) {
    const { id: articleId } = pickEarly(stage, articlesIn(stage.app, locale));
    await view(visit, articleId);
    wait(stage, 20 + stage.random() * 60);
    if (stage.random() < 0.3) await vote(visit, articleId);
    if (stage.random() < 0.08) await contact(visit, articleId);
  }
}

/** Opens an article. */
export async function view(visit: Visit, articleId: string): Promise<void> {
  await send(visit, { kind: 'viewed', articleId });
  visit.stage.facts.push({ what: 'view', ...placeOf(visit, articleId), articleId, person: visit.person });
}

async function vote(visit: Visit, articleId: string): Promise<void> {
  const { stage } = visit;
  const isHelpful = stage.random() < 0.7;
  const reason = isHelpful || stage.random() < 0.3 ? undefined : pick(stage, reasons);
  const comment = reason === 'missing' ? { comment: 'Un exemple aiderait.' } : {};
  await send(visit, {
    kind: 'voted',
    articleId,
    value: Number(isHelpful),
    ...(reason && { reason, ...comment }),
  });
  stage.facts.push({
    ...{ what: 'vote', ...placeOf(visit, articleId), articleId, isHelpful },
    ...(reason && { reason, ...comment }),
  });
}

async function contact(visit: Visit, articleId: string): Promise<void> {
  await send(visit, { kind: 'contacted', articleId });
  visit.stage.facts.push({ what: 'contact', ...placeOf(visit, articleId), articleId });
}

/** Somebody searches, puts it in other words when nothing comes of it, and may open what they find. */
export async function search(visit: Visit): Promise<void> {
  const { stage, locale } = visit;
  const { random } = stage;
  const wanted = pickEarly(stage, articlesIn(stage.app, locale));
  const product = random() < 0.3 ? (wanted.product ?? '') : '';
  const tries: FactOf<'search'>[] = [];
  if (random() < 0.4) tries.push(searchFor(visit, failingWords(visit), product));
  if (tries.length > 0 && random() < 0.4) tries.push(searchAgain(visit, tries, failingWords(visit)));
  if (tries.length > 0 && random() < 0.3) return void stage.facts.push(...tries);
  const last =
    tries.length > 0
      ? searchAgain(visit, tries, rightWords(wanted))
      : searchFor(visit, rightWords(wanted), product);
  stage.facts.push(...tries, last);
  if (!last.isEmpty && random() < 0.75) await openHit(visit, last, tries);
}

function searchAgain(visit: Visit, tries: FactOf<'search'>[], query: string): FactOf<'search'> {
  const before = tries.at(-1);
  if (before && before.query !== query) before.isRephrased = true;
  return searchFor(visit, query, before?.product ?? '');
}

function searchFor({ stage, locale, ...visit }: Visit, query: string, product: string): FactOf<'search'> {
  wait(stage, 5 + stage.random() * 90);
  const scope = { locale, ...(product && { product }) };
  const { total } = stage.app.search({ query, ...scope });
  // Capitals and spaces are the reader's affair.
  const typed = stage.random() < 0.2 ? `  ${query.toUpperCase()} ` : query;
  stage.pending.push(
    stage.app.recordSearch({ query: typed, total, ...scope }, readerOf({ stage, locale, ...visit })),
  );
  const outcome = { isEmpty: total === 0, clicks: [], isRephrased: false };
  return { what: 'search', day: dayOf(stage), locale, product, query, ...outcome };
}

async function openHit(visit: Visit, last: FactOf<'search'>, tries: FactOf<'search'>[]): Promise<void> {
  const { stage, locale } = visit;
  const { hits } = stage.app.search({
    query: last.query,
    locale,
    ...(last.product && { product: last.product }),
  });
  const clicks = stage.random() < 0.2 ? 2 : 1;
  for (let number = 0; number < clicks; number += 1) {
    const position = 1 + Math.floor(stage.random() ** 3 * hits.length);
    const articleId = hits[position - 1]?.articleId ?? '';
    wait(stage, 4);
    await send(visit, { kind: 'clicked', articleId, query: last.query, position });
    await view(visit, articleId);
    last.clicks.push({ articleId, position });
    if (number === 0) for (const search of tries) if (search.isRephrased) search.foundLater = articleId;
  }
}

/** What must not be counted: programs, the team, pages fetched in advance, repeats, old and unknown things. */
export async function disturb(visit: Visit): Promise<void> {
  const { stage, locale } = visit;
  const { app } = stage;
  const { id: articleId } = pickEarly(stage, articlesIn(app, locale));
  const viewed = browserEvent(visit, { kind: 'viewed', articleId });
  for (const agent of ['ai-agent', 'search-engine', 'automation', 'team', 'prefetch'] as const)
    await app.recordEvents({ events: [browserEvent(visit, viewed)] }, readerOf(visit, agent));
  // A browser that a program drives looks like a person's, and says so.
  const driven = browserEvent(visit, { kind: 'viewed', articleId });
  await app.recordEvents({ events: [driven], automated: true }, readerOf(visit));
  const dayAgo = new Date(stage.clock.now.getTime() - 30 * 3_600_000).toISOString();
  const old = browserEvent(visit, { kind: 'viewed', articleId, at: dayAgo });
  const unknown = browserEvent(visit, { kind: 'viewed', articleId: `${locale}/never/written` });
  const nonsense = { id: 'nonsense', kind: 'danced', at: dayAgo, locale };
  await app.recordEvents({ events: [old, unknown, nonsense] }, readerOf(visit));
  // The same reading, sent twice by a browser whose clock is three days ahead, is one reading of now.
  const ahead = new Date(stage.clock.now.getTime() + 3 * 24 * 3_600_000).toISOString();
  const twice = browserEvent(visit, { kind: 'viewed', articleId, at: ahead });
  for (let number = 0; number < 2; number += 1)
    await app.recordEvents({ events: [twice], sentAt: ahead }, readerOf(visit));
  stage.facts.push({ what: 'view', ...placeOf(visit, articleId), articleId, person: visit.person });
}
