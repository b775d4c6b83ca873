import type { App } from '../../src/app.ts';
import type { Agent } from '../../src/events/agent.ts';
import { calendarDay } from '../../src/store/calendar-day.ts';
import type { Fact } from './facts.ts';

/** A clock that the simulation sets. */
export interface StageClock {
  now: Date;
}

/** Where simulated people act: the app, its clock, chance, and the book in which they write what they did. */
export interface Stage {
  app: App;
  clock: StageClock;
  random: () => number;
  facts: Fact[];
  /** Work of the app that nobody waits for; settled before the next day. */
  pending: Promise<unknown>[];
}

/** One of the visits of a day. */
export interface Visit {
  stage: Stage;
  person: string;
  locale: string;
}

let made = 0;

/** Lets some seconds pass. */
export function wait({ clock }: Stage, seconds: number): void {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
}

/** Today, in the site's time zone. */
export function dayOf({ app, clock }: Stage): string {
  return calendarDay(clock.now, app.site.timeZone);
}

/** One of several. */
export function pick<Value>({ random }: Stage, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

/** One of several, the first ones much more often: as some articles are read a hundred times more than others. */
export function pickEarly<Value>(stage: Stage, values: readonly Value[]): Value {
  return pick(stage, values.slice(0, Math.ceil(values.length * stage.random() ** 2) || 1));
}

/** Who a person is to the portal today. */
export function readerOf({ stage, person }: Visit, agent: Agent = 'person') {
  return { visitor: `${person} ${dayOf(stage)}`, agent };
}

/** An event as a browser sends it, now. */
export function browserEvent({ stage, locale }: Visit, event: object): object {
  made += 1;
  return { id: `simulated-${made}`, at: stage.clock.now.toISOString(), locale, ...event };
}

/** Sends events as a browser does. */
export async function send(visit: Visit, ...events: object[]): Promise<void> {
  const sentAt = visit.stage.clock.now.toISOString();
  const batch = events.map((event) => browserEvent(visit, event));
  await visit.stage.app.recordEvents({ events: batch, sentAt }, readerOf(visit));
}
