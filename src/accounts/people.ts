import { accountOf, type Account, type Role } from './account.ts';
import type { Auth } from './create-auth.ts';

const maxAccountsListed = 1_000;

/** A person to be given an account. */
export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  /** 8 to 200 characters. */
  password: string;
}

/** Gives a person an account; `exists` when the e-mail address has one already. */
export async function addAccount(auth: Auth, account: NewAccount): Promise<'added' | 'exists'> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const email = normalEmail(account.email);
  const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (known?.accounts.length) return 'exists';
  // A person without a password is what an interrupted addition leaves behind: it is completed.
  const user = known?.user ?? (await createPerson(auth, { ...account, email }));
  const password = await passwords.hash(account.password);
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password,
  });
  return 'added';
}

async function createPerson(auth: Auth, { email, name, role }: NewAccount): Promise<{ id: string }> {
  const { internalAdapter } = await auth.$context;
  return internalAdapter.createUser({ email, name, role, emailVerified: true }, { method: 'email-password' });
}

/**
 * Makes the first account, as admin, when there is none yet; otherwise changes nothing.
 *
 * Gives a sentence for the log: that it was made, or that the password given is not the account's and was not taken over.
 */
export async function ensureFirstAccount(
  auth: Auth,
  email: string,
  password: string,
): Promise<string | undefined> {
  const { adapter } = await auth.$context;
  if ((await adapter.count({ model: 'account' })) === 0) {
    await addAccount(auth, { email, name: email.split('@')[0] ?? email, role: 'admin', password });
    return `The first account of the desk is ${email}: sign in at /admin with ADMIN_PASSWORD.`;
  }
  switch (await isPasswordOf(auth, email, password)) {
    case true:
      return undefined;
    case false:
      return `ADMIN_PASSWORD is not the password of ${email}, which stays as it is; change it at /admin/account.`;
    case undefined:
      return `ADMIN_EMAIL has no account and none was made, for the desk has accounts already; add people at /admin/people.`;
  }
}

async function isPasswordOf(auth: Auth, email: string, password: string): Promise<boolean | undefined> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(normalEmail(email), { includeAccounts: true });
  const hash = known?.accounts.find((account) => account.providerId === 'credential')?.password;
  return hash ? passwords.verify({ hash, password }) : undefined;
}

/** Every account, by e-mail address. */
export async function listAccounts(auth: Auth): Promise<Account[]> {
  const { internalAdapter } = await auth.$context;
  const people = await internalAdapter.listUsers(maxAccountsListed, 0, { field: 'email', direction: 'asc' });
  return people.map(accountOf);
}

/** Removes an account and ends its sessions. */
export async function removeAccount(auth: Auth, id: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUser(id);
}

function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
