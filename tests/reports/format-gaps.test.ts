import { expect, test } from 'vitest';
import { formatGaps } from '../../src/reports/gaps/format-gaps.ts';
import type { Gap, GapReport } from '../../src/reports/gaps/gap.ts';

const gap: Gap = {
  id: 'gap-1a2b3c4d',
  kind: 'make-findable',
  locale: 'fr',
  title: 'Où sont *mes* factures <img src=x onerror=alert(1)> ?',
  locales: ['fr'],
  size: 1200,
  ticketIds: ['G-1', 'G-2'],
  requesters: 1,
  words: ['facture', 'espace client'],
  nearest: [{ articleId: 'fr/factures', confidence: 0.42 }],
  trend: 'growing',
  firstSeen: '2026-10-01T10:00:00.000Z',
  lastSeen: '2026-11-01T10:00:00.000Z',
  topics: [{ topic: 'billing', tickets: 900 }],
  searches: [{ query: 'reçu fiscal', count: 7 }],
  cost: { ticketsPerMonth: 600, minutesPerTicket: 15, minutesPerMonth: 9000 },
  action: 'Donnez-lui ces mots.',
  outline: ['Où sont mes factures ?'],
  samples: ['Je ne trouve pas [ma facture](javascript:alert(1))'],
  unanswered: 0.2,
  articleId: 'fr/factures',
  missingWords: ['reçu'],
  keywordsLine: 'keywords: [reçu]',
};

const report: GapReport = {
  generatedAt: '2026-11-21T00:00:00.000Z',
  since: '2026-09-22T00:00:00.000Z',
  tickets: 40,
  ungrouped: 3,
  answered: 0,
  gaps: [gap],
};

test('JSON holds the report as it is', () => {
  expect(JSON.parse(formatGaps(report, 'json', 'fr'))).toEqual(report);
});

test('Markdown says what to do, in French or in English', () => {
  const french = formatGaps(report, 'markdown', 'fr');
  expect(french).toContain('# Ce qu’il faut écrire ensuite');
  expect(french).toContain('À rendre trouvable');
  expect(french).toContain('`keywords: [reçu]`');
  expect(formatGaps(report, 'markdown', 'en')).toContain('Make findable: Où sont');
});

test('French counts nothing as one and keeps its narrow spaces', () => {
  const french = formatGaps(report, 'text', 'fr');
  expect(french).toContain('\n1. À rendre trouvable\u202f: Où sont');
  expect(french).toContain('0 trouve déjà réponse');
  expect(french).toContain('1 personne ·');
  expect(french).toContain('environ 600 par mois, soit 150 heures · en hausse');
  expect(french).toContain('· en français');
  expect(french).toContain('Article\u202f: fr/factures');
});

test('an article is called by its title where it has one, and found by its id', () => {
  const titled = {
    ...gap,
    articleTitle: 'Retrouver une facture',
    nearest: [{ articleId: 'fr/factures', title: 'Retrouver une facture', confidence: 0.42 }],
  };
  const french = formatGaps({ ...report, gaps: [titled] }, 'text', 'fr');
  expect(french).toContain(
    'L’article «\u00a0Retrouver une facture\u00a0» semble y répondre, mais pas avec ces mots',
  );
  expect(french).toContain('Retrouver une facture (fr/factures), confiance 42');
});

test('a page of it runs nothing that a customer wrote', () => {
  const page = formatGaps(report, 'html', 'fr');
  expect(page).toContain('<html lang="fr-FR">');
  expect(page).toContain('Où sont *mes* factures &#x3C;img src=x');
  expect(page).not.toMatch(/<img|href="javascript/);
});

test('a report on few tickets says so, and an empty one too', () => {
  const few = formatGaps({ ...report, tickets: 12, gaps: [] }, 'text', 'en');
  expect(few).toContain('Under 30 tickets');
  expect(few).toContain('No gap found.');
  expect(formatGaps(report, 'text', 'en')).not.toContain('Under 30 tickets');
});
