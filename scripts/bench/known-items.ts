import type { Article } from '../../src/articles/article.ts';
import { foldAccents, lowerCase } from '../../src/search/fold.ts';
import { isStopWord } from '../../src/search/stop-words.ts';
import { seededRandom } from '../evaluate/metrics.ts';

/** A query made of words of one article, written in four ways. */
export interface KnownItem {
  articleId: string;
  queries: Record<Writing, string>;
}

/** The benchmark of known items is over this shelf: nothing is learned from its own. */
export const heldOutShelf = 'tickets-alchemy-fr';

/** The ways a query is written. */
export const writings = ['as written', 'without accents', 'with a typo', 'other inflections'] as const;

/** One of `writings`. */
export type Writing = (typeof writings)[number];

const sampleSize = 500;
const queryWords = 6;

function withTypo(words: string[], random: () => number): string[] {
  const long = words.map((word, position) => ({ word, position })).filter(({ word }) => word.length > 5);
  const chosen = long[Math.floor(random() * long.length)];
  if (!chosen) return words;
  const at = 1 + Math.floor(random() * (chosen.word.length - 2));
  const swapped =
    chosen.word.slice(0, at) +
    (chosen.word[at + 1] ?? '') +
    (chosen.word[at] ?? '') +
    chosen.word.slice(at + 2);
  return words.map((word, position) => (position === chosen.position ? swapped : word));
}

/** Plural for singular, participle for infinitive, and back: the commonest French endings. */
function inflected(word: string): string {
  if (word.endsWith('er')) return `${word.slice(0, -2)}és`;
  if (word.endsWith('ées') || word.endsWith('és')) return word.replace(/ée?s$/, 'er');
  if (word.endsWith('ez')) return `${word.slice(0, -2)}er`;
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  if (word.endsWith('s')) return word.slice(0, -1);
  return /[a-zéè]$/.test(word) && !/[xz]$/.test(word) ? `${word}s` : word;
}

function contentWords(text: string): string[] {
  const words = (text.match(/[\p{L}]{3,}/gu) ?? []).map(lowerCase);
  return [...new Set(words)].filter((word) => !isStopWord('fr', word));
}

/** Queries of six content words from the beginning of sampled articles' texts, the same in every run. */
export function knownItems(articles: Article[]): KnownItem[] {
  const random = seededRandom(11);
  const drawn = articles
    .map((article) => ({ article, order: random() }))
    .sort((one, other) => one.order - other.order);
  const items = drawn.flatMap(({ article }) => {
    const words = contentWords(article.description || (article.sections[0]?.text ?? '')).slice(0, 30);
    if (words.length < queryWords) return [];
    const chosen = words
      .map((word) => ({ word, order: random() }))
      .sort((one, other) => one.order - other.order);
    const query = chosen.slice(0, queryWords).map(({ word }) => word);
    const queries: KnownItem['queries'] = {
      'as written': query.join(' '),
      'without accents': query.map(foldAccents).join(' '),
      'with a typo': withTypo(query, random).join(' '),
      'other inflections': query.map(inflected).join(' '),
    };
    return [{ articleId: article.id, queries }];
  });
  return items.slice(0, sampleSize);
}
