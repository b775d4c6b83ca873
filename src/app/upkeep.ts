import { applyRetention } from '../events/retention.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { closeExpiredDrafts } from '../tickets/close-drafts.ts';

const everyMs = 3_600_000;

/** What upkeep works with. */
export interface UpkeepParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  onFailure: (error: unknown) => void;
}

/** Work that comes back every hour. */
export interface Upkeep {
  stop(): Promise<void>;
}

/** Counts drafts whose window has closed and lets old events go, at start and every hour; several nodes may do it at once. */
export function startUpkeep({ store, clock, timeZone, onFailure }: UpkeepParts): Upkeep {
  let underWay: Promise<void> = Promise.resolve();
  const run = (): void => {
    underWay = (async () => {
      await closeExpiredDrafts(store, { clock, timeZone });
      await applyRetention(store, { clock, timeZone });
    })().catch(onFailure);
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
