import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceOf, ownEvidence, surveyGroups } from '../src/reports/gaps/diagnose-group.ts';
import { groupTickets } from '../src/reports/gaps/group-tickets.ts';
import { replayGroup } from '../src/reports/gaps/replay-group.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { loadIndex } from '../src/search/load-index.ts';
import { suggest } from '../src/search/suggest.ts';
import { readLabelledSets, type LabelledSet } from './evaluate/labelled-set.ts';
import { learnConfidence, type ConfidenceModel, type SignalCase } from './evaluate/learn.ts';
import { labelledIndex } from './gaps/labelled-index.ts';
import { readIntents, readQuestions, type LabelledTickets } from './gaps/labelled-tickets.ts';
import { fail, say } from './progress.ts';

const questionLists = 12;
const smallLists = 4;
const intentLists = 3;
/** One request in so many is enough to learn from. */
const intentShare = 4;
/** The lists that `measure-gaps` judges by. */
const measuredIntentLists = 2;

const weightsFile = join(import.meta.dirname, '../src/reports/gaps/weights.json');

/** Share of the messages without an answer, as in the lists. */
const unansweredShare = 0.25;

/**
 * Learns when a group of tickets has an article that answers it: among other groups, from labelled sets with articles
 * left out, other lists than those `measure-gaps` judges by; alone, from tickets over whole knowledge bases. Run it again
 * when search or its confidence has changed. `node scripts/learn-gap-weights.ts --data FOLDER`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const startedAt = performance.now();
  if (!values.data) throw new Error('Say where the labelled sets are: --data FOLDER.');
  const tickets = await readLabelledSets(join(values.data, 'tickets'));
  const weights = {
    amongOthers: rounded(learnConfidence(readLists(values.data).map(casesOf))),
    alone: rounded(learnConfidence(tickets.map(ownCasesOf))),
  };
  writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  say(`written: ${weightsFile}, after ${seconds} s`);
}

function rounded(model: ConfidenceModel): ConfidenceModel {
  return Object.fromEntries(
    Object.entries(model).map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  );
}

function readLists(folder: string): LabelledTickets[] {
  const french = readQuestions(join(folder, 'faq-covid-fr'), questionLists);
  const english = readQuestions(join(folder, 'faq-covid-en'), smallLists);
  const intents = readIntents(join(folder, 'intents-clinc150'), intentLists, measuredIntentLists);
  return [
    ...french,
    ...french.slice(0, smallLists).map(ofSomeSubjects),
    ...english,
    ...intents.map((list) => thinned(list, (place) => place % intentShare === 0)),
  ];
}

/** Two cases for each ticket: as it is, and with the articles that answer it taken away. */
function ownCasesOf({ name, locale, articles, messages }: LabelledSet): SignalCase[] {
  const index = loadIndex(buildIndex(locale, articles));
  const answered: number[] = [];
  const unanswered: number[] = [];
  for (const message of messages.filter(({ kind }) => kind === 'ticket')) {
    const confidenceWithout = (except: Set<string>) => suggest(index, message, { except }).confidence;
    if (message.expected.size > 0) answered.push(confidenceWithout(new Set()));
    unanswered.push(confidenceWithout(new Set(message.expected.keys())));
  }
  say(`${name}: ${answered.length} tickets with an answer, ${unanswered.length} without`);
  const casesFrom = (confidences: number[], isAnswered: boolean, share: number): SignalCase[] =>
    confidences.map((confidence) => ({
      signals: { ...ownEvidence(confidence) },
      isAnswered,
      weight: share / confidences.length,
    }));
  return [
    ...casesFrom(answered, true, 1 - unansweredShare),
    ...casesFrom(unanswered, false, unansweredShare),
  ];
}

/** A list with those of its tickets only that `keep` says, by place and subject. */
function thinned(list: LabelledTickets, keep: (place: number, subject: string) => boolean): LabelledTickets {
  const isKept = list.tickets.map((_, place) => keep(place, list.subjects[place]!));
  return {
    ...list,
    tickets: list.tickets.filter((_, place) => isKept[place]),
    subjects: list.subjects.filter((_, place) => isKept[place]),
  };
}

/** Nobody asks about most articles of a real knowledge base: tickets of every third subject, and of half the missing ones. */
function ofSomeSubjects(list: LabelledTickets): LabelledTickets {
  const subjects = [...new Set(list.subjects)].sort();
  const asked = new Set(
    subjects.filter((subject, place) => place % (list.missing.has(subject) ? 2 : 3) === 0),
  );
  return thinned(list, (_, subject) => asked.has(subject));
}

/** One case for each group: what speaks for an article, and whether most of its tickets have one. */
function casesOf(list: LabelledTickets): SignalCase[] {
  const { articles, askIndex } = labelledIndex(list);
  const questions = articles.map(({ id, title }) => ({ articleId: id, text: title }));
  const subjectOf = new Map(list.tickets.map(({ id }, place) => [id, list.subjects[place]!]));
  const groups = groupTickets(list.locale, list.tickets, questions);
  const replays = groups.map((group) => replayGroup(group, askIndex));
  const survey = surveyGroups(groups, replays);
  const cases = groups.map((group, number) => {
    const missing = group.tickets.filter(({ id }) => list.missing.has(subjectOf.get(id)!));
    return {
      signals: { ...evidenceOf(group, replays[number]!, survey) },
      isAnswered: missing.length < group.tickets.length / 2,
    };
  });
  say(`${list.name}: ${cases.length} groups`);
  return cases;
}

await main().catch(fail);
