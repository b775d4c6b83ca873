import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AskedWords } from '../src/search/asked-words.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { featureNames } from '../src/search/features.ts';
import type { FeatureName } from '../src/search/features.ts';
import { loadIndex } from '../src/search/load-index.ts';
import type { SearchIndex } from '../src/search/search-index.ts';
import { knownItems, writings } from './bench/known-items.ts';
import { askedFrom } from './evaluate/asked-from.ts';
import { confidenceCase, rankingCase } from './evaluate/cases.ts';
import type { ConfidenceCase, RankingCase } from './evaluate/cases.ts';
import { learnConfidence, learnRanker, probabilityOf, thresholdFor } from './evaluate/learn.ts';
import type { ConfidenceModel, Ranker } from './evaluate/learn.ts';
import { readLabelledSets } from './evaluate/labelled-set.ts';
import type { LabelledMessage, LabelledSet } from './evaluate/labelled-set.ts';
import { areaUnderCurve, seededRandom } from './evaluate/metrics.ts';

/** Everything one set has to teach. A group is left out as a whole when its weights are tested. */
interface Lesson {
  group: string;
  name: string;
  index: SearchIndex;
  asked: AskedWords;
  drafts: LabelledMessage[];
  searches: LabelledMessage[];
}

const mostMessages = 300;
/** Searches run in the browser too, where there are no grams. */
const wordsOnly: FeatureName[] = ['titleGrams', 'leadGrams', 'gramCoverage'];
const weightsFile = join(import.meta.dirname, '../src/search/weights.json');

function sample(messages: LabelledMessage[]): LabelledMessage[] {
  const random = seededRandom(7);
  const drawn = messages
    .map((message) => ({ message, order: random() }))
    .sort((one, other) => one.order - other.order);
  return drawn.slice(0, mostMessages).map(({ message }) => message);
}

/** The benchmark of known items is over this shelf: nothing is learned from its own. */
const heldOutShelf = 'tickets-alchemy-fr';

/** Words of an article as a search for it, written in several ways, where a set has articles of its own to draw from. */
function knownItemSearches(set: LabelledSet): LabelledMessage[] {
  if (!set.name.startsWith('tickets') || set.name === heldOutShelf) return [];
  return knownItems(set.articles)
    .slice(0, 200)
    .map(({ articleId, queries }, position) => ({
      kind: 'search',
      subject: queries[writings[position % writings.length] ?? 'as written'],
      description: '',
      expected: new Map([[articleId, 1]]),
      split: 'known',
    }));
}

function lessonsOf(set: LabelledSet): Lesson[] {
  const index = loadIndex(buildIndex(set.locale, set.articles));
  const isSearch = ({ kind }: LabelledMessage) => kind === 'search' || kind === 'typing';
  const drafts = sample(set.messages.filter((message) => !isSearch(message)));
  const searches = set.messages.filter(isSearch);
  const known = knownItemSearches(set);
  const group = set.name;
  const plain: Lesson = {
    group,
    name: set.name,
    index,
    asked: askedFrom(index, set.solved),
    drafts,
    searches,
  };
  const questions = set.messages.filter(({ kind }) => kind === 'question');
  const lessons =
    known.length > 0
      ? [plain, { ...plain, name: `${set.name}, known items`, drafts: [], searches: known }]
      : [plain];
  if (set.solved.length > 0 || questions.length < 20) return lessons;
  const solved = questions
    .filter((_, position) => position % 2 === 0)
    .flatMap(({ description, expected }) =>
      [...expected.keys()].slice(0, 1).map((articleId) => ({ articleId, text: description })),
    );
  const asking = sample(questions.filter((_, position) => position % 2 === 1));
  return [
    ...lessons,
    {
      ...plain,
      name: `${set.name}, half learned`,
      asked: askedFrom(index, solved),
      drafts: asking,
      searches: [],
    },
  ];
}

interface Cases {
  lesson: Lesson;
  drafts: RankingCase[];
  searches: RankingCase[];
}

function casesOf(lesson: Lesson): Cases {
  const isAnswerable = ({ expected }: LabelledMessage) => expected.size > 0;
  const toCase = (message: LabelledMessage) => rankingCase(lesson, message);
  const asSearch = (message: LabelledMessage): LabelledMessage => ({
    ...message,
    kind: 'search',
    subject: message.description,
  });
  const drafts = lesson.drafts.filter(isAnswerable);
  const questions = drafts.filter(({ kind }) => kind === 'question').slice(0, mostMessages / 2);
  return {
    lesson,
    drafts: drafts.map(toCase),
    // Questions are typed into the search box too.
    searches: [...lesson.searches.filter(isAnswerable), ...questions.map(asSearch)].map(toCase),
  };
}

