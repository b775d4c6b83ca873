import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { UnsolvedTicket } from '../../src/reports/gaps/gap.ts';
import { seededRandom, shuffledOrder } from '../../src/reports/gaps/random.ts';
import type { PlainDocument } from '../evaluate/plain-article.ts';

/** Tickets whose subject is known, and a knowledge base from which the articles of some subjects are left out. */
export interface LabelledTickets {
  name: string;
  locale: string;
  tickets: UnsolvedTicket[];
  /** Subject of each ticket, in the order of the tickets. */
  subjects: string[];
  documents: PlainDocument[];
  missing: Set<string>;
}

const Document = z.object({ id: z.string(), title: z.string(), text: z.string() });
const Query = z.object({ id: z.string(), text: z.string(), lang: z.string() });
const Labelled = z.object({ id: z.string(), text: z.string(), label: z.string(), split: z.string() });
const LeftOut = z.array(z.array(z.string()));

const day = 86_400_000;
const firstDay = Date.UTC(2026, 0, 1);

function jsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** Tickets a few minutes apart: the order of the set is the order they came in. */
function toTickets(locale: string, texts: { id: string; text: string }[]): UnsolvedTicket[] {
  return texts.map(({ id, text }, place) => ({
    id,
    locale,
    subject: '',
    description: text,
    createdAt: new Date(firstDay + (place / texts.length) * 60 * day).toISOString(),
    shown: [],
    opened: [],
  }));
}

/** Lists of articles to leave out of a set that has none of its own, always the same for a seed. */
function drawLists(ids: string[], size: number, count: number): string[][] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () =>
    [...shuffledOrder(ids.length, random).subarray(0, size)].map((place) => ids[place]!),
  );
}

/** Questions and their articles, once for each list of articles left out; `drawn` lists are added for learning. */
export function readQuestions(folder: string, drawn = 0): LabelledTickets[] {
  const documents = jsonLines(join(folder, 'corpus.jsonl'), Document);
  const queries = jsonLines(join(folder, 'queries.jsonl'), Query);
  const rows = readFileSync(join(folder, 'qrels.tsv'), 'utf8').trim().split('\n');
  const subjectOf = new Map(rows.map((row) => [row.split('\t')[0]!, row.split('\t')[1]!]));
  const leftOut = join(folder, 'left-out.json');
  const own = existsSync(leftOut) ? LeftOut.parse(JSON.parse(readFileSync(leftOut, 'utf8'))) : [];
  const ids = documents.map(({ id }) => id);
  const lists = drawn > 0 ? drawLists(ids, Math.round(ids.length / 4), drawn) : own;
  const locale = queries[0]?.lang ?? 'en';
  return lists.map((list, place) => ({
    name: `list ${place + 1}`,
    locale,
    tickets: toTickets(locale, queries),
    subjects: queries.map(({ id }) => subjectOf.get(id) ?? ''),
    documents: documents.filter(({ id }) => !list.includes(id)),
    missing: new Set(list),
  }));
}

/**
 * Requests and their intents: an article for each intent, titled with its words; a fifth of them left out. The first
 * `skipped` lists drawn are passed over.
 */
export function readIntents(folder: string, lists: number, skipped = 0): LabelledTickets[] {
  const requests = jsonLines(join(folder, 'labeled.jsonl'), Labelled).filter(
    ({ split }) => split === 'train',
  );
  const intents = [...new Set(requests.map(({ label }) => label))].sort();
  return drawLists(intents, intents.length / 5, skipped + lists)
    .slice(skipped)
    .map((list, place) => ({
      name: `list ${place + 1}`,
      locale: 'en',
      tickets: toTickets('en', requests),
      subjects: requests.map(({ label }) => label),
      documents: intents
        .filter((intent) => !list.includes(intent))
        .map((intent) => ({ id: intent, title: intent.replaceAll('_', ' '), text: '' })),
      missing: new Set(list),
    }));
}
