/** A thread that makes one gap report; `gap-reports.ts` starts it, so that long grouping holds no reader up. */
import { parentPort, workerData } from 'node:worker_threads';
import { AskedWords } from '../search/asked-words.ts';
import type { Settings } from '../settings.ts';
import { readSite } from '../site.ts';
import { systemClock } from '../store/clock.ts';
import { openStore } from '../store/open-store.ts';
import { createMetrics } from './create-metrics.ts';
import type { GapMessage, GapReportRequest, OnProgress } from './gap-reports.ts';
import { loadIndexFolder } from './live-index.ts';
import { makeGapReport } from './make-gap-report.ts';
import { createSearching } from './searching.ts';

const { settings, indexFolder, period } = workerData as { settings: Settings } & GapReportRequest;
const site = readSite(settings.contentFolder);
const live = loadIndexFolder(indexFolder);
const searching = createSearching({
  live: () => live,
  asked: new AskedWords(),
  metrics: createMetrics(),
  threshold: site.suggestions.threshold,
  today: () => '',
});
const tell = (message: GapMessage): void => parentPort?.postMessage(message);
const onProgress: OnProgress = (done, total) => tell({ done, total });
const store = await openStore(settings);
try {
  const parts = { store, clock: systemClock, live, searching, site, onProgress };
  tell({ report: await makeGapReport(parts, period) });
} finally {
  await store.close();
}
