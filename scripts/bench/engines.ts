import { fts5, fts5Stems, postgres } from './database-engines.ts';
import type { Engine } from './engine.ts';
import { guichet } from './guichet-engine.ts';
import { flexSearch, fuse, lunrEngine, miniSearch, orama } from './peer-engines.ts';

/** Every engine that is compared, Guichet first. */
export const engines: Engine[] = [
  guichet,
  miniSearch,
  fts5,
  fts5Stems,
  flexSearch,
  orama,
  lunrEngine,
  postgres,
  fuse,
];
