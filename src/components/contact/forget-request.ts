import { browserStorage, tabStorage } from './browser-storage.ts';
import { forgetDrafts } from './draft-ids.ts';
import { forgetText } from './saved-text.ts';
import { forgetQueries } from './searched-words.ts';

// The page of a request that was just sent: nothing of it stays in the browser.
const storage = browserStorage();
forgetText(storage);
forgetDrafts(storage);
forgetQueries(tabStorage());
