import { events } from './events.ts';

/**
 * Counts one reading of the article the page shows, and that its reader left for the ticket form. A page the browser prepares in advance counts when it is shown, and
 * coming back to a page that was kept counts again.
 */
export function countView(page: Document): void {
  const { locale, article } = page.body.dataset;
  if (!locale || !article) return;
  const count = (): void => events.record({ kind: 'viewed', locale, articleId: article });
  if ('prerendering' in page && page.prerendering)
    page.addEventListener('prerenderingchange', count, { once: true });
  else count();
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]');
    if (link && link.pathname === `/${locale}/contact`)
      events.record({ kind: 'contacted', locale, articleId: article });
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) count();
  });
}
