import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { GapReport } from '../reports/gaps/gap.ts';
import type { Settings } from '../settings.ts';
import type { GapPeriod } from './make-gap-report.ts';

/** What one report is made from. */
export interface GapReportRequest {
  indexFolder: string;
  period: GapPeriod;
}

/** What the thread says: how far it is, and at last the report. */
export type GapMessage = { done: number; total: number } | { report: GapReport };

/** Called with the number of groups looked at and the number in all. */
export type OnProgress = (done: number, total: number) => void;

const freshMs = 60_000;
const mostKept = 12;

/** Gap reports for whoever waits for them, and for a page that does not. */
export interface GapReports {
  /** The report of now; one asked for twice at once is made once. */
  make(period: GapPeriod, onProgress?: OnProgress): Promise<GapReport>;
  /** The report made last, at once; a newer one is made meanwhile when it is older than a minute. Nothing before the first, after a short wait. */
  latest(period: GapPeriod, waitMs: number): Promise<GapReport | undefined>;
}

interface Kept {
  indexFolder: string;
  making: Promise<GapReport>;
  madeAt?: number;
  last?: GapReport | undefined;
}

/** Gap reports for the desk, made in a thread of their own, and kept: grouping many tickets takes longer than a page may. */
export function createGapReports(settings: Settings, indexFolder: () => string): GapReports {
  const kept = new Map<string, Kept>();
  const entryFor = (period: GapPeriod, onProgress?: OnProgress): Kept => {
    // Within a minute "the last 30 days" begins at another millisecond: days tell periods apart.
    const key = JSON.stringify([period.since.slice(0, 10), period.locale]);
    const known = kept.get(key);
    if (known && isFresh(known, indexFolder())) return known;
    const folder = indexFolder();
    const making = runThread(settings, { indexFolder: folder, period }, onProgress);
    const entry: Kept = { indexFolder: folder, making, last: known?.last };
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, entry);
    making.then(
      (report) => Object.assign(entry, { last: report, madeAt: Date.now() }),
      () => kept.delete(key),
    );
    return entry;
  };
  return {
    make: (period, onProgress) => entryFor(period, onProgress).making,
    async latest(period, waitMs) {
      const { last, making } = entryFor(period);
      return last ?? (await Promise.race([making, nothingAfter(waitMs)]));
    },
  };
}

function isFresh({ indexFolder, madeAt }: Kept, presentFolder: string): boolean {
  return indexFolder === presentFolder && (madeAt === undefined || Date.now() - madeAt < freshMs);
}

function nothingAfter(waitMs: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), waitMs));
}

function runThread(
  settings: Settings,
  request: GapReportRequest,
  onProgress: OnProgress = () => undefined,
): Promise<GapReport> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./gap-thread.ts', import.meta.url));
    const thread = new Worker(file, { workerData: { settings, ...request } });
    thread.on('message', (message: GapMessage) => {
      if ('report' in message) resolve(message.report);
      else onProgress(message.done, message.total);
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The gap report ended with code ${code} and gave nothing.`)),
    );
  });
}
