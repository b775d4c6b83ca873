import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { focused, openHelp, openShopPage, serveShop } from './other-site.ts';
import { request } from './type-request.ts';

const shop = inject('listedOrigin');
const { subject, description } = request;

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveShop(inject('portalUrl'), Number(new URL(shop).port));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** The shop with the form of the panel open. */
async function openForm(options: BrowserContextOptions = {}) {
  const opened = await openShopPage(browser, `${shop}/fr`, options);
  await showForm(opened.page);
  return opened;
}

async function showForm(page: Page): Promise<void> {
  await openHelp(page);
  await page.getByRole('button', { name: 'Envoyer une demande' }).click();
  await page.getByLabel('Objet').waitFor();
}

describe('a request written in the panel', () => {
  test('survives a reload, is sent once, and says when there is an answer', async () => {
    const { page, problems } = await openForm();
    await page.getByLabel('Objet').fill(subject);
    await page.getByLabel('Description').fill(description);
    await page.reload();
    await showForm(page);
    expect(await page.getByLabel('Description').inputValue()).toBe(description);
    await page.getByText('Ajouter un message d’erreur ou un journal').click();
    await page.getByLabel('Message d’erreur ou journal').fill('Erreur 0x80070005');
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    const promise = await page.locator('.promise').innerText();
    expect(promise).toMatch(/^Réponse .*avant/);
    const sent = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('guichet:sent', (event) => resolve((event as CustomEvent).detail)),
        ),
    );
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/tickets')) return;
      keys.push(request.headers()['idempotency-key']);
      expect(request.postData()).toContain('"log":"Erreur 0x80070005"');
    });
    await page.getByRole('button', { name: 'Envoyer la demande' }).dblclick();
    await page.locator('.reference').waitFor();
    expect(keys).toHaveLength(1);
    expect(await page.locator('.reference').innerText()).toMatch(/G-\d+/);
    expect(await page.getByRole('dialog').innerText()).toContain(promise);
    expect(await sent).toMatchObject({ reference: expect.stringMatching(/^G-/) as string });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    const { origin, pathname } = new URL(
      (await page.getByRole('link', { name: /page privée/ }).getAttribute('href')) ?? '',
    );
    expect(origin + pathname).toMatch(/\/fr\/requests\/G-\d+$/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('ends without a ticket when a passage solves it, with one question', async () => {
    const { page, problems, asked } = await openForm();
    await page.getByLabel('Objet').fill(subject);
    await page.getByLabel('Description').fill(description);
    await page.locator('.card').first().getByRole('button', { name: 'Cela répond à ma question' }).click();
    await page.getByText('Tant mieux').waitFor();
    const rated = page.waitForRequest(
      (request) => request.url().endsWith('/api/events') && (request.postData() ?? '').includes('"rated"'),
    );
    await page.getByRole('button', { name: '2', exact: true }).click();
    expect(await (await (await rated).response())?.json()).toMatchObject({ dropped: [] });
    expect(asked.filter((address) => address.endsWith('/api/tickets'))).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a passage that is not it goes away for good, with the reason', async () => {
    const { page } = await openForm();
    await page.getByLabel('Objet').fill(subject);
    await page.getByLabel('Description').fill(description);
    const card = page.locator('.card').first();
    const title = await card.getByRole('heading').innerText();
    const rejected = page.waitForRequest(
      (request) => request.url().endsWith('/api/events') && (request.postData() ?? '').includes('not-enough'),
    );
    await card.getByRole('button', { name: 'Ce n’est pas ça' }).click();
    await card.getByRole('button', { name: /Proche/ }).click();
    expect(await (await (await rejected).response())?.json()).toMatchObject({ dropped: [] });
    const again = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Description').press('End');
    await page.getByLabel('Description').pressSequentially(' Comment faire ?');
    await again;
    expect(await page.locator('.card').getByRole('heading').allInnerTexts()).not.toContain(title);
    await page.context().close();
  });

  test('a passage that is put aside and left without a reason counts all the same', async () => {
    const { page } = await openForm();
    await page.getByLabel('Description').fill(description);
    const rejected = page.waitForRequest(
      (sent) => sent.url().endsWith('/api/events') && (sent.postData() ?? '').includes('"rejected"'),
    );
    await page.locator('.card').first().getByRole('button', { name: 'Ce n’est pas ça' }).click();
    const again = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Description').pressSequentially(' Comment faire ?');
    await again;
    expect((await rejected).postData()).not.toContain('reason');
    await page.context().close();
  });

  test('of a flood that is asked for work is sent once the panel has done it', async () => {
    const { page, problems } = await openForm({ userAgent: 'Mozilla/5.0 (panel) Chrome/150.0.0.0' });
    await page.evaluate(
      async (address) => {
        const ticket = { locale: 'fr', email: 'rafale@example.org', subject: 'Rafale', description: '' };
        const headers = { 'content-type': 'application/json' };
        for (let count = 0; count < 61; count += 1)
          await fetch(address, { method: 'POST', headers, body: JSON.stringify(ticket) });
      },
      `${inject('portalUrl')}/api/tickets`,
    );
    await page.getByLabel('Description').fill('Voir https://example.org/a '.repeat(6));
    await page.getByLabel('Adresse e-mail').fill('vraie@example.org');
    const doubted = page.waitForResponse((answer) => answer.status() === 403);
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await doubted;
    await page.locator('.reference').waitFor();
    expect(problems.filter((problem) => !problem.includes('403'))).toEqual([]);
    await page.context().close();
  });

  test('carries files, and says so when one is not what its name says', async () => {
    const { page } = await openForm();
    await page.getByLabel('Objet').fill('Le portail ne démarre pas');
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    const files = page.getByLabel('Fichiers joints');
    await files.setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('MZ not a picture'),
    });
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await page.locator('#attachments-error').filter({ hasText: 'photo.png' }).waitFor();
    await files.setInputFiles({
      name: 'server.log',
      mimeType: 'text/plain',
      buffer: Buffer.from('EADDRINUSE 4321'),
    });
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await page.locator('.reference').waitFor();
    await page.context().close();
  });

  test('mistakes are said beside their fields', async () => {
    const { page } = await openForm();
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    expect(await focused(page)).toBe('subject');
    expect(await page.getByLabel('Objet').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#email-error').isVisible()).toBe(true);
    await page.context().close();
  });
});
