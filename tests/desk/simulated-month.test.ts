import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildIndexFolder } from '../../scripts/build/build-index.ts';
import { trueArticle, trueArticles } from '../../scripts/traffic/article-truth.ts';
import { factsOf, type Fact } from '../../scripts/traffic/facts.ts';
import { trueReview } from '../../scripts/traffic/review-truth.ts';
import { simulate } from '../../scripts/traffic/simulate.ts';
import * as truth from '../../scripts/traffic/truth.ts';
import { openApp, type App } from '../../src/app.ts';
import { articleComments } from '../../src/reports/figures/article-comments.ts';
import { articleDays, articleQueries, articleTickets } from '../../src/reports/figures/article-history.ts';
import { articleReport } from '../../src/reports/figures/article-report.ts';
import { dailyReport } from '../../src/reports/figures/daily-report.ts';
import { deflectionReport } from '../../src/reports/figures/deflection-report.ts';
import type { FigureSource } from '../../src/reports/figures/figure-source.ts';
import { overview } from '../../src/reports/figures/overview.ts';
import { lastDays, monthOf, periodBefore, type Period } from '../../src/reports/figures/period.ts';
import { reviewCuts, reviewReport } from '../../src/reports/figures/review-report.ts';
import { searchReport } from '../../src/reports/figures/search-report.ts';
import { trafficReport } from '../../src/reports/figures/traffic-report.ts';
import { wantedArticles } from '../../src/reports/figures/wanted-articles.ts';
import { readSettings } from '../../src/settings.ts';
import { newLocation } from '../store/each-store.ts';

const project = resolve(import.meta.dirname, '../..');
const realArticles = resolve(project, '../shared/data/kb-adobe-commerce');
const articles = existsSync(realArticles) ? realArticles : join(project, 'content/articles');
const firstDay = '2026-10-01';
const days = 31;
const timeZone = 'Europe/Paris';
const now = new Date('2026-10-31T18:00:00Z');
const topics = { billing: 'accounts', delivery: 'support', account: 'support' };

