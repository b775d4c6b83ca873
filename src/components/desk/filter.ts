/** The lengths of period the desk offers, in days. */
export const periodLengths = [7, 30, 90, 365] as const;

/** What a page of the desk is about, as its address says; absent means all. */
export interface Filter {
  days: number;
  locale: string | undefined;
  product: string | undefined;
  topic: string | undefined;
}

/** What can be chosen. */
export interface FilterChoices {
  locales: readonly string[];
  products?: readonly { id: string }[];
  topics?: readonly { id: string }[];
}

const defaultDays = 30;

/** Reads period, language, product and topic from an address; what it does not know is as if it were not there. */
export function readFilter(url: URL, { locales, products = [], topics = [] }: FilterChoices): Filter {
  const days = Number(url.searchParams.get('days'));
  const chosen = (name: string, known: readonly string[]): string | undefined =>
    known.find((one) => one === url.searchParams.get(name));
  return {
    days: periodLengths.find((length) => length === days) ?? defaultDays,
    locale: chosen('locale', locales),
    product: chosen(
      'product',
      products.map(({ id }) => id),
    ),
    topic: chosen(
      'topic',
      topics.map(({ id }) => id),
    ),
  };
}

const filterNames = ['days', 'locale', 'product', 'topic'];

/** What an address says of period, language, product and topic, for a link to another page of the desk: `?days=7&locale=fr`, or nothing. */
export function carriedFilter({ searchParams }: URL): string {
  const said = new URLSearchParams([...searchParams].filter(([name]) => filterNames.includes(name)));
  return said.size > 0 ? `?${said}` : '';
}

/** The same address with some parameters changed; `undefined` removes one. Paging begins anew. */
export function withParameters(url: URL, changes: Record<string, string | undefined>): string {
  const parameters = new URLSearchParams(url.search);
  for (const name of ['page', 'done', 'problem', 'lang']) parameters.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  const search = parameters.toString();
  return search ? `${url.pathname}?${search}` : url.pathname;
}
