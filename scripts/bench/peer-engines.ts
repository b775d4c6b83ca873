import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr.js';
import support from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { BenchDocument, Engine, LoadedEngine } from './engine.ts';

const most = 10;

/** The articles of the first hits, each once. */
function firstOf(ids: string[]): string[] {
  return [...new Set(ids)].slice(0, most);
}

const miniOptions = { fields: ['title', 'text'], storeFields: ['articleId'] };

function packMini(documents: BenchDocument[]): Uint8Array {
  const built = new MiniSearch(miniOptions);
  built.addAll(documents.map(({ id, title, text }, number) => ({ id: number, articleId: id, title, text })));
  return Buffer.from(JSON.stringify(built));
}

function loadMini(bytes: Uint8Array): LoadedEngine {
  const index = MiniSearch.loadJSON(Buffer.from(bytes).toString(), miniOptions);
  const idsOf = (results: SearchResult[]) => firstOf(results.map((found) => String(found['articleId'])));
  return {
    bytes: bytes.length,
    search: (query) => idsOf(index.search(query)),
    type: (query) => idsOf(index.search(query, { prefix: true })),
  };
}

/** MiniSearch as its README shows it. */
export const miniSearch: Engine = {
  name: 'MiniSearch',
  open: (_, documents) => loadMini(packMini(documents)),
  pack: (_, documents) => packMini(documents),
  load: loadMini,
};

/** lunr with lunr-languages for French, plain lunr for English. */
export const lunrEngine: Engine = {
  name: 'lunr',
  open(locale, documents) {
    if (!('fr' in lunr)) {
      support(lunr);
      french(lunr);
    }
    const plugin = (lunr as unknown as { fr: lunr.Builder.Plugin }).fr;
    const built = lunr((builder) => {
      if (locale === 'fr') builder.use(plugin);
      builder.ref('id');
      builder.field('title');
      builder.field('text');
      documents.forEach(({ title, text }, id) => builder.add({ id, title, text }));
    });
    const plain = (query: string) => query.replace(/[~^:*+-]/g, ' ');
    return {
      bytes: Buffer.byteLength(JSON.stringify(built)),
      search: (query) =>
        firstOf(built.search(plain(query)).map(({ ref }) => documents[Number(ref)]?.id ?? '')),
    };
  },
};

/** FlexSearch with forward matching and its Latin encoder for spelling, title and text as one field. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  open(_, documents) {
    const index = new Index({ tokenize: 'forward', encoder: 'LatinBalance' });
    documents.forEach(({ title, text }, id) => index.add(id, `${title}\n${text}`));
    return {
      search: (query) =>
        firstOf(
          index.search(query, { limit: most, suggest: true }).map((id) => documents[Number(id)]?.id ?? ''),
        ),
    };
  },
};

/** Orama with the tokenizer of the language where it has one. */
export const orama: Engine = {
  name: 'Orama',
  async open(locale, documents) {
    const schema = { articleId: 'string', title: 'string', text: 'string' } as const;
    const index = create({
      schema,
      components: { tokenizer: { language: locale === 'fr' ? 'french' : 'english', stemming: false } },
    });
    await insertMultiple(
      index,
      documents.map(({ id, title, text }) => ({ articleId: id, title, text })),
    );
    return {
      search: async (query) => {
        const found = await searchOrama(index, { term: query, properties: ['title', 'text'], limit: most });
        return firstOf(found.hits.map((hit) => String(hit.document.articleId)));
      },
    };
  },
};

/** Fuse over titles and texts, wherever in them the match is. */
export const fuse: Engine = {
  name: 'Fuse',
  isSlow: true,
  open(_, documents) {
    const index = new Fuse(
      documents.map(({ id, title, text }) => ({ id, title, text: text.slice(0, 2000) })),
      { keys: ['title', 'text'], ignoreLocation: true },
    );
    return {
      search: (query) =>
        firstOf(index.search(query.slice(0, 32), { limit: most }).map(({ item }) => item.id)),
    };
  },
};
