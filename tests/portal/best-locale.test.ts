import { expect, it } from 'vitest';
import { bestLocale } from '../../src/components/browse/best-locale.ts';

it.each([
  ['en-US,en;q=0.9,fr;q=0.8', 'en'],
  ['fr-CA, en;q=0.5', 'fr'],
  ['de, en;q=0.2, fr;q=0.7', 'fr'],
  ['pt-PT', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['fr;q=0, en', 'en'],
  ['de', 'fr'],
  ['*', 'fr'],
  ['', 'fr'],
  [';;,q=1;', 'fr'],
])('a browser that wants “%s” is greeted in %s', (acceptLanguage, locale) => {
  expect(bestLocale(acceptLanguage, ['fr', 'en', 'pt-BR'], 'fr')).toBe(locale);
});
