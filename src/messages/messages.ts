import { english } from './en.ts';
import { french } from './fr.ts';

/**
 * A sentence whose form depends on a number: a form for each plural category the language has.
 * `{count}` stands for the number.
 */
export interface PluralMessage {
  one: string;
  other: string;
}

/**
 * Everything the portal says to readers, in one language. `{name}` stands for a value given to `fill`.
 *
 * A language file is typed by this shape, so a missing sentence does not compile.
 */
export interface Messages {
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
  contact: {
    title: string;
    intro: string;
    about: string;
    topic: string;
    product: string;
    choose: string;
    email: string;
    emailHint: string;
    name: string;
    subject: string;
    description: string;
    descriptionHint: string;
    logSummary: string;
    log: string;
    logHint: string;
    optional: string;
    send: string;
    sending: string;
    trap: string;
    privacy: string;
    errorTitle: string;
    errorPrefix: string;
    errors: {
      email: string;
      empty: string;
      tooLong: string;
      other: string;
      required: string;
      attachments: Record<'too-many' | 'too-large' | 'type' | 'not-what-it-says' | 'empty', string>;
    };
    draftRestored: string;
    draftDiscard: string;
    attachments: string;
    attachmentsHint: string;
    removeAttachment: string;
    showFields: string;
    showFieldsHint: string;
    searched: string;
    forgetSearched: string;
    wait: string;
    checking: string;
    notSent: string;
    busy: string;
    yes: string;
  };
  /** By when there is an answer: today, tomorrow, or on a day. */
  reply: { today: string; tomorrow: string; later: string };
  suggestions: {
    title: string;
    announced: PluralMessage;
    matched: string;
    solvedBefore: PluralMessage;
    updated: string;
    open: string;
    close: string;
    fullPage: string;
    loading: string;
    solved: string;
    notThis: string;
    whyNot: string;
    reasons: { 'not-related': string; 'not-enough': string; outdated: string };
    noReason: string;
    thanksTitle: string;
    thanksText: string;
    writeAnyway: string;
    effort: string;
    effortLow: string;
    effortHigh: string;
    effortThanks: string;
  };
  request: {
    title: string;
    received: string;
    receivedText: string;
    keepLink: string;
    mailSent: string;
    status: string;
    statuses: { open: string; pending: string; resolved: string; closed: string };
    sentOn: string;
    yourMessage: string;
    log: string;
    product: string;
    topic: string;
    solvedBy: string;
    whileYouWait: string;
    solvedThis: string;
    attachments: string;
    add: string;
    addHint: string;
    addButton: string;
    addEmpty: string;
    addFull: string;
    added: string;
    youAdded: string;
    youClosed: string;
    youSolved: string;
    close: string;
    closeHint: string;
    closed: string;
    solved: string;
    reopens: string;
    unknownTitle: string;
    unknownText: string;
  };
  mail: {
    subject: string;
    received: string;
    follow: string;
    whileYouWait: string;
    notYou: string;
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
