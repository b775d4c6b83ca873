import { beforeAll, expect, it } from 'vitest';
import { createAccounts, type Accounts } from '../../src/accounts/create-accounts.ts';
import { deskPathOr, requireAccount } from '../../src/components/desk/require-account.ts';
import { describeOnEachDatabase } from '../store/each-store.ts';

const email = 'agent@example.org';
const password = 'correct horse battery';

describeOnEachDatabase('the way into the desk', (place) => {
  let accounts: Accounts;

  beforeAll(async () => {
    accounts = createAccounts(place.store, {
      secret: 'a secret of the desk, long enough',
      siteUrl: undefined,
    });
    await accounts.addAccount({ email, name: 'Agent', role: 'agent', password });
  });

  const ask = (path: string, options: RequestInit = {}) => {
    const url = new URL(path, 'http://localhost');
    return requireAccount({ request: new Request(url, options), url, locals: { app: { accounts } } });
  };

  it('sends whoever is not signed in to the sign-in page, and back afterwards', async () => {
    const answer = await ask('/admin/tickets?status=open');
    expect(answer).toBeInstanceOf(Response);
    if (!(answer instanceof Response)) return;
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/admin/sign-in?next=%2Fadmin%2Ftickets%3Fstatus%3Dopen');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('answers a program with 401 in the error shape', async () => {
    const [csv, json] = await Promise.all([
      ask('/admin/articles?format=csv'),
      ask('/admin/articles', { headers: { accept: 'application/json' } }),
    ]);
    for (const answer of [csv, json]) {
      if (!(answer instanceof Response)) throw new Error('let in');
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: { code: 'unauthorised' } });
    }
  });

  it('does not send a form again after signing in', async () => {
    const answer = await ask('/admin/tickets/G-1?find=x', { method: 'POST' });
    if (!(answer instanceof Response)) throw new Error('let in');
    expect(answer.headers.get('location')).toBe('/admin/sign-in?next=%2Fadmin%2Ftickets%2FG-1');
  });

  it('lets in who is signed in, until they sign out', async () => {
    const outcome = await accounts.signIn({ email, password, address: '' });
    const cookie = 'cookies' in outcome ? (outcome.cookies[0]?.split(';')[0] ?? '') : '';
    expect(await ask('/admin', { headers: { cookie } })).toMatchObject({ email, role: 'agent' });
    await accounts.signOut(new Headers({ cookie }));
    expect(await ask('/admin', { headers: { cookie } })).toBeInstanceOf(Response);
  });
});

it.each([
  ['/admin/gaps?days=7', '/admin/gaps?days=7'],
  ['/admin', '/admin'],
  ['https://evil.example', '/admin'],
  ['//evil.example/admin', '/admin'],
  ['/administrator', '/admin'],
  ['/admin/sign-out', '/admin'],
  ['/fr/', '/admin'],
  [null, '/admin'],
])('after signing in, %s leads to %s: never out of the desk', (wanted, expected) => {
  expect(deskPathOr('/admin', wanted)).toBe(expected);
});
