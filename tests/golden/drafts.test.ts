import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { openManual, readTable } from './open-manual.ts';

const drafts = readTable('drafts.tsv').map(([subject = '', description = '', path = '']) => ({
  subject,
  description,
  path,
}));
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
    index = await openManual('fr');
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
