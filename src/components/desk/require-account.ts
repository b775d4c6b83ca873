import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/create-accounts.ts';
import { refuse } from '../../http/refusal.ts';

/** The part of a page's or endpoint's context that tells who asks. */
export interface DeskRequest {
  request: Request;
  url: URL;
  locals: { app: { accounts: Pick<Accounts, 'signedIn'> } };
}

/**
 * The account that is signed in, or the answer to give instead: the way to the sign-in page for a page, 401 for data.
 *
 * Every page and endpoint of the desk asks for itself, so none is left open by where it stands.
 */
export async function requireAccount({ request, url, locals }: DeskRequest): Promise<Account | Response> {
  const account = await locals.app.accounts.signedIn(request.headers);
  if (account) return account;
  if (wantsData(request, url)) {
    return refuse({
      code: 'unauthorised',
      message: 'Sign in at /admin/sign-in first; the session may have ended.',
    });
  }
  return seeOther(`/admin/sign-in?next=${encodeURIComponent(returnPath(request, url))}`);
}

function wantsData(request: Request, url: URL): boolean {
  return url.searchParams.has('format') || (request.headers.get('accept') ?? '').includes('application/json');
}

/** After signing in, a form that was sent is not sent again: the page it stood on is shown. */
function returnPath(request: Request, url: URL): string {
  return request.method === 'GET' ? url.pathname + url.search : url.pathname;
}

/** Sends the browser to another page with GET, optionally with cookies. */
export function seeOther(location: string, cookies: string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** Where to go after signing in: the page asked for when it is one of the desk's, else the overview. */
export function deskPathOr(overview: string, wanted: string | null | undefined): string {
  return wanted && /^\/admin(?:[/?]|$)/.test(wanted) && !wanted.startsWith('/admin/sign-')
    ? wanted
    : overview;
}
