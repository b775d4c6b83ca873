import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/articles/article.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { articleWith, sectionWith } from './shelf.ts';

const plain = (block: string) => block.replaceAll(/<[^>]+>/g, ' ');
const section = (title: string, ...blocks: string[]): Section =>
  sectionWith({ anchor: title.toLowerCase(), title, text: blocks.map(plain).join('\n'), blocks });

/** The best card for a draft over an article of these sections. */
function cardFor(draft: string, sections: Section[]) {
  const title = sections[0]?.title ?? '';
  const shelf = [
    articleWith({ path: 'wanted', title, sections }),
    ...['Livraison', 'Agenda', 'Licence'].map((name) => articleWith({ title: name, text: name })),
  ];
  const index = loadIndex(buildIndex('fr', shelf));
  const [card] = suggest(index, { subject: draft, description: '' }, { threshold: 0 }).suggestions;
  return { ...card, passage: card?.passage.replaceAll(/<\/?mark>/g, '') ?? '' };
}

describe('the passage of a card', () => {
  it('is the solution, after its cause, when the draft matches the symptom', () => {
    const card = cardFor('erreur imprimante bloquée file attente', [
      sectionWith({ title: 'Imprimante bloquée', text: 'Que faire.', blocks: ['<p>Que faire.</p>'] }),
      section('Problème', '<p>L’imprimante affiche une erreur et la file d’attente est bloquée.</p>'),
      section('Cause', '<p>Un document refusé retient les suivants. Cela arrive après une coupure.</p>'),
      section('Solution', '<ol><li>Éteignez-la.</li><li>Videz la file.</li></ol>'),
    ]);
    expect(card.sectionTitle).toBe('Solution');
    expect(card.url).toContain('#solution');
    expect(card.passage).toBe(
      '<p>Un document refusé retient les suivants. Cela arrive après une coupure.</p>' +
        '<ol><li>Éteignez-la.</li><li>Videz la file.</li></ol>',
    );
  });

  it('takes steps from the first one, with the line that introduces them', () => {
    const card = cardFor('vider la file de l’imprimante', [
      section(
        'Remise à zéro',
        '<p>Voici comment faire :</p>',
        '<ol><li>Ouvrez le capot.</li><li>Appuyez sur Arrêt.</li><li>Il faut vider la file de l’imprimante.</li></ol>',
      ),
    ]);
    expect(card.passage).toBe(
      '<p>Voici comment faire :</p><ol><li>Ouvrez le capot.</li><li>Appuyez sur Arrêt.</li>' +
        '<li>Il faut vider la file de l’imprimante.</li></ol>',
    );
  });

  it('says that a long list goes on', () => {
    const steps = Array.from({ length: 9 }, (_, step) => `<li>Étape imprimante ${step + 1}.</li>`).join('');
    expect(cardFor('étape imprimante', [section('Remise à zéro', `<ol>${steps}</ol>`)]).passage).toMatch(
      /<\/ol><p>…<\/p>$/,
    );
  });

  it('shows a row of a table under the table’s head', () => {
    const rows = ['papier', 'encre', 'toner', 'four', 'bac', 'vitre', 'capot', 'rouleau', 'ventilateur'];
    const card = cardFor('ventilateur bruyant', [
      section(
        'Entretien',
        `<table><thead><tr><th>Pièce</th><th>Mois</th></tr></thead><tbody>${rows
          .map((row) => `<tr><td>${row}</td><td>12</td></tr>`)
          .join('')}</tbody></table>`,
      ),
    ]);
    expect(card.passage).toBe(
      '<table><tr><th>Pièce</th><th>Mois</th></tr><tr><td>ventilateur</td><td>12</td></tr></table>',
    );
  });

  it('never ends with a line that announces what is not shown, nor begins with a label', () => {
    const card = cardFor('changer le toner', [
      section(
        'Toner',
        '<div><p>Attention</p><p>Le toner est chaud : changer de gants.</p></div>',
        '<p>Pour plus d’informations sur le toner, voir :</p>',
        '<ul><li>Changer le toner</li></ul>',
      ),
    ]);
    expect(card.passage).toBe('<p>Le toner est chaud : changer de gants.</p>');
  });

  it('names the words that led here, the telling ones, and no small words', () => {
    const card = cardFor('depuis hier mon imprimante ne s’allume plus sans bruit', [
      section('Imprimante', '<p>L’imprimante ne s’allume plus sans bruit depuis hier : débranchez-la.</p>'),
    ]);
    expect(card.matched).toEqual(expect.arrayContaining(['imprimante', 'allume', 'bruit']));
    for (const small of ['ne', 'plus', 'sans', 'depuis', 'mon']) expect(card.matched).not.toContain(small);
  });
});
