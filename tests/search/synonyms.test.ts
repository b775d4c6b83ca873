import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';
import { articleWith } from './shelf.ts';

const synonyms = parseSynonyms([
  ['chaussette', 'soquette'],
  { from: ['godasse'], to: ['chaussure de ville'] },
]);
const shelf = [
  articleWith({ path: 'chaussette', title: 'Laver une chaussette', text: 'À trente degrés.' }),
  articleWith({ path: 'soquette', title: 'Ranger une soquette', text: 'Par paire.' }),
  articleWith({ path: 'chaussure', title: 'Cirer une chaussure de ville', text: 'Avec une brosse.' }),
  articleWith({ path: 'ville', title: 'Plan de la ville', text: 'En papier.' }),
];
const index = loadIndex(buildIndex('fr', shelf, { synonyms }));
const found = (query: string) => search(index, query).hits.map((hit) => hit.articleId);

describe('synonyms', () => {
  it('find each other within a group, the word itself first', () => {
    expect(found('soquettes')).toEqual(['fr/soquette', 'fr/chaussette']);
  });

  it('work one way only when written with from and to', () => {
    expect(found('godasse')).toEqual(['fr/chaussure']);
    expect(found('chaussure de ville')).not.toContain('fr/godasse');
  });

  it('are refused with the place of the mistake', () => {
    expect(() => parseSynonyms([['a', 'b'], { form: ['x'], to: ['y'] }])).toThrow(/Item 2/);
    expect(() => parseSynonyms('text')).toThrow(/list/);
    expect(parseSynonyms(null)).toEqual({ groups: [], rules: [] });
  });
});
