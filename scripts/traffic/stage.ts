import type { App } from '../../src/app.ts';
import type { Agent } from '../../src/events/agent.ts';
import { calendarDay } from '../../src/store/calendar-day.ts';
import type { Fact } from './facts.ts';

/** A clock that the simulation sets. */
export interface StageClock {
  now: Date;
}

/** Something that is going to happen. */
interface Plan {
  at: number;
  act: () => Promise<void>;
}

/** Where simulated people act: the app, its clock, chance, and the book in which they write what they did. */
export interface Stage {
  app: App;
  clock: StageClock;
  random: () => number;
  facts: Fact[];
  plans: Plan[];
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

/** Plans something for `hours` from now. */
export function plan({ clock, plans }: Stage, hours: number, act: () => Promise<void>): void {
  plans.push({ at: clock.now.getTime() + hours * 3_600_000, act });
}

/** Does what was planned for before `until`, each at its time, and goes on to `until`; what comes of it may plan more. */
export async function carryOut(stage: Stage, until: number): Promise<void> {
  for (;;) {
    const [next] = stage.plans.filter(({ at }) => at < until).sort((one, other) => one.at - other.at);
    if (!next) return goOn(stage, until);
    stage.plans.splice(stage.plans.indexOf(next), 1);
    goOn(stage, next.at);
    await next.act();
  }
}

/** Time never runs back: what waits to be recorded would then come from the future. */
function goOn({ clock }: Stage, until: number): void {
  clock.now = new Date(Math.max(until, clock.now.getTime()));
}

/** Today, in the site's time zone. */
export function dayOf({ app, clock }: Stage): string {
  return calendarDay(clock.now, app.site.timeZone);
}

/** Where and when something about an article happens. */
export function placeOf({ stage, locale }: Visit, articleId: string) {
  return { day: dayOf(stage), locale, product: stage.app.article(articleId)?.product ?? '' };
}

/** One of several. */
export function pick<Value>({ random }: Pick<Stage, 'random'>, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

/** One of several, the first ones much more often: as some articles are read a hundred times more than others. */
export function pickEarly<Value>(stage: Stage, values: readonly Value[]): Value {
  return pick(stage, values.slice(0, Math.ceil(values.length * stage.random() ** 2) || 1));
}

/** One of the owner's topics or products; empty when there are none, and for some people who say none. */
export function choose(stage: Stage, choices: readonly { id: string }[], isSaid: number): string {
  return choices.length === 0 || stage.random() > isSaid ? '' : pick(stage, choices).id;
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
