import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { loadIndex } from '../../src/search/load-index.ts';
import { articleWith } from './shelf.ts';

const bytes = buildIndex('fr', [articleWith({ title: 'Facture', text: 'Payer une facture.' })]);

function withText(from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));
}

describe('loading an index', () => {
  it('refuses a file that is no index', () => {
    expect(() => loadIndex(new TextEncoder().encode('{"documents": []}'))).toThrow(
      /not a search index.*Build/s,
    );
    expect(() => loadIndex(new Uint8Array())).toThrow(/not a search index/);
  });

  it('refuses a file that was cut short', () => {
    expect(() => loadIndex(bytes.subarray(0, bytes.length - 1))).toThrow(/damaged.*Build/s);
  });

  it('refuses another format', () => {
    expect(() => loadIndex(withText('"format":3', '"format":9'))).toThrow(/format 9.*Build/s);
  });

  it('refuses an index built with other term rules, which would find nothing', () => {
    const rules = /"termRules":"(\w+)"/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
    expect(() => loadIndex(withText(rules, '0'.repeat(16)))).toThrow(/term rules.*Build/s);
  });

  it('refuses the index of another locale', () => {
    expect(() => loadIndex(bytes, 'en')).toThrow(/"fr".*"en"/s);
    expect(loadIndex(bytes, 'fr').locale).toBe('fr');
  });

  it('gives the same bytes for the same articles', () => {
    expect(buildIndex('fr', [articleWith({ title: 'Facture', text: 'Payer une facture.' })])).toEqual(bytes);
  });

  it('accepts a shelf without any article', () => {
    expect(loadIndex(buildIndex('fr', [])).articleCount).toBe(0);
  });
});
