import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  beginStream,
  endStream,
  quoting,
  startModelServer,
  writeChunk,
  firstSentence,
  type ModelServer,
} from '../answers/model-server.ts';
import { brokenRules } from './broken-rules.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { openDesk } from './open-desk.ts';
import { startPortal, type Portal } from './start-portal.ts';
import { recordedEvents, request, typedForm } from './type-request.ts';

const plainUrl = inject('portalUrl');
let browser: Browser;
let model: ModelServer;
let portal: Portal;

beforeAll(async () => {
  model = await startModelServer(quoting);
  portal = await startPortal({ environment: { OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'test' } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await portal.stop();
  await model.close();
});

const question = 'Comment sauvegarder mes données ?';
const panel = (page: Page) => page.locator('answer-panel');

async function askedPage(words = question, locale = 'fr') {
  const watched = await openPage(browser);
  await watched.page.goto(`${portal.url}/${locale}/search?q=${encodeURIComponent(words)}`);
  return watched;
}

describe('an answer in words', () => {
  test('appears sentence by sentence, says who wrote it, and shows the quote behind each mark', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.replyWith(async (response, { material }) => {
      const quote = firstSentence(material.passages?.[0]?.text ?? '');
      const line = `${JSON.stringify({ sentence: quote, passage: 1, quote })}\n`;
      beginStream(response);
      writeChunk(response, line);
      await held;
      writeChunk(response, line);
      endStream(response);
    });
    const { page, problems } = await askedPage();
    await panel(page).locator('.answer-mark').first().waitFor();
    // The model has not finished: it waits for this test.
    expect(await panel(page).getAttribute('data-state')).toBe('asked');
    release();
    await panel(page).and(page.locator('[data-state=answered]')).waitFor();
    expect(await panel(page).innerText()).toContain('Réponse rédigée par une IA');
    expect(await panel(page).locator('.source-date').first().innerText()).toMatch(/Mis à jour le \d/);
    expect(await panel(page).locator('details:not([open])').count()).toBe(0);
    await panel(page).locator('.answer-mark').first().click();
    const quote = panel(page).locator('.source-quotes li').first();
    expect(page.url()).toContain(`#${await quote.getAttribute('id')}`);
    expect(await quote.isVisible()).toBe(true);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, ...(await brokenRules(page))]).toEqual([colorScheme]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(problems).toEqual([]);
    model.replyWith(quoting);
    await page.context().close();
  });

  test('goes on with follow-up questions, and comes along to the form', async () => {
    const { page, problems } = await askedPage();
    const recorded = recordedEvents(page);
    await panel(page).and(page.locator('[data-state=answered]')).waitFor();
    await page.getByLabel('Poser une question de suite').fill('Et pour restaurer la base ?');
    await page.keyboard.press('Enter');
    await panel(page).locator('.answer-turn').nth(1).locator('.answer-mark').first().waitFor();
    await panel(page).and(page.locator('[data-state=answered]')).waitFor();
    await page.getByRole('button', { name: 'J’ai encore besoin d’aide' }).click();
    await page.getByRole('button', { name: 'Il manque quelque chose' }).click();
    await page.getByRole('link', { name: 'Écrire à l’équipe' }).click();
    const description = page.getByLabel('Description');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('restaurer'));
    expect(await description.inputValue()).toContain(question);
    expect(recorded).toContainEqual(expect.objectContaining({ kind: 'judged', value: 0, reason: 'missing' }));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('says so when nothing could be verified, and leaves the passages', async () => {
    model.replyWith((response) => void response.writeHead(500).end());
    const { page } = await askedPage('How can I restore a backup?', 'en');
    await panel(page).and(page.locator('[data-state=answered]')).waitFor();
    expect(await panel(page).locator('.answer-state').innerText()).toContain('the passages alone');
    expect(await panel(page).locator('.source-passage').first().isVisible()).toBe(true);
    expect(await panel(page).locator('.answer-by').isVisible()).toBe(false);
    model.replyWith(quoting);
    await page.context().close();
  });

  test('is given about an article, in the article', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${portal.url}/fr/articles/hosting/backup-and-restore`);
    await page.getByLabel('Votre question').fill('Comment restaurer une sauvegarde ?');
    await page.getByRole('button', { name: 'Demander' }).click();
    await panel(page).locator('.answer-mark').first().waitFor();
    const links = await panel(page).locator('.source-link').first().getAttribute('href');
    expect(links).toContain('/fr/articles/hosting/backup-and-restore');
    expect(await brokenRules(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('in the ticket form', () => {
  test('an answer is a fourth card after a pause, and solves as the others do', async () => {
    const { page, problems } = await typedForm(browser, portal.url);
    const recorded = recordedEvents(page);
    const card = page.locator('answer-card .suggestion');
    expect(await card.count()).toBe(0);
    await card.locator('.answer-mark').first().waitFor();
    expect(await card.innerText()).toContain('Réponse rédigée par une IA');
    expect(await brokenRules(page)).toEqual([]);
    await card.getByRole('button', { name: 'Cela répond à ma question' }).click();
    await page.getByText('Tant mieux').waitFor();
    expect(await card.isVisible()).toBe(false);
    await page.waitForTimeout(500);
    expect(recorded.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['judged', 'solved']));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a model that never answers keeps nobody from sending', async () => {
    model.replyWith(() => undefined);
    const { page } = await typedForm(browser, portal.url);
    await page.getByLabel('Description').fill(`${request.description} Encore une chose.`);
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    await page.getByRole('button', { name: 'Envoyer' }).last().click();
    await page.waitForURL('**/requests/**');
    model.replyWith(quoting);
    await page.context().close();
  });
});

test('the desk drafts a reply that stands on quotes, and the model never sees who wrote', async () => {
  const sent = await fetch(`${portal.url}/api/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ locale: 'fr', email: 'hortense@example.org', name: 'Hortense Vasseur' },
      ...{ subject: request.subject, description: `${request.description} Hortense` },
    }),
  });
  const { reference } = (await sent.json()) as { reference: string };
  const { page, problems } = await openPage(browser);
  await openDesk(page, new URL(`${portal.url}/fr/requests/${reference}`));
  model.requests.length = 0;
  await page.getByRole('button', { name: 'Préparer une réponse' }).click();
  const text = await page.locator('textarea').inputValue();
  expect(text).toContain('Bonjour Hortense Vasseur,');
  expect(await page.locator('blockquote').count()).toBeGreaterThan(0);
  expect(await brokenRules(page)).toEqual([]);
  expect(JSON.stringify(model.requests)).not.toMatch(/hortense|vasseur/i);
  expect(problems).toEqual([]);
  await page.context().close();
});

