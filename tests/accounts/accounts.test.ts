import { getMigrations } from 'better-auth/db/migration';
import { beforeEach, expect, it } from 'vitest';
import { createAccounts, type Accounts } from '../../src/accounts/create-accounts.ts';
import { createAuth } from '../../src/accounts/create-auth.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const secret = 'a secret that is long enough for the session cookie';
const email = 'Lead@Example.org';
const password = 'correct horse battery';

/** A request's headers with the cookies an answer set. */
function browserWith(cookies: string[]): Headers {
  const pairs = cookies.map((cookie) => cookie.split(';')[0]);
  return new Headers({ cookie: pairs.join('; '), 'user-agent': 'Firefox', 'x-forwarded-for': '203.0.113.7' });
}

async function signInAs(accounts: Accounts, typed = { email, password }): Promise<Headers> {
  const outcome = await accounts.signIn({ ...typed, address: '203.0.113.7' });
  if (outcome.outcome !== 'signed-in') throw new Error(`sign-in ended as ${outcome.outcome}`);
  return browserWith(outcome.cookies);
}

describeOnEachDatabase('accounts', (place) => {
  let accounts: Accounts;

  beforeEach(async () => {
    await place.store.database.deleteFrom('user').execute();
    accounts = createAccounts(place.store, { secret, siteUrl: undefined });
  });

  it('finds in the store every table and column the session library wants', async () => {
    const auth = createAuth(place.store, { secret, siteUrl: undefined });
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
    expect(toBeCreated.map((table) => table.table)).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  it('makes the first account once, as admin, and says so', async () => {
    expect(await accounts.ensureFirstAccount(email, password)).toContain('first account');
    expect(await accounts.ensureFirstAccount(email, password)).toBeUndefined();
    expect(await accounts.listAccounts()).toMatchObject([{ email: 'lead@example.org', role: 'admin' }]);
  });

  it('does not overwrite a password when the setting changes, and says so', async () => {
    await accounts.ensureFirstAccount(email, password);
    expect(await accounts.ensureFirstAccount(email, 'another password')).toContain('stays as it is');
    await expect(signInAs(accounts)).resolves.toBeDefined();
    expect(await accounts.ensureFirstAccount('other@example.org', password)).toContain('no account');
    expect(await accounts.listAccounts()).toHaveLength(1);
  });

  it('completes a first account whose making was interrupted before the password was kept', async () => {
    await accounts.ensureFirstAccount(email, password);
    await place.store.database.deleteFrom('account').execute();
    expect(await accounts.ensureFirstAccount(email, password)).toContain('first account');
    await expect(signInAs(accounts)).resolves.toBeDefined();
  });

  it('knows who is signed in by the cookie, whatever the case of the e-mail address typed', async () => {
    await accounts.ensureFirstAccount(email, password);
    const headers = await signInAs(accounts, { email: ' LEAD@example.org ', password });
    expect(await accounts.signedIn(headers)).toMatchObject({ email: 'lead@example.org', role: 'admin' });
  });

  it('knows nobody without a cookie, with a forged one, or with one signed by another secret', async () => {
    await accounts.ensureFirstAccount(email, password);
    const headers = await signInAs(accounts);
    const elsewhere = createAccounts(place.store, { secret: secret.toUpperCase(), siteUrl: undefined });
    const forged = new Headers({ cookie: headers.get('cookie')!.replace(/=.{5}/, '=aaaaa') });
    expect(await accounts.signedIn(new Headers())).toBeUndefined();
    expect(await accounts.signedIn(forged)).toBeUndefined();
    expect(await elsewhere.signedIn(headers)).toBeUndefined();
  });

  it('keeps the session cookie to the desk, out of reach of scripts and of other sites', async () => {
    await accounts.ensureFirstAccount(email, password);
    const outcome = await accounts.signIn({ email, password, address: '203.0.113.7' });
    const [cookie, ...others] = 'cookies' in outcome ? outcome.cookies : [];
    expect(others).toEqual([]);
    const attributes = cookie?.split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/admin', 'HttpOnly', 'SameSite=Lax']));
    expect(attributes).not.toContain('Secure');
  });

  it('sends the cookie over https only when the portal is on https', async () => {
    await accounts.ensureFirstAccount(email, password);
    const secure = createAccounts(place.store, { secret, siteUrl: 'https://help.example.org' });
    const outcome = await secure.signIn({ email, password, address: '203.0.113.7' });
    const cookies = 'cookies' in outcome ? outcome.cookies : [];
    expect(cookies[0]).toMatch(/^__Secure-guichet\.session_token=.*; Path=\/admin;.*Secure/);
    expect(await secure.signedIn(browserWith(cookies))).toBeDefined();
  });

  it('keeps neither the address nor the browser of whoever signs in or changes a password', async () => {
    await accounts.ensureFirstAccount(email, password);
    const headers = await signInAs(accounts);
    await accounts.changePassword(headers, { current: password, wanted: 'a new password' });
    const sessions = await place.store.database
      .selectFrom('session')
      .select(['ipAddress', 'userAgent'])
      .execute();
    expect(sessions).toEqual([{ ipAddress: null, userAgent: null }]);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    await accounts.ensureFirstAccount(email, password);
    const wrong = { email, password: 'wrong password', address: '203.0.113.7' };
    expect(await accounts.signIn(wrong)).toEqual({ outcome: 'refused' });
    expect(await accounts.signIn({ ...wrong, email: 'nobody@example.org' })).toEqual({ outcome: 'refused' });
    expect(await accounts.signIn({ ...wrong, email: 'not an address' })).toEqual({ outcome: 'refused' });
    expect(await accounts.signIn({ ...wrong, password: 'x'.repeat(5000) })).toEqual({ outcome: 'refused' });
  });

  it('makes a machine wait after ten wrong passwords, and nobody else', async () => {
    await accounts.ensureFirstAccount(email, password);
    const wrong = { email: 'not an address', password: 'wrong password', address: '198.51.100.1' };
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await accounts.signIn(wrong)).toEqual({ outcome: 'refused' });
    }
    const eleventh = await accounts.signIn({ ...wrong, email, password });
    expect(eleventh).toMatchObject({ outcome: 'too-many' });
    expect('retryAfterSeconds' in eleventh && eleventh.retryAfterSeconds).toBeGreaterThan(0);
    await expect(signInAs(accounts)).resolves.toBeDefined();
  });

  it('stops the guessing of one password from many machines', async () => {
    const wrong = { email: 'target.example.org', password: 'wrong password' };
    const outcomes = new Set<string>();
    for (let machine = 0; machine < 51; machine += 1) {
      outcomes.add((await accounts.signIn({ ...wrong, address: `198.51.100.${machine}` })).outcome);
    }
    expect([...outcomes]).toEqual(['refused', 'too-many']);
  });

  it('removes sessions that have ended when someone signs in, and keeps the others', async () => {
    await accounts.ensureFirstAccount(email, password);
    const [ended, running] = [await signInAs(accounts), await signInAs(accounts)];
    const token = decodeURIComponent(ended.get('cookie')!.split('=')[1]!).split('.')[0]!;
    const past = place.store.dialect === 'sqlite' ? '2026-01-01T00:00:00.000Z' : new Date('2026-01-01');
    await place.store.database
      .updateTable('session')
      .set({ expiresAt: past })
      .where('token', '=', token)
      .execute();
    expect(await accounts.signedIn(ended)).toBeUndefined();
    await signInAs(accounts);
    expect(await accounts.signedIn(running)).toBeDefined();
    const tokens = await place.store.database.selectFrom('session').select('token').execute();
    expect(tokens.map((row) => row.token)).not.toContain(token);
    expect(tokens).toHaveLength(2);
  });

  it('signs out: the cookie is removed and the session is over even if the cookie was copied', async () => {
    await accounts.ensureFirstAccount(email, password);
    const headers = await signInAs(accounts);
    expect((await accounts.signOut(headers))[0]).toMatch(/Max-Age=0.*Path=\/admin|Path=\/admin.*Max-Age=0/);
    expect(await accounts.signedIn(headers)).toBeUndefined();
  });

  it('changes a password only with the current one, and ends the other sessions', async () => {
    await accounts.ensureFirstAccount(email, password);
    const elsewhere = await signInAs(accounts);
    const here = await signInAs(accounts);
    const wanted = 'a new password';
    const refused = await accounts.changePassword(here, { current: 'wrong password', wanted });
    expect(refused).toEqual({ outcome: 'wrong-password' });
    const changed = await accounts.changePassword(here, { current: password, wanted });
    expect(await accounts.signedIn(elsewhere)).toBeUndefined();
    expect(await accounts.signedIn(browserWith('cookies' in changed ? changed.cookies : []))).toBeDefined();
    await expect(signInAs(accounts, { email, password: wanted })).resolves.toBeDefined();
  });

  it('adds a writer, refuses the same address twice, and removes them with their sessions', async () => {
    await accounts.ensureFirstAccount(email, password);
    const writer = { email: 'writer@example.org', name: 'Writer', role: 'writer' as const, password };
    expect(await accounts.addAccount(writer)).toBe('added');
    expect(await accounts.addAccount({ ...writer, email: 'Writer@Example.org' })).toBe('exists');
    const headers = await signInAs(accounts, { email: writer.email, password });
    const account = await accounts.signedIn(headers);
    expect(account?.role).toBe('writer');
    await accounts.removeAccount(account!.id);
    expect(await accounts.signedIn(headers)).toBeUndefined();
    expect(await accounts.listAccounts()).toHaveLength(1);
  });
});
