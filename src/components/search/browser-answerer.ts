import { createAnswerer } from './answer-query.ts';
import { askServer } from './ask-server.ts';
import type { Found } from './found.ts';

/** The answerer of a page: the server first, the static index when it is needed, loaded once. */
export function browserAnswerer(locale: string): (query: string, signal: AbortSignal) => Promise<Found> {
  let browserSearch: Promise<(query: string) => Promise<Found>> | undefined;
  return createAnswerer({
    askServer: (query, signal) => askServer(locale, query, signal),
    async askBrowser(query) {
      browserSearch ??= import('./ask-browser.ts').then(({ openBrowserSearch }) => openBrowserSearch(locale));
      // What could not be loaded is tried again at the next query.
      browserSearch.catch(() => (browserSearch = undefined));
      return (await browserSearch)(query);
    },
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    now: () => performance.now(),
  });
}
