import { describe, expect, it } from 'vitest';
import {
  budgetMs,
  SuggestionSession,
  writingPauseMs,
  type DraftAnswer,
} from '../../src/components/contact/suggestion-session.ts';
import type { Suggestion } from '../../src/search/hit.ts';
import { ManualTimers, settle } from './manual-timers.ts';

const suggestion = (articleId: string): Suggestion => ({
  articleId,
  title: articleId,
  url: `/${articleId}`,
  sectionTitle: articleId,
  passage: '<p>…</p>',
  matched: [],
  confidence: 0.8,
});

function openForm() {
  const timers = new ManualTimers();
  const asked: string[] = [];
  const shown: string[][] = [];
  let settleAsk = {
    resolve: (_answer: DraftAnswer): void => undefined,
    reject: (_error: Error): void => undefined,
  };
  const session = new SuggestionSession({
    ask: ({ description, draftId }, signal) => {
      asked.push(draftId ? `${description} (${draftId})` : description);
      return new Promise((resolve, reject) => {
        settleAsk = { resolve, reject };
        signal.addEventListener('abort', () => reject(new Error('too slow')));
      });
    },
    show: (suggestions) => shown.push(suggestions.map(({ articleId }) => articleId)),
    later: timers.later,
  });
  const write = async (description: string): Promise<void> => {
    session.wrote({ subject: '', description });
    await timers.pass(writingPauseMs);
  };
  const answer = async (...articleIds: string[]): Promise<void> => {
    settleAsk.resolve({ draftId: 'draft-1', suggestions: articleIds.map(suggestion) });
    await settle();
  };
  const fail = async (): Promise<void> => {
    settleAsk.reject(new Error('503'));
    await settle();
  };
  return { session, timers, asked, shown, write, answer, fail };
}

describe('suggestions while a request is written', () => {
  it('wait for a few words', async () => {
    const { write, asked } = openForm();
    await write('bonjour');
    expect(asked).toEqual([]);
  });

  it('wait for a pause in writing', async () => {
    const { session, timers, asked } = openForm();
    session.wrote({ subject: '', description: 'ma facture' });
    await timers.pass(writingPauseMs - 1);
    session.wrote({ subject: '', description: 'ma facture est introuvable' });
    await timers.pass(writingPauseMs);
    expect(asked).toEqual(['ma facture est introuvable']);
  });

  it('are asked one at a time, and the answer to a text that has changed is dropped', async () => {
    const { write, answer, asked, shown } = openForm();
    await write('ma facture');
    await write('ma facture est introuvable');
    expect(asked).toEqual(['ma facture']);
    await answer('fr/old');
    expect(shown).toEqual([]);
    expect(asked).toEqual(['ma facture', 'ma facture est introuvable (draft-1)']);
    await answer('fr/new');
    expect(shown).toEqual([['fr/new']]);
  });

  it('to a text the reader is still changing are dropped, and asked for again when the text comes back', async () => {
    const { session, write, answer, asked, shown } = openForm();
    await write('ma facture');
    session.wrote({ subject: '', description: 'ma facture est' });
    await answer('fr/old');
    expect(shown).toEqual([]);
    await write('ma facture');
    expect(asked).toEqual(['ma facture', 'ma facture (draft-1)']);
    await answer('fr/new');
    expect(shown).toEqual([['fr/new']]);
  });

  it('are not asked again for the same words', async () => {
    const { write, answer, asked } = openForm();
    await write('ma facture');
    await answer('fr/a');
    await write('ma facture');
    expect(asked).toHaveLength(1);
  });

  it('are three at most, without those the reader put aside', async () => {
    const { session, write, answer, shown } = openForm();
    session.reject('fr/b');
    await write('ma facture');
    await answer('fr/a', 'fr/b', 'fr/c', 'fr/d', 'fr/e');
    expect(shown).toEqual([['fr/a', 'fr/c', 'fr/d']]);
  });

  it('go silent after two failures in a row, and the form goes on', async () => {
    const { write, fail, asked } = openForm();
    await write('ma facture');
    await fail();
    await write('ma facture est introuvable');
    await fail();
    await write('ma facture est introuvable depuis hier');
    expect(asked).toHaveLength(2);
  });

  it('count a slow answer as a failure', async () => {
    const { write, timers, asked, shown } = openForm();
    await write('ma facture');
    await timers.pass(budgetMs);
    await write('ma facture est introuvable');
    await timers.pass(budgetMs);
    await write('ma facture est introuvable depuis hier');
    expect(asked).toHaveLength(2);
    expect(shown).toEqual([]);
  });

  it('forgive one failure when the next answer comes', async () => {
    const { write, fail, answer, asked } = openForm();
    await write('ma facture');
    await fail();
    await write('ma facture est introuvable');
    await answer();
    await write('ma facture est introuvable depuis hier');
    await fail();
    await write('ma facture est introuvable depuis avant-hier');
    expect(asked).toHaveLength(4);
  });

  it('stop when the reader has found the answer', async () => {
    const { session, write, answer, shown } = openForm();
    await write('ma facture');
    session.stop();
    await answer('fr/a');
    expect(shown).toEqual([]);
  });
});
