import { existsSync, mkdtempSync, writeFileSync, symlinkSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildIndexFolder } from '../../scripts/build/build-index.ts';
import type { Fact } from '../../scripts/traffic/facts.ts';
import { simulate } from '../../scripts/traffic/simulate.ts';
import {
  trueArticles,
  trueDeflection,
  trueFoundLater,
  trueOverview,
  trueQueries,
} from '../../scripts/traffic/truth.ts';
import { openApp, type App } from '../../src/app.ts';
import { articleQueries } from '../../src/reports/figures/article-history.ts';
import { articleReport } from '../../src/reports/figures/article-report.ts';
import { dailyReport } from '../../src/reports/figures/daily-report.ts';
import { deflectionReport } from '../../src/reports/figures/deflection-report.ts';
import { openFigures, type FigureSource } from '../../src/reports/figures/figure-source.ts';
import { overview } from '../../src/reports/figures/overview.ts';
import { lastDays, type Period } from '../../src/reports/figures/period.ts';
import { searchReport } from '../../src/reports/figures/search-report.ts';
import { trafficReport } from '../../src/reports/figures/traffic-report.ts';
import { readSettings } from '../../src/settings.ts';
import { newLocation } from '../store/each-store.ts';

const project = resolve(import.meta.dirname, '../..');
const realArticles = resolve(project, '../shared/data/kb-adobe-commerce');
const articles = existsSync(realArticles) ? realArticles : join(project, 'content/articles');
const firstDay = '2026-10-01';
const days = 31;
const timeZone = 'Europe/Paris';
const topics = ['billing', 'delivery', 'account'];

/** The owner's folder of the simulation: real articles, and a share of drafts that are held out. */
function contentFolder(): string {
  const folder = mkdtempSync(join(inject('temporaryFolder'), 'month-'));
  const named = topics.map((id) => `  - {id: ${id}, name: {en: ${id}}}`).join('\n');
  const site = `timeZone: ${timeZone}\nsuggestions: {holdOut: 0.3}\ntopics:\n${named}\n`;
  writeFileSync(join(folder, 'site.yaml'), site);
  for (const locale of readdirSync(articles).filter((name) => /^(fr|en)$/.test(name)))
    symlinkSync(join(articles, locale), join(folder, locale));
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
  const month: Period = lastDays(days, new Date('2026-10-31T18:00:00Z'), { timeZone });
  const filters: Partial<Period>[] = [{}, { locale: 'fr' }, { locale: 'en' }];
  const toughest = filters.map((filter) => [JSON.stringify(filter), { ...month, ...filter }] as const);

  beforeAll(async () => {
    const { dataFolder, databaseUrl } = await newLocation(dialect);
    const environment = { CONTENT_DIR: content, DATA_DIR: dataFolder, LOG_LEVEL: 'error' };
    const clock = { now: new Date('2026-10-01T00:00:00Z') };
    const settings = readSettings({ ...environment, ...(databaseUrl && { DATABASE_URL: databaseUrl }) });
    app = await openApp(settings, indexFolder, () => clock.now);
    facts = await simulate({ app, clock, seed: 42, firstDay, days, visitsPerDay: 24 });
    source = await openFigures(app.store, timeZone);
  }, 180_000);
  afterAll(() => app.close());

  test('has days that are closed, and days that are open', () => {
    expect(source.closedDay).toBe('2026-10-28');
    expect(source.open.totals.map(({ day }) => day)).toContain('2026-10-31');
  });

  test.each(toughest)('shows the true overview: %s', async (_, period) => {
    const { current } = await overview(source, period);
    expect(current).toEqual(trueOverview(facts, period));
    expect(current.searches).toBeGreaterThan(50);
  });

  test.each(topics)('shows the true tickets and drafts of %s', async (topic) => {
    const period = { ...month, topic };
    const { tickets, senders, sessions, deflected, deflectionRate } = trueOverview(facts, period);
    expect((await overview(source, period)).current).toMatchObject({
      ...{ tickets, senders, sessions, deflected, deflectionRate },
      ...{ views: null, searches: null, selfServiceScore: null },
    });
    expect(await deflectionReport(app.store, period)).toMatchObject(trueDeflection(facts, period));
  });

  test.each(toughest)('shows how drafts truly ended, held out or not: %s', async (_, period) => {
    const truth = trueDeflection(facts, period);
    expect(await deflectionReport(app.store, period)).toMatchObject(truth);
    expect(Math.min(truth.explicit, truth.implicit, truth.submitted, truth.holdOut.sessions)).toBeGreaterThan(
      0,
    );
  });

  test.each(toughest)('shows the true figures of every article: %s', async (_, period) => {
    const shown = new Map((await articleReport(source, period)).map((row) => [row.articleId, row]));
    const truth = trueArticles(facts, period);
    expect([...shown.keys()].sort()).toEqual([...truth.keys()].sort());
    for (const [articleId, counts] of truth) expect(shown.get(articleId)).toMatchObject(counts);
  });

  test.each(toughest)('shows the true outcome of every search: %s', async (_, period) => {
    const { rows } = await searchReport(source, period);
    const shown = new Map(
      rows.map(({ query, locale, clickThroughRate: _rate, ...row }) => [`${locale} ${query}`, row]),
    );
    expect(shown).toEqual(trueQueries(facts, period));
  });

  test('shows which words truly led to an article only after others', async () => {
    const shown = new Map<string, number>();
    for (const { articleId } of await articleReport(source, month))
      for (const { query, foundLater } of await articleQueries(source, month, articleId))
        if (foundLater > 0) shown.set(`${query} ${articleId}`, foundLater);
    expect(shown).toEqual(trueFoundLater(facts, month));
    expect(shown.size).toBeGreaterThan(0);
  });

  test('shows every day as it truly was', async () => {
    for (const { day, ...shown } of await dailyReport(source, month)) {
      const truth = trueOverview(facts, { fromDay: day, toDay: day });
      const { views, readers, searches, tickets } = truth;
      expect({ day, ...shown }).toMatchObject({ day, views, readers, searches, tickets });
    }
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
