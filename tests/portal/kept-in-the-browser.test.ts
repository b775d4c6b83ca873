import { describe, expect, it } from 'vitest';
import {
  draftWindowMs,
  forgetDrafts,
  recentDrafts,
  rememberDraft,
} from '../../src/components/contact/draft-ids.ts';
import type { KeptText } from '../../src/components/contact/kept-texts.ts';
import { forgetText, savedText, saveText } from '../../src/components/contact/saved-text.ts';

function memory(initial: Record<string, string> = {}): KeptText & { size: () => number } {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    size: () => kept.size,
  };
}

const forbidden: KeptText = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

const dayMs = 24 * 3600 * 1000;

describe('ids of drafts', () => {
  it('are kept for seven days, so that a ticket sent later can be told from a question that was solved', () => {
    const storage = memory();
    rememberDraft(storage, 'monday', 0);
    rememberDraft(storage, 'thursday', 3 * dayMs);
    expect(recentDrafts(storage, draftWindowMs - 1)).toEqual(['monday', 'thursday']);
    expect(recentDrafts(storage, draftWindowMs)).toEqual(['thursday']);
  });

  it('are kept once each, as of their last use', () => {
    const storage = memory();
    rememberDraft(storage, 'a', 0);
    rememberDraft(storage, 'b', 1);
    rememberDraft(storage, 'a', 6 * dayMs);
    expect(recentDrafts(storage, 8 * dayMs)).toEqual(['a']);
  });

  it('are twenty at most, the latest', () => {
    const storage = memory();
    for (let draft = 0; draft < 25; draft += 1) rememberDraft(storage, `draft-${draft}`, draft);
    expect(recentDrafts(storage, 25)).toHaveLength(20);
    expect(recentDrafts(storage, 25)[0]).toBe('draft-5');
  });

  it('are gone once the request is sent', () => {
    const storage = memory();
    rememberDraft(storage, 'a', 0);
    forgetDrafts(storage);
    expect(recentDrafts(storage, 1)).toEqual([]);
  });

  it('do without a storage that is forbidden or spoilt', () => {
    rememberDraft(forbidden, 'a', 0);
    forgetDrafts(forbidden);
    expect(recentDrafts(forbidden, 0)).toEqual([]);
    expect(recentDrafts(memory({ 'guichet:drafts': '{"id":1}' }), 0)).toEqual([]);
    expect(recentDrafts(memory({ 'guichet:drafts': 'not JSON' }), 0)).toEqual([]);
  });
});

describe('the text of a request', () => {
  it('survives a reload', () => {
    const storage = memory();
    saveText(storage, { subject: 'Facture', description: '' }, 0);
    expect(savedText(storage, dayMs)).toEqual({ subject: 'Facture' });
  });

  it('is not offered again after a week', () => {
    const storage = memory();
    saveText(storage, { subject: 'Facture' }, 0);
    expect(savedText(storage, 7 * dayMs)).toEqual({});
  });

  it('leaves nothing behind when the form is emptied or sent', () => {
    const storage = memory();
    saveText(storage, { subject: 'Facture' }, 0);
    saveText(storage, { subject: ' ' }, 1);
    expect(storage.size()).toBe(0);
    saveText(storage, { subject: 'Facture' }, 2);
    forgetText(storage);
    expect(storage.size()).toBe(0);
  });

  it('is no trouble where the browser keeps nothing', () => {
    saveText(forbidden, { subject: 'Facture' }, 0);
    forgetText(forbidden);
    expect(savedText(forbidden, 0)).toEqual({});
    expect(savedText(memory({ 'guichet:request': 'spoilt' }), 0)).toEqual({});
  });
});
