import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { dev } from 'astro';
import { openApp, type App } from '../src/app.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { buildIndexFolder } from './build/build-index.ts';
import { buildWidget } from './build/build-widget.ts';
import { fail, say } from './progress.ts';

const settleMs = 50;
/** The file through which pages know the articles. */
const siteFile = resolve(import.meta.dirname, '../src/build-site.ts');

/** Where Astro's development server looks for what the server gives to pages. */
const localsKey = Symbol.for('astro.locals');

/** `npm run dev`: pages as they are edited, with search and suggestions over the same articles. */
async function main(): Promise<void> {
  const settings = readSettings();
  const indexFolder = join(settings.dataFolder, 'index', 'dev');
  await buildIndexFolder(settings, indexFolder);
  const widgetFolder = join(settings.dataFolder, 'cache', 'widget');
  await buildWidget(widgetFolder);
  const app = await openApp(settings, indexFolder);
  const reloader = createReloader();
  const server = await dev({
    server: { port: settings.port, host: settings.host },
    vite: {
      define: {
        'import.meta.env.INDEX_FOLDER': JSON.stringify(indexFolder),
        'import.meta.env.WIDGET_FOLDER': JSON.stringify(widgetFolder),
      },
      plugins: [giveLocals(app), reloader.plugin],
    },
  });
  rebuildOnEdit(settings, indexFolder, app, reloader.reload);
  const stop = (): void => {
    server
      .stop()
      .then(() => app.close())
      .then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveLocals(app: App) {
  return {
    name: 'guichet-locals',
    configureServer(server: { middlewares: { use: (step: DevelopmentStep) => void } }) {
      server.middlewares.use((request, _response, next) => {
        app.readerOf(request).then((reader) => {
          Reflect.set(request, localsKey, { app, reader });
          next();
        }, next);
      });
    },
  };
}

type DevelopmentStep = (
  request: import('node:http').IncomingMessage,
  response: import('node:http').ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** What is used of Vite's development server. */
interface PageServer {
  watcher: { emit(event: 'change', file: string): void };
}

/** Has pages read the articles again, and load anew where they are open, as if the file that reads them was edited. */
function createReloader() {
  let server: PageServer | undefined;
  return {
    plugin: {
      name: 'guichet-reload',
      configureServer(started: PageServer): void {
        server = started;
      },
    },
    reload: (): void => void server?.watcher.emit('change', siteFile),
  };
}

function rebuildOnEdit(settings: Settings, indexFolder: string, app: App, reload: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const rebuild = async (): Promise<void> => {
    await buildIndexFolder(settings, indexFolder);
    app.useIndex(indexFolder);
    reload();
  };
  watch(settings.contentFolder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      rebuild().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    }, settleMs);
  });
}

await main().catch(fail);
