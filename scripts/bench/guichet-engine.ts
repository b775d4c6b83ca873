import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { suggest } from '../../src/search/suggest.ts';
import type { Engine } from './engine.ts';

/** Guichet itself, snippets and passages included. */
export const guichet: Engine = {
  name: 'Guichet',
  open(locale, documents) {
    const bytes = buildIndex(
      locale,
      documents.map((document) => document.article),
    );
    const started = performance.now();
    const index = loadIndex(bytes);
    search(index, 'index');
    const loadMs = performance.now() - started;
    return {
      bytes: bytes.length,
      loadMs,
      search: (query) => search(index, query).hits.map((hit) => hit.articleId),
      type: (query) => search(index, query, { typing: true }).hits.map((hit) => hit.articleId),
      suggest: (draft) => {
        const { suggestions } = suggest(index, { subject: '', description: draft }, { threshold: 0 });
        return suggestions.map((suggestion) => suggestion.articleId);
      },
    };
  },
};
