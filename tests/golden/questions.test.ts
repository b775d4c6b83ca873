import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { areaUnderCurve } from '../../scripts/evaluate/metrics.ts';
import { openManual, readTable } from './open-manual.ts';

const questionsOf = (locale: string) =>
  readTable(`questions.${locale}.tsv`).map(([text = '', path = '']) => ({ text, path }));

/** Floors that a change may not fall below; each is a little under what was measured when it was set. */
const floors = [
  { locale: 'fr', first: 0.76, amongThree: 0.9, area: 0.95, shown: 0.8, silent: 0.9 },
  { locale: 'en', first: 0.8, amongThree: 0.9, area: 0.93, shown: 0.85, silent: 0.85 },
] as const;

function shareOf<Item>(items: Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

describe.each(floors)('questions about Guichet ($locale)', ({ locale, ...floor }) => {
  const questions = questionsOf(locale);
  const answered = questions.filter(({ path }) => path !== '–');
  const unanswered = questions.filter(({ path }) => path === '–');
  let index: SearchIndex;

  beforeAll(async () => {
    index = await openManual(locale);
  });

  const ask = (text: string, threshold?: number) =>
    suggest(index, { subject: '', description: text }, threshold === undefined ? {} : { threshold });
  const isAmong = ({ text, path }: { text: string; path: string }, depth: number) =>
    ask(text, 0)
      .suggestions.slice(0, depth)
      .some(({ articleId }) => articleId === `${locale}/${path}`);

  it('are at least sixty, and some that nothing answers', () => {
    expect(answered.length).toBeGreaterThanOrEqual(60);
    expect(unanswered.length).toBeGreaterThanOrEqual(15);
  });

  it('bring the right article first, or among three', () => {
    expect(shareOf(answered, (question) => isAmong(question, 1))).toBeGreaterThanOrEqual(floor.first);
    expect(shareOf(answered, (question) => isAmong(question, 3))).toBeGreaterThanOrEqual(floor.amongThree);
  });

  it('are told from what nothing answers by their confidence', () => {
    const confidenceOf = ({ text }: { text: string }) => ask(text).confidence;
    const area = areaUnderCurve(answered.map(confidenceOf), unanswered.map(confidenceOf));
    expect(area).toBeGreaterThanOrEqual(floor.area);
  });

  it('are shown a card when an article answers, and none when nothing does', () => {
    expect(shareOf(answered, ({ text }) => ask(text).suggestions.length > 0)).toBeGreaterThanOrEqual(
      floor.shown,
    );
    expect(shareOf(unanswered, ({ text }) => ask(text).suggestions.length === 0)).toBeGreaterThanOrEqual(
      floor.silent,
    );
  });
});
