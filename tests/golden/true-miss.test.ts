import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { search } from '../../src/search/search.ts';
import { hasSharedShelf, openManual, openSharedShelf } from './open-manual.ts';

/** What no shelf about software answers: nonsense, and questions about everyday life. */
const misses = {
  fr: `xyzzy plugh | azerty qsdfgh | blorp | zzzzqwx | flurbe gnoki | mon chat est malade | météo demain
    | vol pas cher lisbonne | trottinette électrique | tondeuse à gazon | horoscope | perdu mon chien | xylophone
    | rage de dents | club de judo | peinture du salon | kilomètres à pied | 0x8024402c`,
  en: `xyzzy plugh | asdf qwer zxcv | blorptastic fnord | lkjh | aaaa | my cat is sick | football results
    | football scores yesterday | cheap flights to lisbon | how to cook rice | weather tomorrow | pancake recipe
    | lost my dog | movie times tonight | book a taxi | toothache remedy | foo bar baz | 0x8024402c`,
};
const listed = (locale: 'fr' | 'en') => misses[locale].split('|').map((query) => query.trim());

describe.each(['fr', 'en'] as const)('a search that nothing answers (%s)', (locale) => {
  let manual: SearchIndex;
  beforeAll(async () => {
    manual = await openManual(locale);
  });

  it.each(listed(locale))('stays empty over the manual: "%s"', (query) => {
    expect(search(manual, query).hits.map(({ articleId }) => articleId)).toEqual([]);
  });
});

describe.skipIf(!hasSharedShelf).each(['fr', 'en'] as const)(
  'a search that nothing answers, over a shop system’s knowledge base (%s; skipped without the shared data)',
  (locale) => {
    let shelf: SearchIndex;
    beforeAll(async () => {
      shelf = await openSharedShelf(locale);
    });

    it.each(listed(locale))('stays empty: "%s"', (query) => {
      expect(search(shelf, query).hits.map(({ articleId }) => articleId)).toEqual([]);
    });
  },
);
