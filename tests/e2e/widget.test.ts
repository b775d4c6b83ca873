import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';
import { brokenRules } from './broken-rules.ts';
import { focused, openHelp, openShopPage, serveShop } from './other-site.ts';
import { request } from './type-request.ts';
import { freePort } from './start-portal.ts';

const url = inject('portalUrl');
const shop = inject('listedOrigin');

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await openBrowser();
  server = await serveShop(url, Number(new URL(shop).port));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const openShop = (path = '/fr', options: BrowserContextOptions = {}) =>
  openShopPage(browser, shop + path, options);

describe('on the page of another site, under a strict policy', () => {
  test('nothing but the loader comes before the help is opened, and nothing is left on the page', async () => {
    const { page, problems, asked } = await openShop();
    expect(asked.filter((address) => address.startsWith(url))).toEqual([`${url}/widget.js`]);
    const names = (): Promise<string[]> => page.evaluate(() => Object.keys(window));
    const withWidget = await names();
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.goto(`${shop}/bare`);
    expect(withWidget.toSorted()).toEqual((await names()).toSorted());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a visitor searches, reads an article, follows a link in it, and comes back', async () => {
    const { page, problems } = await openShop();
    await openHelp(page);
    await page.keyboard.type('aucune suggestion');
    await page.getByRole('link', { name: /^Aucune suggestion ne s’affiche/ }).click();
    const title = page.getByRole('dialog').getByRole('heading', { level: 2 }).first();
    await page.locator('.prose').waitFor();
    expect(await title.innerText()).toBe('Aucune suggestion ne s’affiche');
    expect(await focused(page)).toBe('panel-title');
    await page.locator('.prose').getByRole('link', { name: 'site.yaml' }).click();
    await expect.poll(() => title.innerText()).not.toBe('Aucune suggestion ne s’affiche');
    expect(new URL(page.url()).pathname).toBe('/fr');
    await page.getByRole('button', { name: 'Retour' }).click();
    expect(await title.innerText()).toBe('Aucune suggestion ne s’affiche');
    await page.getByRole('button', { name: 'Retour' }).click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('aucune suggestion');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('the keyboard is enough, Escape closes, and the focus goes back to where it was', async () => {
    const { page } = await openShop();
    const button = page.getByRole('button', { name: 'Aide' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused(page)).toBe('query');
    await page.keyboard.type('synonymes');
    await page.locator('.hits mark').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.prose').waitFor();
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/GUICHET-WIDGET|BODY/);
    }
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(await focused(page)).toBe('open');
    await page.context().close();
  });

  test('the page opens an article by its id from its own code', async () => {
    const { page, problems } = await openShop();
    await page.locator('#terms').focus();
    await page.evaluate(() => {
      const { guichet } = window as unknown as { guichet: { open(article: string): Promise<void> } };
      return guichet.open('fr/search/synonyms');
    });
    await page.locator('.prose').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('terms');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('in English, it speaks English and finds English articles', async () => {
    const { page } = await openShop('/en');
    await openHelp(page);
    await page.keyboard.type('synonyms');
    await page.getByRole('link', { name: /^Add synonyms/ }).click();
    await page.locator('.prose').waitFor();
    await page.context().close();
  });
});

describe('when something does not answer', () => {
  test('a site that is not listed gets the way to the portal instead', async () => {
    const port = await freePort();
    const other = await serveShop(url, port);
    const { page } = await openPage(browser);
    await page.goto(`http://localhost:${port}/fr`);
    await page.getByRole('button', { name: 'Aide' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('ne répond pas');
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe(`${url}/fr/`);
    const refused = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        ),
      `${url}/api/search?q=synonymes`,
    );
    expect(refused).toBe('refused');
    other.close();
    await page.context().close();
  });

  test('without the API, search goes on from the static index, and the form keeps what was written', async () => {
    const { page } = await openShop();
    await page.route('**/api/**', (route) => route.fulfill({ status: 404, body: '<h1>Not found</h1>' }));
    await openHelp(page);
    await page.keyboard.type('synonymes');
    await page.locator('.hits mark').first().waitFor();
    await page.getByRole('button', { name: 'Envoyer une demande' }).click();
    await page.getByLabel('Description').fill(request.description);
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    await page.getByRole('button', { name: 'Envoyer la demande' }).click();
    const link = page.getByRole('alert').getByRole('link');
    expect(await link.getAttribute('href')).toBe(`${url}/fr/contact`);
    expect(await page.getByLabel('Description').inputValue()).toBe(request.description);
    await page.context().close();
  });

  test('with the whole portal down, each view says so and shows the way', async () => {
    const { page } = await openShop();
    await openHelp(page);
    await page.route(`${url}/**`, (route) => route.abort());
    await page.keyboard.type('synonymes');
    await page.getByRole('heading', { name: /La recherche ne répond pas/ }).waitFor();
    await page.evaluate(() =>
      document
        .querySelector<HTMLElement & { open(id: string): void }>('guichet-widget')
        ?.open('fr/search/synonyms'),
    );
    await page.getByRole('heading', { name: 'L’aide ne répond pas' }).waitFor();
    await page.context().close();
  });
});

describe('everybody can use it', () => {
  test.each([
    ['/fr', 1280, 'light'],
    ['/en', 320, 'dark'],
  ] as const)('%s at %i pixels, %s: accessible, and nothing is cut off', async (path, width, colorScheme) => {
    const { page } = await openShop(path, {
      viewport: { width, height: 700 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await openHelp(page);
    // English articles about code, whose words are wider than the screen.
    await page.keyboard.type(path === '/fr' ? 'ticket' : 'suggestions event');
    await page.locator('.hits mark').first().waitFor();
    const check = async (): Promise<void> => {
      expect(await brokenRules(page)).toEqual([]);
      const overflow = await page
        .locator('.body')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.locator('.body > *').evaluate((view) => view.scrollIntoView({ block: 'end' }));
      expect(await page.getByRole('dialog').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    };
    await check();
    await page.locator('.hits a').first().click();
    await page.locator('.prose').waitFor();
    await check();
    await page.getByRole('button', { name: /^(Envoyer une demande|Send a request)$/ }).click();
    await page
      .locator('textarea[name=description]')
      .fill(
        path === '/fr'
          ? `${request.subject}. ${request.description}`
          : 'The form shows no suggestion while my customers type.',
      );
    await page.locator('.card').first().waitFor();
    await check();
    if (width === 320) {
      const box = await page.getByRole('dialog').boundingBox();
      expect(box).toMatchObject({ x: 0, y: 0, width: 320, height: 700 });
    }
    await page.context().close();
  });
});

test('the portal shows both at work, under its own policy', async () => {
  const { page, problems } = await openPage(browser);
  await page.goto(`${url}/fr/widget`);
  await page.getByLabel('Description').fill(request.description);
  await page.locator('guichet-suggest .card').first().waitFor();
  await openHelp(page);
  await page.keyboard.press('Escape');
  expect(await brokenRules(page)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});
