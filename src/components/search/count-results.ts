import { events } from '../shell/events.ts';

/** On the results page: says which result was opened, and where it stood. */
export function countResults(page: Document): void {
  const list = page.querySelector<HTMLElement>('.results');
  list?.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-article]') : undefined;
    const { article: articleId, position } = link?.dataset ?? {};
    const { locale = '', query = '' } = list.dataset;
    if (!articleId) return;
    events.record({ kind: 'clicked', locale, articleId, query, position: Number(position) });
    events.flush();
  });
}
