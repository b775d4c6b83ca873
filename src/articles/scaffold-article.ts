import { stringify } from 'yaml';
import { addressOf } from './address.ts';
import { withoutExtension } from './place-articles.ts';

/** What a gap says about the article it calls for. */
export interface WantedArticle {
  title: string;
  /** Words customers use, strongest first. */
  words: string[];
  /** Beginnings of their tickets, without personal data. */
  samples: string[];
  /** The gap it closes once it is published. */
  gapId?: string | undefined;
  /** Headings a model proposed; without them, the usual ones. */
  headings?: string[] | undefined;
  /** Sentences that tickets bear out, each with the ticket and its words. */
  claims?: ArticleClaim[] | undefined;
}

/** A sentence of a draft, and the ticket it was taken from. */
export interface ArticleClaim {
  sentence: string;
  ticket: string;
  quote: string;
}

/** A new file, not written yet. */
export interface ScaffoldedArticle {
  /** Path inside the articles folder. */
  file: string;
  content: string;
}

const maxKeywords = 8;
const maxSamples = 5;

const outlines = {
  fr: {
    symptom: 'Ce que vous constatez',
    steps: 'Que faire',
    more: 'Si cela ne suffit pas',
    write: 'À écrire.',
    asked: 'Les demandes disent\u202f:',
    claims: 'Ce que disent les tickets',
    check:
      'Phrases rédigées par une IA, chacune suivie de son ticket. À vérifier une à une avant de publier.',
  },
  en: {
    symptom: 'What you see',
    steps: 'What to do',
    more: 'If that is not enough',
    write: 'To be written.',
    asked: 'The tickets say:',
    claims: 'What the tickets say',
    check:
      'Sentences written by an AI, each followed by its ticket. To be checked one by one before publishing.',
  },
};

/**
 * Writes the first draft of an article: front matter, and an outline that goes from what the reader sees to what to
 * do. Customers' own words stand in a comment, which no reader sees.
 *
 * @param path `<locale>/<folders>/<name>`, with or without `.md`.
 * @param today ISO date.
 */
export function scaffoldArticle(path: string, wanted: WantedArticle, today: string): ScaffoldedArticle {
  const [locale = 'en', ...names] = withoutExtension(path).split('/');
  const outline = /^fr\b/i.test(locale) ? outlines.fr : outlines.en;
  const frontMatter = {
    title: wanted.title,
    ...(wanted.words.length > 0 && { keywords: wanted.words.slice(0, maxKeywords) }),
    ...(wanted.gapId !== undefined && { closes: wanted.gapId }),
    state: 'draft',
    updated: today,
  };
  const usual = [outline.symptom, outline.steps, outline.more];
  const sections = (wanted.headings ?? usual).map((title) => `## ${title}\n\n${outline.write}\n`);
  const content = [
    `---\n${stringify(frontMatter)}---\n`,
    ...customersWords(wanted, outline.asked),
    ...claimSection(wanted.claims ?? [], outline),
    ...sections,
  ].join('\n');
  return { file: `${locale}/${addressOf(names)}.md`, content };
}

function customersWords({ samples }: WantedArticle, heading: string): string[] {
  if (samples.length === 0) return [];
  const lines = samples
    .slice(0, maxSamples)
    .map((sample) => `- ${sample.replace(/\s+/g, ' ').replaceAll('--', '—')}`);
  return [`<!--\n${heading}\n${lines.join('\n')}\n-->\n`];
}

function claimSection(claims: ArticleClaim[], { claims: title, check }: typeof outlines.en): string[] {
  if (claims.length === 0) return [];
  const lines = claims.map(
    ({ sentence, ticket, quote }) => `- ${plain(sentence)} <!-- ${ticket}: ${plain(quote)} -->`,
  );
  return [`## ${title}\n\n<!-- ${check} -->\n\n${lines.join('\n')}\n`];
}

/** On one line, and unable to end a comment or begin an element. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('--', '—').replaceAll('<', '‹').replaceAll('>', '›').trim();
}
