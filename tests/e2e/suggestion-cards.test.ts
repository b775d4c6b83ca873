import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';
import { cards, recordedEvents, request, typedForm } from './type-request.ts';

const url = inject('portalUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('a card', () => {
  test('says why it is shown: words, section, date', async () => {
    const { page } = await typedForm(browser, url);
    const card = cards(page).first();
    expect(await card.locator('.title').innerText()).toBe(request.article);
    expect(await card.locator('.matched').innerText()).toMatch(/suggestion/);
    expect(await card.locator('.updated').innerText()).toMatch(/Mis à jour le \d+/);
    await page.context().close();
  });

  test('opens its article over the form at the passage, and nothing typed is lost', async () => {
    const { page, problems } = await typedForm(browser, url);
    const recorded = recordedEvents(page);
    await cards(page).first().locator('.title').click();
    const panel = page.getByRole('dialog');
    await panel.locator('[data-passage]').waitFor();
    expect(await panel.locator('h2').first().innerText()).toBe(request.article);
    expect(await panel.locator('.prose [id]').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('title');
    expect(await page.getByLabel('Description').inputValue()).toBe(request.description);
    await page.waitForTimeout(500);
    expect(recorded.map(({ kind }) => kind)).toContain('opened');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('that does not help is gone with its reason, and does not come back', async () => {
    const { page } = await typedForm(browser, url);
    const recorded = recordedEvents(page);
    const shown = await cards(page).count();
    await cards(page).first().getByRole('button', { name: 'Ce n’est pas ça' }).click();
    await page.getByRole('button', { name: 'Plus à jour' }).first().click();
    expect(await cards(page).count()).toBe(shown - 1);
    const again = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Description').pressSequentially(' Encore.');
    await again;
    await page.waitForTimeout(300);
    expect(await page.locator('.suggestion-list').innerText()).not.toContain(request.article);
    expect(recorded).toContainEqual(expect.objectContaining({ kind: 'rejected', reason: 'outdated' }));
    await page.context().close();
  });

  test('that solved it ends with thanks and one question, is counted, and no ticket is made', async () => {
    const { page } = await typedForm(browser, url);
    const recorded = recordedEvents(page);
    let isSent = false;
    page.on('request', (sent) => (isSent ||= sent.url().endsWith('/contact') && sent.method() === 'POST'));
    await cards(page).first().locator('.title').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cela répond à ma question' }).click();
    await page.getByRole('heading', { name: 'Tant mieux' }).waitFor();
    await page.getByRole('button', { name: /^2$/ }).click();
    await page.getByText('Merci, c’est noté.').waitFor();
    await page.waitForTimeout(300);
    expect(recorded.filter(({ kind }) => kind === 'solved')).toHaveLength(1);
    expect(recorded).toContainEqual(expect.objectContaining({ kind: 'rated', value: 2 }));
    expect(isSent).toBe(false);
    await page.getByRole('button', { name: 'Reprendre ma demande' }).click();
    expect(await page.getByLabel('Description').inputValue()).toBe(request.description);
    await page.context().close();
  });
});

describe('without a mouse', () => {
  test('cards are read out once, reached with Tab after the text, and worked with Enter', async () => {
    const { page } = await typedForm(browser, url);
    const tree = await page.locator('.form-beside').ariaSnapshot();
    expect(tree).toMatch(/status: \d articles? peu/);
    expect(tree).toMatch(/region "Ceci peut répondre à votre question"/);
    await page.getByLabel('Description').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
    await page.keyboard.press('Enter');
    const focused = await page.evaluate(() => document.activeElement?.matches('.title, [name=description]'));
    expect(focused).toBe(true);
    await page.context().close();
  });
});

describe('on a small screen', () => {
  test('320 pixels are enough: nothing runs over, and the panel fills the screen', async () => {
    const { page } = await typedForm(browser, url, { viewport: { width: 320, height: 640 } });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await cards(page).first().locator('.title').click();
    await page.getByRole('dialog').locator('[data-passage]').waitFor();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.width).toBe(320);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test('a field below the cards does not move while it is filled in', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${url}/fr/contact`);
    const answered = page.waitForResponse('**/api/suggest');
    await page.getByLabel('Description').fill(request.description);
    await page.getByLabel('Adresse e-mail').focus();
    await answered;
    await page.waitForTimeout(300);
    expect(await cards(page).count()).toBe(0);
    await page.getByLabel('Description').focus();
    await cards(page).first().waitFor();
    await page.context().close();
  });
});

describe('on a wide screen', () => {
  test('cards come and go without moving the form', async () => {
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${url}/fr/contact`);
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift' });
    });
    await page.getByLabel('Objet').pressSequentially(request.subject, { delay: 5 });
    await page.getByLabel('Description').fill(request.description);
    await cards(page).first().waitFor();
    await page.waitForTimeout(200);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
    await page.context().close();
  });
});

describe('when the suggestions are in trouble', () => {
  test('a slow API is asked once at a time, given up twice, then left alone; the form works on', async () => {
    const { page } = await openPage(browser);
    await page.clock.install();
    let asked = 0;
    await page.route('**/api/suggest', () => void (asked += 1));
    await page.goto(`${url}/fr/contact`);
    for (const words of [' un', ' deux', ' trois', ' quatre']) {
      await page.getByLabel('Description').pressSequentially(request.description.slice(0, 30) + words);
      await page.clock.runFor(500);
      await page.waitForTimeout(100);
      await page.clock.runFor(4_500);
    }
    expect(asked).toBe(2);
    expect(await page.locator('section.suggestions').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Envoyer/ }).isEnabled()).toBe(true);
    await page.context().close();
  });

  test('a server that is away leaves the form as it is', async () => {
    const { page } = await openPage(browser);
    await page.route('**/api/suggest', (route) => route.abort());
    await page.goto(`${url}/fr/contact`);
    const failed = page.waitForEvent('requestfailed');
    await page.getByLabel('Description').fill(request.description);
    await failed;
    expect(await page.locator('section.suggestions').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Envoyer/ }).isEnabled()).toBe(true);
    await page.context().close();
  });
});
