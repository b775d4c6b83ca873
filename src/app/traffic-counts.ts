import type { DropReason } from '../events/record-events.ts';
import { addTraffic } from '../events/traffic.ts';
import { calendarDay } from '../store/calendar-day.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import type { Agent } from '../events/agent.ts';

/** Counts what is no event of a reader: pages by who asked for them, and events by why they were not counted. */
export interface TrafficCounts {
  countPage(agent: Agent): void;
  /** `reasons`: one for each event that was not counted; `automation` and the like where a program sent it. */
  countDropped(reasons: readonly (DropReason | Agent)[]): void;
  /** Writes what was counted. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const everyMs = 10_000;

/** What counting works with. */
export interface TrafficCountsParts {
  store: Store;
  clock: Clock;
  timeZone: string;
  onFailure: (error: unknown) => void;
}

/** Counts in memory and writes every ten seconds: a process that is killed loses that much of what is only a hint. */
export function createTrafficCounts({
  store,
  clock,
  timeZone,
  onFailure,
}: TrafficCountsParts): TrafficCounts {
  let counts = new Map<string, number>();
  const count = (kind: 'pages' | 'dropped', name: string): void => {
    const key = [calendarDay(clock(), timeZone), kind, name].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const flush = async (): Promise<void> => {
    const counted = counts;
    counts = new Map();
    const rows = [...counted].map(([key, number]) => {
      const [day = '', kind, name = ''] = key.split(' ');
      return { day, kind: kind === 'pages' ? ('pages' as const) : ('dropped' as const), name, count: number };
    });
    await addTraffic(store, rows).catch(onFailure);
  };
  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();
  return {
    countPage: (agent) => count('pages', agent),
    countDropped(reasons) {
      for (const reason of reasons) count('dropped', reason);
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
