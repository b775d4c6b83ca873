import { deskEnglish, type DeskMessages } from '../../messages/desk.en.ts';
import { deskFrench } from '../../messages/desk.fr.ts';

/** The languages the desk speaks. */
export const deskLanguages = ['fr', 'en'] as const;

/** One of them. */
export type DeskLanguage = (typeof deskLanguages)[number];

const messagesOf: Record<DeskLanguage, DeskMessages> = { fr: deskFrench, en: deskEnglish };
const cookieName = 'guichet.desk-language';
const cookieDays = 365;

/** The texts of the desk in a language. */
export function deskMessages(language: DeskLanguage): DeskMessages {
  return messagesOf[language];
}

/** The language chosen in the desk, else the first of the browser's that the desk speaks, else English. */
export function deskLanguageOf(url: URL, headers: Headers): DeskLanguage {
  const chosen = url.searchParams.get('lang') ?? cookieValue(headers.get('cookie') ?? '');
  return asDeskLanguage(chosen) ?? preferredOf(headers.get('accept-language') ?? '') ?? 'en';
}

/** Set-Cookie value that keeps the choice; like the session's, the cookie is sent to the desk only. */
export function languageCookie(language: DeskLanguage): string {
  return `${cookieName}=${language}; Path=/admin; Max-Age=${cookieDays * 86_400}; HttpOnly; SameSite=Lax`;
}

/** The language a text names, when the desk speaks it. */
export function asDeskLanguage(text: string | null | undefined): DeskLanguage | undefined {
  return deskLanguages.find((language) => language === text);
}

function cookieValue(cookies: string): string | undefined {
  const pair = cookies.split(';').find((part) => part.trim().startsWith(`${cookieName}=`));
  return pair?.split('=')[1]?.trim();
}

/** Browsers list languages by preference, so the order of the header is kept and its weights are not read. */
function preferredOf(acceptLanguage: string): DeskLanguage | undefined {
  const wanted = acceptLanguage.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map(asDeskLanguage).find((language) => language !== undefined);
}
