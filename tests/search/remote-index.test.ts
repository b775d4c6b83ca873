import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { openRemoteIndex } from '../../src/search/remote-index.ts';
import { search } from '../../src/search/search.ts';
import { splitIndex } from '../../src/search/split-index.ts';
import { articleWith } from './shelf.ts';

const subjects = [
  'facture',
  'remboursement',
  'connexion',
  'livraison',
  'abonnement',
  'imprimante',
  'réseau',
  'clavier',
];
const shelf = Array.from({ length: 400 }, (_, number) => {
  const subject = subjects[number % subjects.length] ?? '';
  const other = subjects[(number * 5 + 3) % subjects.length] ?? '';
  const text = `La ${subject} numéro ${number} dépend de la ${other}. `.repeat(12);
  return articleWith({ path: `article-${number}`, title: `${subject} et ${other}, cas ${number}`, text });
});
/** Articles of words as frequent as those of a language: the second half as often as the first, and so on (Zipf). */
function largeShelf(count: number) {
  const syllables = [...'bdfglmnprst'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
  const words = syllables.flatMap((one) => syllables.map((other) => one + other));
  let state = 1;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const word = (): string => words[Math.floor(words.length ** next())] ?? '';
  const sentence = (length: number): string => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, number) =>
    articleWith({ path: `large-${number}`, title: sentence(6), text: sentence(90) }),
  );
}

const bytes = buildIndex('fr', shelf);
const { manifest, parts } = splitIndex(bytes);
const files = new Map(parts.map((part) => [part.name, part.bytes]));

function openCounted() {
  const fetched: string[] = [];
  const remote = openRemoteIndex(manifest, (name) => {
    fetched.push(name);
    const part = files.get(name);
    return part ? Promise.resolve(part) : Promise.reject(new Error(`no part ${name}`));
  });
  return { remote, fetched };
}

describe('the static index', () => {
  it.each(['facture', 'remboursment', 'cas 17', 'livraison de l’imprimante', 'xylophone', ''])(
    'gives the same hits as the server for "%s"',
    async (query) => {
      const { remote } = openCounted();
      expect(await remote.search(query)).toEqual(search(loadIndex(bytes), query));
    },
  );

  it('gives the same hits while a word is being typed', async () => {
    const { remote } = openCounted();
    expect(await remote.search('imprim', { typing: true })).toEqual(
      search(loadIndex(bytes), 'imprim', { typing: true }),
    );
  });

  it('fetches only some of its parts, and none twice', async () => {
    const { remote, fetched } = openCounted();
    await remote.search('clavier');
    await remote.search('clavier');
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(fetched.length).toBeLessThan(parts.length);
  });

  it('stops fetching for a query that another followed', async () => {
    const { remote, fetched } = openCounted();
    const stop = new AbortController();
    const answer = remote.search('clavier', {}, stop.signal);
    stop.abort();
    await expect(answer).rejects.toThrow(/abort/i);
    const { fetched: all, remote: other } = openCounted();
    await other.search('clavier');
    expect(fetched.length).toBeGreaterThan(0);
    expect(fetched.length).toBeLessThan(all.length);
  });

  it('names parts by their content, so that they can be cached for ever', () => {
    expect(splitIndex(bytes).parts.map((part) => part.name)).toEqual(parts.map((part) => part.name));
    expect(parts.every((part) => /^fr-[0-9a-f]{16}\/[a-z]+-\d+\.bin$/.test(part.name))).toBe(true);
    const other = splitIndex(buildIndex('fr', shelf.slice(1)));
    expect(other.manifest.folder).not.toBe(manifest.folder);
  });

  it('keeps the first search over 3,000 articles below 100 kB, however the words fall', async () => {
    const large = splitIndex(buildIndex('fr', largeShelf(3000)));
    const sizeOf = (content: Uint8Array | string): number => brotliCompressSync(content).length;
    const largeFiles = new Map(large.parts.map((part) => [part.name, part.bytes]));
    for (const query of ['babe bobu', 'fage', 'dulo gapi fomu nefa']) {
      let fetched = sizeOf(JSON.stringify(large.manifest));
      const remote = openRemoteIndex(large.manifest, (name) => {
        const part = largeFiles.get(name) ?? new Uint8Array();
        fetched += sizeOf(part);
        return Promise.resolve(part);
      });
      const { hits } = await remote.search(query, { limit: 6 });
      expect(hits.length, query).toBeGreaterThan(0);
      expect(fetched, query).toBeLessThan(100_000);
    }
  });

  it('refuses a manifest made with other term rules', () => {
    const other = { ...manifest, termRules: 'other' };
    expect(() => openRemoteIndex(other, () => Promise.resolve(new Uint8Array()))).toThrow(
      /term rules.*Build/s,
    );
  });
});
