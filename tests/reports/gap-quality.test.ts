import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findGaps } from '../../src/reports/gaps/find-gaps.ts';
import { judgeGaps } from '../../scripts/gaps/judge-gaps.ts';
import { labelledIndex } from '../../scripts/gaps/labelled-index.ts';
import { readQuestions } from '../../scripts/gaps/labelled-tickets.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/faq-covid-fr');
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not there: the quality of the gap report is not tested.`);

test.skipIf(!isThere)(
  'most of the first articles to write are about subjects whose article was left out',
  { timeout: 120_000 },
  () => {
    const verdicts = readQuestions(folder).map((list) => {
      const { articles, askIndex } = labelledIndex(list);
      const report = findGaps({
        tickets: list.tickets,
        articles,
        askIndex,
        wordsOf: () => ({ keywords: [], text: '' }),
        threshold: 0.5,
        since: list.tickets[0]!.createdAt,
        generatedAt: list.tickets.at(-1)!.createdAt,
      });
      return judgeGaps(report.gaps, list);
    });
    const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
    // Five lists of twelve missing subjects; one in four subjects is missing, so chance would reach 15.
    expect(sum(verdicts.map(({ aboutMissing }) => aboutMissing))).toBeGreaterThanOrEqual(42);
    expect(sum(verdicts.map(({ found }) => found))).toBeGreaterThanOrEqual(35);
    expect(sum(verdicts.map(({ keptShare }) => keptShare)) / verdicts.length).toBeLessThanOrEqual(0.3);
  },
);
