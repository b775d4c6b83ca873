import type { App } from '../app.ts';
import { directRoutes } from '../http/direct-routes.ts';
import type { RequestStep } from '../http/site-server.ts';
import { eventsRoute } from './events-route.ts';
import { searchRoute } from './search-route.ts';
import { suggestRoute } from './suggest-route.ts';

/** The step of the server that answers searches and drafts, and takes in what readers do. */
export function searchWhileTyping(app: App): RequestStep {
  return directRoutes({
    routes: { '/api/search': searchRoute, '/api/suggest': suggestRoute, '/api/events': eventsRoute },
    localsOf: async (request) => ({ app, reader: await app.readerOf(request) }),
    onFailure: (error, { method, url }) => void app.reportFailure(error, `${method} ${url?.split('?')[0]}`),
  });
}
