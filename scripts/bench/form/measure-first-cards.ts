import type { Browser, Page } from 'playwright-core';
import { writingPauseMs } from '../../../src/components/contact/suggestion-session.ts';
import { openPage } from '../../../tests/e2e/open-browser.ts';
import { quantile } from '../../evaluate/metrics.ts';
import type { BenchDraft } from './form-bench.ts';

/** When cards come. */
export interface FirstCards {
  /** Requests that were shown a card. */
  shown: number;
  medianMs: number;
  p95Ms: number;
  maxMs: number;
  /** What of it was waiting for the server. */
  serverMedianMs: number;
}

const waitMs = 5_000;

/** Types each request and takes the time from the end of the pause to the frame that shows the first card. */
export async function measureFirstCards(
  browser: Browser,
  address: string,
  drafts: readonly BenchDraft[],
): Promise<FirstCards> {
  const { page } = await openPage(browser);
  const times: number[] = [];
  const serverTimes: number[] = [];
  for (const draft of drafts) {
    const taken = await firstCard(page, address, draft);
    if (!taken) continue;
    times.push(taken.cardMs);
    serverTimes.push(taken.serverMs);
  }
  await page.context().close();
  times.sort((one, other) => one - other);
  serverTimes.sort((one, other) => one - other);
  return {
    shown: times.length,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    maxMs: times.at(-1) ?? 0,
    serverMedianMs: quantile(serverTimes, 0.5),
  };
}

interface Taken {
  cardMs: number;
  serverMs: number;
}

async function firstCard(page: Page, address: string, draft: BenchDraft): Promise<Taken | undefined> {
  await page.goto(address);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  const waited = page.evaluate(waitForCard, waitMs);
  await page.locator('#subject').pressSequentially(draft.subject.slice(0, 20));
  await page.locator('#subject').fill(draft.subject);
  await page.locator('#description').fill(draft.description);
  const { cardMs, serverMs } = await waited;
  return cardMs === null ? undefined : { cardMs: cardMs - writingPauseMs, serverMs };
}

// The clock of the page itself: the driver's way to and fro would be counted too.
function waitForCard(timeoutMs: number): Promise<{ cardMs: number | null; serverMs: number }> {
  return new Promise((resolve) => {
    let from = performance.now();
    addEventListener('input', () => (from = performance.now()));
    const look = (): void => {
      const now = performance.now();
      const card = document.querySelector<HTMLElement>('.suggestion-list .passage');
      const asked = performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/api/suggest'));
      if (card?.checkVisibility({ visibilityProperty: true }))
        resolve({ cardMs: now - from, serverMs: asked.at(-1)?.duration ?? 0 });
      else if (now - from > timeoutMs) resolve({ cardMs: null, serverMs: 0 });
      else requestAnimationFrame(look);
    };
    look();
  });
}
