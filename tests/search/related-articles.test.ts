import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { relatedArticles } from '../../src/search/related-articles.ts';

const article = (id: string, title: string, description = ''): Article => ({
  ...{
    id,
    locale: 'fr',
    path: id,
    title,
    description,
    keywords: [],
    key: id,
    category: [],
    state: 'validated',
  },
  ...{
    updated: '2026-01-01',
    html: '',
    headings: [],
    sections: [],
    images: [],
    markdown: '',
    file: `${id}.md`,
  },
});

const others = Array.from({ length: 30 }, (_, place) =>
  article(`n${place}`, `Sujet numéro ${place} tout seul`),
);

test('articles on one subject are related, whatever the form of the words', () => {
  const shelf = [
    article('a', 'Sauvegarder la base de données'),
    article('b', 'Restaurer une sauvegarde'),
    article('c', 'Changer de mot de passe'),
    ...others,
  ];
  const related = relatedArticles('fr', shelf);
  expect(related.get('a')).toEqual(['b']);
  expect(related.get('b')).toEqual(['a']);
});

test('an article nothing resembles has none, and words that many share relate nothing', () => {
  const related = relatedArticles('fr', [article('c', 'Changer de mot de passe'), ...others]);
  expect(related.get('c')).toEqual([]);
  expect(related.get('n1')).toEqual([]);
});

test('at most three are named', () => {
  const shelf = [
    ...Array.from({ length: 6 }, (_, place) => article(`p${place}`, 'Imprimante')),
    ...others.concat(others),
  ];
  expect(relatedArticles('fr', shelf).get('p0')).toHaveLength(3);
});
