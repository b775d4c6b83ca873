import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { openBrowser } from '../../../tests/e2e/open-browser.ts';
import { serveShop } from '../../../tests/e2e/other-site.ts';
import { startPortal } from '../../../tests/e2e/start-portal.ts';
import { printTable } from '../print-table.ts';
import { measureFirstCards } from './measure-first-cards.ts';
import { measureHostPage } from './measure-host-page.ts';
import { bareForm, measureTyping, portalForm, widgetForm } from './measure-typing.ts';

/** What is measured, and over what. */
export interface FormBenchOptions {
  /** Holds kb-alchemy-fr, kb-dynamics-fr and `tickets/tickets.jsonl`. */
  folder: string;
  /** Where the portal of the bench is kept from run to run, so that it is built once. */
  cacheFolder: string;
  /** Tickets that are typed. */
  drafts: number;
}

/** A request that a customer wrote. */
export interface BenchDraft {
  subject: string;
  description: string;
}

const sets = ['alchemy', 'dynamics'];
/** The page of another site stands in `site.yaml`, which shapes the build: its port has to stay. */
const shopPort = 4795;

const ticketShape = z.object({
  ...{ kb: z.string(), locale: z.string(), kind: z.string() },
  ...{ subject: z.string(), description: z.string() },
});

/**
 * Types real requests into the form of a portal with all articles of both sets, in a Chromium: when the first card comes, what typing
 * costs the browser beside a bare form, and what the widget costs a page of another site.
 */
export async function benchForm({ folder, cacheFolder, drafts }: FormBenchOptions): Promise<void> {
  const place = join(cacheFolder, 'form-bench');
  const contentFolder = layOut(folder, join(place, 'content'));
  console.log('Building the portal, unless it is there already');
  const portal = await startPortal({ contentFolder, dataFolder: join(place, 'data') });
  const shop = await serveShop(portal.url, shopPort);
  const browser = await openBrowser();
  try {
    await measure(browser, portal.url, readDrafts(folder).slice(0, drafts));
  } finally {
    await browser.close();
    shop.close();
    await portal.stop();
  }
}

async function measure(browser: Browser, url: string, drafts: BenchDraft[]): Promise<void> {
  const cards = await measureFirstCards(browser, `${url}/fr/contact`, drafts);
  printTable(
    `First card after the pause in typing, ${drafts.length} requests`,
    ['with a card', 'median', 'p95', 'longest', 'of which the server, median'],
    [[cards.shown, ...[cards.medianMs, cards.p95Ms, cards.maxMs, cards.serverMedianMs].map(milliseconds)]],
  );
  const shop = `http://localhost:${shopPort}`;
  const forms = [
    await measureTyping(browser, bareForm(`${shop}/bare`), drafts),
    await measureTyping(browser, portalForm(`${url}/fr/contact`), drafts),
    await measureTyping(browser, widgetForm(`${shop}/fr`), drafts),
  ];
  printTable(
    'Typing on a processor slowed four times',
    ['form', 'keys', 'cards came', 'tasks over 50 ms', 'longest task'],
    forms.map(({ name, keys, cardsCame, longTasks, longestMs }) => [
      ...[name, keys, cardsCame, longTasks],
      longTasks === 0 ? 'under 50 ms' : milliseconds(longestMs),
    ]),
  );
  const rows = [
    ['without the widget', await measureHostPage(browser, `${shop}/bare`)] as const,
    ['with it', await measureHostPage(browser, `${shop}/fr`)] as const,
  ];
  printTable(
    'A page of another site',
    [
      'page',
      'requests',
      'bytes before a click',
      'layout shift',
      'tasks over 50 ms',
      'bytes to the open panel',
    ],
    rows.map(([name, { requests, bytes, shift, longTasks, openBytes }]) => [
      ...[name, requests, bytes, shift.toFixed(3), longTasks],
      openBytes ?? '–',
    ]),
  );
}

/** Both sets as categories of one portal that lets the other site in. */
function layOut(folder: string, contentFolder: string): string {
  for (const set of sets) {
    const target = join(contentFolder, 'articles/fr', set);
    if (!existsSync(target)) cpSync(join(folder, `kb-${set}-fr`), target, { recursive: true });
  }
  mkdirSync(contentFolder, { recursive: true });
  const site = `name: Bench\nlocales: [fr]\nwidget:\n  origins: ['http://localhost:${shopPort}']\n`;
  const file = join(contentFolder, 'site.yaml');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== site) writeFileSync(file, site);
  return contentFolder;
}

function readDrafts(folder: string): BenchDraft[] {
  const lines = readFileSync(join(folder, 'tickets/tickets.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => ticketShape.parse(JSON.parse(line)))
    .filter(({ kb, locale, kind }) => sets.includes(kb) && locale === 'fr' && kind === 'ticket')
    .map(({ subject, description }) => ({ subject, description }));
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`;
}
