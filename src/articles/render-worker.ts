/** A thread that renders batches of articles; `render-all.ts` starts it. */
import { parentPort } from 'node:worker_threads';
import { renderArticle } from './render/render-article.ts';
import type { RenderBatch, RenderedBatch } from './render-all.ts';

parentPort?.on('message', (batch: RenderBatch) => {
  const rendered = batch.map(({ text, locale, position }) => ({
    position,
    rendering: renderArticle(text, locale),
  }));
  parentPort?.postMessage(rendered satisfies RenderedBatch);
});
