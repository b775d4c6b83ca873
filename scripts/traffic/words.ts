import type { App } from '../../src/app.ts';
import { isPublished } from '../../src/articles/is-published.ts';
import type { CatalogArticle } from '../../src/built-index.ts';
import { pick, pickEarly, type Visit } from './stage.ts';

const known = new WeakMap<App['catalog'], Map<string, CatalogArticle[]>>();

/** The published articles of a language, always in one order. */
export function articlesIn({ catalog }: App, locale: string): CatalogArticle[] {
  const byLocale = known.get(catalog) ?? new Map<string, CatalogArticle[]>();
  known.set(catalog, byLocale);
  const articles =
    byLocale.get(locale) ?? catalog.articles.filter((one) => isPublished(one) && one.locale === locale);
  byLocale.set(locale, articles);
  return articles;
}

/** Words that should find an article: those of its title, without numbers, which may be masked as personal data. */
export function rightWords({ title }: CatalogArticle): string {
  const words = title.normalize('NFC').replace(/[^\p{L}\s'’-]+/gu, ' ');
  return words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(.{40,80}) .*$/, '$1');
}

/** What people ask about and few help centres answer: words they search, and requests they write. */
interface Missing {
  words: string[];
  requests: string[];
}

const missing: Record<'fr' | 'en', Missing[]> = {
  fr: [
    {
      words: ['chronopost', 'colissimo', 'mondial relay'],
      requests: [
        'Comment proposer la livraison en point relais Mondial Relay ?',
        'Nos clients demandent la livraison en point relais, est-ce que vous gérez Mondial Relay ?',
        'Je ne trouve pas où activer les points relais Colissimo pour la livraison.',
        'Livraison Chronopost en point relais : quel réglage ?',
      ],
    },
    {
      words: ['sage compta', 'écritures comptables sage'],
      requests: [
        'Notre comptable veut les écritures du mois dans Sage, comment les exporter ?',
        'Existe-t-il un export des écritures comptables vers Sage ?',
        'Export comptable Sage : quel format d’écritures choisir ?',
      ],
    },
    {
      words: ['vinted', 'leboncoin'],
      requests: [
        'Peut-on publier nos annonces sur Leboncoin en même temps ?',
        'Comment relier la boutique à Vinted et à Leboncoin ?',
      ],
    },
  ],
  en: [
    {
      words: ['klarna', 'buy now pay later klarna'],
      requests: [
        'How do we let customers pay in three instalments with Klarna?',
        'Klarna does not show up among our payment methods, do you support instalments?',
        'Where do I enter our Klarna merchant details for instalments?',
      ],
    },
    {
      words: ['quickbooks', 'xero'],
      requests: [
        'Our accountant wants the invoices of the month in QuickBooks. Is there an export?',
        'How do I export invoices to QuickBooks or Xero?',
        'QuickBooks export of invoices: which file do I take?',
      ],
    },
    {
      words: ['etsy', 'ebay listings'],
      requests: [
        'Can we list the same products on Etsy and keep the stock in step?',
        'How do I connect our shop to Etsy?',
      ],
    },
  ],
};

function missingIn({ stage, locale }: Visit): Missing {
  return pickEarly(stage, missing[locale === 'fr' ? 'fr' : 'en']);
}

/** Words that hardly any article holds. */
export function failingWords(visit: Visit): string {
  return pick(visit.stage, missingIn(visit).words);
}

const openings: Record<'fr' | 'en', ((words: string) => string)[]> = {
  fr: [
    (words) => `Bonjour, nous bloquons sur ceci : ${words}. Pouvez-vous nous aider ?`,
    (words) => `Depuis ce matin, question sur « ${words} ». Merci d’avance.`,
    (words) => `Urgent pour nous : ${words}. Que faut-il faire ?`,
  ],
  en: [
    (words) => `Hello, we are stuck on this: ${words}. Could you help?`,
    (words) => `A question since this morning about “${words}”. Thank you.`,
    (words) => `Rather pressing for us: ${words}. What should we do?`,
  ],
};

/** A request as somebody writes it, and the article that treats it, if one does. */
export interface RequestText {
  subject: string;
  description: string;
  answer: string | undefined;
}

/** What somebody writes, about something an article treats or something none does. */
export function requestText(visit: Visit): RequestText {
  const { stage, locale } = visit;
  if (stage.random() < 0.35) {
    const description = pick(stage, missingIn(visit).requests);
    return { subject: '', description, answer: undefined };
  }
  const article = pickEarly(stage, articlesIn(stage.app, locale));
  const subject = rightWords(article);
  const description = pick(stage, openings[locale === 'fr' ? 'fr' : 'en'])(subject);
  return { subject, description, answer: article.id };
}
