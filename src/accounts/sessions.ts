import { APIError } from 'better-auth';
import { accountOf, type Account } from './account.ts';
import type { Auth } from './create-auth.ts';
import type { SignInLimit } from './sign-in-limit.ts';

/** What a person types to sign in, and where from; the machine's address is only counted, never kept. */
export interface Credentials {
  email: string;
  password: string;
  address: string;
}

/** How a sign-in ends. `cookies` are whole Set-Cookie values for the answer. */
export type SignInOutcome =
  | { outcome: 'signed-in'; cookies: string[] }
  | { outcome: 'refused' }
  | { outcome: 'too-many'; retryAfterSeconds: number };

/** How a change of password ends; the account's other sessions end with it. */
export type PasswordOutcome = { outcome: 'changed'; cookies: string[] } | { outcome: 'wrong-password' };

/** The account a request's session cookie stands for, if it is valid. */
export async function signedIn(auth: Auth, headers: Headers): Promise<Account | undefined> {
  if (!headers.has('cookie')) return undefined;
  const found = await auth.api.getSession({ headers });
  return found ? accountOf(found.user) : undefined;
}

/** Opens a session and removes those that have ended; an unknown address and a wrong password are refused alike. */
export async function signIn(
  auth: Auth,
  limit: SignInLimit,
  credentials: Credentials,
): Promise<SignInOutcome> {
  const { password, address } = credentials;
  const email = credentials.email.trim();
  const retryAfterSeconds = await limit.count(address, email);
  if (retryAfterSeconds !== undefined) return { outcome: 'too-many', retryAfterSeconds };
  const body = { email, password };
  const answer = await unlessRefused(auth.api.signInEmail({ body, returnHeaders: true }));
  if (!answer) return { outcome: 'refused' };
  await Promise.all([limit.forgive(address, email), removeEndedSessions(auth)]);
  return { outcome: 'signed-in', cookies: answer.headers.getSetCookie() };
}

async function removeEndedSessions(auth: Auth): Promise<void> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date() }];
  await adapter.deleteMany({ model: 'session', where });
}

/** Ends the session; gives the Set-Cookie values that remove its cookie. */
export async function signOut(auth: Auth, headers: Headers): Promise<string[]> {
  const answer = await auth.api.signOut({ headers, returnHeaders: true });
  return answer.headers.getSetCookie();
}

/** Changes the password of the account that is signed in. */
export async function changePassword(
  auth: Auth,
  headers: Headers,
  change: { current: string; wanted: string },
): Promise<PasswordOutcome> {
  const body = { currentPassword: change.current, newPassword: change.wanted, revokeOtherSessions: true };
  const answer = await unlessRefused(auth.api.changePassword({ headers, body, returnHeaders: true }));
  return answer
    ? { outcome: 'changed', cookies: answer.headers.getSetCookie() }
    : { outcome: 'wrong-password' };
}

async function unlessRefused<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof APIError && (error.statusCode === 400 || error.statusCode === 401)) return undefined;
    throw error;
  }
}
