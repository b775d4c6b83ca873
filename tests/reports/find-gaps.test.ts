import { expect, test } from 'vitest';
import { questions, report, tickets } from './help-desk.ts';

const everything = [
  ...tickets('invoices', questions.invoices),
  ...tickets('password', questions.password),
  ...tickets('loyalty', questions.loyalty),
];

test('questions that no article answers are an article to write, titled in a customer’s own words', () => {
  const gap = report(everything).gaps.find(({ ticketIds }) => ticketIds.includes('loyalty-1'));
  expect(gap).toMatchObject({ kind: 'write', locale: 'fr', size: 7, requesters: 7 });
  expect(questions.loyalty).toContain(gap?.title);
  expect(gap?.words).toEqual(expect.arrayContaining(['carte', 'fidélité', 'points']));
  expect(gap?.ticketIds.every((id) => id.startsWith('loyalty'))).toBe(true);
});

test('questions whose article is found as it is are nothing to do', () => {
  const { gaps, answered } = report(everything);
  expect(gaps.flatMap(({ ticketIds }) => ticketIds).filter((id) => id.startsWith('invoices'))).toEqual([]);
  expect(answered).toBeGreaterThanOrEqual(questions.invoices.length);
});

test('an article that senders had opened before they wrote is one to rewrite', () => {
  const opened = tickets('password', questions.password, {
    shown: ['fr/password'],
    opened: ['fr/password'],
  });
  const { gaps } = report([...tickets('loyalty', questions.loyalty), ...opened]);
  expect(gaps.find(({ kind }) => kind === 'rewrite')).toMatchObject({
    articleId: 'fr/password',
    size: questions.password.length,
  });
});

test('an article below the threshold for these words is one to make findable, with the line to add', () => {
  const { gaps } = report(everything, { threshold: 1.01 });
  const gap = gaps.find(({ articleId }) => articleId === 'fr/invoices');
  expect(gap?.kind).toBe('make-findable');
  if (gap?.missingWords) expect(gap.keywordsLine).toBe(`keywords: [${gap.missingWords.join(', ')}]`);
});

test('tickets that name an order each are to be routed, not written about', () => {
  const orders = tickets('order', [
    'Commande 48213 jamais reçue au point relais',
    'Ma commande 50871 n’est pas au point relais',
    'Point relais : commande 39004 introuvable',
    'Commande 61120, le point relais ne l’a pas',
    'Le point relais n’a jamais reçu la commande 57833',
  ]);
  const { gaps } = report([...everything, ...orders]);
  expect(gaps.find(({ ticketIds }) => ticketIds.includes('order-1'))?.kind).toBe('route');
});

test('the same tickets give the same report, in whatever order they come', () => {
  expect(report([...everything].reverse())).toEqual(report(everything));
});

test('a ticket that resembles no other belongs to no gap', () => {
  const { tickets: count, ungrouped } = report([
    ...everything,
    ...tickets('alone', ['Le chauffage du magasin de Lyon est en panne']),
  ]);
  expect(count).toBe(everything.length + 1);
  expect(ungrouped).toBeGreaterThanOrEqual(1);
});

test('no ticket, no gap', () => {
  expect(report([])).toMatchObject({ tickets: 0, ungrouped: 0, answered: 0, gaps: [] });
});

test('titles and samples carry no personal data', () => {
  const named = questions.loyalty.map(
    (text) => `${text} Écrivez à jeanne.petit@example.org ou au 06 12 34 56 78.`,
  );
  const { gaps } = report(tickets('loyalty', named));
  expect(gaps).not.toEqual([]);
  expect(JSON.stringify(gaps.map(({ title, samples }) => [title, samples]))).not.toMatch(/jeanne|06 12/);
});

test('tickets of two languages are never one gap', () => {
  const english = tickets('english', questions.loyalty, { locale: 'en' });
  for (const { ticketIds, locale } of report([...tickets('loyalty', questions.loyalty), ...english]).gaps)
    expect(ticketIds.every((id) => id.startsWith(locale === 'en' ? 'english' : 'loyalty'))).toBe(true);
});

test('tickets that all come late in the period are growing', () => {
  const { gaps } = report(tickets('loyalty', questions.loyalty), { since: '2026-01-01T00:00:00.000Z' });
  expect(gaps[0]).toMatchObject({
    trend: 'growing',
    firstSeen: '2026-10-01T00:00:00.000Z',
    lastSeen: '2026-10-07T00:00:00.000Z',
  });
});
