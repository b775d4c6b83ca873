import { describe, expect, it } from 'vitest';
import { readMissingAddress } from '../../src/components/shell/missing-page.ts';

const read = (path: string, wanted: string[] = ['fr-CA']) =>
  readMissingAddress(new URL(path, 'https://help.example.org'), ['fr', 'en'], wanted);

describe('a page that does not exist', () => {
  it.each([
    ['/en/articles/billing/reset-password', 'en', 'reset password'],
    ['/fr/articles/mot-de-passe-oubli%C3%A9/', 'fr', 'mot de passe oublié'],
    ['/en/search?q=refund+delay', 'en', 'refund delay'],
    ['/old/help/payment_methods.html', 'fr', 'payment methods'],
    ['/en/', 'en', ''],
    ['/en', 'en', ''],
    ['/100%/x%', 'fr', 'x%'],
  ])('speaks the language of %s and searches for its words', (path, locale, query) => {
    expect(read(path)).toEqual({ locale, query });
  });

  it('speaks the reader’s language where the address has none, else the site’s', () => {
    expect(read('/pricing', ['de', 'en-GB']).locale).toBe('en');
    expect(read('/pricing', ['de']).locale).toBe('fr');
    expect(read('/pricing')).toEqual({ locale: 'fr', query: 'pricing' });
  });
});
