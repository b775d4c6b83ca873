/** The lengths of period the desk offers, in days. */
export const periodLengths = [7, 30, 90] as const;

/** What a page of the desk is about, as its address says. */
export interface Filter {
  days: number;
  /** Absent for every language. */
  locale: string | undefined;
}

const defaultDays = 30;

/** Reads period and language from an address; what it does not know is as if it were not there. */
export function readFilter(url: URL, locales: string[]): Filter {
  const days = Number(url.searchParams.get('days'));
  const locale = url.searchParams.get('locale') ?? undefined;
  return {
    days: periodLengths.find((length) => length === days) ?? defaultDays,
    locale: locales.find((known) => known === locale),
  };
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
