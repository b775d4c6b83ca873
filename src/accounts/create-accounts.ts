import type { Store } from '../store/open-store.ts';
import type { Account } from './account.ts';
import { createAuth, type AuthOptions } from './create-auth.ts';
import { addAccount, ensureFirstAccount, listAccounts, removeAccount, type NewAccount } from './people.ts';
import {
  changePassword,
  signedIn,
  signIn,
  signOut,
  type Credentials,
  type PasswordOutcome,
  type SignInOutcome,
} from './sessions.ts';
import { createSignInLimit } from './sign-in-limit.ts';

/** The desk's accounts: who may come in, and as what. */
export interface Accounts {
  /** The sentence it gives is for the log; nothing when there is nothing to say. */
  ensureFirstAccount(email: string, password: string): Promise<string | undefined>;
  signedIn(headers: Headers): Promise<Account | undefined>;
  signIn(credentials: Credentials): Promise<SignInOutcome>;
  signOut(headers: Headers): Promise<string[]>;
  changePassword(headers: Headers, change: { current: string; wanted: string }): Promise<PasswordOutcome>;
  addAccount(account: NewAccount): Promise<'added' | 'exists'>;
  listAccounts(): Promise<Account[]>;
  removeAccount(id: string): Promise<void>;
}

/** The desk's accounts on a store whose tables exist. */
export function createAccounts(store: Store, options: AuthOptions): Accounts {
  const auth = createAuth(store, options);
  const limit = createSignInLimit(options.secret);
  return {
    ensureFirstAccount: (email, password) => ensureFirstAccount(auth, email, password),
    signedIn: (headers) => signedIn(auth, headers),
    signIn: (credentials) => signIn(auth, limit, credentials),
    signOut: (headers) => signOut(auth, headers),
    changePassword: (headers, change) => changePassword(auth, headers, change),
    addAccount: (account) => addAccount(auth, account),
    listAccounts: () => listAccounts(auth),
    removeAccount: (id) => removeAccount(auth, id),
  };
}
