import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr.js';
import support from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';

const most = 10;

/** MiniSearch as its README shows it. */
export const miniSearch: Engine = {
  name: 'MiniSearch',
  open(_, documents) {
    const options = { fields: ['title', 'text'] };
    const built = new MiniSearch(options);
    built.addAll(documents.map(({ id, title, text }) => ({ id, title, text })));
    const json = JSON.stringify(built);
    const started = performance.now();
    const index = MiniSearch.loadJSON(json, options);
    const loadMs = performance.now() - started;
    const idsOf = (results: { id: unknown }[]) => results.slice(0, most).map(({ id }) => String(id));
    return {
      bytes: Buffer.byteLength(json),
      loadMs,
      search: (query) => idsOf(index.search(query)),
      type: (query) => idsOf(index.search(query, { prefix: true })),
    };
  },
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
      for (const { id, title, text } of documents) builder.add({ id, title, text });
    });
    const json = JSON.stringify(built);
    const started = performance.now();
    const index = lunr.Index.load(JSON.parse(json) as object);
    const loadMs = performance.now() - started;
    const plain = (query: string) => query.replace(/[~^:*+-]/g, ' ');
    return {
      bytes: Buffer.byteLength(json),
      loadMs,
      search: (query) =>
        index
          .search(plain(query))
          .slice(0, most)
          .map(({ ref }) => ref),
    };
  },
};

/** FlexSearch documents with forward matching and its Latin encoder for spelling. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  open(_, documents) {
    const index = new Document({
      document: { id: 'id', index: ['title', 'text'] },
      tokenize: 'forward',
      encoder: 'LatinBalance',
    });
    for (const { id, title, text } of documents) index.add({ id, title, text });
    return {
      search: (query) => {
        const fields = index.search(query, { limit: most, suggest: true });
        return [...new Set(fields.flatMap(({ result }) => result.map(String)))].slice(0, most);
      },
    };
  },
};

/** Orama with the tokenizer of the language where it has one. */
export const orama: Engine = {
  name: 'Orama',
  async open(locale, documents) {
    const schema = { id: 'string', title: 'string', text: 'string' } as const;
    const index = create({
      schema,
      components: { tokenizer: { language: locale === 'fr' ? 'french' : 'english', stemming: false } },
    });
    await insertMultiple(
      index,
      documents.map(({ id, title, text }) => ({ id, title, text })),
    );
    return {
      search: async (query) => {
        const found = await searchOrama(index, { term: query, properties: ['title', 'text'], limit: most });
        return found.hits.map((hit) => String(hit.document.id));
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
      search: (query) => index.search(query.slice(0, 32), { limit: most }).map(({ item }) => item.id),
    };
  },
};
