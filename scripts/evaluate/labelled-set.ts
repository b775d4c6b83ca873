import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/articles/article.ts';
import { readArticles } from '../../src/articles/read-articles.ts';
import { plainArticle } from './plain-article.ts';

/** Something a reader wrote, and the articles that answer it. */
export interface LabelledMessage {
  /** `question` and `ticket` are drafts, `search` is a query, `typing` one whose last word is unfinished. */
  kind: 'question' | 'ticket' | 'search' | 'typing';
  subject: string;
  description: string;
  /** Ids of the articles that answer, with their grades; empty when none does. */
  expected: Map<string, number>;
  split: string;
}

/** Articles, messages about them, and tickets they solved. */
export interface LabelledSet {
  name: string;
  locale: string;
  articles: Article[];
  messages: LabelledMessage[];
  /** Solved tickets that come with the set. */
  solved: { articleId: string; text: string }[];
}

const documentShape = z.object({ id: z.string(), title: z.string(), text: z.string() });
const queryShape = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  split: z.string().default('all'),
});
const labelledShape = z.object({
  id: z.string(),
  text: z.string(),
  label: z.string(),
  split: z.string(),
  lang: z.string().default('en'),
});
const ticketShape = z.object({
  kb: z.string(),
  locale: z.string(),
  kind: z.enum(['ticket', 'search', 'typing']),
  subject: z.string().default(''),
  description: z.string().default(''),
  expected: z.array(z.string()),
});

function readLines<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape>[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, position) => {
    const parsed = shape.safeParse(JSON.parse(line));
    if (!parsed.success)
      throw new Error(`${file}:${position + 1} cannot be read: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

/** Ids compare without regard to case: addresses of articles are lower case, labels follow file names. */
function comparable(id: string): string {
  return id.toLowerCase();
}

function readGrades(file: string, locale: string): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [query, document, grade] = line.split('\t');
    if (!query || !document) continue;
    const expected = grades.get(query) ?? new Map<string, number>();
    grades.set(query, expected.set(comparable(`${locale}/${document}`), Number(grade ?? 1)));
  }
  return grades;
}

function readQuestions(folder: string): LabelledSet {
  const queries = readLines(join(folder, 'queries.jsonl'), queryShape);
  const locale = queries[0]?.lang ?? 'en';
  const grades = readGrades(join(folder, 'qrels.tsv'), locale);
  const documents = readLines(join(folder, 'corpus.jsonl'), documentShape);
  return {
    name: basename(folder),
    locale,
    articles: documents.map((document) => plainArticle(locale, { ...document, id: comparable(document.id) })),
    messages: queries.map(({ id, text, split }) => ({
      kind: 'question',
      subject: '',
      description: text,
      expected: grades.get(id) ?? new Map<string, number>(),
      split,
    })),
    solved: [],
  };
}

function readLabels(folder: string): LabelledSet {
  const lines = readLines(join(folder, 'labeled.jsonl'), labelledShape);
  const locale = lines[0]?.lang ?? 'en';
  const isOutside = (split: string) => split.startsWith('oos');
  const labels = [...new Set(lines.filter(({ split }) => !isOutside(split)).map(({ label }) => label))];
  const idOf = (label: string) => comparable(`${locale}/${label}`);
  return {
    name: basename(folder),
    locale,
    articles: labels.map((label) =>
      plainArticle(locale, { id: comparable(label), title: label.replaceAll('_', ' '), text: '' }),
    ),
    messages: lines
      .filter(({ split }) => split !== 'train')
      .map(({ text, label, split }) => ({
        kind: 'question',
        subject: '',
        description: text,
        expected: new Map(isOutside(split) ? [] : [[idOf(label), 1]]),
        split,
      })),
    solved: lines
      .filter(({ split }) => split === 'train')
      .map(({ text, label }) => ({ articleId: idOf(label), text })),
  };
}

/** Folders of articles beside the tickets, by the name tickets call them: `kb-NAME`, `kb-NAME-fr`, `kb-NAME-…`. */
function folderOf(ticketsFolder: string, kb: string): string {
  const beside = dirname(ticketsFolder);
  const names = [`kb-${kb}`, `kb-${kb}-fr`, `kb-${kb}-commerce`, kb];
  const found = names.map((name) => join(beside, name)).find((folder) => existsSync(folder));
  if (!found)
    throw new Error(`The articles of "${kb}" are missing: none of ${names.join(', ')} is in ${beside}.`);
  return found;
}

async function readTickets(folder: string): Promise<LabelledSet[]> {
  const tickets = readLines(join(folder, 'tickets.jsonl'), ticketShape);
  const shelves = new Map<string, Article[]>();
  const sets = new Map<string, LabelledSet>();
  for (const { kb, locale, kind, subject, description, expected } of tickets) {
    if (!shelves.has(kb)) shelves.set(kb, (await readArticles(folderOf(folder, kb))).articles);
    const name = `${basename(folder)}-${kb}-${locale}`;
    const articles = (shelves.get(kb) ?? []).filter((article) => article.locale === locale);
    const set = sets.get(name) ?? { name, locale, articles, messages: [], solved: [] };
    const grades = new Map(expected.map((id) => [comparable(id), 1]));
    set.messages.push({ kind, subject, description, expected: grades, split: kind });
    sets.set(name, set);
  }
  return [...sets.values()];
}

/**
 * Reads the labelled sets of a folder: questions with a corpus (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`), messages
 * with labels (`labeled.jsonl`), or tickets over folders of articles beside it (`tickets.jsonl`).
 */
export async function readLabelledSets(folder: string): Promise<LabelledSet[]> {
  const path = folder.replace(/\/+$/, '');
  if (existsSync(join(path, 'corpus.jsonl'))) return [readQuestions(path)];
  if (existsSync(join(path, 'labeled.jsonl'))) return [readLabels(path)];
  if (existsSync(join(path, 'tickets.jsonl'))) return readTickets(path);
  throw new Error(
    `${folder} holds no labelled set: it needs corpus.jsonl with queries.jsonl and qrels.tsv, or labeled.jsonl, or tickets.jsonl.`,
  );
}
