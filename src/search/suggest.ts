import { articleUrl } from '../articles/address.ts';
import { answeringSection } from './answering-section.ts';
import type { AskedWords } from './asked-words.ts';
import { choosePassage } from './choose-passage.ts';
import { chooseTerms } from './choose-terms.ts';
import { confidenceOf } from './confidence.ts';
import { featureNames } from './features.ts';
import type { SuggestResult, Suggestion } from './hit.ts';
import type { Meaning } from './meaning.ts';
import type { QueryUnit } from './query-unit.ts';
import { rank } from './rank.ts';
import type { Ranked } from './rank.ts';
import { strengthIn } from './relevance.ts';
import { readDraft } from './read-draft.ts';
import type { SearchIndex } from './search-index.ts';
import { understandTerms } from './understand-query.ts';
import weights from './weights.json' with { type: 'json' };

/** How to suggest. */
export interface SuggestOptions {
  /** Most suggestions given; 3 when absent. */
  limit?: number;
  /** Least confidence of what is shown; learned from labelled data when absent. */
  threshold?: number;
  product?: string;
  /** Whom the articles are for. */
  audience?: string;
  /** Folder names joined by `/`. */
  category?: string;
  /** What the reader chose as the subject of the ticket, in its own words. */
  topic?: string;
  /** Words of solved tickets. */
  asked?: AskedWords;
  /** Articles that are not to be suggested. */
  except?: Set<string>;
  /** ISO date; articles whose review was due before come a little lower. */
  today?: string;
  /** What vectors say of the draft. */
  meaning?: Meaning;
}

const askedBest = featureNames.indexOf('askedBest');
/** Fewer letters than this say nothing yet. */
const minDraftLetters = 6;
/** Likeness to a solved ticket at which even a message of small words says enough. */
const enoughLikeness = 0.2;

const mostMatched = 6;

/** Words of the draft that the article has, the most telling ones, as the reader wrote them and in that order. */
function matchedWords(index: SearchIndex, article: number, units: QueryUnit[]): string[] {
  const matched = units.filter(
    (unit) => unit.weight >= 0.5 && !unit.isFunctionWord && strengthIn(index, article, unit) > 0,
  );
  const telling = matched.toSorted((one, other) => other.idf - one.idf).slice(0, mostMatched);
  return [...new Set(matched.filter((unit) => telling.includes(unit)).map((unit) => unit.word))];
}

interface Candidate {
  found: Ranked;
  confidence: number;
  matched: string[];
}

/** Nothing is shown that could not say why: a word in common, or a solved ticket that reads alike. */
function hasReason({ found, matched }: Candidate): boolean {
  return matched.length > 0 || (found.values[askedBest] ?? 0) > 0;
}

function toSuggestion(index: SearchIndex, candidate: Candidate, units: QueryUnit[]): Suggestion {
  const { found, confidence, matched } = candidate;
  const { id, title } = index.name(found.article);
  const answering = answeringSection(index, { article: found.article, best: found.section, units });
  const { section } = answering;
  return {
    articleId: id,
    title,
    url: articleUrl(id, section.anchor),
    sectionTitle: section.title,
    passage: choosePassage(index.locale, answering, units),
    matched,
    confidence,
  };
}

function wasAskedBefore(locale: string, query: string, asked?: AskedWords): boolean {
  if (!asked || asked.size === 0) return false;
  return [...asked.match(locale, query).values()].some(
    ({ best, likely }) => best >= enoughLikeness || likely >= enoughLikeness,
  );
}

/** What stands higher is at least as likely to be right: it is as sure as anything below it. */
function neverRising(confidences: number[]): number[] {
  return confidences.map((_, place) => Math.max(...confidences.slice(place)));
}

/**
 * Offers the passages that may solve a draft: at most `limit`, from different articles, none below the threshold.
 * Without any, `reason` says why; `confidence` is the best candidate's, shown or not.
 */
export function suggest(
  index: SearchIndex,
  draft: { subject: string; description: string },
  options: SuggestOptions = {},
): SuggestResult {
  const { limit = 3, threshold = weights.threshold, topic, ...scope } = options;
  const read = readDraft(draft);
  const { text, terms } = chooseTerms(
    index,
    topic ? { ...read, message: `${read.message}\n${topic}` } : read,
  );
  const letters = terms.reduce((sum, term) => sum + term.folded.length, 0);
  const query = `${read.subject} ${read.message}`;
  if (letters < minDraftLetters && !wasAskedBefore(index.locale, query, scope.asked)) {
    return { confidence: 0, suggestions: [], reason: 'too-short' };
  }
  const { units } = understandTerms(index, text, terms);
  const { ranked } = rank(index, units, { ...scope, query, isDraft: true });
  const first = ranked.slice(0, limit);
  const confidences = neverRising(first.map((found) => confidenceOf(found, ranked, units)));
  const best = first.map((found, place) => ({
    found,
    confidence: confidences[place] ?? 0,
    matched: matchedWords(index, found.article, units),
  }));
  const shown = best.filter((candidate) => candidate.confidence >= threshold && hasReason(candidate));
  const confidence = Math.max(0, ...best.map((candidate) => candidate.confidence));
  if (shown.length === 0) return { confidence, suggestions: [], reason: 'nothing-relevant' };
  return {
    confidence,
    suggestions: shown.map((candidate) => toSuggestion(index, candidate, units)),
  };
}
