import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const installedBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// Without these the browser calls its maker at every start, which a closed network refuses many times a second.
const quietArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Without it the browser says that a program drives it, and what it does is counted apart. */
const asPerson = '--disable-blink-features=AutomationControlled';

/**
 * Starts the Chromium of the machine, else Playwright's. With `keepsPagesBehind` it keeps pages that were left ready for
 * the way back, as a reader's browser does; Playwright has that off, because its own view of a page may get lost by it.
 * With `isAutomated` it says that a program drives it.
 */
export function openBrowser({ keepsPagesBehind = false, isAutomated = false } = {}): Promise<Browser> {
  const executablePath = installedBrowsers.find((file) => existsSync(file)) ?? chromium.executablePath();
  const ignoreDefaultArgs = keepsPagesBehind ? ['--disable-back-forward-cache'] : [];
  const args = isAutomated ? quietArguments : [...quietArguments, asPerson];
  return chromium.launch({ executablePath, args, ignoreDefaultArgs });
}

/** The name of a person's browser: a headless one names itself a program, and programs are not counted. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/** A page in a fresh profile that remembers what went wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Errors of scripts, of the console, and of the content policy. */
  problems: string[];
}

/** Opens a page; `options` sets language, size, colour scheme or JavaScript. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'fr-FR', userAgent, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  // Chromium says so when it shows the next page before the transition to it could begin: nothing a reader sees.
  const isLateTransition = (message: string): boolean => message.startsWith('Transition was aborted');
  page.on('pageerror', ({ message }) => isLateTransition(message) || problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}
