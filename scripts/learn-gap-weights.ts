import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceOf, usualCompany } from '../src/reports/gaps/diagnose-group.ts';
import { groupTickets } from '../src/reports/gaps/group-tickets.ts';
import { replayGroup } from '../src/reports/gaps/replay-group.ts';
import { learnConfidence } from './evaluate/learn.ts';
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

/**
 * Learns when a group of tickets has an article that answers it, from labelled sets with articles left out: other lists
 * than those `measure-gaps` judges by. Run it again when search or its confidence has changed.
 * `node scripts/learn-gap-weights.ts --data FOLDER`
 */
function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const startedAt = performance.now();
  if (!values.data) throw new Error('Say where the labelled sets are: --data FOLDER.');
  const french = readQuestions(join(values.data, 'faq-covid-fr'), questionLists);
  const english = readQuestions(join(values.data, 'faq-covid-en'), smallLists);
  const intents = readIntents(join(values.data, 'intents-clinc150'), intentLists, measuredIntentLists);
  const lists = [
    ...french,
    ...french.slice(0, smallLists).map(ofSomeSubjects),
    ...english,
    ...intents.map((list) => thinned(list, (place) => place % intentShare === 0)),
  ];
  const weights = learnConfidence(lists.map(casesOf));
  const rounded = Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]);
  writeFileSync(weightsFile, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  say(`written: ${weightsFile}, after ${seconds} s`);
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
function casesOf(list: LabelledTickets): { signals: Record<string, number>; isAnswered: boolean }[] {
  const { articles, askIndex } = labelledIndex(list);
  const questions = articles.map(({ id, title }) => ({ articleId: id, text: title }));
  const subjectOf = new Map(list.tickets.map(({ id }, place) => [id, list.subjects[place]!]));
  const groups = groupTickets(list.locale, list.tickets, questions);
  const usual = usualCompany(groups);
  const cases = groups.map((group) => {
    const missing = group.tickets.filter(({ id }) => list.missing.has(subjectOf.get(id)!));
    return {
      signals: { ...evidenceOf(group, replayGroup(group, askIndex), usual) },
      isAnswered: missing.length < group.tickets.length / 2,
    };
  });
  say(`${list.name}: ${cases.length} groups`);
  return cases;
}

try {
  main();
} catch (error) {
  fail(error);
}
