import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { articleWith } from './shelf.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ'.split('');
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 12 });
const textOf = (words: string[]) => words.join(' ');

describe('every word of an article', () => {
  it('finds the article', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 15 }),
        fc.array(word, { minLength: 1, maxLength: 15 }),
        (one, other) => {
          const shelf = [
            articleWith({ path: 'one', title: 'Premier', text: textOf(one) }),
            articleWith({ path: 'other', title: 'Second', text: textOf(other) }),
          ];
          const index = loadIndex(buildIndex('fr', shelf));
          for (const wanted of one) {
            expect(search(index, wanted).hits.map((hit) => hit.articleId)).toContain('fr/one');
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('finds it in capitals and without accents', () => {
    const index = loadIndex(
      buildIndex('fr', [articleWith({ path: 'one', title: 'Réglages', text: 'Réinitialisation préférée' })]),
    );
    for (const query of ['REINITIALISATION', 'préferee', 'reglages', 'RÉGLAGES']) {
      expect(search(index, query).hits).toHaveLength(1);
    }
  });

  it('finds it when it is a small word and nothing else was asked', () => {
    const index = loadIndex(
      buildIndex('fr', [articleWith({ path: 'one', title: 'Qui est là', text: 'Personne.' })]),
    );
    expect(search(index, 'qui').hits).toHaveLength(1);
  });
});
