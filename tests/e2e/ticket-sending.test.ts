import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';
import { openDesk } from './open-desk.ts';
import { cards, request, typedForm } from './type-request.ts';

const url = inject('portalUrl');
const dataFolder = inject('portalDataFolder');
const log = { name: 'journal.log', mimeType: 'text/plain', buffer: Buffer.from('Erreur 0x80070005\n') };
const disguised = { name: 'capture.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\u0000') };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const send = (page: Page) => page.getByRole('button', { name: /Envoyer la demande|Envoi/ }).click();

/** The private page of a ticket sent from this page. */
async function sentFrom(page: Page): Promise<URL> {
  await page.getByLabel('Adresse e-mail').fill('camille@example.org');
  await send(page);
  await page.waitForURL('**/fr/requests/**');
  return new URL(page.url());
}

describe('a ticket sent with cards ignored', () => {
  test('tells the desk what was searched, shown, opened, rejected, answered and attached', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${url}/fr/search?q=suggestions+absentes`);
    await page.waitForFunction(() => sessionStorage.length > 0);
    await page.goto(`${url}/fr/contact?article=fr/portal/send-a-request`);
    await page.getByLabel('Objet').fill(request.subject);
    await page.getByLabel('Description').fill(`${request.description} Le site est hors service.`);
    await cards(page).first().locator('.title').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revenir à ma demande' }).click();
    await page.getByLabel('Sujet de la demande').selectOption('installation');
    await page.getByLabel('Version de Guichet').fill('0.1.0');
    await page.getByLabel('Fichiers joints').setInputFiles(log);
    expect(await page.locator('.searched-note').innerText()).toContain('suggestions absentes');
    expect(await page.locator('.reply-by').innerText()).toMatch(/^Réponse .*avant .*h/);
    const address = await sentFrom(page);
    expect(await page.locator('.reply-by').innerText()).toMatch(/^Réponse .*avant .*h/);
    expect(problems).toEqual([]);

    await openDesk(page, address);
    const desk = await page.locator('main').innerText();
    for (const fact of ['suggestions absentes', request.article, '0.1.0', 'journal.log', 'hors service']) {
      expect(desk).toContain(fact);
    }
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'journal.log' }).click();
    expect((await download).suggestedFilename()).toBe('journal.log');
    await page.context().close();
  });
});

describe('the private page', () => {
  test('takes an addition and a closing, and an article that solved it', async () => {
    const { page } = await typedForm(browser, url);
    const address = await sentFrom(page);
    await page.getByLabel('Ajouter une précision').fill('Cela arrive aussi sur Firefox.');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByText('C’est ajouté à votre demande.').waitFor();
    expect(await page.locator('.follow-up').innerText()).toContain('Firefox');
    await page.getByRole('button', { name: 'Cet article a résolu ma demande' }).first().click();
    await page.getByText('Merci ! Votre demande est résolue').waitFor();
    await page.goto(address.href);
    await page.getByRole('button', { name: 'Clôturer ma demande' }).click();
    await page.getByText('Votre demande est clôturée').waitFor();
    await page.context().close();
  });

  test('gives a file to who has the link, as a download that runs nowhere', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/contact`);
    await page.getByLabel('Objet').fill('Journal joint');
    await page.getByLabel('Fichiers joints').setInputFiles(log);
    await sentFrom(page);
    const href = await page.getByRole('link', { name: 'journal.log' }).getAttribute('href');
    const file = await fetch(url + (href ?? ''));
    expect(await file.text()).toBe('Erreur 0x80070005\n');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="journal.log"/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(url + (href ?? '').split('?')[0])).status).toBe(404);
    expect((await fetch(`${url}/attachments/${href?.split('/').at(-1)?.split('?')[0]}`)).status).toBe(404);
    await page.context().close();
  });
});

