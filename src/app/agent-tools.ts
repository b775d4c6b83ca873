import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import type { Reader } from '../events/record-events.ts';

/** What a tool gives: what it found, or what the program should do otherwise. */
export type ToolOutcome = { found: Record<string, unknown> } | { problem: string };

/** Does what a program asked. */
export type AgentTool<Input> = (input: Input) => ToolOutcome | Promise<ToolOutcome>;

interface InLocale {
  locale?: string | undefined;
}

/** The tools, by what they do. */
export interface AgentTools {
  searchArticles: AgentTool<InLocale & { query: string; limit?: number | undefined }>;
  getArticle: AgentTool<{ articleId: string }>;
  suggestForTicket: AgentTool<InLocale & { subject: string; description: string }>;
  createTicket: AgentTool<
    InLocale & { email: string; subject: string; description: string; name?: string | undefined }
  >;
}

const usualLimit = 6;

/** The tools of one request. What programs ask is counted by tool alone, never among what readers search. */
export function agentTools(app: App, reader: Reader): AgentTools {
  const { catalog, settings } = app;
  const absolute = (url: string): string => `${settings.siteUrl ?? ''}${url}`;
  const inLocale = (wanted: string | undefined, work: (locale: string) => ToolOutcome): ToolOutcome => {
    const locale = wanted ?? catalog.defaultLocale;
    return catalog.locales.includes(locale) ? work(locale) : { problem: app.localeMistake() };
  };
  return {
    async searchArticles({ query, limit = usualLimit, ...given }) {
      await app.prepare(query);
      return inLocale(given.locale, (locale) => {
        const { hits, total } = app.search({ query, locale, limit });
        return {
          found: { total, hits: hits.map(({ url, ...hit }) => ({ ...hit, url: absolute(url) })) },
        };
      });
    },
    getArticle({ articleId }) {
      const article = app.article(articleId);
      const sections = article ? app.sections(articleId) : [];
      if (!article || sections.length === 0)
        return {
          problem: `There is no article "${articleId}". Take an articleId that search_articles gave.`,
        };
      const { title, updated, url } = article;
      const text = sections.map((section) => `## ${section.title}\n\n${section.text}`).join('\n\n');
      return { found: { articleId, title, updated, url: absolute(url), text: `# ${title}\n\n${text}` } };
    },
    suggestForTicket: ({ subject, description, ...given }) =>
      inLocale(given.locale, (locale) => {
        const { suggestions, ...judged } = app.suggest({ locale, subject, description });
        const offered = suggestions.map(({ url, ...one }) => ({ ...one, url: absolute(url) }));
        return { found: { ...judged, suggestions: offered } };
      }),
    createTicket: (ticket) => createTicket(app, reader, ticket),
  };
}

async function createTicket(
  app: App,
  reader: Reader,
  { locale = app.catalog.defaultLocale, name, ...ticket }: Parameters<AgentTools['createTicket']>[0],
): Promise<ToolOutcome> {
  const text = `${ticket.subject}\n${ticket.description}`;
  const verdict = await app.guard.judge({ reader, by: 'api', text, proof: undefined });
  if (verdict !== 'welcome') return { problem: 'Too many requests come from here. Try again in an hour.' };
  const idempotencyKey = createHash('sha256').update(`${ticket.email}\n${text}`).digest('hex');
  const request = { ...ticket, locale, ...(name !== undefined && { name }) };
  const outcome = await app.submitTicket(request, {
    reader: { ...reader, agent: 'ai-agent' },
    idempotencyKey,
  });
  if (!outcome.ok) return { problem: `The request was not taken: ${JSON.stringify(outcome.fields)}` };
  const { reference, status, expectedReplyAt = null } = outcome;
  return { found: { reference, status, expectedReplyAt } };
}
