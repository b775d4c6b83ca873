import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './open-browser.ts';

const url = inject('portalUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser({ keepsPagesBehind: true });
});

afterAll(() => browser.close());

test('going back shows an article as it was left, without loading it again', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${url}/fr/articles/getting-started/install`);
  await page.evaluate(() => {
    Reflect.set(globalThis, 'isAsLeft', true);
    addEventListener('pageshow', ({ persisted }) => Reflect.set(globalThis, 'isKept', persisted));
    location.href = '/fr/';
  });
  await page.waitForURL(`${url}/fr/`);
  await page.waitForLoadState();
  await page.evaluate(() => history.back());
  // A page that was kept does not load, so there is no such event to wait for.
  await page.waitForURL('**/install', { waitUntil: 'commit' });
  const readKept = () =>
    Reflect.get(globalThis, 'isAsLeft') === true && Reflect.get(globalThis, 'isKept') === true;
  await expect.poll(() => page.evaluate(readKept)).toBe(true);
});
