import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccents, lowerCase } from '../../src/search/fold.ts';

/** Text as people write it in the languages portals are in, with what makes folding hard mixed in. */
const text = fc.string({
  unit: fc.constantFrom(...'aéÉœŒßIİıſŉŀ½ªº²’…«» \u00a0\u202fç\u0301\u0327Ωςдb1-ﬁ漢'.split('')),
  maxLength: 40,
});

describe('one written form', () => {
  it('is lower case in the compatible normal form, however it is worked out', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(lowerCase(given)).toBe(given.normalize('NFKC').toLowerCase().normalize('NFC'));
      }),
    );
  });

  it('has no accents and no ligatures left', () => {
    expect(foldAccents('cœur déçu à l’île où naît l’été')).toBe('coeur decu a l’ile ou nait l’ete');
    expect(foldAccents('größe łódź')).toBe('grosse lodz');
    fc.assert(
      fc.property(text, (given) => {
        expect(foldAccents(lowerCase(given))).not.toMatch(/[\u0300-\u036f\u00e0-\u00ff]/);
      }),
    );
  });
});
