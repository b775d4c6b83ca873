import { tabStorage } from '../contact/browser-storage.ts';
import { rememberQuery } from '../contact/searched-words.ts';
import { events } from '../shell/events.ts';

/** On the results page: remembers the search for a request that may follow, and says which result was opened, and where it stood. The address is left as it can be shared. */
export function countResults(page: Document): void {
  const address = new URL(location.href);
  if (page.querySelector('.results-page')) {
    rememberQuery(tabStorage(), address.searchParams.get('q') ?? '', Date.now());
  }
  if (address.searchParams.has('counted')) {
    address.searchParams.delete('counted');
    history.replaceState(history.state, '', address);
  }
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
