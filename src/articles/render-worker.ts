/** A thread that renders batches of articles; `render-all.ts` starts it. */
import { parentPort } from 'node:worker_threads';
import { renderArticle } from './render/render-article.ts';
import type { RenderBatch, RenderedBatch } from './render-all.ts';

parentPort?.on('message', ({ start, sources }: RenderBatch) => {
  const renderings = sources.map(({ text, locale }) => renderArticle(text, locale));
  parentPort?.postMessage({ start, renderings } satisfies RenderedBatch);
});
