import type { APIContext } from 'astro';
import { z } from 'zod';
import { readJson } from './read-body.ts';
import { readMultipart } from './read-multipart.ts';
import { refuse } from './refusal.ts';

/** What an endpoint needs of a request, whoever passes it on. */
export type EndpointContext = Pick<APIContext, 'request' | 'url' | 'locals'>;

/** Answers a request; an `APIRoute` that can do without Astro. */
export type Endpoint = (context: EndpointContext) => Response | Promise<Response>;

/** What a handler answers: a value sent as JSON, or a response of its own. */
type Outcome = Response | object;

/** The work behind an endpoint, given its checked input. */
type Handler<Input> = (input: Input, context: EndpointContext) => Outcome | Promise<Outcome>;

/** How a JSON body is guarded. */
interface BodyRules<Schema extends z.ZodType> {
  schema: Schema;
  maxBytes: number;
}

/** A route that takes a JSON body: reads it, checks it, answers JSON. */
export function answerBody<Schema extends z.ZodType>(
  rules: BodyRules<Schema>,
  handler: Handler<z.infer<Schema>>,
): Endpoint {
  return (context) =>
    answering(context, async () => {
      const body = await readJson(context.request, rules.maxBytes);
      if (!body.ok) return refuse(body.refusal);
      const parsed = rules.schema.safeParse(body.value);
      return parsed.success ? handler(parsed.data, context) : refuseFields(parsed.error);
    });
}

/** How a form with files is guarded. */
interface FormRules<Schema extends z.ZodType> {
  schema: Schema;
  /** The part that holds the JSON. */
  part: string;
  maxBytes: (context: EndpointContext) => number;
}

/** A route that takes a form with files: the JSON in one of its parts is checked, the form is given along. */
export function answerForm<Schema extends z.ZodType>(
  rules: FormRules<Schema>,
  handler: (input: z.infer<Schema>, form: FormData, context: EndpointContext) => Outcome | Promise<Outcome>,
): Endpoint {
  return (context) =>
    answering(context, async () => {
      const body = await readMultipart(context.request, rules.maxBytes(context));
      if (!body.ok) return refuse(body.refusal);
      const parsed = rules.schema.safeParse(parseJson(body.form.get(rules.part)));
      return parsed.success ? handler(parsed.data, body.form, context) : refuseFields(parsed.error);
    });
}

function parseJson(part: FormDataEntryValue | null): unknown {
  try {
    return typeof part === 'string' ? JSON.parse(part) : undefined;
  } catch {
    return undefined;
  }
}

/** A route that takes its input from the address: checks it, answers JSON. */
export function answerQuery<Schema extends z.ZodType>(
  schema: Schema,
  handler: Handler<z.infer<Schema>>,
): Endpoint {
  return (context) =>
    answering(context, () => {
      const parsed = schema.safeParse(Object.fromEntries(context.url.searchParams));
      return parsed.success ? handler(parsed.data, context) : refuseFields(parsed.error);
    });
}

/** A route for every other method: 405 in the error shape, where the router alone would answer an HTML 404. */
export function onlyMethods(...methods: string[]): Endpoint {
  const allow = methods.join(', ');
  return ({ request }) =>
    refuse(
      { code: 'method-not-allowed', message: `This address takes ${allow}, not ${request.method}.` },
      { allow },
    );
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
  return refuseInvalid(fieldMistakes(error));
}

/** Answers 400, or 409 for a conflict, with what is wrong with each field. */
export function refuseInvalid(
  fields: Record<string, string>,
  code: 'invalid' | 'conflict' = 'invalid',
): Response {
  const message = `The request is not what this address takes; see "fields": ${Object.keys(fields).join(', ')}.`;
  return refuse({ code, message, fields });
}

async function answering(
  context: EndpointContext,
  work: () => Outcome | Promise<Outcome>,
): Promise<Response> {
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