/** Answerable messages, the same without their right articles, and those that nothing answers. */
function confidenceCases(lesson: Lesson, ranker: Ranker): ConfidenceCase[] {
  return lesson.drafts.flatMap((message) => {
    const asked = confidenceCase(lesson, message, ranker.weights);
    const without =
      message.expected.size > 0
        ? confidenceCase({ ...lesson, except: new Set(message.expected.keys()) }, message, ranker.weights)
        : undefined;
    return [asked, without].filter((found) => found !== undefined);
  });
}

function shareRight(cases: RankingCase[], ranker: Ranker, depth: number): string {
  const right = cases.filter(({ values, isRight, length }) => {
    const scores = values.map((value) => ranker.score(value, length));
    const best = Math.max(...scores.filter((_, position) => isRight[position]), -Infinity);
    return best > -Infinity && scores.filter((score) => score > best).length < depth;
  });
  return (right.length / Math.max(cases.length, 1)).toFixed(3);
}

function reportRanking(all: Cases[]): void {
  console.log('Ranker, each set with weights learned from the others:');
  for (const { lesson, drafts, searches } of all) {
    const others = all.filter((other) => other.lesson.group !== lesson.group);
    const forDrafts = learnRanker(others.map((other) => other.drafts));
    const forSearches = learnRanker(
      others.map((other) => other.searches),
      wordsOnly,
    );
    const figures = (cases: RankingCase[], ranker: Ranker) =>
      cases.length > 0
        ? `n=${cases.length} S@1 ${shareRight(cases, ranker, 1)} S@3 ${shareRight(cases, ranker, 3)}`
        : '–';
    console.log(
      `  ${lesson.name.padEnd(34)} drafts ${figures(drafts, forDrafts)}   searches ${figures(searches, forSearches)}`,
    );
  }
}

function reportConfidence(groups: { lesson: Lesson; cases: ConfidenceCase[] }[]): void {
  console.log('Confidence, each set with a model learned from the others:');
  for (const { lesson, cases } of groups.filter((group) => group.cases.length > 0)) {
    const others = groups.filter((other) => other.lesson.group !== lesson.group).map((other) => other.cases);
    const model = learnConfidence(others);
    const scored = cases.map((found) => ({
      score: probabilityOf(model, found.signals),
      isAnswered: found.isAnswered,
    }));
    const of = (isAnswered: boolean) =>
      scored.filter((found) => found.isAnswered === isAnswered).map(({ score }) => score);
    console.log(
      `  ${lesson.name.padEnd(34)} AUROC of a right first article ${areaUnderCurve(of(true), of(false)).toFixed(3)}`,
    );
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function written(ranker: Ranker): Record<string, number[]> {
  return Object.fromEntries(featureNames.map((name) => [name, ranker.weights[name].map(rounded)]));
}

function writtenModel(model: ConfidenceModel): Record<string, number> {
  return Object.fromEntries(Object.entries(model).map(([name, weight]) => [name, rounded(weight)]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string', multiple: true }, write: { type: 'boolean', default: false } },
  });
  if (!values.data)
    throw new Error(
      'Say where the labelled sets are: node scripts/learn-weights.ts --data FOLDER … [--write]',
    );
  const sets = (await Promise.all(values.data.map(readLabelledSets))).flat();
  const all = sets.flatMap(lessonsOf).map(casesOf);
  reportRanking(all);
  const suggest = learnRanker(all.map(({ drafts }) => drafts));
  const search = learnRanker(
    all.map(({ searches }) => searches),
    wordsOnly,
  );
  const groups = all.map(({ lesson }) => ({ lesson, cases: confidenceCases(lesson, suggest) }));
  reportConfidence(groups);
  const confidence = learnConfidence(groups.map(({ cases }) => cases));
  const threshold = thresholdFor(
    confidence,
    groups.map(({ cases }) => cases),
  );
  const weights = {
    search: written(search),
    suggest: written(suggest),
    confidence: writtenModel(confidence),
    threshold: rounded(threshold),
    searchCoverage: 0.2,
  };
  console.log(JSON.stringify(weights, null, 2));
  if (values.write) writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
}

await main();
