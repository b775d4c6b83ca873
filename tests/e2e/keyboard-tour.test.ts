import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openPage } from './open-browser.ts';

const url = inject('portalUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Presses Tab until the wanted element has the focus; each stop must be one that can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const [isThere, isVisible] = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      return [focused?.matches(wanted) ?? false, focused?.checkVisibility() ?? false];
    }, selector);
    expect(isVisible).toBe(true);
    if (isThere) return;
  }
  throw new Error(`Tab never comes to ${selector}.`);
}

async function outlined(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const shown = (element: Element | null | undefined): boolean =>
      !!element && Number.parseFloat(getComputedStyle(element).outlineWidth) >= 2;
    return shown(focused) || shown(focused?.parentElement);
  });
}

describe('a reader who has only a keyboard', () => {
  test('skips to the content, finds an article, votes, and writes to the team', async () => {
    const { page, problems } = await openPage(browser, { locale: 'en-GB' });
    await page.goto(`${url}/en/articles/getting-started/install`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

    await page.keyboard.press('Control+k');
    expect(await outlined(page)).toBe(true);
    await page.keyboard.type('back up the database');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/articles/**backup**');

    await tabTo(page, 'article-vote button[value=no]');
    expect(await outlined(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.vote-reasons').waitFor();
    await tabTo(page, '.vote-reasons button[value=other]');
    await page.keyboard.press('Enter');
    await tabTo(page, '.vote-comment button');
    await page.keyboard.press('Enter');
    await page.locator('.vote-thanks-no').waitFor();

    await tabTo(page, '.vote-thanks-no a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/contact**');
    await tabTo(page, 'textarea[name=description]');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('reads what search finds over an article, with nothing of the article shining through', async () => {
    const { page } = await openPage(browser, { locale: 'en-GB', viewport: { width: 390, height: 760 } });
    await page.goto(`${url}/en/articles/getting-started/install`);
    await page.keyboard.press('/');
    await page.keyboard.type('import');
    await page.locator('.search-option[data-article]').first().waitFor();
    const covered = await page.evaluate(() => {
      const panel = document.querySelector('.site-header .search-panel');
      const { top = 0, bottom = 0 } = panel?.getBoundingClientRect() ?? {};
      const places = [...document.querySelectorAll('.prose :is(h2, p, li)')].flatMap((element) => {
        const { left, top: from, height } = element.getBoundingClientRect();
        const middle = from + height / 2;
        return middle > top && middle < bottom ? [document.elementFromPoint(left + 10, middle)] : [];
      });
      return places.map((shown) => panel?.contains(shown));
    });
    expect(covered.length).toBeGreaterThan(1);
    expect(covered).not.toContain(false);
    await page.context().close();
  });

  test('searches again for what was searched before, or has it forgotten', async () => {
    const { page } = await openPage(browser, { locale: 'fr-FR' });
    await page.goto(`${url}/fr/`);
    await page.keyboard.press('/');
    await page.keyboard.type('sauvegarde');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr/search**');
    await page.goto(`${url}/fr/`);
    await page.keyboard.press('/');
    await page.locator('[data-query=sauvegarde]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.search-option[data-article]').first().waitFor();
    await page.getByRole('combobox').fill('');
    await page.locator('[data-query=sauvegarde]').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('[data-query=sauvegarde]').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.getItem('guichet:searches'))).toBeNull();
    await page.context().close();
  });
});
