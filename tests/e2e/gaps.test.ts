import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { gapsFrench } from '../../src/messages/desk-gaps.fr.ts';
import { openStore } from '../../src/store/open-store.ts';
import { importTickets } from '../../src/tickets/import-tickets.ts';
import { questions } from '../reports/help-desk.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { deskAccount } from './start-portal.ts';

const portal = inject('portalUrl');

/** Tickets on a loyalty card, of which the manual says nothing. */
async function importQuestions(): Promise<void> {
  const store = await openStore({ dataFolder: inject('portalDataFolder') });
  async function* records() {
    for (const [place, subject] of questions.loyalty.entries()) {
      const value = { id: `CARD-${place}`, subject, locale: 'fr', requester: `card${place}@example.org` };
      yield await Promise.resolve({ line: place + 1, value });
    }
  }
  await importTickets(store, records(), { clock: () => new Date(), source: 'jsonl', localeOf: () => 'fr' });
  await store.close();
}

describe('the gaps of the desk, in a browser without JavaScript', () => {
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    await importQuestions();
    browser = await openBrowser();
    ({ page, problems } = await openPage(browser, { javaScriptEnabled: false, locale: 'fr-FR' }));
    await page.goto(`${portal}/admin/sign-in?next=/admin/gaps?days=90`);
    await page.fill('#email', deskAccount.email);
    await page.fill('#password', deskAccount.password);
    await page.click('form button');
  });
  afterAll(() => browser.close());

  const gap = () => page.locator('details.desk-gap', { hasText: 'fidélité' }).first();

  test('show what to do in the customers’ own words, as soon as the report is made', async () => {
    await gap().waitFor({ timeout: 30_000 });
    const summary = (await gap().locator('summary').textContent()) ?? '';
    expect(summary).toContain(gapsFrench.kinds.write);
    const text = await gap().textContent();
    expect(text).not.toContain('@example.org');
    expect(text).toMatch(/CARD-\d/);
  });

  test('are taken on, dismissed with a reason, and taken back', async () => {
    const open = async () => {
      if ((await gap().getAttribute('open')) === null) await gap().locator('summary').click();
    };
    await open();
    await gap().getByRole('button', { name: gapsFrench.claim }).click();
    await open();
    expect(await gap().textContent()).toContain(gapsFrench.claimedBy);
    await gap().getByLabel(gapsFrench.dismissReason).fill('La carte est supprimée');
    await gap().getByRole('button', { name: gapsFrench.dismiss, exact: true }).click();
    expect(await gap().count()).toBe(0);
    const archive = page.locator('section[aria-labelledby=dismissed]');
    expect(await archive.textContent()).toContain('La carte est supprimée');
    await archive.getByRole('button', { name: gapsFrench.release }).click();
    expect(await gap().count()).toBe(1);
  });

  test('ask for nothing that the content policy forbids', () => expect(problems).toEqual([]));
});
