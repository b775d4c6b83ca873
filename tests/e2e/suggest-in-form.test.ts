import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { brokenRules } from './broken-rules.ts';
import { openShopPage, serveShop } from './other-site.ts';

const shop = inject('listedOrigin');
const description = 'Quand je tape mon ticket aucune suggestion ne s’affiche alors que l’article existe.';

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

describe('<guichet-suggest> beside a form of the page', () => {
  interface Told {
    name: string;
    detail: { articleId?: string; suggestions?: unknown[]; reason?: string };
  }

  /** Remembers what the page is told; `refuse` names an event the page takes over. */
  async function listen(page: Page, refuse = ''): Promise<() => Promise<Told[]>> {
    await page.evaluate((refused) => {
      const told: Told[] = [];
      Object.assign(document, { told });
      for (const name of ['shown', 'hidden', 'opened', 'solved', 'rejected']) {
        document.addEventListener(`guichet:${name}`, (event) => {
          told.push({ name, detail: (event as CustomEvent<Told['detail']>).detail });
          if (name === refused) event.preventDefault();
        });
      }
    }, refuse);
    return () => page.evaluate(() => (document as unknown as { told: Told[] }).told);
  }

  test('passages come while somebody writes, and the page is told what happens', async () => {
    const { page, problems } = await openShopPage(browser, `${shop}/fr`);
    const told = await listen(page);
    await page.getByLabel('Message').pressSequentially(description);
    const card = page.locator('guichet-suggest .card').first();
    await card.waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe(description);
    await card.getByRole('heading').getByRole('link').click();
    await page.getByRole('dialog').locator('.prose').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cela répond à ma question' }).click();
    await page.locator('guichet-suggest').getByText('Tant mieux').waitFor();
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    const events = await told();
    expect(events.map(({ name }) => name)).toEqual(['shown', 'opened', 'solved']);
    expect(events[0]?.detail.suggestions?.length).toBeLessThanOrEqual(3);
    expect(events[2]?.detail.articleId).toBe(events[1]?.detail.articleId);
    expect(await brokenRules(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('a page that shows them itself only listens', async () => {
    const { page } = await openShopPage(browser, `${shop}/fr`);
    const told = await listen(page, 'shown');
    await page.getByLabel('Message').fill(description);
    await page.waitForResponse('**/api/suggest');
    await expect.poll(async () => (await told()).length).toBe(1);
    expect(await page.locator('guichet-suggest .card').first().isVisible()).toBe(false);
    await page.context().close();
  });

  test('nothing is shown when nothing is relevant, or when the portal does not answer', async () => {
    const { page } = await openShopPage(browser, `${shop}/fr`);
    const answered = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Message').fill('Je voudrais réserver une table pour huit personnes samedi soir.');
    await answered;
    expect(await page.locator('guichet-suggest').innerText()).toBe('');
    await page.route('**/api/suggest', (route) => route.fulfill({ status: 500, body: 'trouble' }));
    const failed = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Message').fill(description);
    await failed;
    expect(await page.locator('guichet-suggest').innerText()).toBe('');
    await page.context().close();
  });
});
