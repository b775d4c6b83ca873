import { applyRetention } from '../events/retention.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { AttachmentFiles } from '../tickets/attachment-files.ts';
import { closeExpiredDrafts } from '../tickets/close-drafts.ts';

const everyMs = 3_600_000;

/** What upkeep works with. */
export interface UpkeepParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  files: AttachmentFiles;
  onFailure: (error: unknown) => void;
}

/** Work that comes back every hour. */
export interface Upkeep {
  stop(): Promise<void>;
}

/** Counts drafts whose window has closed, lets old events go and removes files without a ticket, at start and every hour; several nodes may do it at once. */
export function startUpkeep({ store, clock, timeZone, files, onFailure }: UpkeepParts): Upkeep {
  let underWay: Promise<void> = Promise.resolve();
  const run = (): void => {
    underWay = (async () => {
      await closeExpiredDrafts(store, { clock, timeZone });
      await applyRetention(store, { clock, timeZone });
      await files.removeUnclaimed(store, clock());
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
