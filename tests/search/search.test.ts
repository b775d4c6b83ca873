import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { search } from '../../src/search/search.ts';
import { articleWith, sectionWith } from './shelf.ts';

const shelf = [
  articleWith({ path: 'peche', title: 'Ouvrir la pêche', text: 'Le permis de pêche se demande en ligne.' }),
  articleWith({
    path: 'peche-avoue',
    title: 'Le péché avoué',
    text: 'Un péché avoué est à moitié pardonné.',
  }),
  articleWith({
    path: 'coeur',
    title: 'Le cœur de l’application',
    text: 'L’œuvre est installée au cœur du système.',
  }),
  articleWith({
    path: 'mail',
    title: 'Recevoir un e-mail de confirmation',
    text: 'L’e-mail part dans la minute.',
  }),
  articleWith({
    path: 'code',
    title: 'Erreur 0x80070005',
    text: 'Modifiez config.php puis installez 2.4.3-p2.',
  }),
  articleWith({
    path: 'connexion',
    title: 'Connexion impossible',
    text: 'Réinitialisez le mot de passe depuis la page de connexion.',
  }),
  articleWith({
    path: 'remboursements',
    title: 'Remboursements',
    sections: [
      sectionWith({ title: 'Remboursements', text: 'Tout ce qui concerne l’argent rendu.' }),
      sectionWith({
        anchor: 'delais',
        title: 'Délais',
        text: 'Comptez cinq jours ouvrés après le retour du colis.',
      }),
    ],
  }),
  articleWith({ path: 'secret', title: 'Brouillon licorne', text: 'licorne', state: 'draft' }),
  articleWith({ path: 'vieux', title: 'Archive licorne', text: 'licorne', state: 'archived' }),
];
const index = loadIndex(buildIndex('fr', shelf));
const first = (query: string) => search(index, query).hits[0]?.articleId;

describe('search', () => {
  it.each([
    ['pêche', 'fr/peche'],
    ['péché', 'fr/peche-avoue'],
    ['PÉCHÉ', 'fr/peche-avoue'],
    ['coeur', 'fr/coeur'],
    ['oeuvre', 'fr/coeur'],
    ["l'application", 'fr/coeur'],
    ['email', 'fr/mail'],
    ['courriel', 'fr/mail'],
    ['0x80070005', 'fr/code'],
    ['config.php', 'fr/code'],
    ['2.4.3-p2', 'fr/code'],
    ['remboursée', 'fr/remboursements'],
    ['mdp', 'fr/connexion'],
    ['conexion', 'fr/connexion'],
    ['connxeion', 'fr/connexion'],
    ['onnexion', 'fr/connexion'],
  ])('finds the right article for "%s"', (query, articleId) => {
    expect(first(query)).toBe(articleId);
  });

  it('finds both words that differ in accents only when accents are left out', () => {
    const found = search(index, 'peche').hits.map((hit) => hit.articleId);
    expect(found.sort()).toEqual(['fr/peche', 'fr/peche-avoue']);
  });

  it('gives one hit per article, at its best section', () => {
    const { hits } = search(index, 'délais');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ url: '/fr/articles/remboursements#delais', sectionTitle: 'Délais' });
  });

  it('finds nothing when no article answers', () => {
    expect(search(index, 'xylophone').hits).toEqual([]);
    expect(search(index, 'licorne').hits).toEqual([]);
    expect(search(index, '').hits).toEqual([]);
    expect(search(index, '?!').hits).toEqual([]);
  });

  it('says how a misspelt query was understood', () => {
    expect(search(index, 'conexion impossible').didYouMean).toBe('connexion impossible');
    expect(search(index, 'connexion impossible').didYouMean).toBeUndefined();
  });

  it('says so only when a hit owes itself to the correction', () => {
    expect(search(index, 'xyzzy conexio').didYouMean).toBeUndefined();
  });

  it('takes words as they are written when asked to', () => {
    expect(search(index, 'conexion', { exact: true }).hits).toEqual([]);
    expect(search(index, 'connexion', { exact: true }).hits).toHaveLength(1);
  });

  it('completes a misspelt beginning', () => {
    expect(search(index, 'conexi', { typing: true }).hits[0]?.articleId).toBe('fr/connexion');
  });

  it.each([
    ['share point', 'Ouvrir Sharepoint'],
    ['sharepoint', 'Ouvrir Share Point'],
    ['log in', 'Your login'],
    ['setup', 'How to set up a printer'],
  ])('finds words written together or apart: "%s" finds "%s"', (query, title) => {
    const locale = title.startsWith('Ouvrir') ? 'fr' : 'en';
    const shop = [articleWith({ locale, path: 'x', title, text: title })];
    const others = ['Alpha', 'Beta', 'Gamma'].map((name) => articleWith({ locale, title: name, text: name }));
    expect(search(loadIndex(buildIndex(locale, [...shop, ...others])), query).hits).toHaveLength(1);
  });

  it('marks no small word as the reason for a hit', () => {
    const marked = loadIndex(
      buildIndex('fr', [
        articleWith({ path: 'x', title: 'Panne', text: 'La facture ne s’ouvre plus sans aide.' }),
      ]),
    );
    const snippet = search(marked, 'la facture ne s’ouvre plus sans').hits[0]?.snippet ?? '';
    expect(snippet).toContain('<mark>facture</mark>');
    expect(snippet).not.toMatch(/<mark>(?:ne|la|sans|plus)<\/mark>/);
  });

  it('completes the word being typed, and only that one', () => {
    expect(search(index, 'rembour', { typing: true }).hits[0]?.articleId).toBe('fr/remboursements');
    expect(search(index, 'rembour').hits).toEqual([]);
  });

  it('gives the same answer every time', () => {
    const again = loadIndex(buildIndex('fr', shelf.toReversed()));
    expect(search(again, 'mot de passe connexion')).toEqual(search(index, 'mot de passe connexion'));
  });

  it('keeps to a product, a folder and an audience when asked', () => {
    const scoped = loadIndex(
      buildIndex('fr', [
        articleWith({ path: 'a', title: 'Facture mobile', product: 'mobile', category: ['billing'] }),
        articleWith({ path: 'b', title: 'Facture fixe', product: 'fixe', category: ['billing', 'old'] }),
        articleWith({ path: 'c', title: 'Facture' }),
        articleWith({
          path: 'd',
          title: 'Facture du personnel',
          audience: 'salariés, stagiaires',
          product: 'fax',
        }),
      ]),
    );
    const found = (options: object) =>
      search(scoped, 'facture', options)
        .hits.map((hit) => hit.articleId)
        .sort();
    expect(found({ product: 'mobile' })).toEqual(['fr/a', 'fr/c']);
    expect(found({ category: 'billing' })).toEqual(['fr/a', 'fr/b']);
    expect(found({ audience: 'stagiaires', product: 'fax' })).toEqual(['fr/c', 'fr/d']);
    expect(found({ audience: 'clients', product: 'fax' })).toEqual(['fr/c']);
  });
});

describe('what is shown of a hit', () => {
  it('never contains markup that came from an article', () => {
    const nasty = '<script>alert(1)</script> & "quotes" connexion';
    const dangerous = loadIndex(
      buildIndex('fr', [articleWith({ path: 'x', title: nasty, text: `${nasty} ici` })]),
    );
    const [hit] = search(dangerous, 'connexion').hits;
    expect(hit?.snippet).not.toContain('<script');
    expect(hit?.snippet).toContain('&lt;script&gt;');
    expect(hit?.snippet).toContain('<mark>connexion</mark>');
  });
});
