import { parseArgs } from 'node:util';
import { evaluateSet, shownOverall } from './evaluate/evaluate-set.ts';
import type { Abstention, Evaluation, Quality, Shown } from './evaluate/evaluate-set.ts';
import { reportAnswers, reportEmbeddings } from './evaluate/evaluate-model.ts';
import { readLabelledSets } from './evaluate/labelled-set.ts';
import { metricNames } from './evaluate/metrics.ts';
import type { Estimate } from './evaluate/metrics.ts';
import { fail } from './progress.ts';

const usage = `Measures search and suggestions on a labelled set.

  npm run evaluate -- --data FOLDER [--data FOLDER …] [--json]
  npm run evaluate -- --data FOLDER --answers [--limit 50]     through the model of OPENAI_BASE_URL
  npm run evaluate -- --data FOLDER --embeddings [--keep]      with the vectors of OPENAI_EMBEDDING_MODEL;
                                                               --keep gives them the weight that was learned

FOLDER holds corpus.jsonl, queries.jsonl and qrels.tsv, or labeled.jsonl, or tickets.jsonl.`;

function figure({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function qualityLine(name: string, { messages, metrics }: Quality): string {
  const figures = metricNames.map((metric) => `${metric} ${figure(metrics[metric])}`);
  return `  ${name.padEnd(16)} n=${messages}  ${figures.join('  ')}`;
}

function abstentionLine(name: string, { answerable, unanswerable, area }: Abstention): string {
  return `  ${name.padEnd(16)} AUROC ${figure(area)}  (${answerable} answerable, ${unanswerable} not)`;
}

function shownLine(answerable: Shown | undefined, unanswerable: Shown | undefined): string {
  const part = (name: string, shown: Shown | undefined) =>
    shown ? [`${name} ${figure(shown)} (n=${shown.messages})`] : [];
  return `  shown a card      ${[...part('answerable', answerable), ...part('unanswerable', unanswerable)].join('  ')}`;
}

function report(evaluation: Evaluation): string {
  const { set, locale, articles, quality, learned, outOfScope, leaveGoldOut, shown, latencyMs } = evaluation;
  const { p50, p95, p99 } = latencyMs;
  return [
    `${set} (${locale}, ${articles} articles)`,
    ...Object.entries(quality).map(([kind, value]) => qualityLine(kind, value)),
    ...(learned ? [qualityLine('learned', learned)] : []),
    ...(outOfScope ? [abstentionLine('out of scope', outOfScope)] : []),
    ...(leaveGoldOut ? [abstentionLine('leave gold out', leaveGoldOut)] : []),
    shownLine(shown.answerable, shown.unanswerable),
    `  latency           p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      answers: { type: 'boolean', default: false },
      embeddings: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      limit: { type: 'string', default: '50' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.data) {
    console.log(usage);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const { json, keep, data: folders } = values;
  const options = { folders, json, keep, limit: Number(values.limit) };
  if (values.answers) await reportAnswers(options);
  if (values.embeddings) await reportEmbeddings(options);
  if (values.answers || values.embeddings) return;
  const evaluations: Evaluation[] = [];
  for (const folder of values.data) {
    for (const set of await readLabelledSets(folder)) {
      const evaluation = evaluateSet(set);
      evaluations.push(evaluation);
      if (!values.json) console.log(report(evaluation));
    }
  }
  // Tickets are few on each shelf; what is shown is judged over all of them.
  const ofTickets = evaluations.filter(({ quality }) => 'ticket' in quality);
  const shownToTickets = {
    answerable: shownOverall(ofTickets.map(({ shown }) => shown.answerable)),
    unanswerable: shownOverall(ofTickets.map(({ shown }) => shown.unanswerable)),
  };
  if (values.json) console.log(JSON.stringify({ evaluations, shownToTickets }, null, 2));
  else if (ofTickets.length > 1)
    console.log(
      `all tickets and searches\n${shownLine(shownToTickets.answerable, shownToTickets.unanswerable)}`,
    );
}

await main().catch(fail);
