import type { Hit } from '../../search/hit.ts';

/** What the box shows for a query. */
export interface Found {
  hits: Hit[];
  total: number;
  /** The words that were searched instead, when some had to be corrected. */
  didYouMean?: string | undefined;
  /** Who answered: the server counts its own searches, the browser those of the static index. */
  from: 'server' | 'browser';
}

/** Where to search: a language of the portal, perhaps one product's articles, perhaps from a page of another site. */
export interface SearchPlace {
  locale: string;
  product?: string | undefined;
  /** Origin of the portal, such as `https://help.example.org`; empty on its own pages. */
  origin?: string;
}
