import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { searchWhileTyping } from '../../src/app/search-while-typing.ts';
import type { Article } from '../../src/articles/article.ts';
import { createSiteServer, listen } from '../../src/http/site-server.ts';
import { readSettings } from '../../src/settings.ts';
import { benchSections } from './engine.ts';
import { engines } from './engines.ts';

/** The portal's own server with its store, limits, headers and counts, over an index folder. */
async function guichetServer(folder: string) {
  const settings = readSettings({
    CONTENT_DIR: join(folder, 'content'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
  });
  const app = await openApp(settings, join(folder, 'index'));
  return createSiteServer({
    steps: [searchWhileTyping(app)],
    siteUrl: undefined,
    sharedOrigins: [],
    reportFailure: app.reportFailure,
  });
}

/** Nothing but an engine behind Node's own server. */
async function bareServer(name: string, folder: string) {
  const engine = engines.find((candidate) => candidate.name === name);
  if (!engine) throw new Error(`There is no engine "${name}".`);
  const articles = JSON.parse(readFileSync(join(folder, 'articles.json'), 'utf8')) as Article[];
  const { search } = await engine.open('fr', articles.flatMap(benchSections));
  return createServer((request, response) => {
    const query = new URL(`http://localhost${request.url}`).searchParams.get('q') ?? '';
    void Promise.resolve(search(query)).then((hits) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ query, hits }));
    });
  });
}

// Whoever started this process may be gone.
process.on('disconnect', () => process.exit(0));
const [name = '', folder = ''] = process.argv.slice(2);
const server = name === 'Guichet' ? await guichetServer(folder) : await bareServer(name, folder);
process.send?.({ port: await listen(server, 0, '127.0.0.1') });
