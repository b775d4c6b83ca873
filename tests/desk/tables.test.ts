import { describe, expect, it } from 'vitest';
import { figuresFor } from '../../src/components/desk/figures.ts';
import { carriedFilter, readFilter, withParameters } from '../../src/components/desk/filter.ts';
import { tableDownload, tableFile, toCsv, toJson } from '../../src/components/desk/table-file.ts';
import { nextSorting, readSorting, sortRows, type Column } from '../../src/components/desk/table.ts';

interface Row {
  title: string;
  views: number;
  helpful: number | null;
  votes: number;
}

const columns: Column<Row>[] = [
  { key: 'title', label: 'Article', kind: 'text', value: (row) => row.title },
  { key: 'views', label: 'Views', kind: 'number', value: (row) => row.views },
  {
    key: 'helpful',
    label: 'Helpful',
    kind: 'share',
    value: (row) => row.helpful,
    sample: (row) => row.votes,
  },
];
const rows: Row[] = [
  { title: 'Échange', views: 3, helpful: null, votes: 0 },
  { title: 'Facture', views: 20, helpful: 0, votes: 4 },
  { title: 'Abonnement', views: 7, helpful: 0.5, votes: 2 },
];
const address = (search: string) => new URL(`http://localhost/admin/articles${search}`);
const titles = (search: string) => {
  const sorting = readSorting(address(search), columns, { key: 'views', descending: true });
  return sortRows(rows, columns, sorting).map((row) => row.title);
};

describe('sorting a table by its address', () => {
  it('begins with the largest, and with the smallest when asked', () => {
    expect(titles('')).toEqual(['Facture', 'Abonnement', 'Échange']);
    expect(titles('?sort=views-up')).toEqual(['Échange', 'Abonnement', 'Facture']);
  });

  it('sorts words as the language does', () => {
    expect(titles('?sort=title-up')).toEqual(['Abonnement', 'Échange', 'Facture']);
  });

  it('puts what cannot be measured last either way, and 0 % where it belongs', () => {
    expect(titles('?sort=helpful')).toEqual(['Abonnement', 'Facture', 'Échange']);
    expect(titles('?sort=helpful-up')).toEqual(['Facture', 'Abonnement', 'Échange']);
  });

  it('ignores a column it does not have', () => {
    expect(titles('?sort=password')).toEqual(titles(''));
  });

  it('turns round at a second click, and begins a text column with A', () => {
    const [title, views] = columns;
    expect(nextSorting(views!, { key: 'views', descending: true })).toBe('views-up');
    expect(nextSorting(views!, { key: 'title', descending: false })).toBe('views');
    expect(nextSorting(title!, { key: 'views', descending: true })).toBe('title-up');
  });
});

describe('a table as CSV', () => {
  it('gives raw figures with their sample sizes, and nothing where nothing was measured', () => {
    expect(toCsv(columns, rows)).toBe(
      '\ufefftitle,views,helpful,helpful_n\r\nÉchange,3,,0\r\nFacture,20,0,4\r\nAbonnement,7,0.5,2\r\n',
    );
  });

  it('keeps commas, quotes and lines in their field', () => {
    const csv = toCsv(columns.slice(0, 1), [{ ...rows[0]!, title: 'a "b",\nc' }]);
    expect(csv).toContain('"a ""b"",\nc"');
  });

  it('does not let what a reader typed run as a formula', () => {
    const csv = toCsv(columns.slice(0, 1), [{ ...rows[0]!, title: '=HYPERLINK("http://x")' }]);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('is a download that no cache keeps', () => {
    const tables = { articles: tableFile(columns, rows) };
    const headers = tableDownload(address('?format=csv&table=articles'), tables)?.headers;
    expect(headers?.get('content-disposition')).toBe('attachment; filename="articles.csv"');
    expect(headers?.get('cache-control')).toBe('no-store');
    for (const search of ['', '?format=csv&table=tickets', '?format=exe&table=articles'])
      expect(tableDownload(address(search), tables)).toBeUndefined();
  });
});

describe('a table as JSON', () => {
  it('has the same fields, with null where nothing was measured', () => {
    expect(JSON.parse(toJson(columns, rows))).toEqual([
      { title: 'Échange', views: 3, helpful: null, helpful_n: 0 },
      { title: 'Facture', views: 20, helpful: 0, helpful_n: 4 },
      { title: 'Abonnement', views: 7, helpful: 0.5, helpful_n: 2 },
    ]);
  });
});

describe('period, language, product and topic in the address', () => {
  it('knows four periods and what the portal has; anything else is the default', () => {
    const choices = { locales: ['fr', 'en'], products: [{ id: 'shop' }], topics: [{ id: 'billing' }] };
    expect(readFilter(address('?days=7&locale=fr&product=shop&topic=billing'), choices)).toEqual({
      days: 7,
      locale: 'fr',
      product: 'shop',
      topic: 'billing',
    });
    expect(readFilter(address('?days=1000000&locale=de&product=*&topic=x'), choices)).toEqual({
      days: 30,
      locale: undefined,
      product: undefined,
      topic: undefined,
    });
  });

  it('keeps the other choices when one changes, and begins at the first page again', () => {
    expect(withParameters(address('?days=7&page=3&sort=views'), { locale: 'fr' })).toBe(
      '/admin/articles?days=7&sort=views&locale=fr',
    );
    expect(withParameters(address('?days=7'), { days: undefined })).toBe('/admin/articles');
  });

  it('goes along to other pages of the desk, and what belongs to one page does not', () => {
    expect(carriedFilter(address('?days=7&sort=views&product=shop&show=zero'))).toBe('?days=7&product=shop');
    expect(carriedFilter(address('?sort=views'))).toBe('');
  });
});

describe('figures', () => {
  it('writes – for what cannot be measured, and 0 for none', () => {
    const { number, share, ratio, day } = figuresFor('en', 'UTC');
    expect([number(null), share(null), ratio(null), day(null)]).toEqual(['–', '–', '–', '–']);
    expect([number(0), share(0), number(12345.67)]).toEqual(['0', '0%', '12,345.7']);
  });

  it('writes figures the French way, and tells days in the time zone of the site', () => {
    const { number, share, day } = figuresFor('fr', 'Europe/Paris');
    expect(number(12345)).toBe('12\u202f345');
    expect(share(0.817)).toBe('82\u00a0%');
    expect(share(0.0349)).toBe('3,5\u00a0%');
    expect(day('2026-03-31T23:30:00.000Z')).toBe('1 avr. 2026');
    expect(day('2026-03-31')).toBe('31 mars 2026');
  });
});
