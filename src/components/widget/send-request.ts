/** What came of sending: taken, refused with the names of the fields that are wrong, too many at once, or no answer. */
export type SendOutcome =
  | { kind: 'sent'; reference: string; expectedReplyAt: string | null; url: string }
  | { kind: 'refused'; fields: string[] }
  | { kind: 'conflict' }
  | { kind: 'busy' }
  | { kind: 'lost' };

/** A slow line with attachments takes its time; longer than this it is as good as lost. */
const patienceMs = 120_000;

/** Sends a ticket, as `POST /api/tickets` takes it. The same key twice makes one ticket, so an answer that was lost can be asked for again. */
export async function sendRequest(
  origin: string,
  { ticket, files, key }: { ticket: object; files: readonly File[]; key: string },
): Promise<SendOutcome> {
  const body = new FormData();
  body.set('ticket', JSON.stringify(ticket));
  for (const file of files) body.append('attachments', file);
  try {
    const answer = await fetch(`${origin}/api/tickets`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    return outcomeOf(answer.status, (await answer.json()) as SentAnswer);
  } catch {
    return { kind: 'lost' };
  }
}

type SentAnswer = Partial<{
  reference: string;
  expectedReplyAt: string | null;
  url: string;
  error: { fields?: Record<string, string> };
}>;

function outcomeOf(
  status: number,
  { reference, expectedReplyAt = null, url, error }: SentAnswer,
): SendOutcome {
  if (status === 201 && reference && url) return { kind: 'sent', reference, expectedReplyAt, url };
  if (status === 409) return { kind: 'conflict' };
  if (status === 429 || status === 403) return { kind: 'busy' };
  return status === 400 && error?.fields
    ? { kind: 'refused', fields: Object.keys(error.fields) }
    : { kind: 'lost' };
}
