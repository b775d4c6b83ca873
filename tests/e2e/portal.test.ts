import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { brokenRules } from './broken-rules.ts';
import { openBrowser, openPage } from './open-browser.ts';
import { openDesk } from './open-desk.ts';
import { recordedEvents } from './type-request.ts';

const url = inject('portalUrl');
const article = 'getting-started/install';

/** Every kind of page a reader meets, by what it is. */
const kinds = {
  home: '/',
  article: '/articles/hosting/settings',
  'article with tasks': '/articles/getting-started/first-week',
  category: '/categories/writing',
  'all articles': '/categories',
  results: '/search?q=port',
  'no results': '/search?q=blanquette',
  form: `/contact?article=fr/${article}`,
  'unknown request': '/requests/G-0?token=wrong',
  'missing page': '/nothing/install',
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const widths = [320, 768, 1440];
const schemes = ['light', 'dark'] as const;

/** What is wrong with a page at a width and in a scheme: broken rules, and pixels by which it is too wide. */
async function wrongAt(page: Page, width: number, colorScheme: (typeof schemes)[number]): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const wide = overflow > 0 ? [`${overflow} pixels too wide`] : [];
  return [...(await brokenRules(page)), ...wide].map((problem) => `${width} ${colorScheme}: ${problem}`);
}

describe.each(['fr', 'en'])('in %s', (locale) => {
  test.each(Object.entries(kinds))(
    'the %s page is accessible and fits on a phone, a tablet and a screen, light and dark',
    async (_kind, path) => {
      const { page } = await openPage(browser, { locale });
      await page.goto(`${url}/${locale}${path}`, { waitUntil: 'networkidle' });
      const wrong: string[] = [];
      for (const width of widths) {
        for (const scheme of schemes) wrong.push(...(await wrongAt(page, width, scheme)));
      }
      expect(wrong).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      await page.context().close();
    },
  );
});

describe.each([
  ['fr', 'light', 1440],
  ['en', 'dark', 320],
] as const)('in %s, %s, %i pixels wide', (locale, colorScheme, width) => {
  test('search results and the form are accessible while they are used', async () => {
    const { page } = await openPage(browser, { locale, colorScheme, viewport: { width, height: 800 } });
    await page.goto(`${url}/${locale}/articles/${article}`);
    await page.keyboard.press('/');
    await page.keyboard.type('port');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await brokenRules(page)).toEqual([]);
    await page.goto(`${url}/${locale}/contact`);
    await page
      .locator('#description')
      .fill(locale === 'fr' ? 'Le portail ne démarre pas' : 'The portal does not start');
    await page.locator('.suggestion').first().waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.locator('.suggestion').first().getByRole('button').first().click();
    await page.locator('.solved-note').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what an article page costs', () => {
  test('is three requests and at most 14 kB, 5 kB of them script', async () => {
    const { page } = await openPage(browser);
    const sizes = new Map<string, number>();
    page.on('requestfinished', (request) => {
      void transferred(request).then((bytes) => sizes.set(new URL(request.url()).pathname, bytes));
    });
    await page.goto(`${url}/fr/articles/${article}`, { waitUntil: 'networkidle' });
    const files = [...sizes].filter(([path]) => path !== '/favicon.svg' && !path.startsWith('/api/'));
    const sum = (some: [string, number][]): number => some.reduce((total, [, bytes]) => total + bytes, 0);
    expect(files.map(([path]) => path.split('.').at(-1)).sort()).toEqual(
      ['/fr/articles/' + article, 'css', 'js'].sort(),
    );
    expect(sum(files)).toBeLessThanOrEqual(14_000);
    expect(sum(files.filter(([path]) => path.endsWith('.js')))).toBeLessThanOrEqual(5_000);
    await page.context().close();
  });
});

async function transferred(request: Request): Promise<number> {
  const { responseBodySize } = await request.sizes();
  return responseBodySize;
}

describe('a search', () => {
  test('that was typed, counted and then sent counts once, and its address can be shared', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/`);
    const counted = page.waitForRequest((request) => (request.postData() ?? '').includes('"searched"'));
    await page.getByRole('combobox').pressSequentially('sauvegarder');
    await counted;
    const results = page.waitForRequest('**/fr/search?**');
    await page.getByRole('combobox').press('Enter');
    expect((await results).url()).toContain('counted=1');
    await page.locator('.results').waitFor();
    await page.waitForFunction(() => !location.search.includes('counted'));
    expect(new URL(page.url()).search).toBe('?q=sauvegarder');
    await page.context().close();
  });

  test('is answered by the browser when the server takes too long', async () => {
    const { page } = await openPage(browser);
    await page.route('**/api/search**', () => undefined);
    await page.goto(`${url}/en/`);
    await page.getByRole('combobox').pressSequentially('backup');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().textContent()).toMatch(/back/i);
    await page.context().close();
  });
});

describe('a reader who was not helped', () => {
  test('says why in their own words, with the keyboard, and is offered to write', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/en/articles/${article}`);
    await page.getByRole('button', { name: 'No', exact: true }).press('Enter');
    await page.locator('.vote-reasons').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Which port?');
    await page.keyboard.press('Tab');
    const sent = page.waitForRequest((request) => (request.postData() ?? '').includes('"voted"'));
    await page.keyboard.press('Enter');
    expect((await sent).postData()).toContain('"value":0,"reason":"unclear","comment":"Which port?"');
    const contact = page.locator('article-vote a');
    expect(await contact.getAttribute('href')).toBe(
      `/en/contact?article=${encodeURIComponent(`en/${article}`)}`,
    );
    await page.context().close();
  });

  test('and leaves without a reason is counted all the same', async () => {
    const { page } = await openPage(browser);
    // Playwright does not see what a page sends while it goes away: the page itself keeps a note.
    await page.addInitScript(() => {
      const send = window.fetch.bind(window);
      window.fetch = (address, options) => {
        if (typeof options?.body === 'string') localStorage.setItem('last-sent', options.body);
        return send(address, options);
      };
    });
    await page.goto(`${url}/en/articles/${article}`);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.goto(`${url}/en/`);
    const sent = await page.evaluate(() => localStorage.getItem('last-sent'));
    expect(sent).toContain('"kind":"voted"');
    expect(sent).toContain('"value":0');
    await page.context().close();
  });
});