/** The owner's folder of the simulation: real articles, every third about a product, and a share of drafts that are held out. */
function contentFolder(): string {
  const folder = mkdtempSync(join(inject('temporaryFolder'), 'month-'));
  const named = Object.entries(topics).map(
    ([id, team]) => `  - {id: ${id}, name: {en: ${id}}, team: ${team}}`,
  );
  const products = ['shop', 'cloud'].map((id) => `  - {id: ${id}, name: {en: ${id}}}`);
  const lists = `topics:\n${named.join('\n')}\nproducts:\n${products.join('\n')}\n`;
  writeFileSync(join(folder, 'site.yaml'), `timeZone: ${timeZone}\nsuggestions: {holdOut: 0.3}\n${lists}`);
  for (const locale of ['fr', 'en']) {
    const files = readdirSync(join(articles, locale), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort();
    for (const [number, file] of files.entries()) {
      const to = join(folder, locale, file);
      mkdirSync(dirname(to), { recursive: true });
      const text = readFileSync(join(articles, locale, file), 'utf8').replace(/^product: .*\n/m, '');
      const product = ['shop', 'cloud', undefined][number % 3];
      writeFileSync(to, product ? text.replace(/^---\n/, `---\nproduct: ${product}\n`) : text);
    }
  }
  return folder;
}

let indexFolder: string;
let content: string;
beforeAll(async () => {
  content = contentFolder();
  indexFolder = join(content, '..', `month-index-${process.pid}`);
  await buildIndexFolder(readSettings({ CONTENT_DIR: content, DATA_DIR: indexFolder }), indexFolder);
}, 180_000);

describe.each(['sqlite', 'postgres'] as const)('a month of simulated traffic (%s)', (dialect) => {
  let app: App;
  let facts: Fact[];
  let source: FigureSource;
  const month: Period = lastDays(days, now, { timeZone });
  const filters: Partial<Period>[] = [
    {},
    { locale: 'fr' },
    { locale: 'en' },
    { product: 'shop' },
    { locale: 'fr', product: 'cloud' },
  ];
  const toughest = filters.map((filter) => [JSON.stringify(filter), { ...month, ...filter }] as const);
  const productOf = (articleId: string): string => app.article(articleId)?.product ?? '';

  beforeAll(async () => {
    const { dataFolder, databaseUrl } = await newLocation(dialect);
    const environment = { CONTENT_DIR: content, DATA_DIR: dataFolder, LOG_LEVEL: 'error' };
    const clock = { now: new Date('2026-10-01T00:00:00Z') };
    const settings = readSettings({ ...environment, ...(databaseUrl && { DATABASE_URL: databaseUrl }) });
    app = await openApp(settings, indexFolder, () => clock.now);
    facts = await simulate({ app, clock, seed: 42, firstDay, days, visitsPerDay: 52 });
    source = await app.openFigures();
  }, 180_000);
  afterAll(() => app.close());

  test('has days that are closed, and days that are open', () => {
    expect(source.closed.lastDay).toBe('2026-10-28');
    expect(source.open.totals.map(({ day }) => day)).toContain('2026-10-31');
  });

  test.each(toughest)('shows the true overview: %s', async (_, period) => {
    const { current } = await overview(source, period);
    expect(current).toEqual(truth.trueOverview(facts, period));
    const { searches, views, tickets } = current;
    expect(Math.min(searches ?? 0, views ?? 0, tickets)).toBeGreaterThan(10);
  });

  test('puts the true figures of the days before beside those of a week', async () => {
    const week = lastDays(7, now, { timeZone });
    const { current, previous } = await overview(source, week);
    expect(current).toEqual(truth.trueOverview(facts, week));
    expect(previous).toEqual(truth.trueOverview(facts, periodBefore(week)));
    expect(previous).not.toEqual(current);
  });

  test.each(Object.keys(topics))('shows the true tickets and drafts of %s', async (topic) => {
    const period = { ...month, topic };
    const { current } = await overview(source, period);
    const { tickets, senders, sessions, deflected, deflectionRate, satisfactionAnswers, satisfaction } =
      truth.trueOverview(facts, period);
    expect(current).toMatchObject({
      ...{ tickets, senders, sessions, deflected, deflectionRate, satisfactionAnswers, satisfaction },
      ...{ views: null, searches: null, selfServiceScore: null },
    });
    expect(await deflectionReport(app.store, period)).toMatchObject(truth.trueDeflection(facts, period));
  });

  test.each(toughest)('shows how drafts truly ended, held out or not: %s', async (_, period) => {
    const expected = truth.trueDeflection(facts, period);
    const report = await deflectionReport(app.store, period);
    expect(report).toMatchObject(expected);
    expect(Math.min(expected.sessions, expected.holdOut.sessions)).toBeGreaterThan(0);
    const left = factsOf(truth.factsIn(facts, { ...period, fromDay: '2026-10-24' }), 'draft').filter(
      ({ isHeldOut, outcome }) => !isHeldOut && outcome !== 'submitted' && outcome !== 'deferred',
    );
    expect(report.provisional).toBe(left.length);
    const { effect, ticketRate, ticketRateShown } = report.holdOut;
    expect(effect?.value).toBeCloseTo((ticketRate ?? 0) - (ticketRateShown ?? 0), 12);
  });

  test.each(toughest)('shows the true figures of every article: %s', async (_, period) => {
    const shown = new Map(
      (await articleReport(source, period)).map(({ articleId, reasons, ...row }) => [
        articleId,
        { ...row, reasons: Object.fromEntries(reasons.map(({ reason, count }) => [reason, count])) },
      ]),
    );
    const expected = trueArticles(facts, period, productOf);
    expect([...shown.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [articleId, counts] of expected) {
      const { failure, harm, ...exact } = counts;
      expect(shown.get(articleId)).toMatchObject(exact);
      if (failure === null) expect(shown.get(articleId)?.harm).toBeNull();
      else {
        expect(shown.get(articleId)?.failure).toBeCloseTo(failure, 9);
        expect(shown.get(articleId)?.harm).toBeCloseTo(harm ?? 0, 9);
      }
    }
  });

  test('shows of each of the most harmful articles its true days, comments and tickets', async () => {
    const worst = (await articleReport(source, month)).slice(0, 40);
    const seen = { comments: 0, after: 0, solved: 0 };
    for (const { articleId } of worst) {
      const expected = trueArticle(facts, month, articleId);
      for (const { day, ...shown } of await articleDays(source, month, articleId))
        expect({ articleId, day, ...shown }).toEqual({ articleId, day, ...expected.day(day) });
      const comments = await articleComments(app.store, month, { limit: 1000, articleId });
      expect(comments.map(({ comment }) => comment)).toEqual(expected.comments);
      const { after, solved } = await articleTickets(app.store, month, articleId);
      expect(after.map(({ reference }) => reference).sort()).toEqual(expected.after.sort());
      expect(solved.map(({ reference }) => reference).sort()).toEqual(expected.solved.sort());
      seen.comments += comments.length;
      seen.after += after.length;
      seen.solved += solved.length;
    }
    expect(Math.min(seen.comments, seen.after, seen.solved)).toBeGreaterThan(0);
  });

  test.each(toughest)('shows the true outcome of every search: %s', async (_, period) => {
    const { rows, ...inAll } = await searchReport(source, period);
    const shown = new Map(
      rows.map(({ query, locale, clickThroughRate: _rate, positions: _places, ...row }) => [
        `${locale} ${query}`,
        row,
      ]),
    );
    expect(shown).toEqual(truth.trueQueries(facts, period));
    expect(inAll).toEqual(truth.trueSearches(facts, period));
  });

  test.each(toughest)('names the article that words should truly have found: %s', async (_, period) => {
    const { rows } = await searchReport(source, period);
    const expected = truth.trueWanted(facts, period);
    const searched = new Set(rows.map(({ query, locale }) => `${locale} ${query}`));
    expect(await wantedArticles(source, period, rows)).toEqual(
      new Map([...expected].filter(([key]) => searched.has(key))),
    );
  });

  test('shows which words truly led to an article only after others', async () => {
    const shown = new Map<string, number>();
    for (const { articleId } of await articleReport(source, month))
      for (const { query, foundLater } of await articleQueries(source, month, articleId))
        if (foundLater > 0) shown.set(`${query} ${articleId}`, foundLater);
    expect(shown).toEqual(truth.trueFoundLater(facts, month));
    expect(shown.size).toBeGreaterThan(0);
  });

  test('shows every day as it truly was', async () => {
    for (const { day, ...shown } of await dailyReport(source, month)) {
      const ofDay = { fromDay: day, toDay: day };
      const { views, readers, searches, tickets } = truth.trueOverview(facts, ofDay);
      const { zeroResults } = truth.trueSearches(facts, ofDay);
      expect({ day, ...shown }).toEqual({ day, views, readers, searches, zeroResults, tickets });
    }
  });

  test.each(reviewCuts)('reviews the month as it truly was, by %s', async (cut) => {
    const october = monthOf('2026-10', { timeZone });
    const byGroup = (one: { group: string }, other: { group: string }) => (one.group < other.group ? -1 : 1);
    const shown = (await reviewReport(source, october, cut)).sort(byGroup);
    const expected = trueReview(facts, october, cut).sort(byGroup);
    expect(shown).toEqual(close(expected));
    expect(shown.length).toBeGreaterThan(2);
    const inAll = shown.find(({ group }) => group === '*');
    const asked = [inAll?.satisfaction, inAll?.promoters, inAll?.firstContact, inAll?.known];
    for (const measured of asked) expect(measured?.n).toBeGreaterThan(0);
  });

  test('reviews the month of one product as it truly was', async () => {
    const october = monthOf('2026-10', { timeZone, product: 'shop' });
    const [shown] = await reviewReport(source, october, 'locale');
    expect(shown).toEqual(close(trueReview(facts, october, 'locale')[0]));
    expect(shown?.tickets).toBeGreaterThan(0);
  });

  test('looks for gaps in all unsolved tickets, of one language too', async () => {
    const tickets = factsOf(truth.factsIn(facts, { ...month, locale: 'fr' }), 'ticket');
    const { tickets: shown } = await app.gaps({ since: month.since, locale: 'fr' });
    expect(shown).toBe(tickets.filter(({ resolution }) => resolution === undefined).length);
  });

  test('counts apart what is no reader', async () => {
    await app.close();
    const again = await openApp(app.settings, indexFolder, () => new Date('2026-10-31T19:00:00Z'));
    const dropped = Object.fromEntries(
      (await trafficReport(again.store, month)).map(({ name, count }) => [name, count]),
    );
    const disturbances = dropped['team'] ?? 0;
    expect(disturbances).toBeGreaterThan(0);
    expect(dropped).toEqual({
      ...{ 'search-engine': disturbances, 'ai-agent': disturbances, automation: 2 * disturbances },
      ...{ team: disturbances, prefetch: disturbances },
      ...{ 'too-old': disturbances, 'unknown-article': disturbances },
      ...{ invalid: disturbances, duplicate: disturbances },
    });
    app = again;
  });
});

/** The same, with numbers as close as computing them in another order lets them be. */
function close(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return expect.closeTo(value, 9);
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, close(one)]));
}
