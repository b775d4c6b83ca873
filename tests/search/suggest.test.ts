import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { articleWith, sectionWith } from './shelf.ts';

const fillers = [
  'imprimante',
  'facture',
  'livraison',
  'abonnement',
  'clavier',
  'licence',
  'sauvegarde',
  'agenda',
].map((subject) =>
  articleWith({
    path: subject,
    title: `Tout sur ${subject}`,
    text: `Régler et utiliser : ${subject}. Voir aussi le menu.`,
  }),
);
const password = articleWith({
  path: 'mot-de-passe',
  title: 'Mot de passe oublié',
  sections: [
    sectionWith({ title: 'Mot de passe oublié', text: 'Un mot de passe perdu se remplace en une minute.' }),
    sectionWith({
      anchor: 'changer',
      title: 'Changer de mot de passe',
      text: 'Pour changer : ouvrez Mon compte, cliquez sur Réinitialiser, suivez le lien reçu.',
      blocks: [
        '<p>Pour changer de mot de passe oublié :</p>',
        '<ol><li>Ouvrez <strong>Mon compte</strong>.</li><li>Cliquez sur <em>Réinitialiser le mot de passe</em>.</li><li>Suivez le lien reçu.</li></ol>',
      ],
    }),
  ],
});
const fatal = articleWith({
  path: 'memoire',
  title: 'Mémoire épuisée pendant la compilation',
  text: 'L’erreur « Allowed memory size exhausted » vient d’une limite de mémoire trop basse. Augmentez memory_limit.',
});
const index = loadIndex(buildIndex('fr', [...fillers, password, fatal]));
const idsFor = (subject: string, description: string) =>
  suggest(index, { subject, description }, { threshold: 0 }).suggestions.map(
    (suggestion) => suggestion.articleId,
  );

describe('suggestions', () => {
  it('offer the passage that answers, as steps, with the words of the draft marked', () => {
    const { suggestions } = suggest(index, {
      subject: 'mot de passe oublié',
      description: 'Bonjour, comment réinitialiser mon mot de passe ? Je n’arrive plus à ouvrir mon compte.',
    });
    const [best] = suggestions;
    expect(best).toMatchObject({ articleId: 'fr/mot-de-passe', url: '/fr/articles/mot-de-passe#changer' });
    expect(best?.passage).toContain('<ol>');
    expect(best?.passage).toContain('<mark>');
    expect(best?.matched).toContain('passe');
  });

  it('say that a draft is too short', () => {
    expect(suggest(index, { subject: 'b', description: '' })).toEqual({
      confidence: 0,
      suggestions: [],
      reason: 'too-short',
    });
    expect(suggest(index, { subject: 'Bonjour', description: 'merci' }).reason).toBe('too-short');
  });

  it('stay silent when nothing answers', () => {
    const { suggestions, reason } = suggest(index, {
      subject: 'xylophone désaccordé',
      description: 'Il grince au concert du samedi.',
    });
    expect(suggestions).toEqual([]);
    expect(reason).toBe('nothing-relevant');
  });

  it('come from different articles, three at most, best first', () => {
    const { suggestions } = suggest(
      index,
      { subject: 'régler clavier imprimante facture licence', description: '' },
      { threshold: 0 },
    );
    expect(suggestions.length).toBe(3);
    expect(new Set(suggestions.map((suggestion) => suggestion.articleId)).size).toBe(3);
  });

  it('look past greeting, signature and quoted mail', () => {
    const draft =
      'Bonjour,\n\nJ’ai perdu mon mot de passe et le lien ne vient pas.\n\nCordialement,\nJean Facture\nService livraison et imprimante';
    expect(idsFor('aide', draft)[0]).toBe('fr/mot-de-passe');
    expect(idsFor('aide', `${draft}\n> imprimante clavier agenda\n> licence`)[0]).toBe('fr/mot-de-passe');
  });

  it('read the error line of a pasted log, not the three hundred lines after it', () => {
    const trace = Array.from(
      { length: 300 },
      (_, line) => `  at livraison.imprimante.Clavier${line} (agenda.js:${line})`,
    );
    const log = ['PHP Fatal error: Allowed memory size of 134217728 bytes exhausted', ...trace].join('\n');
    expect(idsFor('compilation interrompue', log)[0]).toBe('fr/memoire');
  });

  it('do not take longer to write for a long draft: what is read has a largest length', () => {
    const draft = `Mon mot de passe est perdu. ${'Par ailleurs le temps est beau et la mer calme. '.repeat(500)}`;
    expect(idsFor('mot de passe', draft.slice(0, 20_000))[0]).toBe('fr/mot-de-passe');
  });

  it('never repeat an article that is to be left out', () => {
    const options = { threshold: 0, except: new Set(['fr/mot-de-passe']) };
    const { suggestions } = suggest(index, { subject: 'mot de passe oublié', description: '' }, options);
    expect(suggestions.map((suggestion) => suggestion.articleId)).not.toContain('fr/mot-de-passe');
  });

  it('carry no markup of an article but their own', () => {
    const nasty = articleWith({
      path: 'x',
      title: 'Script licorne',
      text: '',
      sections: [
        sectionWith({
          title: 'Script licorne',
          text: 'licorne',
          blocks: [
            '<p>La licorne &lt;script&gt;alert(1)&lt;/script&gt; <a href="javascript:x" onclick="y">galope</a></p>',
          ],
        }),
      ],
    });
    const { suggestions } = suggest(
      loadIndex(buildIndex('fr', [nasty])),
      { subject: 'licorne script', description: '' },
      { threshold: 0 },
    );
    const passage = suggestions[0]?.passage ?? '';
    expect(passage).toContain('&lt;');
    expect(passage.replaceAll(/<\/?(?:p|mark)>/g, '')).not.toContain('<');
  });
});
