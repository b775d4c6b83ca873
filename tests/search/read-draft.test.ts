import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/search/read-draft.ts';

const question = 'Je n’arrive plus à ouvrir mes factures depuis mardi.';
const read = (description: string) => readDraft({ subject: '', description });

describe('a draft', () => {
  it.each([
    ['a signature', `${question}\n\nCordialement,\nJean Facture\nService livraison`],
    ['two dashes', `${question}\n-- \nJean Facture\nTél. 01 02 03 04 05`],
    [
      'a mail quoted by Gmail',
      `${question}\n\nLe mar. 12 mars 2026 à 10:11, Léa Imprimante <lea@example.org> a écrit :\n> imprimante`,
    ],
    [
      'a mail quoted by Apple Mail',
      `${question}\n\n> Le 12 mars 2026 à 10:11, Léa a écrit :\n> \n> imprimante`,
    ],
    [
      'a quote whose head is broken over two lines',
      `${question}\n\nLe jeu. 12 mars 2026 à 10:11, Léa Imprimante\n<lea@example.org> a écrit :\n\nimprimante`,
    ],
    [
      'a mail quoted by Outlook',
      `${question}\n\nDe : Léa <lea@example.org>\nEnvoyé : jeudi 12 mars 2026 10:11\nÀ : Support\nObjet : imprimante\n\nL’imprimante.`,
    ],
    [
      'a mail quoted by Outlook in English',
      `${question}\n\nFrom: Lea Printer\nSent: Thursday, March 12, 2026\nTo: Support\nSubject: printer\n\nprinter`,
    ],
    [
      'a mail quoted in English',
      `${question}\n\nOn Thu, Mar 12, 2026 at 10:11 AM Lea <lea@example.org> wrote:\n> printer`,
    ],
    ['a message d’origine', `${question}\n-----Message d'origine-----\nimprimante`],
    ['a telephone', `${question}\n\nEnvoyé de mon iPhone`],
    ['another telephone', `${question}\nTélécharger Outlook pour Android\nimprimante`],
    [
      'a disclaimer',
      `${question}\nCe message et ses pièces jointes sont confidentiels et destinés à l’imprimante.`,
    ],
    ['an English disclaimer', `${question}\nThis email and any attachments are confidential.\nprinter`],
    ['a greeting', `Bonjour Madame, Monsieur,\n\n${question}`],
  ])('is read without %s', (_, description) => {
    expect(read(description).message.trim()).toBe(question);
  });

  it('is read without a farewell on the same line', () => {
    expect(read(`Bonjour, ${question} Merci. Cordialement, Jean Facture`).message).not.toContain('Jean');
  });

  it('that only forwards a mail is read for what was forwarded', () => {
    const forwarded = read('Pour info\n\nDe : Léa\nEnvoyé : jeudi\n\n> L’imprimante ne s’allume plus.');
    expect(forwarded.message).toContain('L’imprimante ne s’allume plus.');
  });

  it('that answers below a quote is read below it', () => {
    expect(read(`> ancien message\n> imprimante\n\n${question}`).message.trim()).toBe(question);
  });

  it.each([
    ['Java', 'java.lang.IllegalStateException: No index found', '	at org.example.Index.open(Index.java:12)'],
    [
      'JavaScript',
      'TypeError: cannot read properties of undefined',
      '    at async file:///srv/app/index.js:10:3',
    ],
    ['Python', 'ValueError: invalid literal for int()', '  File "/srv/app/main.py", line 12, in <module>'],
    ['PHP', 'PHP Fatal error:  Uncaught Exception: refused', '#12 /var/www/html/index.php(12): main()'],
    [
      'nginx',
      '2026/03/12 10:11:12 [error] 12#12: connect() failed',
      '10.0.0.1 - - [12/Mar/2026:10:11:12 +0100] "GET / HTTP/1.1" 200 12',
    ],
    [
      'JSON',
      '{"level":"error","code":"E_REFUSED","at":"2026-03-12"}',
      '{"level":"info","code":"OK","at":"2026-03-12","n":12},',
    ],
    ['npm', 'npm ERR! code ERESOLVE unable to resolve', 'npm ERR! 12 13 14'],
  ])(
    'keeps the line of a %s trace that names the error, and not the three hundred after it',
    (_, error, frame) => {
      const frames = Array.from({ length: 300 }, (__, line) => frame.replaceAll('12', String(line)));
      const { message, errors } = read([question, error, ...frames].join('\n'));
      expect(`${message}\n${errors}`).toContain(error);
      expect(message).toContain(question);
      expect(message.length + errors.length).toBeLessThan(1000);
    },
  );

  it('takes sentences with figures for sentences', () => {
    const text = 'Le 12/03, facture n° 4521 : 120,50 € débités 2 fois !';
    expect(read(text).message.trim()).toBe(text);
  });

  it('never comes back longer than its largest length', () => {
    const { message, errors, subject } = readDraft({
      subject: 'x'.repeat(20_000),
      description: `${'mot '.repeat(5000)}\n${'ERROR refused\n'.repeat(1000)}`,
    });
    expect(subject.length + message.length + errors.length).toBeLessThan(5000);
  });
});
