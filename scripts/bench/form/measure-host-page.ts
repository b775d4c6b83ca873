import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../../tests/e2e/open-browser.ts';
import { openHelp } from '../../../tests/e2e/other-site.ts';
import { countTraffic } from '../portal/measure-page.ts';
import { readLongTasks, watchLongTasks } from './long-tasks.ts';

/** What a page of another site costs its visitors. */
export interface HostPage {
  requests: number;
  /** Over the wire, with headers, until nothing more comes by itself. */
  bytes: number;
  /** Cumulative layout shift while it loads and while the panel opens. */
  shift: number;
  /** Tasks of the main thread over 50 ms, on a processor slowed four times. */
  longTasks: number;
  /** What opening the panel brings; absent where there is no panel. */
  openBytes: number | undefined;
}

const settleMs = 1_200;
const cpuRate = 4;

/** Opens the page cold, and its help if it has one. */
export async function measureHostPage(browser: Browser, address: string): Promise<HostPage> {
  const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } });
  await page.addInitScript(watchLongTasks);
  await page.addInitScript(watchShifts);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  const read = await countTraffic(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(settleMs);
  const { requests, bytes } = read();
  const longTasks = (await page.evaluate(readLongTasks)).length;
  const openBytes = (await hasHelp(page)) ? await open(page, () => read().bytes - bytes) : undefined;
  const shift = await page.evaluate(() => Reflect.get(globalThis, 'shift') as number);
  await page.context().close();
  return { requests, bytes, shift, longTasks, openBytes };
}

async function hasHelp(page: Page): Promise<boolean> {
  return (await page.getByRole('button', { name: 'Aide' }).count()) > 0;
}

async function open(page: Page, bytesSince: () => number): Promise<number> {
  await openHelp(page);
  await page.waitForTimeout(settleMs);
  return bytesSince();
}

function watchShifts(): void {
  Reflect.set(globalThis, 'shift', 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value } = entry as PerformanceEntry & { value: number };
      Reflect.set(globalThis, 'shift', (Reflect.get(globalThis, 'shift') as number) + value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
