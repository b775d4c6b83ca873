import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findGaps } from '../src/reports/gaps/find-gaps.ts';
import { groupTickets } from '../src/reports/gaps/group-tickets.ts';
import { judgeGaps, type Verdict } from './gaps/judge-gaps.ts';
import { labelledIndex } from './gaps/labelled-index.ts';
import { readIntents, readQuestions, type LabelledTickets } from './gaps/labelled-tickets.ts';
import { adjustedMutualInformation } from './gaps/mutual-information.ts';
import { fail, say } from './progress.ts';

/** What is printed for one list of articles left out. */
interface Measured extends Verdict {
  set: string;
  list: string;
  tickets: number;
  /** Of all groups against the true subjects; tickets of no group count as groups of one. */
  adjustedMutualInformation: number;
  seconds: number;
}

/**
 * Measures the gap report on labelled sets: all their tickets count as unsolved, and the articles of some subjects are
 * left out of the knowledge base. `node scripts/measure-gaps.ts --data FOLDER [--lists 3] [--json]`
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      lists: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
  });
  if (!values.data) throw new Error('Say where the labelled sets are: --data FOLDER.');
  const measured: Measured[] = [];
  for (const [set, lists] of readSets(values.data, Number(values.lists)))
    for (const list of lists) {
      const row = measure(set, list);
      measured.push(row);
      if (!values.json) process.stdout.write(`${describe(row)}\n`);
    }
  if (values.json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
}

function* readSets(folder: string, lists: number): Generator<[string, LabelledTickets[]]> {
  const questions = join(folder, 'faq-covid-fr');
  const intents = join(folder, 'intents-clinc150');
  if (existsSync(questions)) yield ['faq-covid-fr', readQuestions(questions)];
  else say(`${questions} is not there: skipped.`);
  if (existsSync(intents)) yield ['intents-clinc150', readIntents(intents, lists)];
  else say(`${intents} is not there: skipped.`);
}

function measure(set: string, list: LabelledTickets): Measured {
  const { locale, tickets, subjects } = list;
  const { articles, askIndex } = labelledIndex(list);
  const started = performance.now();
  const report = findGaps({
    tickets,
    articles,
    askIndex,
    wordsOf: () => ({ keywords: [], text: '' }),
    threshold: 0.5,
    since: tickets[0]!.createdAt,
    generatedAt: tickets.at(-1)!.createdAt,
  });
  const seconds = (performance.now() - started) / 1000;
  const questions = articles.map(({ id, title }) => ({ articleId: id, text: title }));
  const groupOf = new Map(
    groupTickets(locale, tickets, questions).flatMap((group, number) =>
      group.tickets.map(({ id }) => [id, `group ${number}`] as const),
    ),
  );
  const groups = tickets.map(({ id }) => groupOf.get(id) ?? id);
  return {
    set,
    list: list.name,
    tickets: tickets.length,
    ...judgeGaps(report.gaps, list),
    adjustedMutualInformation: adjustedMutualInformation(groups, subjects),
    seconds,
  };
}

function describe(row: Measured): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return [
    `${row.set}, ${row.list}:`,
    `${row.aboutMissing} of the first ${row.gaps} \`write\` gaps are about missing subjects,`,
    `${row.found} missing subjects found,`,
    `${percent(row.keptShare)} of their tickets about kept subjects,`,
    `${percent(row.reached)} of the missing tickets reached,`,
    `AMI ${row.adjustedMutualInformation.toFixed(3)},`,
    `${row.seconds.toFixed(1)} s`,
  ].join(' ');
}

try {
  main();
} catch (error) {
  fail(error);
}
