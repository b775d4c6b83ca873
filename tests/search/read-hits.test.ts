import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { articleWith } from './shelf.ts';

const apart = (words: string[]) =>
  words
    .map((word) => `Le ${word} se règle ici, ce qui demande un peu de patience et quelques essais de plus.`)
    .join(' ');
const asked = 'imprimante bloquée papier tiroir voyant rouge';
const shelf = [
  articleWith({
    path: 'epars',
    title: 'Réglages',
    text: apart(['rouge', 'voyant', 'tiroir', 'papier', 'imprimante', 'bloquée']),
  }),
  articleWith({
    path: 'ensemble',
    title: 'Dépannages',
    text: `Quand l’imprimante est bloquée, le papier du tiroir manque et le voyant est rouge. ${apart(['service', 'réseau'])}`,
  }),
  articleWith({
    path: 'autrement',
    title: 'Dépannages divers',
    text: `Des imprimantes bloquent : papiers, tiroirs, voyants rouges. ${apart(['service', 'réseau'])}`,
  }),
];

function first(query: string): string | undefined {
  return search(loadIndex(buildIndex('fr', shelf)), query).hits[0]?.articleId;
}

describe('the order of what is found', () => {
  it('puts the article that says all the words in one sentence before the one that scatters them', () => {
    expect(first(asked)).toBe('fr/ensemble');
  });

  it('puts the words as they were written before other forms of them, with or without accents', () => {
    expect(first('papiers tiroirs imprimantes voyants rouges bloquent')).toBe('fr/autrement');
    expect(first('imprimante bloquee papier tiroir voyant rouge')).toBe('fr/ensemble');
  });

  it('does not change for a single word', () => {
    expect(first('réglages')).toBe('fr/epars');
  });
});
