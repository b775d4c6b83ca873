import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/search/analyse.ts';

const content = (locale: string, text: string) =>
  analyse(locale, text)
    .filter((term) => !term.isStop)
    .map((term) => term.text);

describe('term rules', () => {
  it.each([
    ['l’application', 'application'],
    ["l'application", 'application'],
    ['jusqu’à l’envoi', 'envoi'],
    ["lorsqu'il enregistre", 'enregistre'],
    ['cœur', 'coeur'],
    ['ŒUVRE', 'œuvre'],
    ['ÉTAT', 'état'],
    ['e\u0301tat', 'état'],
    ['ﬁchier', 'fichier'],
    ['remboursées', 'rembourser'],
    ['factures', 'facture'],
    ['e-mail', 'email mail'],
    ['rendez-vous', 'rendez rendezvous'],
  ])('reads French "%s" like "%s"', (one, other) => {
    expect(content('fr', one)).toEqual(expect.arrayContaining(content('fr', other)));
  });

  it.each([
    ['refunded', 'refund'],
    ["customer's", 'customer'],
    ['the settings', 'setting'],
    ['e-mail', 'email mail'],
  ])('reads English "%s" like "%s"', (one, other) => {
    expect(content('en', one)).toEqual(expect.arrayContaining(content('en', other)));
  });

  it.each([
    ['de', 'Zahlungen', 'Zahlung'],
    ['de', 'Straße', 'Strasse'],
    ['es', 'contraseñas', 'contraseña'],
    ['it', 'fatture', 'fattura'],
    ['pt', 'pagamentos', 'pagamento'],
    ['nl', 'betalingen', 'betaling'],
    ['fr-CA', 'factures', 'facture'],
    ['pl', 'Łódź', 'lodz'],
  ])('knows the language %s: "%s" is "%s"', (locale, one, other) => {
    expect(content(locale, one)).toEqual(content(locale, other));
  });

  it.each([
    '0x80070005',
    '2.4.3-p2',
    'config.php',
    'bin/magento',
    'setup:upgrade',
    'c++',
    'c#',
    'ts_app.log',
  ])('keeps "%s" whole', (code) => {
    expect(content('fr', `avant ${code}, après`)).toContain(code);
  });

  it('finds codes by their parts too', () => {
    expect(content('fr', 'config.php')).toEqual(['config', 'php', 'config.php']);
  });

  it('takes a verb and its pronoun for two words, not for a compound', () => {
    expect(analyse('fr', 'dois-je').map((term) => term.role)).not.toContain('whole');
  });

  it('cuts scripts that have no spaces', () => {
    expect(content('zh', '数据库连接失败').length).toBeGreaterThan(1);
    expect(content('ar', 'الفواتير').length).toBe(1);
  });

  it('keeps "sans", which turns a question round, and drops "avec"', () => {
    expect(content('fr', 'avec mot de passe')).not.toContain('avec');
    expect(content('fr', 'sans mot de passe')).toContain('san');
  });

  it.each([
    ['rien ne s’affiche plus', true],
    ['je n’arrive plus à ouvrir', true],
    ['jarrive plus a ouvrir', true],
    ['ça marche plus', true],
    ['en savoir plus', false],
    ['je voudrais plus de place', false],
    ['ça marche plus vite', false],
  ])('keeps "plus" where it closes a negation: "%s"', (text, isKept) => {
    expect(content('fr', text).includes('ne·plus')).toBe(isKept);
  });

  it('accepts any text, and says truly where each word stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('fr', 'en', 'de', 'zh', ''),
        (text, locale) => {
          for (const { start, end, text: term } of analyse(locale, text)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(term).not.toBe('');
          }
        },
      ),
    );
  });

  it('does not depend on capitals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Facture', 'éCole', 'l’Été', 'E-Mail', 'Où'), { minLength: 1 }),
        (words) => {
          const text = words.join(' ');
          expect(content('fr', text.toUpperCase())).toEqual(content('fr', text.toLowerCase()));
        },
      ),
    );
  });
});
