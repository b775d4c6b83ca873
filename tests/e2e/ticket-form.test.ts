import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';
import { cards, request, typedForm } from './type-request.ts';

const url = inject('portalUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** What the server found for a draft. */
async function suggestionsIn(response: Response | null): Promise<unknown> {
  return ((await response?.json()) as { suggestions: unknown }).suggestions;
}

describe('a customer types a ticket in French', () => {
  test('sees at most three passages, the right article first, and is told politely', async () => {
    const { page, problems } = await typedForm(browser, url);
    expect(await cards(page).count()).toBeLessThanOrEqual(3);
    expect(await cards(page).first().locator('h3').innerText()).toBe(request.article);
    expect(await cards(page).first().locator('.passage mark').count()).toBeGreaterThan(0);
    expect(await page.locator('.form-beside [role=status]').textContent()).toMatch(/\d/);
    expect(await page.getByRole('button', { name: /Envoyer/ }).isEnabled()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('sees nothing when nothing is relevant', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${url}/fr/contact`);
    const answered = page.waitForResponse('**/api/suggest');
    await page
      .getByLabel('Description')
      .fill('Je voudrais réserver une table pour huit personnes samedi soir en terrasse.');
    const body = (await (await answered).json()) as { reason?: string; suggestions: unknown[] };
    expect(body).toMatchObject({ suggestions: [], reason: 'nothing-relevant' });
    expect(await page.locator('section.suggestions').first().isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('sends it all the same, and can follow it on a private page', async () => {
    const { page, problems } = await typedForm(browser, url);
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    await page.getByRole('button', { name: /Envoyer/ }).click();
    await page.waitForURL('**/fr/requests/**');
    expect(await page.locator('main').textContent()).toMatch(/G-\d+/);
    const address = new URL(page.url());
    expect(address.searchParams.get('token')).toBeTruthy();
    const withoutToken = await page.request.get(url + address.pathname);
    expect(withoutToken.status()).toBe(404);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('finds the text again after a reload', async () => {
    const { page } = await typedForm(browser, url);
    await page.reload();
    expect(await page.getByLabel('Objet').inputValue()).toBe(request.subject);
    expect(await page.getByLabel('Description').inputValue()).toBe(request.description);
    await page.context().close();
  });
});

describe('when the server is in trouble the form never is', () => {
  test.each([
    ['answers with an error', 500],
    ['is too busy', 429],
  ])('the suggestions stay away when the API %s', async (_case, status) => {
    const { page } = await openPage(browser);
    await page.route('**/api/suggest', (route) => route.fulfill({ status, body: 'trouble' }));
    await page.goto(`${url}/fr/contact`);
    await page.getByLabel('Description').fill(request.description);
    await page.waitForResponse('**/api/suggest');
    expect(await page.locator('section.suggestions').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Envoyer/ }).isEnabled()).toBe(true);
    await page.context().close();
  });

  test('an answer to an older text that arrives late is not shown', async () => {
    const { page } = await openPage(browser);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    await page.route('**/api/suggest', async (route) => {
      asked += 1;
      if (asked === 1) await held;
      await route.continue();
    });
    await page.goto(`${url}/fr/contact`);
    await page.locator('.suggestion-list').evaluate((list: HTMLElement) => {
      const note = (): void => void (list.dataset['hasShown'] = 'true');
      new MutationObserver(note).observe(list, { childList: true });
    });
    const first = page.waitForRequest('**/api/suggest');
    await page.getByLabel('Description').fill(request.description);
    const late = (await first).response();
    await page
      .getByLabel('Description')
      .fill('Je voudrais réserver une table pour huit personnes samedi soir.');
    const second = page.waitForRequest('**/api/suggest');
    release();
    expect(await suggestionsIn(await late)).not.toEqual([]);
    expect(await suggestionsIn(await (await second).response())).toEqual([]);
    await page.waitForTimeout(300);
    expect(await page.locator('.suggestion-list').getAttribute('data-has-shown')).toBeNull();
    expect(await page.locator('section.suggestions').first().isVisible()).toBe(false);
    await page.context().close();
  });
});
