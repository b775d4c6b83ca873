import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/articles/read-articles.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';

const content = join(import.meta.dirname, '../../content');
const drafts = readFileSync(join(import.meta.dirname, 'drafts.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [subject = '', description = '', path = ''] = line.split('\t');
    return { subject, description, path };
  });
const answered = drafts.filter((draft) => draft.path !== '–');
const unanswered = drafts.filter((draft) => draft.path === '–');

/** Floors that a change may not fall below; each is under what was measured when it was set. */
const floors = { amongThree: 0.8, shown: 0.7, silent: 0.8 };

function shareOf<Item>(items: Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

describe('drafts about Guichet itself', () => {
  let index: SearchIndex;

  beforeAll(async () => {
    const { articles } = await readArticles(content);
    const synonyms = parseSynonyms(parse(readFileSync(join(content, 'synonyms.fr.yaml'), 'utf8')));
    index = loadIndex(buildIndex('fr', articles, { synonyms }));
  });

  it('find the article that answers among three', () => {
    const share = shareOf(answered, (draft) => {
      const { suggestions } = suggest(index, draft, { threshold: 0 });
      return suggestions.some(({ articleId }) => articleId === `fr/${draft.path}`);
    });
    expect(share).toBeGreaterThanOrEqual(floors.amongThree);
  });

  it('are shown a card when an article answers', () => {
    expect(shareOf(answered, (draft) => suggest(index, draft).suggestions.length > 0)).toBeGreaterThanOrEqual(
      floors.shown,
    );
  });

  it('are shown nothing when no article answers', () => {
    expect(
      shareOf(unanswered, (draft) => suggest(index, draft).suggestions.length === 0),
    ).toBeGreaterThanOrEqual(floors.silent);
  });
});
