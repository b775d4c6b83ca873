import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { brokenRules } from './broken-rules.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { deskAccount } from './start-portal.ts';

const portal = inject('portalUrl');
const writer = {
  name: 'Wanda',
  email: 'wanda@example.org',
  role: 'writer',
  password: 'correct horse battery',
};

const manualArticle = 'fr/desk/gap-report';

/** Every address of the desk that shows a page, from the files that make them. */
const deskPages = readdirSync(join(import.meta.dirname, '../../src/pages/admin'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.astro') && !file.startsWith('sign-in'))
  .map((file) =>
    `/admin/${file
      .replace(/(\/?index)?\.astro$/, '')
      .replace('[reference]', 'G-1')
      .replace('[...id]', manualArticle)}`.replace(/\/$/, ''),
  );

const ask = (path: string, options: RequestInit = {}) =>
  fetch(portal + path, { redirect: 'manual', ...options });
const form = (fields: Record<string, string>, cookie = ''): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { cookie, origin: portal },
});

async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await ask('/admin/sign-in', form({ email, password }));
  expect(answer.status).toBe(303);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function sendTicket(): Promise<string> {
  const answer = await ask('/api/tickets', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      locale: 'fr',
      email: 'claire@example.org',
      subject: 'Sauvegarde avant mise à jour',
      description:
        'Comment faire une copie de la base avant de mettre à jour ? Écrivez à claire@example.org.',
    }),
  });
  const { reference } = (await answer.json()) as { reference: string };
  return reference;
}

describe('the door of the desk', () => {
  it.each(deskPages)('%s sends whoever is not signed in to the sign-in page', async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/admin/sign-in?next=${encodeURIComponent(path)}`,
    ]);
  });

  it.each(deskPages)('%s gives a program that is not signed in 401 and no figure', async (path) => {
    const answer = await ask(`${path}?format=csv`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'unauthorised' } });
  });

  it.each(deskPages.filter((path) => path !== '/admin'))(
    '%s is not opened by a stranger’s form',
    async (path) => {
      expect((await ask(path, form({ action: 'reopen' }))).status).toBe(303);
    },
  );

  it('refuses a wrong password in place, and keeps the e-mail address typed', async () => {
    const answer = await ask(
      '/admin/sign-in',
      form({ email: deskAccount.email, password: 'wrong password' }),
    );
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain(`value="${deskAccount.email}"`);
  });

  it('goes on to the page that was asked for, and never out of the desk', async () => {
    const inside = await ask('/admin/sign-in', form({ ...deskAccount, next: '/admin/gaps?days=7' }));
    const outside = await ask('/admin/sign-in', form({ ...deskAccount, next: 'https://evil.example/' }));
    expect([inside, outside].map((answer) => answer.headers.get('location'))).toEqual([
      '/admin/gaps?days=7',
      '/admin',
    ]);
  });

  it('shows pages that no cache keeps and no search engine lists', async () => {
    const cookie = await signIn(deskAccount);
    for (const path of deskPages.filter((page) => !page.includes('/G-1'))) {
      const { status, headers } = await ask(path, { headers: { cookie } });
      expect([path, status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
        path,
        200,
        'no-store',
        'noindex',
      ]);
    }
  });

  it('does nothing for a form on another site, even with the cookie', async () => {
    const cookie = await signIn(deskAccount);
    const { headers } = form({}, cookie);
    const answer = await ask('/admin/sign-out', {
      method: 'POST',
      headers: { ...headers, origin: 'https://evil.example' } as Record<string, string>,
    });
    expect(answer.status).toBe(403);
    expect((await ask('/admin', { headers: { cookie } })).status).toBe(200);
  });

  it('ends the session on sign-out', async () => {
    const cookie = await signIn(deskAccount);
    expect((await ask('/admin/sign-out', form({}, cookie))).status).toBe(303);
    expect((await ask('/admin', { headers: { cookie } })).status).toBe(303);
  });
});

describe('a writer in the desk', () => {
  let cookie: string;
  let reference: string;

  beforeAll(async () => {
    const admin = await signIn(deskAccount);
    await ask('/admin/people', form({ action: 'add', ...writer }, admin));
    cookie = await signIn(writer);
    reference = await sendTicket();
  });

  it('reads tickets without seeing who sent them, on the page and in the CSV', async () => {
    for (const path of [
      '/admin/tickets',
      `/admin/tickets/${reference}`,
      '/admin/tickets?format=csv&table=tickets',
    ]) {
      const body = await (await ask(path, { headers: { cookie } })).text();
      expect(body).toContain('Sauvegarde avant mise à jour');
      expect(body).not.toContain('claire@example.org');
    }
  });

  it('cannot find out by searching who sent a ticket', async () => {
    const body = await (await ask('/admin/tickets?q=nobody-of-that-name', { headers: { cookie } })).text();
    expect(body).toContain(reference);
  });

  it('changes no ticket and no account', async () => {
    const closing = form({ action: 'status', status: 'closed' }, cookie);
    expect((await ask(`/admin/tickets/${reference}`, closing)).status).toBe(403);
    expect(
      (await ask('/admin/people', form({ action: 'add', ...writer, email: 'x@example.org' }, cookie))).status,
    ).toBe(403);
    const body = await (await ask(`/admin/tickets/${reference}`, { headers: { cookie } })).text();
    expect(body).toContain('desk-badge-open');
  });
});

describe('an agent in a browser without JavaScript', () => {
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, problems } = await openPage(browser, { javaScriptEnabled: false }));
    await page.goto(`${portal}/admin`);
    await page.fill('#email', deskAccount.email);
    await page.fill('#password', deskAccount.password);
    await page.click('form button');
  });
  afterAll(() => browser.close());

  it('solves a ticket with an article found by its words, and opens it again', async () => {
    const reference = await sendTicket();
    await page.goto(`${portal}/admin/tickets/${reference}`);
    await page.fill('#find', 'sauvegarde');
    await page.click('form[role=search] button');
    await page.click('.desk-option');
    await page.click('text=Résoudre avec cet article');
    expect(page.url()).toContain('done=resolved');
    expect(await page.textContent('#solved ~ p')).toContain('fr/');
    await page.click('text=Rouvrir');
    expect(await page.textContent('.desk-title .desk-badge')).toBe('Ouvert');
  });

  it('asks for nothing that the content policy forbids', () => expect(problems).toEqual([]));
});

describe('every page of the desk', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    { locale: 'fr-FR', width: 1440, colorScheme: 'light' as const },
    { locale: 'en-GB', width: 390, colorScheme: 'dark' as const },
  ])('is accessible and fits at $width pixels in $locale', async ({ locale, width, colorScheme }) => {
    const reference = await sendTicket();
    const { page, problems } = await openPage(browser, {
      locale,
      colorScheme,
      viewport: { width, height: 900 },
    });
    await page.goto(`${portal}/admin`);
    await page.fill('#email', deskAccount.email);
    await page.fill('#password', deskAccount.password);
    await page.click('form button');
    for (const path of deskPages) {
      await page.goto(portal + path.replace('G-1', reference));
      expect([path, await brokenRules(page)]).toEqual([path, []]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
    expect(problems).toEqual([]);
  });
});
