import { events } from './events.ts';

/**
 * Counts one reading of the article the page shows. A page the browser prepares in advance counts when it is shown, and
 * coming back to a page that was kept counts again.
 */
export function countView(page: Document): void {
  const { locale, article } = page.body.dataset;
  if (!locale || !article) return;
  const count = (): void => events.record({ kind: 'viewed', locale, articleId: article });
  if ('prerendering' in page && page.prerendering)
    page.addEventListener('prerenderingchange', count, { once: true });
  else count();
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) count();
  });
}
