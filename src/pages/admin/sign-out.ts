import type { APIRoute } from 'astro';
import { requireAccount, seeOther } from '../../components/desk/require-account.ts';
import { refuse } from '../../http/refusal.ts';

export const prerender = false;

/** Ends the session and shows the sign-in page. */
export const POST: APIRoute = async (context) => {
  const account = await requireAccount(context);
  if (account instanceof Response) return account;
  const cookies = await context.locals.app.accounts.signOut(context.request.headers);
  return seeOther('/admin/sign-in', cookies);
};

/** A link must not sign anyone out. */
export const ALL: APIRoute = () =>
  refuse({ code: 'method-not-allowed', message: 'Signing out takes POST.' }, { allow: 'POST' });
