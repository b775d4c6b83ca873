/**
 * Who a request comes from: a person reading, a search engine, an agent of a language model, any other program, someone of the team, or a
 * browser that fetches a page in case it is wanted.
 */
export const agents = ['person', 'search-engine', 'ai-agent', 'automation', 'team', 'prefetch'] as const;

/** One of them. */
export type Agent = (typeof agents)[number];
