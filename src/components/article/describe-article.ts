import type { Question } from '../../articles/article.ts';

/** What search engines are told of an article. */
export interface DescribedArticle {
  title: string;
  description: string;
  /** Full address. */
  url: string;
  /** ISO date. */
  updated: string;
  locale: string;
  steps: string[];
  questions: Question[];
  /** The pages above it, the outermost first, with full addresses. */
  trail: { title: string; url: string }[];
}

const minQuestions = 2;
const maxItems = 8;
const maxAnswerChars = 300;
const maxStepChars = 160;

/**
 * An article as JSON-LD in the words of schema.org: its place on the site, and what it is, which is a page of questions
 * when several of its headings are, a how-to when it has steps, else an article.
 */
export function describeArticle(article: DescribedArticle): object {
  return { '@context': 'https://schema.org', '@graph': [breadcrumbOf(article), subjectOf(article)] };
}

function breadcrumbOf({ trail, title, url }: DescribedArticle): object {
  const items = [...trail, { title, url }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: items.map((item, place) => ({
      ...{ '@type': 'ListItem', position: place + 1, name: item.title },
      item: item.url,
    })),
  };
}

function subjectOf(article: DescribedArticle): object {
  const { title, description, url, updated, locale, steps, questions } = article;
  const common = { name: title, url, inLanguage: locale, dateModified: updated };
  if (questions.length >= minQuestions) {
    return { '@type': 'FAQPage', ...common, mainEntity: questions.slice(0, maxItems).map(asQuestion) };
  }
  if (steps.length > 0) {
    const step = steps
      .slice(0, maxItems)
      .map((text) => ({ '@type': 'HowToStep', text: cut(text, maxStepChars) }));
    return { '@type': 'HowTo', ...common, description, step };
  }
  return { '@type': 'TechArticle', headline: title, description, ...common };
}

function asQuestion({ question, answer }: Question): object {
  const text = cut(answer.replace(/\s+/g, ' '), maxAnswerChars);
  return { '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text } };
}

function cut(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const start = text.slice(0, maxChars);
  return `${start.slice(0, start.lastIndexOf(' '))}…`;
}
