import { describe, expect, it } from 'vitest';
import { AskedWords } from '../../src/search/asked-words.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { suggest } from '../../src/search/suggest.ts';
import { articleWith } from './shelf.ts';

const shelf = [
  articleWith({ path: 'session', title: 'Ouvrir une session', text: 'Saisissez votre identifiant.' }),
  articleWith({ path: 'paiement', title: 'Moyens de paiement', text: 'Carte ou virement.' }),
  articleWith({ path: 'colis', title: 'Suivre un colis', text: 'Le numéro est dans le message.' }),
];
const index = loadIndex(buildIndex('fr', shelf));
const draft = { subject: 'ça mouline', description: 'la roue tourne sans fin au démarrage' };
const resolvedAt = '2026-03-01T10:00:00Z';
const first = (asked: AskedWords, threshold = 0) =>
  suggest(index, draft, { asked, threshold }).suggestions[0]?.articleId;

describe('words of solved tickets', () => {
  it('find the article that solved the same thing before, whose text holds none of them', () => {
    const asked = new AskedWords();
    asked.learn({
      reference: 'G-1',
      articleId: 'fr/session',
      text: 'ça mouline, la roue tourne au démarrage',
      resolvedAt,
    });
    expect(first(asked)).toBe('fr/session');
  });

  it('answer a message of small words alone, when a ticket said the same', () => {
    const asked = new AskedWords();
    const small = { subject: '', description: 'et où en est-il ?' };
    expect(suggest(index, small, { asked, threshold: 0 }).reason).toBe('too-short');
    asked.learn({ reference: 'G-1', articleId: 'fr/colis', text: 'où en est-il ?', resolvedAt });
    expect(suggest(index, small, { asked, threshold: 0 }).suggestions[0]?.articleId).toBe('fr/colis');
  });

  it('are forgotten with the ticket', () => {
    const asked = new AskedWords();
    asked.learn({ reference: 'G-1', articleId: 'fr/session', text: draft.description, resolvedAt });
    asked.forget('G-1');
    asked.forget('G-unknown');
    expect(asked.size).toBe(0);
    expect(suggest(index, draft, { asked })).toEqual(suggest(index, draft));
    expect([...asked.match('fr', draft.description).keys()]).toEqual([]);
  });

  it('count once when the same ticket is learned again', () => {
    const asked = new AskedWords();
    for (let time = 0; time < 3; time++) {
      asked.learn({ reference: 'G-1', articleId: 'fr/session', text: draft.description, resolvedAt });
    }
    expect(asked.size).toBe(1);
  });

  it('cannot be bent by one person who sends many tickets', () => {
    const asked = new AskedWords();
    for (let ticket = 0; ticket < 50; ticket++) {
      asked.learn({
        reference: `G-${ticket}`,
        articleId: 'fr/paiement',
        text: 'la roue tourne',
        requesterKey: 'same',
        resolvedAt,
      });
    }
    expect(asked.size).toBe(3);
  });

  it('keep the most recent tickets of an article when there are too many', () => {
    const asked = new AskedWords();
    for (let ticket = 0; ticket < 260; ticket++) {
      const day = new Date(Date.UTC(2026, 0, 1 + ticket)).toISOString();
      asked.learn({
        reference: `G-${ticket}`,
        articleId: 'fr/paiement',
        text: `question ${ticket}`,
        resolvedAt: day,
      });
    }
    expect(asked.size).toBe(200);
    asked.forget('G-259');
    expect(asked.size).toBe(199);
    asked.forget('G-0');
    expect(asked.size).toBe(199);
  });

  it('fade with age', () => {
    const asked = new AskedWords();
    asked.learn({
      reference: 'old',
      articleId: 'fr/session',
      text: draft.description,
      resolvedAt: '2020-01-01T00:00:00Z',
    });
    asked.learn({ reference: 'new', articleId: 'fr/colis', text: draft.description, resolvedAt });
    const likeness = asked.match('fr', draft.description);
    expect(likeness.get('fr/session')?.best ?? 1).toBeLessThan((likeness.get('fr/colis')?.best ?? 0) / 2);
  });

  it('stay within their language', () => {
    const asked = new AskedWords();
    asked.learn({ reference: 'G-1', articleId: 'en/session', text: draft.description, resolvedAt });
    expect([...asked.match('fr', draft.description).keys()]).toEqual([]);
  });
});
