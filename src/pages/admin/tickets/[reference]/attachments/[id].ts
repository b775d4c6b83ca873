import type { APIRoute } from 'astro';
import { worksOnTickets } from '../../../../../accounts/account.ts';
import { requireAccount } from '../../../../../components/desk/require-account.ts';
import { download } from '../../../../../http/download.ts';
import { onlyMethods } from '../../../../../http/endpoint.ts';
import { findAttachment } from '../../../../../tickets/attachments.ts';

export const prerender = false;

/** A file of a ticket, for those who work on tickets. */
export const GET: APIRoute = async (context) => {
  const account = await requireAccount(context);
  if (account instanceof Response) return account;
  if (!worksOnTickets(account)) return new Response(null, { status: 403 });
  const { app } = context.locals;
  const { reference = '', id = '' } = context.params;
  const attachment = await findAttachment(app.store, reference, id);
  const content = attachment && (await app.attachmentFiles.read(id));
  return content ? download({ ...attachment, content }) : new Response(null, { status: 404 });
};
export const ALL = onlyMethods('GET');
