import { createAnswerer } from './answer-query.ts';
import type { BrowserSearch } from './ask-browser.ts';
import { askServer } from './ask-server.ts';
import type { Found, SearchPlace } from './found.ts';

/** The answerer of a page: the server first, the static index when it is needed, loaded once. */
export function browserAnswerer(place: SearchPlace): (query: string, signal: AbortSignal) => Promise<Found> {
  let browserSearch: Promise<BrowserSearch> | undefined;
  return createAnswerer({
    askServer: (query, signal) => askServer(place, query, signal),
    async askBrowser(query, signal) {
      browserSearch ??= import('./ask-browser.ts').then(({ openBrowserSearch }) => openBrowserSearch(place));
      try {
        const search = await browserSearch;
        return await search(query, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        // What could not be loaded is tried again at the next query, from the manifest on: the site may be a new one.
        browserSearch = undefined;
        throw error;
      }
    },
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    now: () => performance.now(),
  });
}
