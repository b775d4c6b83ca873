import { answerAgent } from '../app/agent-server.ts';
import { onlyMethods } from '../http/endpoint.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { readJson } from '../http/read-body.ts';
import { refuse } from '../http/refusal.ts';
import type { APIRoute } from 'astro';

export const prerender = false;

const maxBytes = 256_000;
const limit = createRateLimit(120, 60);

/** The articles for programs, by the Model Context Protocol. */
export const POST: APIRoute = async ({ request, locals: { app, reader } }) => {
  const refused = await limit(reader.address ?? reader.visitor);
  if (refused) return refused;
  const body = await readJson(request, maxBytes);
  if (!body.ok) return refuse(body.refusal);
  const { url, method, headers } = request;
  const read = new Request(url, { method, headers, body: JSON.stringify(body.value) });
  try {
    return await answerAgent(app, reader, read);
  } catch (error) {
    const id = app.reportFailure(error, 'POST /mcp');
    return refuse({ code: 'internal', message: `Something went wrong on this side; it is logged as ${id}.` });
  }
};
export const ALL = onlyMethods('POST');