describe('what goes wrong on the way', () => {
  test('a double click makes one ticket', async () => {
    const { page } = await openPage(browser);
    let taken = 0;
    page.on('response', (answer) => {
      taken += Number(answer.status() === 201 && answer.url().endsWith('/contact'));
    });
    await page.goto(`${url}/fr/contact`);
    await page.getByLabel('Objet').fill('Double clic');
    await page.getByLabel('Adresse e-mail').fill('double@example.org');
    await page.getByRole('button', { name: /Envoyer la demande/ }).dblclick();
    await page.waitForURL('**/fr/requests/**');
    expect(taken).toBe(1);
    await page.context().close();
  });

  test('an answer that is lost: the text stays, a reload keeps it, and sending again makes no second ticket', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/contact`);
    await page.getByLabel('Objet').fill('Réponse perdue');
    await page.getByLabel('Description').fill('La connexion tombe après l’envoi.');
    await page.getByLabel('Adresse e-mail').fill('perdue@example.org');
    let first = '';
    await page.route('**/fr/contact', async (route) => {
      if (route.request().method() !== 'POST' || first) return route.continue();
      const answer = await route.fetch();
      const { url: privatePage = '' } = (await answer.json()) as { url?: string };
      first = privatePage;
      await (first ? route.abort() : route.fulfill({ response: answer }));
    });
    await send(page);
    await page.getByText('La demande n’est pas partie').waitFor();
    await page.reload();
    await page.locator('.draft-note').waitFor();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Réponse perdue');
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('perdue@example.org');
    await send(page);
    await page.waitForURL('**/fr/requests/**');
    expect(page.url()).toBe(url + first);
    await page.goto(`${url}/fr/contact`);
    expect(await page.getByLabel('Objet').inputValue()).toBe('');
    await page.context().close();
  });

  test('a file that is not what it says is named beside its field, and the text stays', async () => {
    const { page } = await openPage(browser);
    const before = readdirSync(dataFolder).includes('attachments')
      ? readdirSync(join(dataFolder, 'attachments'))
      : [];
    await page.goto(`${url}/fr/contact`);
    await page.getByLabel('Objet').fill('Capture d’écran');
    await page.getByLabel('Adresse e-mail').fill('capture@example.org');
    await page.getByLabel('Fichiers joints').setInputFiles(disguised);
    await send(page);
    await page.getByRole('alert').first().waitFor();
    expect(await page.locator('#attachments-error').innerText()).toContain('capture.png');
    expect(await page.getByLabel('Fichiers joints').getAttribute('aria-describedby')).toContain(
      'attachments-error',
    );
    expect(await page.getByLabel('Objet').inputValue()).toBe('Capture d’écran');
    const after = readdirSync(dataFolder).includes('attachments')
      ? readdirSync(join(dataFolder, 'attachments'))
      : [];
    expect(after).toEqual(before);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  test('the topic’s questions come with a button, a file goes along, and mistakes keep what was typed', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${url}/fr/contact`);
    await page.locator('#subject').fill('Le portail ne démarre pas');
    await page.locator('#topic').selectOption('installation');
    await page.getByRole('button', { name: 'Afficher les questions de ce sujet' }).click();
    await page.locator('[id="field.version"]').fill('0.1.0');
    expect(await page.locator('#subject').inputValue()).toBe('Le portail ne démarre pas');
    await page.locator('#email').fill('sans-script@localhost');
    await page.locator('button[type=submit].button').last().click();
    expect(await page.locator('#email-error').count()).toBe(1);
    expect(await page.locator('[id="field.version"]').inputValue()).toBe('0.1.0');
    await page.locator('#email').fill('sans-script@example.org');
    await page.locator('#attachments').setInputFiles(log);
    await page.locator('button[type=submit].button').last().click();
    await page.waitForURL('**/fr/requests/**');
    expect(await page.locator('main').innerText()).toContain('0.1.0');
    expect(await page.locator('main').innerText()).toContain('journal.log');
    await page.locator('textarea').fill('Une précision.');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    expect(await page.locator('.follow-up').innerText()).toContain('Une précision.');
    await page.context().close();
  });
});

describe('a flood', () => {
  test('is asked for work, which the page does by itself', async () => {
    const { page } = await openPage(browser, { userAgent: 'Mozilla/5.0 (flood) Chrome/150.0.0.0' });
    await page.goto(`${url}/fr/contact`);
    await page.evaluate(async () => {
      for (let count = 0; count < 14; count += 1) {
        const body = new FormData();
        body.set('subject', `Rafale ${count}`);
        body.set('email', 'rafale@example.org');
        await fetch('/fr/contact', { method: 'POST', headers: { accept: 'application/json' }, body });
      }
    });
    const doubted = page.waitForResponse((answer) => answer.status() === 403);
    await page.getByLabel('Objet').fill('Une vraie demande');
    await page.getByLabel('Adresse e-mail').fill('vraie@example.org');
    await send(page);
    await doubted;
    await page.waitForURL('**/fr/requests/**');
    await page.context().close();
  });
});

describe('the API', () => {
  test('takes files beside the ticket, and refuses one that is not what it says', async () => {
    const post = (name: string, content: BlobPart) => {
      const form = new FormData();
      const ticket = { locale: 'fr', email: 'api@example.org', subject: 'Journal', description: '' };
      form.set('ticket', JSON.stringify({ ...ticket, topic: 'installation', fields: { version: '1' } }));
      form.append('attachments', new Blob([content]), name);
      return fetch(`${url}/api/tickets`, { method: 'POST', body: form });
    };
    expect((await post('a.log', 'x')).status).toBe(201);
    const refused = await post('a.png', 'x');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { fields: { attachments: /a\.png/ } } });
  });
});

test('the form’s own script stays within 8 kB', async () => {
  const { page } = await openPage(browser);
  const scripts = new Set<string>();
  page.on('request', (sent) => sent.resourceType() === 'script' && scripts.add(sent.url()));
  await page.goto(`${url}/fr`, { waitUntil: 'networkidle' });
  const ofEveryPage = new Set(scripts);
  await page.goto(`${url}/fr/contact`, { waitUntil: 'networkidle' });
  const own = [...scripts].filter((script) => !ofEveryPage.has(script));
  expect(own.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    own.map(async (script) => {
      const answer = await fetch(script, { headers: { 'accept-encoding': 'br' } });
      return Number(answer.headers.get('content-length'));
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000);
  await page.context().close();
});
