import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from './open-browser.ts';

/** A shop of somebody else, with a link, a ticket form of its own, and the widget's two elements. */
const shopPage = (portalUrl: string, locale: string): string => `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="windows-1252">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Shop</title>
  </head>
  <body>
    <main>
      <h1>Shop</h1>
      <p><a href="#terms" id="terms">Terms</a></p>
      <form>
        <p><label>Title <input id="subject"></label></p>
        <p><label>Message <textarea id="message" rows="5"></textarea></label></p>
      </form>
      <guichet-suggest for="#message" subject="#subject"></guichet-suggest>
    </main>
    <script src="${portalUrl}/widget.js" data-locale="${locale}" data-product="guichet" async></script>
  </body>
</html>`;

/**
 * Serves the shop under a policy that allows nothing but the portal's scripts and answers, and demands Trusted Types.
 * `/en` is in English, every other address in French; `/bare` has no widget.
 */
export async function serveShop(portalUrl: string, port: number): Promise<Server> {
  const policy = [
    "default-src 'none'",
    `script-src ${portalUrl}`,
    `connect-src ${portalUrl}`,
    "require-trusted-types-for 'script'",
    'trusted-types guichet',
  ].join('; ');
  const server = createServer(({ url = '' }, response) => {
    const page = shopPage(portalUrl, url.startsWith('/en') ? 'en' : 'fr');
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html');
    response.end(url.startsWith('/bare') ? page.replace(/<script.*script>/, '') : page);
  });
  await new Promise<void>((listening) => server.listen(port, 'localhost', listening));
  return server;
}

/** What has the focus: the deepest element, through the shadow roots. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id || element?.className || element?.tagName || '';
  });
}

/** Opens the shop and waits for the button of the widget; `asked` lists every address the page asked for. */
export async function openShopPage(browser: Browser, address: string, options: BrowserContextOptions = {}) {
  const { page, problems } = await openPage(browser, options);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.getByRole('button', { name: /^(Aide|Help)$/ }).waitFor();
  return { page, problems, asked };
}

/** Opens the panel with the widget's own button. */
export async function openHelp(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Aide|Help)$/ }).click();
  await page.getByRole('dialog').waitFor();
}
