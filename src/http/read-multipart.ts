import type { Refusal } from './refusal.ts';

/** A form that was read, or why it was not. */
export type MultipartResult = { ok: true; form: FormData } | { ok: false; refusal: Refusal };

const formTypes = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** Whether a request brings a form with files. */
export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
}

/** Reads a form, with or without files, of at most `maxBytes` bytes; reading stops where it becomes too large. */
export async function readMultipart(request: Request, maxBytes: number): Promise<MultipartResult> {
  const type = request.headers.get('content-type') ?? '';
  if (!formTypes.test(type)) {
    const message = 'Send the form as multipart/form-data or application/x-www-form-urlencoded.';
    return { ok: false, refusal: { code: 'unsupported-type', message } };
  }
  const size = new ByteCount(maxBytes);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge(maxBytes);
  try {
    const body = request.body?.pipeThrough(size.stream) ?? '';
    return { ok: true, form: await new Response(body, { headers: { 'content-type': type } }).formData() };
  } catch {
    if (size.isExceeded) return tooLarge(maxBytes);
    const message = 'The body is not a form that can be read.';
    return { ok: false, refusal: { code: 'invalid', message } };
  }
}

function tooLarge(maxBytes: number): MultipartResult {
  const message = `The form is too large: at most ${maxBytes} bytes are accepted, files included.`;
  return { ok: false, refusal: { code: 'too-large', message } };
}

/** Passes bytes on until there are too many. */
class ByteCount {
  isExceeded = false;
  readonly stream: TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

  constructor(maxBytes: number) {
    let size = 0;
    this.stream = new TransformStream({
      transform: (chunk, controller) => {
        size += chunk.byteLength;
        this.isExceeded = size > maxBytes;
        if (this.isExceeded) controller.error(new RangeError('too large'));
        else controller.enqueue(chunk);
      },
    });
  }
}
