/** What came of sending: taken, refused with the names of the fields that are wrong, too many at once, or no answer. */
export type SendOutcome =
  | { kind: 'sent'; reference: string; expectedReplyAt: string | null; url: string }
  | { kind: 'refused'; fields: string[] }
  | { kind: 'conflict' }
  | { kind: 'busy' }
  | { kind: 'lost' };

/** A slow line with attachments takes its time; longer than this it is as good as lost. */
const patienceMs = 120_000;

/** A ticket on its way. */
interface OutgoingTicket {
  ticket: object;
  files: readonly File[];
  /** The same key twice makes one ticket, so an answer that was lost can be asked for again. */
  key: string;
  /** Called when a proof of work is asked for, to say so. */
  onWork(): void;
}

/** Sends a ticket, as `POST /api/tickets` takes it. Asked for a proof of work, it does the work and sends again. */
export async function sendRequest(origin: string, outgoing: OutgoingTicket): Promise<SendOutcome> {
  const first = await post(origin, outgoing);
  if (first.kind !== 'doubted') return first;
  // Fetched for the few who are asked: without it, they are as good as turned away.
  const work = await import('../contact/solve-challenge.ts').catch(() => undefined);
  if (!work?.canSolve) return { kind: 'busy' };
  outgoing.onWork();
  const second = await post(origin, outgoing, await work.solveChallenge(first.challenge));
  return second.kind === 'doubted' ? { kind: 'busy' } : second;
}

type PostOutcome = SendOutcome | { kind: 'doubted'; challenge: string };

async function post(
  origin: string,
  { ticket, files, key }: OutgoingTicket,
  proof?: string,
): Promise<PostOutcome> {
  const body = new FormData();
  body.set('ticket', JSON.stringify(ticket));
  for (const file of files) body.append('attachments', file);
  try {
    const answer = await fetch(`${origin}/api/tickets`, {
      method: 'POST',
      headers: { 'idempotency-key': key, ...(proof && { proof }) },
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
  error: { fields?: Record<string, string>; challenge?: string };
}>;

function outcomeOf(
  status: number,
  { reference, expectedReplyAt = null, url, error }: SentAnswer,
): PostOutcome {
  if (status === 201 && reference && url) return { kind: 'sent', reference, expectedReplyAt, url };
  if (status === 409) return { kind: 'conflict' };
  if (status === 403 && error?.challenge) return { kind: 'doubted', challenge: error.challenge };
  if (status === 429 || status === 403) return { kind: 'busy' };
  return status === 400 && error?.fields
    ? { kind: 'refused', fields: Object.keys(error.fields) }
    : { kind: 'lost' };
}
