import type { App } from '../../app.ts';
import { readMultipart } from '../../http/read-multipart.ts';
import { checkAttachments, maxAttachmentBytes, readFiles } from '../../tickets/check-attachments.ts';
import { addToTicket, closeBySender, solveBySender } from '../../tickets/follow-ups.ts';
import type { AttachmentMistake } from '../../tickets/check-attachments.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** What the sender did on the private page of their ticket, or what stands in the way. */
export type RequestOutcome =
  | { done: 'added' | 'closed' | 'solved' }
  | { problem: 'empty' | 'full' | 'tooLong' | 'notKnown'; text?: string }
  | { attachment: AttachmentMistake; text?: string };

const maxTextChars = 20_000;
const maxTextBytes = 200_000;

/** The part of the app that is needed. */
type RequestApp = Pick<App, 'store' | 'clock' | 'site' | 'attachmentFiles' | 'article'>;

/** Does what a form of the private page asks: add to the ticket, close it, or say that an article solved it. */
export async function actOnRequest(
  app: RequestApp,
  ticket: Ticket,
  request: Request,
): Promise<RequestOutcome> {
  const { store, clock, site } = app;
  const body = await readMultipart(request, maxTextBytes + maxAttachmentBytes(site.attachments));
  if (!body.ok) return { problem: 'tooLong' };
  const { form } = body;
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (text('action')) {
    case 'close':
      await closeBySender(store, ticket, clock);
      return { done: 'closed' };
    case 'solved': {
      const articleId = text('articleId');
      if (!app.article(articleId)) return { problem: 'notKnown' };
      await solveBySender(store, ticket, articleId, clock);
      return { done: 'solved' };
    }
    case 'add':
      return add(app, ticket, { text: text('text'), form });
    default:
      return { problem: 'notKnown' };
  }
}

async function add(
  { store, clock, site, attachmentFiles }: RequestApp,
  ticket: Ticket,
  { text, form }: { text: string; form: FormData },
): Promise<RequestOutcome> {
  if (text.length > maxTextChars) return { problem: 'tooLong', text };
  const checked = await checkAttachments(await readFiles(form), site.attachments);
  if ('mistake' in checked) return { attachment: checked.mistake, text };
  if (text === '' && checked.files.length === 0) return { problem: 'empty' };
  const attachments = await attachmentFiles.save(checked.files);
  const outcome = await addToTicket(store, ticket, { text, attachments }, clock);
  if ('isKept' in outcome) return { done: 'added' };
  await attachmentFiles.remove(attachments.map(({ id }) => id));
  return { problem: 'full', text };
}
