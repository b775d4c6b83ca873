import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const url = inject('portalUrl');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('a customer who searches', () => {
  test('is sent to the language of the browser', async () => {
    for (const [locale, home] of [
      ['fr-CA', '/fr/'],
      ['en-GB', '/en/'],
    ] as const) {
      const { page } = await openPage(browser, { locale });
      await page.goto(url);
      expect(new URL(page.url()).pathname).toBe(home);
      await page.context().close();
    }
  });

  test('finds and opens an article with the keyboard alone', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${url}/fr/`);
    await page.keyboard.press('/');
    await page.keyboard.type('sauvegarder la base', { delay: 10 });
    await page.getByRole('option').first().waitFor();
    const field = page.getByRole('combobox').first();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr/articles/hosting/backup-and-restore**');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is told which word was understood, and can search for what was typed', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/`);
    await page.getByRole('combobox').first().pressSequentially('sauvgarder');
    const back = page.getByRole('link', { name: 'tel quel' });
    await back.waitFor();
    await back.click();
    await page.waitForURL('**/fr/search?q=sauvgarder&exact=1');
    expect(await page.locator('.results').count()).toBe(0);
    await page.goto(`${url}/fr/search?q=sauvgarder`);
    expect(await page.locator('.hint').innerText()).toContain('sauvegarder');
    await page.context().close();
  });

  test('closes the list with Escape and keeps the text', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/en/`);
    const field = page.getByRole('combobox').first();
    await field.pressSequentially('backup');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('backup');
    await page.context().close();
  });

  test('gets results at an address that works without JavaScript', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${url}/fr/`);
    await page.locator('input[name=q]').first().fill('sauvegarder');
    await page.locator('input[name=q]').first().press('Enter');
    expect(new URL(page.url()).search).toBe('?q=sauvegarder');
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    expect(await page.locator('main a[href^="/fr/articles/"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('is told plainly when there is nothing, and can carry the words to the form', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${url}/fr/search?q=blanquette+de+veau`);
    expect(await page.locator('main a[href*="/fr/contact"][href*="blanquette"]').count()).toBe(1);
    expect(await page.locator('main a[href^="/fr/articles/"]').count()).toBe(0);
    await page.context().close();
  });

  test('still searches when the API is down: the same index, in the browser', async () => {
    const { page } = await openPage(browser);
    await page.route('**/api/search**', (route) => route.fulfill({ status: 503, body: 'down' }));
    await page.goto(`${url}/fr/`);
    await page.getByRole('combobox').first().pressSequentially('sauvegarder la base');
    const first = page.getByRole('option').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('Sauvegarder et restaurer les données');
    await page.context().close();
  });
});

describe('a reader of an article', () => {
  test('votes, and the vote is counted', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${url}/fr/articles/getting-started/install`);
    const voted = page.waitForRequest(
      (request) => request.url().endsWith('/api/events') && (request.postData() ?? '').includes('"voted"'),
    );
    await page.locator('article-vote').getByRole('button', { name: 'Oui' }).click();
    const response = await (await voted).response();
    expect(await response?.json()).toMatchObject({ dropped: [] });
    await page.locator('.vote-thanks').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is not counted when a program drives the browser', async () => {
    const driven = await openBrowser({ isAutomated: true });
    const { page } = await openPage(driven);
    const viewed = page.waitForRequest((request) => request.url().endsWith('/api/events'));
    await page.goto(`${url}/fr/articles/getting-started/install`);
    const response = await (await viewed).response();
    expect(await response?.json()).toEqual({ accepted: 0, dropped: [{ index: 0, reason: 'bot' }] });
    await driven.close();
  });

  test('switches to the same article in the other language', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/articles/getting-started/install`);
    await page
      .locator('header')
      .getByRole('link', { name: /EN|English/ })
      .click();
    await page.waitForURL('**/en/articles/getting-started/install**');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  test('lands on the 404 page that searches', async () => {
    const { page } = await openPage(browser);
    const answer = await page.goto(`${url}/fr/articles/nothing-here`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('input[type=search]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('never gets a cookie, nor a file from another host', async () => {
    const { page } = await openPage(browser);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    for (const path of ['/fr/', '/fr/articles/getting-started/install', '/fr/search?q=port', '/fr/contact']) {
      await page.goto(url + path);
    }
    expect([...hosts]).toEqual([new URL(url).host]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});
