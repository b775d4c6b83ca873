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

  it('names parts by their content, so that they can be cached for ever', () => {
    expect(splitIndex(bytes).parts.map((part) => part.name)).toEqual(parts.map((part) => part.name));
    expect(parts.every((part) => /^fr-[0-9a-f]{16}\.bin$/.test(part.name))).toBe(true);
  });

  it('refuses a manifest made with other term rules', () => {
    const other = { ...manifest, termRules: 'other' };
    expect(() => openRemoteIndex(other, () => Promise.resolve(new Uint8Array()))).toThrow(
      /term rules.*Build/s,
    );
  });
});
