import { createAnswerer } from './answer-query.ts';
import { askServer } from './ask-server.ts';
import type { Found, SearchPlace } from './found.ts';

/** The answerer of a page: the server first, the static index when it is needed, loaded once. */
export function browserAnswerer(place: SearchPlace): (query: string, signal: AbortSignal) => Promise<Found> {
  let browserSearch: Promise<(query: string) => Promise<Found>> | undefined;
  return createAnswerer({
    askServer: (query, signal) => askServer(place, query, signal),
    async askBrowser(query) {
      browserSearch ??= import('./ask-browser.ts').then(({ openBrowserSearch }) => openBrowserSearch(place));
      try {
        return await (
          await browserSearch
        )(query);
      } catch (error) {
        // What could not be loaded is tried again at the next query, from the manifest on: the site may be a new one.
        browserSearch = undefined;
        throw error;
      }
    },
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    now: () => performance.now(),
  });
}
