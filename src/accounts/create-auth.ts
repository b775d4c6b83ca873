import { betterAuth } from 'better-auth';
import type { Store } from '../store/open-store.ts';

/** What better-auth needs beside the store. */
export interface AuthOptions {
  /** At least 32 characters; signs the session cookie. Changing it signs everyone out. */
  secret: string;
  /** Public address of the portal; over https the cookie is sent over https only. */
  siteUrl: string | undefined;
}

const sessionDays = 7;

/**
 * better-auth on the store's own connection: e-mail and password, no sign-up, no network.
 *
 * The session ends a week after sign-in and is never prolonged, so that reading a page writes nothing. The library insists on
 * columns for the address and the browser of a session: the hook keeps both null, whatever the request says.
 */
export function createAuth(store: Store, options: AuthOptions) {
  return betterAuth({
    appName: 'Guichet',
    baseURL: options.siteUrl ?? 'http://localhost',
    basePath: '/admin/auth',
    secret: options.secret,
    database: { db: store.database, type: store.dialect },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 200 },
    user: {
      additionalFields: { role: { type: 'string', required: true, defaultValue: 'writer', input: false } },
    },
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: (session) => Promise.resolve({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'guichet',
      useSecureCookies: options.siteUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { path: '/admin', httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

/** better-auth as it is set up here. */
export type Auth = ReturnType<typeof createAuth>;
