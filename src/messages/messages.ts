import { english } from './en.ts';
import type { PluralMessage } from './format-message.ts';
import { french } from './fr.ts';
import type { TicketMessages } from './ticket-messages.ts';

/**
 * Everything the portal says to readers, in one language. `{name}` stands for a value given to `fill`.
 *
 * A language file is typed by this shape, so a missing sentence does not compile.
 */
export interface Messages extends TicketMessages {
  /** Language these sentences are written in, which may not be the locale that was asked for. */
  locale: string;
  layout: {
    skipToContent: string;
    home: string;
    contact: string;
    allArticles: string;
    changes: string;
    languages: string;
    poweredBy: string;
    mainMenu: string;
  };
  search: {
    label: string;
    placeholder: string;
    submit: string;
    shortcut: string;
    suggestionsLabel: string;
    seeAll: string;
    found: PluralMessage;
    nothing: string;
    nothingContact: string;
    unavailable: string;
    pageTitle: string;
    pageTitleFor: string;
    resultsFor: PluralMessage;
    nothingTitle: string;
    nothingAdvice: string;
    nothingBrowse: string;
    recent: string;
    forgetRecent: string;
    allCategories: string;
    category: string;
    askUs: string;
    askUsWhy: string;
    didYouMean: string;
    searchExactly: string;
    allProducts: string;
    product: string;
    filter: string;
    more: string;
    empty: string;
  };
  home: {
    title: string;
    intro: string;
    categories: string;
    articles: string;
    articleCount: PluralMessage;
    seeCategory: string;
    recent: string;
    mostRead: string;
    replyTime: PluralMessage;
    contactTitle: string;
    contactText: string;
    contactButton: string;
    noArticles: string;
  };
  category: {
    allTitle: string;
    allIntro: PluralMessage;
    subcategories: string;
    pages: string;
    page: string;
    pageTitle: string;
  };
  article: {
    breadcrumb: string;
    contents: string;
    updated: string;
    updatedBy: string;
    copyMarkdown: string;
    markdownCopied: string;
    copyCode: string;
    codeCopied: string;
    edit: string;
    related: string;
    closeImage: string;
    markdown: string;
    notTranslated: string;
    previous: string;
    next: string;
    neighbours: string;
    copyLink: string;
    linkCopied: string;
    contactTitle: string;
    contactText: string;
    contactButton: string;
  };
  vote: {
    question: string;
    yes: string;
    no: string;
    thanks: string;
    thanksNo: string;
    why: string;
    comment: string;
    commentHint: string;
    send: string;
    reasons: { missing: string; unclear: string; wrong: string; outdated: string; other: string };
    contact: string;
  };
  /** The help that opens over the page of another site. */
  widget: {
    button: string;
    close: string;
    back: string;
    openPortal: string;
    recent: string;
    loading: string;
    stillStuck: string;
    unavailable: string;
    searchUnavailable: string;
    articleUnavailable: string;
    formOnPortal: string;
    follow: string;
    announced: PluralMessage;
  };
  /** The page that shows the widget at work. */
  widgetPage: {
    title: string;
    intro: string;
    buttonTitle: string;
    buttonText: string;
    originText: string;
    formTitle: string;
    formText: string;
  };
  notFound: { title: string; text: string; results: string };
  failure: { title: string; text: string; back: string };
}

const languages: Record<string, Messages> = { en: english, fr: french };

/** The sentences of a locale; its base language (`fr` for `fr-CA`), else English. */
export function messagesFor(locale: string): Messages {
  const [language = locale] = locale.split('-');
  return languages[locale] ?? languages[language] ?? english;
}
