import type { AstroGlobal } from 'astro';
import type { Account } from '../../accounts/account.ts';
import type { App } from '../../app.ts';
import type { DeskMessages } from '../../messages/desk.en.ts';
import {
  asDeskLanguage,
  deskLanguageOf,
  deskMessages,
  languageCookie,
  type DeskLanguage,
} from './desk-language.ts';
import { figuresFor, type Figures } from './figures.ts';
import { readFilter, type Filter } from './filter.ts';
import { lastDays, type Period } from '../../reports/figures/period.ts';
import { requireAccount } from './require-account.ts';

/** What every page of the desk starts from. */
export interface Desk {
  app: App;
  account: Account;
  language: DeskLanguage;
  text: DeskMessages;
  figures: Figures;
  filter: Filter;
  /** The days the filter means. */
  period: Period;
  /** Observations from which on a rate is shown. */
  minimumSample: number;
}

/** The page's way in: the desk for who is signed in, or the answer to give instead. */
export async function openDesk(page: AstroGlobal): Promise<Desk | Response> {
  const account = await requireAccount(page);
  if (account instanceof Response) return account;
  const { app } = page.locals;
  keepPrivate(page.response.headers);
  const { timeZone, products, topics, figures } = app.site;
  const filter = readFilter(page.url, { locales: app.catalog.locales, products, topics });
  const { locale, product, topic } = filter;
  const period = lastDays(filter.days, app.clock(), { timeZone, locale, product, topic });
  const { minimumSample } = figures;
  return { app, account, filter, period, minimumSample, ...speakLanguage(page) };
}

/** The language of a page of the desk, kept in a cookie when the address chooses it. */
export function speakLanguage({
  url,
  request,
  response,
  locals,
}: AstroGlobal): Pick<Desk, 'language' | 'text' | 'figures'> {
  const language = deskLanguageOf(url, request.headers);
  if (asDeskLanguage(url.searchParams.get('lang')))
    response.headers.append('set-cookie', languageCookie(language));
  return {
    language,
    text: deskMessages(language),
    figures: figuresFor(language, locals.app.site.timeZone),
  };
}

/** Nothing of the desk is kept by a cache or found by a search engine. */
export function keepPrivate(headers: Headers): void {
  headers.set('cache-control', 'no-store');
  headers.set('x-robots-tag', 'noindex');
}
