import type { Browser, CDPSession, Page } from 'playwright-core';
import type { SearchWay } from './peer-project.ts';

/** What one page costs a reader who has nothing of it yet. */
export interface PageCost {
  requests: number;
  /** Bytes over the wire: bodies as they were compressed, and headers. */
  bytes: number;
  scriptBytes: number;
}

/** How soon a page is there on a slow phone. */
export interface PageSpeed {
  lcpMs: number;
  cls: number;
  /** Longest of the interactions while a search was typed. */
  inpMs: number;
}

/** What the first search costs. */
export interface SearchCost {
  bytes: number;
  coldMs: number;
  warmMs: number;
}

const slowPhone = { cpuRate: 4, latencyMs: 150, bytesPerSecond: 1_600_000 / 8 };
const settleMs = 1200;
const resultTimeoutMs = 30_000;

/** Counts what arrives over the wire. The favicon is left out: when it is fetched is the browser's whim. */
export async function countTraffic(page: Page): Promise<() => PageCost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!/favicon|\/api\/events/.test(request.url)) kinds.set(requestId, type ?? 'Other');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.has(requestId)) sizes.set(requestId, encodedDataLength);
  });
  return () => {
    const sum = (wanted: (kind: string) => boolean): number =>
      [...sizes].reduce((total, [id, size]) => total + (wanted(kinds.get(id) ?? '') ? size : 0), 0);
    return { requests: kinds.size, bytes: sum(() => true), scriptBytes: sum((kind) => kind === 'Script') };
  };
}

/** Opens a page cold and waits until nothing more comes by itself. */
export async function measureCost(browser: Browser, url: string): Promise<PageCost> {
  const page = await (await browser.newContext()).newPage();
  const read = await countTraffic(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(settleMs);
  const cost = read();
  await page.context().close();
  return cost;
}

/** Opens a page as a slow phone on a slow network does, and types a search there. */
export async function measureSpeed(
  browser: Browser,
  url: string,
  { way, query }: { way: SearchWay; query: string },
): Promise<PageSpeed> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  await page.addInitScript(watchVitals);
  await slowDown(await page.context().newCDPSession(page));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(settleMs);
  const { lcpMs, cls } = await page.evaluate(readVitals);
  await openSearch(page, way);
  await page.keyboard.type(query, { delay: 120 });
  await page
    .locator(way.firstResult)
    .first()
    .waitFor({ timeout: resultTimeoutMs })
    .catch(() => undefined);
  await page.waitForTimeout(settleMs);
  const { inpMs } = await page.evaluate(readVitals);
  await page.context().close();
  return { lcpMs, cls, inpMs };
}

// A site that listens for the keys late, or closes what they opened while it is still starting, gets them again.
async function openSearch(page: Page, { keys, field }: SearchWay): Promise<void> {
  const search = page.locator(field).first();
  const end = performance.now() + resultTimeoutMs;
  do {
    await page.keyboard.press(keys);
    await search.waitFor({ timeout: settleMs }).catch(() => undefined);
  } while (!(await search.isVisible()) && performance.now() < end);
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: slowPhone.latencyMs },
    ...{ downloadThroughput: slowPhone.bytesPerSecond, uploadThroughput: slowPhone.bytesPerSecond },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpuRate });
}

interface Vitals {
  lcpMs: number;
  cls: number;
  inpMs: number;
}

function watchVitals(): void {
  const vitals: Vitals = { lcpMs: 0, cls: 0, inpMs: 0 };
  Reflect.set(globalThis, 'vitals', vitals);
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      ...{ type, buffered: true },
      // Events are reported from 104 ms on unless a shorter time is asked for; 16 is the shortest.
      ...(type === 'event' && { durationThreshold: 16 }),
    });
  };
  watch('largest-contentful-paint', ({ startTime }) => (vitals.lcpMs = startTime));
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) vitals.cls += value;
  });
  watch('event', (entry) => {
    if ('interactionId' in entry && entry.interactionId)
      vitals.inpMs = Math.max(vitals.inpMs, entry.duration);
  });
}

function readVitals(): Vitals {
  return Reflect.get(globalThis, 'vitals') as Vitals;
}

/** Types a query on a page that is open, and once more with another query; times run from the last key. */
export async function measureSearch(
  browser: Browser,
  url: string,
  { way, queries }: { way: SearchWay; queries: [string, string] },
): Promise<SearchCost> {
  const page = await (await browser.newContext()).newPage();
  const read = await countTraffic(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const before = read().bytes;
  await openSearch(page, way);
  const coldMs = await typeAndWait(page, way, queries[0]);
  await page.waitForTimeout(settleMs);
  const bytes = read().bytes - before;
  await page.locator(way.field).first().fill('');
  await page
    .locator(way.firstResult)
    .first()
    .waitFor({ state: 'detached', timeout: settleMs })
    .catch(() => undefined);
  const warmMs = await typeAndWait(page, way, queries[1]);
  await page.context().close();
  return { bytes, coldMs, warmMs };
}

// The clock of the page itself: the driver's own way to and fro would be counted too. It must be running before the
// text arrives, and the driver does not keep the order of what is not waited for.
async function typeAndWait(page: Page, way: SearchWay, query: string): Promise<number> {
  await page.evaluate(startClock, [way.firstResult, resultTimeoutMs, query] as const);
  await page.keyboard.insertText(query);
  return page.evaluate(() => Reflect.get(globalThis, 'searchTime') as Promise<number>);
}

function startClock([selector, timeoutMs, query]: readonly [string, number, string]): void {
  let from = 0;
  const end = performance.now() + timeoutMs;
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.value.endsWith(query)) from = performance.now();
  });
  const time = new Promise<number>((resolve) => {
    const look = (): void => {
      const now = performance.now();
      const isThere = from > 0 && document.querySelector(selector) !== null;
      if (isThere || now > end) resolve(isThere ? now - from : NaN);
      else requestAnimationFrame(look);
    };
    look();
  });
  Reflect.set(globalThis, 'searchTime', time);
}
