import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceOf } from '../src/reports/gaps/diagnose-group.ts';
import { groupTickets } from '../src/reports/gaps/group-tickets.ts';
import { replayGroup } from '../src/reports/gaps/replay-group.ts';
import { learnConfidence } from './evaluate/learn.ts';
import { labelledIndex } from './gaps/labelled-index.ts';
import { readIntents, readQuestions, type LabelledTickets } from './gaps/labelled-tickets.ts';
import { fail, say } from './progress.ts';

const questionLists = 20;
const intentLists = 3;
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
  if (!values.data) throw new Error('Say where the labelled sets are: --data FOLDER.');
  const lists = [
    ...readQuestions(join(values.data, 'faq-covid-fr'), questionLists),
    ...readIntents(join(values.data, 'intents-clinc150'), intentLists, measuredIntentLists),
  ];
  const weights = learnConfidence(lists.map(casesOf));
  const rounded = Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]);
  writeFileSync(weightsFile, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
  say(`written: ${weightsFile}`);
}

/** One case for each group: what speaks for an article, and whether most of its tickets have one. */
function casesOf(list: LabelledTickets): { signals: Record<string, number>; isAnswered: boolean }[] {
  const { articles, askIndex } = labelledIndex(list);
  const questions = articles.map(({ id, title }) => ({ articleId: id, text: title }));
  const subjectOf = new Map(list.tickets.map(({ id }, place) => [id, list.subjects[place]!]));
  const cases = groupTickets(list.locale, list.tickets, questions).map((group) => {
    const missing = group.tickets.filter(({ id }) => list.missing.has(subjectOf.get(id)!));
    return {
      signals: { ...evidenceOf(group, replayGroup(group, askIndex)) },
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
