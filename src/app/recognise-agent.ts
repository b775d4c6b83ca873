import type { IncomingMessage } from 'node:http';
import type { Agent } from '../events/agent.ts';
import { isProgram } from './is-program.ts';

/** The cookie of browsers in which somebody signed in to the desk. It says no more than that. */
export const teamCookie = 'guichet.team';

const searchEngines =
  /Googlebot|bingbot|DuckDuckBot|Qwant|YandexBot|Baiduspider|Applebot(?!-Extended)|Slurp|SeznamBot|PetalBot|Sogou|Bravebot|MojeekBot/i;
const languageModels =
  /GPTBot|ChatGPT-User|OAI-SearchBot|ClaudeBot|Claude-User|Claude-SearchBot|anthropic-ai|PerplexityBot|Perplexity-User|CCBot|Bytespider|Amazonbot|Applebot-Extended|meta-externalagent|cohere-ai|MistralAI-User|DuckAssistBot|Diffbot/i;

/** Who sends a request, as far as it says so itself. */
export function recogniseAgent({ headers }: Pick<IncomingMessage, 'headers'>): Agent {
  const userAgent = headers['user-agent'] ?? '';
  if (languageModels.test(userAgent)) return 'ai-agent';
  if (searchEngines.test(userAgent)) return 'search-engine';
  if (isProgram(userAgent)) return 'automation';
  if (isTeam(headers.cookie)) return 'team';
  return isPrefetch(headers) ? 'prefetch' : 'person';
}

/** Set-Cookie value that marks a browser of the team, so that its visits are not taken for readers'. */
export function teamMark(): string {
  return `${teamCookie}=1; Path=/; Max-Age=${markedDays * 86_400}; HttpOnly; SameSite=Lax`;
}

const markedDays = 90;

function isTeam(cookies: string | undefined): boolean {
  return cookies?.split(';').some((pair) => pair.trim() === `${teamCookie}=1`) ?? false;
}

/** https://wicg.github.io/nav-speculation/prefetch.html; a page prepared in advance runs no script until it is shown. */
function isPrefetch(headers: IncomingMessage['headers']): boolean {
  return String(headers['sec-purpose'] ?? headers['purpose'] ?? '').includes('prefetch');
}
