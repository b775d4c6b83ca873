import { helpReading } from '../article/help-reading.ts';
import { listenForShortcuts } from '../search/search-shortcuts.ts';
import { countView } from './count-view.ts';
import { wakeWhenUsed } from './wake.ts';

// The one script of every page: what it does is listed here. What few pages or few readers need is fetched by those.
countView(document);
helpReading(document);
listenForShortcuts(document);
wakeWhenUsed(document, [
  { selector: 'search-box', wake: () => import('../search/search-box.ts') },
  { selector: 'article-vote button', wake: () => import('../article/article-vote.ts') },
  { selector: '.zoom[href]', wake: () => import('../article/zoom-image.ts') },
]);
if (document.querySelector('.results-page')) {
  void import('../search/count-results.ts').then(({ countResults }) => countResults(document));
}
if (document.querySelector('.not-found search-box')) {
  void import('./not-found.ts').then(({ helpFind }) => helpFind(document));
}
const mostRead = document.querySelector<HTMLElement>('[data-most-read]');
if (mostRead) void import('../browse/most-read.ts').then(({ refreshMostRead }) => refreshMostRead(mostRead));
if (document.querySelector('ticket-form')) void import('../contact/ticket-form.ts');
if (document.querySelector('[data-request-sent]')) void import('../contact/forget-request.ts');
