import type { APIContext, APIRoute } from 'astro';
import { z } from 'zod';
import { readJson } from './read-body.ts';
import { refuse } from './refusal.ts';

/** What a handler answers: a value sent as JSON, or a response of its own. */
type Outcome = Response | object;

/** The work behind an endpoint, given its checked input. */
type Handler<Input> = (input: Input, context: APIContext) => Outcome | Promise<Outcome>;

/** How an endpoint that takes a JSON body is guarded. */
interface BodyRules<Schema extends z.ZodType> {
  schema: Schema;
  maxBytes: number;
}

/**
 * An endpoint that takes a JSON body: reads it, checks it, answers JSON.
 *
 * Every other method gets 405 in the error shape, where the router alone would answer an HTML 404.
 */
export function bodyEndpoint<Schema extends z.ZodType>(
  rules: BodyRules<Schema>,
  handler: Handler<z.infer<Schema>>,
): { POST: APIRoute; ALL: APIRoute } {
  const POST: APIRoute = (context) =>
    answering(context, async () => {
      const body = await readJson(context.request, rules.maxBytes);
      if (!body.ok) return refuse(body.refusal);
      const parsed = rules.schema.safeParse(body.value);
      if (!parsed.success) return refuseFields(parsed.error);
      return handler(parsed.data, context);
    });
  return { POST, ALL: methodNotAllowed('POST') };
}

/** An endpoint that takes its input from the address: checks it, answers JSON. */
export function queryEndpoint<Schema extends z.ZodType>(
  schema: Schema,
  handler: Handler<z.infer<Schema>>,
): { GET: APIRoute; HEAD: APIRoute; ALL: APIRoute } {
  const GET: APIRoute = (context) =>
    answering(context, async () => {
      const parsed = schema.safeParse(Object.fromEntries(context.url.searchParams));
      return parsed.success ? handler(parsed.data, context) : refuseFields(parsed.error);
    });
  return { GET, HEAD: GET, ALL: methodNotAllowed('GET, HEAD') };
}

/** What is wrong with each field of a body or address, by the field's path. */
export function fieldMistakes(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'body'];
    for (const name of names) fields[name] ??= issue.message;
  }
  return fields;
}

function refuseFields(error: z.ZodError): Response {
  const fields = fieldMistakes(error);
  const message = `The request is not what this address takes; see "fields": ${Object.keys(fields).join(', ')}.`;
  return refuse({ code: 'invalid', message, fields });
}

function methodNotAllowed(allow: string): APIRoute {
  return ({ request }) =>
    refuse(
      { code: 'method-not-allowed', message: `This address takes ${allow}, not ${request.method}.` },
      { allow },
    );
}

async function answering(context: APIContext, work: () => Promise<Outcome>): Promise<Response> {
  try {
    const outcome = await work();
    return outcome instanceof Response ? outcome : json(outcome);
  } catch (error) {
    const requestId = context.locals.app.reportFailure(
      error,
      `${context.request.method} ${context.url.pathname}`,
    );
    const message = `Something went wrong on this side; it is logged as ${requestId}. Try again in a moment.`;
    return refuse({ code: 'internal', message });
  }
}

/** A value as a JSON response that no cache keeps. */
export function json(value: object, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
