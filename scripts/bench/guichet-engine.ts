import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { suggest } from '../../src/search/suggest.ts';
import type { BenchDocument, Engine, LoadedEngine } from './engine.ts';

function pack(locale: string, documents: BenchDocument[]): Uint8Array {
  return buildIndex(locale, [...new Set(documents.map(({ article }) => article))]);
}

function load(bytes: Uint8Array): LoadedEngine {
  const index = loadIndex(bytes);
  return {
    bytes: bytes.length,
    search: (query) => search(index, query).hits.map((hit) => hit.articleId),
    type: (query) => search(index, query, { typing: true }).hits.map((hit) => hit.articleId),
    suggest: (draft) => {
      const { suggestions } = suggest(index, { subject: '', description: draft }, { threshold: 0 });
      return suggestions.map((suggestion) => suggestion.articleId);
    },
  };
}

/** Guichet itself, snippets and passages included. */
export const guichet: Engine = {
  name: 'Guichet',
  open: (locale, documents) => load(pack(locale, documents)),
  pack,
  load,
};
