import type { Passage } from '../answers/passage.ts';
import { withoutOrders } from '../answers/without-orders.ts';
import { analyse } from '../search/analyse.ts';
import type { SectionText } from '../search/article-sections.ts';
import type { Suggestion } from '../search/hit.ts';
import { escapeHtml } from '../search/mark-words.ts';
import type { CatalogArticle } from '../built-index.ts';
import type { Searching } from './searching.ts';

/** A question, in a locale of the portal. */
export interface Question {
  locale: string;
  question: string;
  /** Article the reader asks about. */
  articleId?: string | undefined;
  product?: string | undefined;
}

/** A passage as it is shown below an answer. */
export interface Source extends Omit<Passage, 'text'> {
  /** Sanitised HTML: the sentences or steps that answer. */
  passage: string;
  /** Day its article was last changed, `YYYY-MM-DD`. */
  updated?: string;
}

/** What an answer may stand on: what readers see of it, and what the model is given, in the same order. */
export interface AnswerMaterial {
  sources: Source[];
  passages: Passage[];
}

/** What finding material works with. */
export interface MaterialParts {
  searching: Pick<Searching, 'suggest' | 'sections' | 'prepare' | 'abroad'>;
  article: (articleId: string) => CatalogArticle | undefined;
}

/** Of a section no more than this is sent. */
const maxPassageChars = 3_000;
const maxOwnSections = 3;
const maxShownChars = 400;

/**
 * Finds what may answer a question, as suggestions are found: nothing below the confidence threshold. A question about an
 * article is answered from its sections that share a word with the question first. Where the reader's language has nothing,
 * sections of another one may be shown, and no answer is written from them.
 */
export async function findMaterial(
  parts: MaterialParts,
  { articleId, ...asked }: Question,
): Promise<AnswerMaterial> {
  const { locale, question, product } = asked;
  await parts.searching.prepare(question);
  const found = parts.searching.suggest({
    ...{ locale, subject: question, description: '' },
    ...(product && { product }),
  });
  const own = articleId === undefined ? [] : ownSections(parts, articleId, question);
  const others = found.suggestions
    .filter((suggestion) => suggestion.articleId !== articleId || own.length === 0)
    .map((suggestion) => fromSuggestion(parts, suggestion));
  if (own.length + others.length === 0)
    return { sources: foreignSources(parts, locale, question), passages: [] };
  const chosen = [...own, ...others].slice(0, Math.max(maxOwnSections, own.length + 1));
  return {
    sources: chosen.map(({ source }, at) => ({ ...source, number: at + 1 })),
    passages: chosen.map(({ source, text }, at) => toPassage(source, at + 1, text)),
  };
}

function toPassage(source: Source, number: number, text: string): Passage {
  const { articleId, title, url, sectionTitle, locale } = source;
  const kept = withoutOrders(locale, text).slice(0, maxPassageChars);
  return { number, articleId, title, url, sectionTitle, locale, text: kept };
}

interface Found {
  source: Source;
  text: string;
}

function fromSuggestion({ searching, article }: MaterialParts, suggestion: Suggestion): Found {
  const { articleId, title, url, sectionTitle, passage } = suggestion;
  const section = searching.sections(articleId).find((one) => one.url === url);
  const known = article(articleId);
  const source = {
    ...{ number: 0, articleId, title, url, sectionTitle, passage },
    locale: articleId.split('/')[0] ?? '',
    ...(known && { updated: known.updated }),
  };
  return { source, text: section?.text ?? plainText(passage) };
}

function ownSections({ searching, article }: MaterialParts, articleId: string, question: string): Found[] {
  const known = article(articleId);
  if (!known) return [];
  const asked = new Set(informative(known.locale, question));
  const scored = searching.sections(articleId).map((section, place) => {
    const words = new Set(informative(known.locale, `${section.title}\n${section.text}`));
    return { section, place, shared: [...asked].filter((word) => words.has(word)).length };
  });
  return scored
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || one.place - other.place)
    .slice(0, maxOwnSections)
    .map(({ section }) => fromSection(known, section));
}

function fromSection({ id, title, locale, updated }: CatalogArticle, section: SectionText): Found {
  const shown = escapeHtml(section.text.slice(0, maxShownChars));
  const more = section.text.length > maxShownChars ? '…' : '';
  const passage = `<p>${shown.replaceAll('\n', '<br>')}${more}</p>`;
  const { url, text } = section;
  const source = {
    number: 0,
    articleId: id,
    title,
    url,
    sectionTitle: section.title,
    locale,
    passage,
    updated,
  };
  return { source, text };
}

function foreignSources({ searching, article }: MaterialParts, locale: string, question: string): Source[] {
  return searching.abroad(locale, question).flatMap(({ articleId, locale: spoken, ...section }, at) => {
    const known = article(articleId);
    return known ? [{ ...fromSection(known, section).source, locale: spoken, number: at + 1 }] : [];
  });
}

function informative(locale: string, text: string): string[] {
  return analyse(locale, text)
    .filter(({ isStop, folded }) => !isStop && folded.length > 2)
    .map((term) => term.text);
}

/** Text of a passage made by search: its HTML holds only tags and the five entities that escaping makes. */
function plainText(html: string): string {
  return html
    .replace(/<\/(p|li|h\d|tr|pre)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}
