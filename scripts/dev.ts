import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { openApp, type App } from '../src/app.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { buildIndexFolder } from './build/build-index.ts';
import { buildWidget } from './build/build-widget.ts';
import { fail, say } from './progress.ts';

const settleMs = 150;

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
  const server = await dev({
    server: { port: settings.port, host: settings.host },
    vite: {
      define: {
        'import.meta.env.INDEX_FOLDER': JSON.stringify(indexFolder),
        'import.meta.env.WIDGET_FOLDER': JSON.stringify(widgetFolder),
      },
      plugins: [giveLocals(app)],
    },
  });
  rebuildOnEdit(settings, indexFolder, app);
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

function rebuildOnEdit(settings: Settings, indexFolder: string, app: App): void {
  let timer: NodeJS.Timeout | undefined;
  const rebuild = async (): Promise<void> => {
    await buildIndexFolder(settings, indexFolder);
    app.useIndex(indexFolder);
  };
  watch(settings.contentFolder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      rebuild().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    }, settleMs);
  });
}

await main().catch(fail);
