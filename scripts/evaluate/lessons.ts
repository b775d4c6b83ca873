import { AskedWords } from '../../src/search/asked-words.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { askedFrom } from './asked-from.ts';
import { heldOutShelf, knownItems, writings } from '../bench/known-items.ts';
import { describeMessage } from './cases.ts';
import type { DescribedMessage } from './cases.ts';
import type { LabelledMessage, LabelledSet } from './labelled-set.ts';
import { seededRandom } from './metrics.ts';
import { plainArticle } from './plain-article.ts';

/** What one set has to teach, described. */
export interface Lesson {
  name: string;
  /** Lessons over the same articles: left out together when what was learned is tested. */
  group: string;
  /** Whether articles have solved some tickets already. */
  hasSolved: boolean;
  drafts: DescribedMessage[];
  searches: DescribedMessage[];
  /** Searches sent as if they were drafts: they too may be shown a card, and teach confidence. */
  shortDrafts: DescribedMessage[];
}

const mostMessages = 300;

function sample(messages: LabelledMessage[], most = mostMessages): LabelledMessage[] {
  const random = seededRandom(7);
  const drawn = messages
    .map((message) => ({ message, order: random() }))
    .sort((one, other) => one.order - other.order);
  return drawn.slice(0, most).map(({ message }) => message);
}

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

function isSearch({ kind }: LabelledMessage): boolean {
  return kind === 'search' || kind === 'typing';
}

function asSearch(message: LabelledMessage): LabelledMessage {
  return { ...message, kind: 'search', subject: message.description };
}

function asDraft(message: LabelledMessage): LabelledMessage {
  return { ...message, kind: 'ticket' };
}

interface Messages {
  drafts: LabelledMessage[];
  searches: LabelledMessage[];
  shortDrafts: LabelledMessage[];
}

function describe(index: SearchIndex, asked: AskedWords, messages: Messages) {
  const all = (list: LabelledMessage[]) => list.map((message) => describeMessage({ index, asked }, message));
  return {
    drafts: all(messages.drafts),
    searches: all(messages.searches),
    shortDrafts: all(messages.shortDrafts),
  };
}

/** The first of a label's messages stand for an article about it, so that nothing learned is tried on it too. */
function asQuestions(set: LabelledSet): LabelledSet {
  const articles = set.articles.map((article) => {
    const [title = article.title, ...rest] = set.solved
      .filter(({ articleId }) => articleId === article.id)
      .slice(0, 4)
      .map(({ text }) => text);
    return plainArticle(set.locale, { id: article.path, title, text: rest.join('. ') });
  });
  return { ...set, articles, solved: [] };
}

function plainLesson(set: LabelledSet, name: string): Lesson {
  const index = loadIndex(buildIndex(set.locale, set.articles));
  const drafts = sample(set.messages.filter((message) => !isSearch(message)));
  const questions = drafts.filter(({ kind, expected }) => kind === 'question' && expected.size > 0);
  const searches = set.messages.filter(isSearch);
  // Questions are typed into the search box too.
  const typed = [...searches, ...questions.slice(0, mostMessages / 2).map(asSearch)];
  const messages = { drafts, searches: typed, shortDrafts: searches.map(asDraft) };
  return {
    name,
    group: set.name,
    hasSolved: set.solved.length > 0,
    ...describe(index, askedFrom(index, set.solved), messages),
  };
}

function knownItemLesson(set: LabelledSet): Lesson[] {
  const searches = knownItemSearches(set);
  if (searches.length === 0) return [];
  const index = loadIndex(buildIndex(set.locale, set.articles));
  const described = describe(index, new AskedWords(), { drafts: [], searches, shortDrafts: [] });
  return [{ name: `${set.name}, known items`, group: set.name, hasSolved: false, ...described }];
}

function halfLearnedLesson(set: LabelledSet): Lesson[] {
  const questions = set.messages.filter(({ kind }) => kind === 'question');
  if (set.solved.length > 0 || questions.length < 20) return [];
  const solved = questions
    .filter((_, position) => position % 2 === 0)
    .flatMap(({ description, expected }) =>
      [...expected.keys()].slice(0, 1).map((articleId) => ({ articleId, text: description })),
    );
  const drafts = sample(questions.filter((_, position) => position % 2 === 1));
  const index = loadIndex(buildIndex(set.locale, set.articles));
  const messages = { drafts, searches: drafts.slice(0, mostMessages / 2).map(asSearch), shortDrafts: [] };
  return [
    {
      name: `${set.name}, half learned`,
      group: set.name,
      hasSolved: true,
      ...describe(index, askedFrom(index, solved), messages),
    },
  ];
}

/** Everything a set has to teach: as it is, half of it learned, and searches for known items. */
export function lessonsOf(set: LabelledSet): Lesson[] {
  const lessons = [plainLesson(set, set.name), ...knownItemLesson(set), ...halfLearnedLesson(set)];
  if (set.solved.length === 0) return lessons;
  const questions = plainLesson(asQuestions(set), `${set.name}, as questions`);
  // Whole sentences spoken to an assistant are drafts; nobody types them into a search box.
  return [...lessons, { ...questions, searches: [] }];
}
