import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { meaningOf } from '../../src/search/meaning.ts';
import { search } from '../../src/search/search.ts';
import { packVectors, quantise, readVectors, SectionVectors } from '../../src/search/section-vectors.ts';
import { articleWith } from './shelf.ts';

const articles = [
  articleWith({
    title: 'Changer de mot de passe',
    text: 'Ouvrez la page de connexion et changez le mot de passe.',
  }),
  articleWith({ title: 'Recevoir une facture', text: 'La facture part le premier jour du mois.' }),
  articleWith({ title: 'Fermer son compte', text: 'Demandez la fermeture dans les réglages du compte.' }),
];
const index = loadIndex(buildIndex('fr', articles), 'fr');

/** Vectors a test gives by hand: one axis for each article, in the order of the index. */
const axisOf: Record<string, number[]> = {
  'Changer de mot de passe': [1, 0, 0],
  'Recevoir une facture': [0, 1, 0],
  'Fermer son compte': [0, 0.1, 1],
};
const axes = Array.from({ length: index.sectionCount }, (_, section) => {
  const { title } = index.name(index.shelf.articleOf[section] ?? 0);
  return axisOf[title] ?? [];
});
const vectors = readVectors(packVectors('fake', axes.map(quantise)));
const meant = (vector: number[], weight: number, enough = 2) =>
  meaningOf(index, vectors, vector, { weight, enough });
const titles = (query: string, options: Parameters<typeof search>[2] = {}) =>
  search(index, query, options).hits.map(({ title }) => title);

describe('vectors', () => {
  test('keep who is nearest when they are packed into bytes', () => {
    const exact = Array.from({ length: 40 }, (_, at) =>
      Array.from({ length: 64 }, (_, dimension) => Math.sin(at * 7.3 + dimension * (at + 1))),
    );
    const packed = readVectors(packVectors('fake', exact.map(quantise)));
    expect([packed.model, packed.count, packed.dimensions]).toEqual(['fake', 40, 64]);
    const cosine = (one: number[], other: number[]): number =>
      one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0) /
      (Math.hypot(...one) * Math.hypot(...other));
    for (const asked of exact) {
      const near = packed.nearest(asked, 40);
      for (const { section, likeness } of near)
        expect(Math.abs(likeness - cosine(asked, exact[section] ?? []))).toBeLessThan(0.02);
    }
  });

  test('of another size than the question’s are of another model, and say nothing', () => {
    expect(vectors.nearest([1, 0], 3)).toEqual([]);
    expect(new SectionVectors('none', 0, new Int8Array()).nearest([1], 3)).toEqual([]);
  });
});

describe('meaning beside words', () => {
  test('brings forward what is near in meaning, by its weight', () => {
    const query = 'une facture pour mon compte';
    const towards = axisOf['Recevoir une facture'] ?? [];
    expect(titles(query)).toEqual(['Fermer son compte', 'Recevoir une facture']);
    expect(titles(query, { meaning: meant(towards, 50) })[0]).toBe('Recevoir une facture');
    expect(titles(query, { meaning: meant(towards, 0.0001) })[0]).toBe('Fermer son compte');
  });

  test('finds an article without a word in common only when it is near enough', () => {
    expect(titles('identifiants perdus', { meaning: meant([1, 0, 0], 1, 0.9) })).toEqual([
      'Changer de mot de passe',
    ]);
    expect(titles('identifiants perdus', { meaning: meant([0.8, 0.6, 0], 1, 0.9) })).toEqual([]);
    expect(titles('identifiants perdus')).toEqual([]);
  });
});
