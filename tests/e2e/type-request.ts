import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage, type WatchedPage } from './open-browser.ts';

/** A request to which the manual has an answer, in both languages of the portal. */
export const request = {
  subject: 'Aucune suggestion dans le formulaire',
  description:
    'Bonjour, quand je tape mon ticket aucune suggestion ne s’affiche alors que l’article existe. Merci, Camille',
  article: 'Aucune suggestion ne s’affiche',
};

/** The form with a request typed into it, once its first card is there. */
export async function typedForm(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.goto(`${url}/fr/contact`);
  await watched.page.getByLabel('Objet').pressSequentially(request.subject, { delay: 5 });
  await watched.page.getByLabel('Description').fill(request.description);
  await cardsShown(watched.page);
  return watched;
}

/** Waits until the last card is there with what can be done with it: they come one after the other. */
export async function cardsShown(page: Page): Promise<void> {
  await page.locator('.suggestion-list .suggestion:last-child .suggestion-actions:not(.reasons)').waitFor();
}

/** The cards beside the text. */
export function cards(page: Page) {
  return page.locator('.suggestion-list .suggestion');
}

/** What the page tells the server it did, from now on: kinds of events, with article, reason and value. */
export function recordedEvents(page: Page): { kind: string; reason?: string; value?: number }[] {
  const recorded: { kind: string; reason?: string; value?: number }[] = [];
  page.on('request', (sent) => {
    if (!sent.url().endsWith('/api/events')) return;
    const batch = sent.postDataJSON() as { events: typeof recorded };
    recorded.push(...batch.events);
  });
  return recorded;
}
