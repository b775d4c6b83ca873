import '../article/article-vote.ts';
import { helpReading } from '../article/help-reading.ts';
import { countResults } from '../search/count-results.ts';
import { listenForShortcuts } from '../search/search-shortcuts.ts';
import { countView } from './count-view.ts';
import { helpFind } from './not-found.ts';

// The one script of every page: what it does is listed here. What few pages need is fetched by those.
countView(document);
helpReading(document);
countResults(document);
helpFind(document);
listenForShortcuts(document);
if (document.querySelector('ticket-form')) void import('../contact/ticket-form.ts');
if (document.querySelector('[data-request-sent]')) void import('../contact/forget-request.ts');
