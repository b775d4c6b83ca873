import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { buildIndexFolder } from '../../scripts/build/build-index.ts';
import { openApp, type App } from '../../src/app.ts';
import { POST } from '../../src/pages/api/answer.ts';
import { readSettings } from '../../src/settings.ts';
import { systemClock, type Clock } from '../../src/store/clock.ts';

/** What a portal of a test is made of. */
export interface AnsweringPortal {
  /** Source of each article by its file, such as `fr/compte/acces.md`. */
  articles: Record<string, string>;
  /** Address of the fake model server; without one there is no model. */
  baseUrl?: string;
  /** Lines of `site.yaml`. */
  site?: string;
  clock?: Clock;
  environment?: Record<string, string>;
}

/** Builds the index of a few articles and opens the app over it. */
export async function openAnsweringApp(portal: AnsweringPortal): Promise<App> {
  const folder = mkdtempSync(join(inject('temporaryFolder'), 'answering-'));
  for (const [file, text] of Object.entries(portal.articles)) {
    const path = join(folder, 'content/articles', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(folder, 'content/site.yaml'), `locales: [fr, en]\n${portal.site ?? ''}`);
  const settings = readSettings({
    CONTENT_DIR: join(folder, 'content'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'silent',
    ...(portal.baseUrl && { OPENAI_BASE_URL: portal.baseUrl, OPENAI_MODEL: 'test' }),
    ...portal.environment,
  });
  const indexFolder = join(folder, 'data/index/test');
  await buildIndexFolder(settings, indexFolder);
  return openApp(settings, indexFolder, portal.clock ?? systemClock);
}

/** One event of an answer. */
export interface AnswerEvent {
  event: string;
  data: Record<string, unknown>;
}

/** A question of a test. */
export interface AskedQuestion {
  question: string;
  locale?: string;
  visitor?: string;
  signal?: AbortSignal;
  articleId?: string;
  earlier?: { question: string; answer: string }[];
}

/** Asks `/api/answer` as a browser does. */
export async function post(app: App, asked: AskedQuestion): Promise<Response> {
  const { visitor = 'a-reader', signal, locale = 'fr', ...body } = asked;
  const request = new Request('http://localhost/api/answer', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale, ...body }),
    signal: signal ?? null,
  });
  const locals = { app, reader: { visitor, agent: 'person' as const } };
  return POST({ request, url: new URL(request.url), locals });
}

/** The events of an answer as they arrive. */
export async function* eventsOf(response: Response): AsyncGenerator<AnswerEvent> {
  let pending = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (pending + piece).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event = '', data = '{}'] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      yield { event, data: JSON.parse(data) as Record<string, unknown> };
    }
  }
}

/** Every event of an answer. */
export async function ask(app: App, asked: AskedQuestion): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = [];
  for await (const event of eventsOf(await post(app, asked))) events.push(event);
  return events;
}