describe('a customer who writes from an article', () => {
  test('sees which one, and the team is told', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${url}/fr/articles/${article}`);
    await page.locator('.desk-call a').click();
    expect(await page.locator('.about a').textContent()).toBe('Installer Guichet');
    await page.locator('#description').fill('Rien ne se passe.');
    await page.locator('#email').fill('lea@example.org');
    await page.locator('form.form button[type=submit]').click();
    expect(await page.locator('.said').textContent()).toBe('Rien ne se passe.');
    await openDesk(page, new URL(page.url()));
    expect(await page.getByRole('main').textContent()).toMatch(/Écrit depuis l’article\s*Installer Guichet/);
    const origin = page.getByRole('definition').getByRole('link', { name: 'Installer Guichet' });
    expect(await origin.getAttribute('href')).toBe(`/fr/articles/${article}`);
    await page.context().close();
  });

  test('puts a suggestion aside, and it does not come back', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${url}/fr/contact`);
    const description = page.getByLabel('Description');
    await description.fill('Le portail ne démarre pas');
    const first = page.locator('.suggestion-list .suggestion').first();
    const articleId = await first.getAttribute('data-article');
    await first.locator('button[value=rejected]').click();
    const recorded = recordedEvents(page);
    for (const words of [' sur notre serveur', ' depuis la mise à jour de notre serveur']) {
      const answered = page.waitForResponse('**/api/suggest');
      await description.fill(`Le portail ne démarre pas${words}`);
      expect(await (await answered).text()).toContain(`"articleId":"${articleId}"`);
      await page.waitForTimeout(300);
      expect(await page.locator(`.suggestion[data-article="${articleId}"]`).count()).toBe(0);
    }
    expect(recorded.filter(({ kind }) => kind === 'rejected')).toMatchObject([{ articleId }]);
    await page.context().close();
  });
});

describe('a page that does not exist', () => {
  test.each([
    ['/en/articles/old/backup-and-restore', 'This page does not exist', 'Back up'],
    ['/fr/ancien/sauvegarder', 'Cette page n’existe pas', 'Sauvegarder'],
  ])('%s speaks its language and searches for its words', async (path, title, found) => {
    const { page } = await openPage(browser);
    await page.goto(url + path);
    // Without its script the page speaks both languages, and for a moment before it has run.
    await expect.poll(() => page.locator('h1:visible').allTextContents()).toEqual([title]);
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allTextContents()).toContainEqual(expect.stringContaining(found));
    await page.context().close();
  });
});