describe('without a model', () => {
  test('no page has anything of it: no element, no script, no style', async () => {
    for (const address of [
      `/fr/search?q=${encodeURIComponent(question)}`,
      '/fr/contact',
      '/fr/articles/hosting/backup-and-restore',
    ]) {
      const withModel = await (await fetch(`${portal.url}${address}`)).text();
      const plain = await (await fetch(`${plainUrl}${address}`)).text();
      expect(withModel).toMatch(/<answer-(panel|card)/);
      expect(plain).not.toMatch(/<answer-|class="answer|\/styles\/answer-/);
      const scripts = (text: string) => [...text.matchAll(/<script[^>]+src=/g)].length;
      expect(scripts(withModel)).toBe(scripts(plain) + 1);
    }
  });

  test('nothing leaves the machine: not for a search, a suggestion, an answer, a request', async () => {
    const body = (value: object) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale: 'fr', ...value }),
    });
    await fetch(`${plainUrl}/api/search?q=sauvegarde&locale=fr`);
    await fetch(`${plainUrl}/api/suggest`, body({ ...request, article: undefined }));
    expect((await fetch(`${plainUrl}/api/answer`, body({ question }))).status).toBe(503);
    const { subject, description } = request;
    await fetch(`${plainUrl}/api/tickets`, body({ subject, description, email: 'a@example.org' }));
    expect(readFileSync(inject('connectionsFile'), 'utf8')).toBe('');
  });
});
