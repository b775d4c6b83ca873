import type { APIRoute } from 'astro';
import { download } from '../../../../../http/download.ts';
import { onlyMethods } from '../../../../../http/endpoint.ts';
import { findAttachment } from '../../../../../tickets/attachments.ts';
import { findTicketByToken } from '../../../../../tickets/find-ticket.ts';

export const prerender = false;

/** A file of a ticket, for whoever holds the token of its private page. */
export const GET: APIRoute = async ({ params, url, locals: { app } }) => {
  const { reference = '', id = '' } = params;
  const ticket = await findTicketByToken(app.store, reference, url.searchParams.get('token') ?? '');
  const attachment = ticket && (await findAttachment(app.store, reference, id));
  const content = attachment && (await app.attachmentFiles.read(id));
  return content ? download({ ...attachment, content }) : new Response(null, { status: 404 });
};
export const ALL = onlyMethods('GET');
