import type { Page } from 'playwright-core';
import { deskAccount } from './start-portal.ts';

/** The desk's page of the ticket whose private page is at this address, opened as its team opens it. */
export async function openDesk(page: Page, privatePage: URL): Promise<void> {
  const path = `/admin/tickets/${privatePage.pathname.split('/').at(-1) ?? ''}`;
  await page.goto(`${privatePage.origin}/admin/sign-in?next=${path}`);
  await page.locator('input[type=email]').fill(deskAccount.email);
  await page.locator('input[type=password]').fill(deskAccount.password);
  await page.locator('main button').first().click();
  await page.waitForURL(`**${path}`);
}
