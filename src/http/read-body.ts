import type { Refusal } from './refusal.ts';

/** A body that was read, or why it was not. */
export type BodyResult = { ok: true; value: unknown } | { ok: false; refusal: Refusal };

const tooLarge = (maxBytes: number): BodyResult => ({
  ok: false,
  refusal: { code: 'too-large', message: `The body is too large: at most ${maxBytes} bytes are accepted.` },
});

/**
 * Reads a JSON body of at most `maxBytes` bytes.
 *
 * The type must be `application/json`: a page of another origin cannot send that without asking first.
 */
export async function readJson(request: Request, maxBytes: number): Promise<BodyResult> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const message = `Send the body as application/json, not as ${type ? `"${type}"` : 'an unnamed type'}.`;
    return { ok: false, refusal: { code: 'unsupported-type', message } };
  }
  const text = await readText(request, maxBytes);
  if (text === undefined) return tooLarge(maxBytes);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be parsed';
    return { ok: false, refusal: { code: 'not-json', message: `The body is not valid JSON: ${reason}.` } };
  }
}

/** Reads a form-encoded body of at most `maxBytes` bytes; a field sent twice keeps its first value. */
export async function readForm(request: Request, maxBytes: number): Promise<BodyResult> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    const message = 'Send the form as application/x-www-form-urlencoded.';
    return { ok: false, refusal: { code: 'unsupported-type', message } };
  }
  const text = await readText(request, maxBytes);
  if (text === undefined) return tooLarge(maxBytes);
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (!fields.has(name)) fields.set(name, value);
  }
  return { ok: true, value: Object.fromEntries(fields) };
}

async function readText(request: Request, maxBytes: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return undefined;
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
