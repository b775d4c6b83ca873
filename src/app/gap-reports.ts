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

const keptMs = 60_000;

/**
 * Gap reports for the desk, made in a thread of their own; one for the same period is kept for a minute, and asked for
 * twice at once it is made once.
 */
export function createGapReports(settings: Settings, indexFolder: () => string) {
  const kept = new Map<string, Promise<GapReport>>();
  return (period: GapPeriod, onProgress?: OnProgress): Promise<GapReport> => {
    const request = { indexFolder: indexFolder(), period };
    // Within a minute "the last 30 days" begins at another millisecond: days tell periods apart.
    const key = JSON.stringify([request.indexFolder, period.since.slice(0, 10), period.locale]);
    const known = kept.get(key);
    if (known) return known;
    const report = runThread(settings, request, onProgress);
    kept.set(key, report);
    const forget = (): void => void kept.delete(key);
    report.then(() => setTimeout(forget, keptMs).unref(), forget);
    return report;
  };
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
