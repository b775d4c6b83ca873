import type { Hit } from '../../search/hit.ts';

/** What the box shows for a query. */
export interface Found {
  hits: Hit[];
  total: number;
  /** Who answered: the server counts its own searches, the browser those of the static index. */
  from: 'server' | 'browser';
}
