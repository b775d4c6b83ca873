import type { FeatureName } from '../../src/search/features.ts';
import { confidenceCases, rankingCase } from './cases.ts';
import type { ConfidenceCase, DescribedMessage, RankingCase } from './cases.ts';
import { answerCases, learnConfidence, learnRanker, probabilityOf, thresholdFor } from './learn.ts';
import type { Ranker } from './learn.ts';
import type { Lesson } from './lessons.ts';
import { estimateArea, estimateMean } from './metrics.ts';
import type { Estimate } from './metrics.ts';

/** Searches run in the browser too, where there are no grams; and they are read so closely that nearly all is exact. */
const draftsOnly: FeatureName[] = [
  'titleGrams',
  'leadGrams',
  'gramCoverage',
  'titleExact',
  'wholeExact',
  'coverageExact',
  'titleCoverageExact',
];

/** A lesson as the ranker sees it. */
export interface RankingLesson {
  lesson: Lesson;
  drafts: RankingCase[];
  searches: RankingCase[];
}

/** Confidence cases of a lesson, ranked by what the other groups teach. */
export interface ConfidenceLesson {
  lesson: Lesson;
  cases: ConfidenceCase[];
}

/** Prepares a lesson for the ranker; messages that nothing answers teach it nothing. */
export function rankingLesson(lesson: Lesson): RankingLesson {
  const answered = (messages: DescribedMessage[]) => messages.filter(({ right }) => right.size > 0);
  return {
    lesson,
    drafts: answered(lesson.drafts).map(rankingCase),
    searches: answered(lesson.searches).map(rankingCase),
  };
}

/** Learns the rankers of drafts and of searches. */
export function learnRankers(lessons: RankingLesson[]): { suggest: Ranker; search: Ranker } {
  const solved = lessons.filter(({ lesson }) => lesson.hasSolved);
  const draftsOf = (from: RankingLesson[]) => from.map(({ drafts }) => drafts);
  const searchesOf = (from: RankingLesson[]) => from.map(({ searches }) => searches);
  return {
    suggest: learnRanker(draftsOf(lessons), draftsOf(solved)),
    search: learnRanker(searchesOf(lessons), searchesOf(solved), draftsOnly),
  };
}

function figure({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** Place of the best right candidate, from 1; infinite when there is none among the candidates. */
function placeOf({ values, isRight, length }: RankingCase, ranker: Ranker): number {
  const scores = values.map((value) => ranker.score(value, length));
  const best = Math.max(...scores.filter((_, position) => isRight[position]), -Infinity);
  return best === -Infinity ? Infinity : 1 + scores.filter((score) => score > best).length;
}

function rankingLine(name: string, cases: RankingCase[], ranker: Ranker): string[] {
  if (cases.length === 0) return [];
  const places = cases.map((found) => placeOf(found, ranker));
  const share = (depth: number) => figure(estimateMean(places.map((place) => (place <= depth ? 1 : 0))));
  const reciprocal = figure(estimateMean(places.map((place) => (place <= 10 ? 1 / place : 0))));
  return [`  ${name.padEnd(46)} n=${cases.length}  S@1 ${share(1)}  S@3 ${share(3)}  MRR@10 ${reciprocal}`];
}

/** Ranks each group with weights learned from the other groups, says how well, and gives its confidence cases. */
export function crossValidateRanker(lessons: RankingLesson[]): {
  lines: string[];
  cases: ConfidenceLesson[];
} {
  const lines = ['Ranker, each set with weights learned from the others:'];
  const cases: ConfidenceLesson[] = [];
  for (const group of new Set(lessons.map(({ lesson }) => lesson.group))) {
    const { suggest, search } = learnRankers(lessons.filter(({ lesson }) => lesson.group !== group));
    for (const { lesson, drafts, searches } of lessons.filter((found) => found.lesson.group === group)) {
      lines.push(...rankingLine(`${lesson.name}, drafts`, drafts, suggest));
      lines.push(...rankingLine(`${lesson.name}, searches`, searches, search));
      const messages = [...lesson.drafts, ...lesson.shortDrafts];
      cases.push({
        lesson,
        cases: messages.flatMap((message) => confidenceCases(message, suggest.weights)),
      });
    }
  }
  return { lines, cases: cases.filter((found) => found.cases.length > 0) };
}

interface Shown {
  exists: number[];
  none: number[];
}

function confidenceLine(name: string, scored: { answer: string; score: number }[]): string {
  const of = (answer: string) => scored.filter((found) => found.answer === answer).map(({ score }) => score);
  const outside =
    of('none').length > 0 ? `  unanswerable ${figure(estimateArea(of('exists'), of('none')))}` : '';
  const withheld = figure(estimateArea(of('exists'), of('withheld')));
  return `  ${name.padEnd(46)} AUROC leave gold out ${withheld}${outside}`;
}

/** Judges each group by a confidence learned from the other groups, threshold included, and says how well. */
export function crossValidateConfidence(lessons: ConfidenceLesson[]): string[] {
  const lines = ['Confidence, each set with a model and a threshold learned from the others:'];
  const shown: Shown = { exists: [], none: [] };
  for (const { lesson, cases } of lessons) {
    const others = lessons.filter((other) => other.lesson.group !== lesson.group);
    const model = learnConfidence(others.map((other) => answerCases(other.cases)));
    const threshold = thresholdFor(
      model,
      others.map((other) => other.cases),
    );
    const scored = cases.map(({ answer, signals }) => ({ answer, score: probabilityOf(model, signals) }));
    lines.push(confidenceLine(lesson.name, scored));
    if (lesson.shortDrafts.length === 0) continue;
    for (const { answer, score } of scored)
      if (answer !== 'withheld') shown[answer].push(score >= threshold ? 1 : 0);
  }
  const share = (values: number[]) => `${figure(estimateMean(values))} (n=${values.length})`;
  return [
    ...lines,
    `  Tickets and searches shown a card: answerable ${share(shown.exists)}, unanswerable ${share(shown.none)}`,
  ];
}
