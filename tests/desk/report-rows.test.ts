import { describe, expect, it } from 'vitest';
import type { CatalogArticle } from '../../src/built-index.ts';
import { articleRows } from '../../src/components/desk/article-columns.ts';
import { figuresFor } from '../../src/components/desk/figures.ts';
import { overviewFigures } from '../../src/components/desk/overview-figures.ts';
import { queriesOfKind } from '../../src/components/desk/search-columns.ts';
import { ticketName } from '../../src/components/desk/ticket-name.ts';
import { deskEnglish } from '../../src/messages/desk.en.ts';
import type { OverviewFigures } from '../../src/reports/figures/overview.ts';
import type { QueryFigures } from '../../src/reports/figures/search-report.ts';

const read = {
  articleId: 'fr/read',
  views: 3,
  readers: 2,
  votes: 0,
  helpful: 0,
  helpfulness: null,
  reasons: [],
  failure: null,
  signs: 0,
  harm: null,
  contacts: 0,
  searchClicks: 0,
  opened: 0,
  rejected: 0,
  solved: 0,
  ticketsAfter: 0,
  ticketsSolved: 0,
};
const article = (id: string) => ({ id, title: id }) as CatalogArticle;

describe('the table of articles', () => {
  const rows = articleRows(
    [article('fr/read'), article('fr/unread')],
    [read, { ...read, articleId: 'fr/gone' }],
  );

  it('lists what nobody read with 0 readings and no helpfulness', () => {
    expect(rows.find((row) => row.articleId === 'fr/unread')).toMatchObject({ views: 0, helpfulness: null });
  });

  it('keeps what was read and is no longer published, without a title', () => {
    expect(rows.map((row) => [row.articleId, row.article?.title])).toEqual([
      ['fr/read', 'fr/read'],
      ['fr/gone', undefined],
      ['fr/unread', 'fr/unread'],
    ]);
  });
});

describe('a ticket in a list', () => {
  it('is called by its subject, else by its first words, else by what there is to say then', () => {
    const description = `Bonjour,\n${'nous ne trouvons plus nos factures '.repeat(5)}`;
    expect(ticketName({ subject: 'Factures', description }, '(sans objet)')).toBe('Factures');
    expect(ticketName({ subject: '', description }, '(sans objet)')).toBe(
      'Bonjour, nous ne trouvons plus nos factures nous ne trouvons plus nos factures…',
    );
    expect(ticketName({ subject: '', description: '' }, '(sans objet)')).toBe('(sans objet)');
  });
});

describe('the table of searches', () => {
  const query = (name: string, more: Partial<QueryFigures>): QueryFigures => ({
    query: name,
    locale: 'fr',
    rephrased: 0,
    clicks: 0,
    searches: 2,
    zeroResults: 0,
    clicked: 0,
    clickThroughRate: 0,
    positions: 0,
    meanPosition: null,
    ...more,
  });
  const rows = [
    query('opened', { clicked: 1 }),
    query('not opened', {}),
    query('nothing found', { zeroResults: 2 }),
    query('changed', { clicked: 1, rephrased: 1 }),
  ];

  it.each([
    ['all' as const, ['opened', 'not opened', 'nothing found', 'changed']],
    ['zero' as const, ['nothing found']],
    ['unclicked' as const, ['not opened']],
    ['rephrased' as const, ['changed']],
  ])('shows of kind %s: %j', (kind, names) => {
    expect(queriesOfKind(rows, kind).map((row) => row.query)).toEqual(names);
  });
});

describe('the overview of a portal nobody has used', () => {
  const unused: OverviewFigures = {
    views: 0,
    readers: 0,
    searches: 0,
    zeroResultRate: null,
    clickThroughRate: null,
    votes: 0,
    helpfulness: null,
    effortAnswers: 0,
    effort: null,
    deflected: 0,
    tickets: 0,
    senders: 0,
    selfServiceScore: null,
    sessions: 0,
    deflectionRate: null,
    satisfactionAnswers: 0,
    satisfaction: null,
  };
  const desk = { text: deskEnglish, figures: figuresFor('en', 'UTC'), minimumSample: 20 };
  const rows = overviewFigures({ current: unused, previous: unused }, desk);

  it('says 0 of what can be counted and – of what cannot be measured', () => {
    const written = Object.fromEntries(rows.map((row) => [row.key, row.written]));
    expect(written).toMatchObject({
      searches: '0',
      tickets: '0',
      zeroResultRate: '–',
      selfServiceScore: '–',
    });
  });

  it('gives the sample size of every rate', () => {
    const rates = rows.filter((row) => row.value === null);
    expect(rates.map((row) => row.n)).toEqual(rates.map(() => 0));
    expect(rates[0]?.sample).toBe('n = 0, too few for a rate');
  });

  it('shows no rate that rests on too few observations, while its files have it', () => {
    const few = { ...unused, searches: 19, zeroResultRate: 1, tickets: 12 };
    const enough = { ...few, searches: 20 };
    const rateOf = (current: OverviewFigures) =>
      overviewFigures({ current, previous: unused }, desk).find((row) => row.key === 'zeroResultRate');
    expect(rateOf(few)).toMatchObject({ written: '–', value: 1, n: 19 });
    expect(rateOf(enough)).toMatchObject({ written: '100%', sample: 'n = 20' });
  });
});
