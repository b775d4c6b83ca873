/** Why a request is refused, in one word a program can act upon. */
export type RefusalCode =
  | 'invalid'
  | 'not-json'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'challenge-required'
  | 'too-large'
  | 'address-too-long'
  | 'unsupported-type'
  | 'too-many-requests'
  | 'headers-too-large'
  | 'internal'
  | 'unavailable';

const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  'not-json': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'challenge-required': 403,
  'too-large': 413,
  'address-too-long': 414,
  'unsupported-type': 415,
  'too-many-requests': 429,
  'headers-too-large': 431,
  internal: 500,
  unavailable: 503,
};

/** A refusal as it is sent: `{error: {code, message, fields?}}`. */
export interface Refusal {
  code: RefusalCode;
  /** What happened and what to do, for the developer who reads it. */
  message: string;
  /** What is wrong with each field, by name. */
  fields?: Record<string, string>;
  /** What a proof of work is asked for, with `challenge-required`. */
  challenge?: string;
}

/** HTTP status of a refusal. */
export function refusalStatus(code: RefusalCode): number {
  return statusOf[code];
}

/** The body every refusal has, as JSON text. */
export function refusalBody(refusal: Refusal): string {
  return JSON.stringify({ error: refusal });
}

/** Answers with a refusal; `headers` adds for instance `allow` or `retry-after`. */
export function refuse(refusal: Refusal, headers: Record<string, string> = {}): Response {
  return new Response(refusalBody(refusal), {
    status: statusOf[refusal.code],
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
