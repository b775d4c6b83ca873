import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openApp, type App } from '../src/app.ts';
import { searchWhileTyping } from '../src/app/search-while-typing.ts';
import { articleUrl } from '../src/articles/address.ts';
import { isPublished } from '../src/articles/is-published.ts';
import type { Catalog } from '../src/built-index.ts';
import { createSiteServer, listen, stopServer, type RequestStep } from '../src/http/site-server.ts';
import { notFoundPage, staticFiles } from '../src/http/static-files.ts';
import { readSettings } from '../src/settings.ts';
import { currentBuild } from './build/ensure-built.ts';
import { fail, say } from './progress.ts';

/** The part of the adapter's entry that is used: a handler for what is rendered on demand. */
interface SiteEntry {
  handler: (
    ...parameters: [...Parameters<RequestListener>, next: () => void, locals: object]
  ) => Promise<void>;
}

/** The second half of `npm start`: opens the store and the index, and serves what was built. */
async function main(): Promise<void> {
  const settings = readSettings();
  const built = currentBuild(settings);
  const app = await openApp(settings, built.indexFolder);
  const entry = (await import(pathToFileURL(join(built.siteFolder, 'server/entry.mjs')).href)) as SiteEntry;
  const clientFolder = join(built.siteFolder, 'client');
  const { origins } = app.site.widget;
  const files = staticFiles(clientFolder, origins.length > 0);
  const server = createSiteServer({
    steps: [
      countRequests(app),
      searchWhileTyping(app),
      movedPages(app),
      files,
      onDemand(entry, app),
      notFoundPage(clientFolder),
    ],
    siteUrl: settings.siteUrl,
    sharedOrigins: origins,
    reportFailure: app.reportFailure,
  });
  const port = await listen(server, settings.port, settings.host);
  announce(app, port);
  stopOnSignal(async () => {
    await stopServer(server);
    await app.close();
  });
}

/** Pages and endpoints that need the server get the app and the reader as `Astro.locals`. */
function onDemand(entry: SiteEntry, app: App): RequestStep {
  return (request, response, next) => {
    app
      .readerOf(request)
      .then((reader) => entry.handler(request, response, next, { app, reader }))
      .catch((error: unknown) => {
        app.reportFailure(error, `${request.method} ${request.url?.split('?')[0]}`);
        next();
      });
  };
}

/** Old addresses of articles answer with where the article is now. */
function movedPages(app: App): RequestStep {
  let [known, addresses] = [app.catalog, newAddresses(app.catalog)];
  return (request, response, next) => {
    if (known !== app.catalog) [known, addresses] = [app.catalog, newAddresses(app.catalog)];
    const [path = '', query] = (request.url ?? '').split('?', 2);
    const location = addresses.get(path.replace(/\/+$/, ''));
    if (location === undefined) return next();
    response.writeHead(301, { location: query ? `${location}?${query}` : location }).end();
  };
}

function newAddresses({ articles }: Catalog): Map<string, string> {
  const moved = articles.filter(isPublished);
  return new Map(
    moved.flatMap(({ id, redirects = [] }) =>
      redirects.map((old) => [encodeURI(old), articleUrl(id)] as const),
    ),
  );
}

function countRequests(app: App): RequestStep {
  return (request, response, next) => {
    response.once('finish', () => {
      app.metrics.countRequest(request, response.statusCode);
      if (isPage(request, response)) app.countPage(request);
    });
    next();
  };
}

/** A page of the portal that was sent; the desk is not for readers. */
function isPage({ method, url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const type = String(response.getHeader('content-type') ?? '');
  const isSent = response.statusCode === 200 && method === 'GET' && type.startsWith('text/html');
  return isSent && !url.startsWith('/admin');
}

function announce(app: App, port: number): void {
  const { settings, catalog } = app;
  const address = settings.siteUrl ?? `http://localhost:${port}`;
  say(`${app.site.name}: ${catalog.articles.length} articles (${catalog.locales.join(', ')}) at ${address}`);
  if (settings.siteUrl) say(`listening on http://localhost:${port}`);
  if (!settings.adminEmail)
    say('The desk at /admin has no account until ADMIN_EMAIL and ADMIN_PASSWORD are set.');
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

await main().catch(fail);
