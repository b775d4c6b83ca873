import type { App } from '../../src/app.ts';
import { applyRetention } from '../../src/events/retention.ts';
import { seededRandom } from '../../src/reports/gaps/random.ts';
import { addDays, startOfDay } from '../../src/store/calendar-day.ts';
import { closeExpiredDrafts } from '../../src/tickets/close-drafts.ts';
import { comeBack, draftTicket, type LeftDraft } from './drafts.ts';
import type { Fact } from './facts.ts';
import { carryOut, choose, pick, type Stage, type StageClock, type Visit } from './stage.ts';
import { importTicket, sendTicket } from './tickets.ts';
import { disturb, read, search } from './visits.ts';

/** How much traffic, and when. */
export interface Simulation {
  app: App;
  /** The clock the app was opened with: the simulation moves it. */
  clock: StageClock;
  seed: number;
  /** `YYYY-MM-DD`. */
  firstDay: string;
  days: number;
  visitsPerDay: number;
  /** Nothing happens from this moment on; absent when whole days are simulated. */
  until?: Date;
}

const firstHour = 8;
const hoursOpen = 11;
const windowDays = 7;

interface Waiting extends LeftDraft {
  person: string;
  locale: string;
  day: number;
}

/**
 * Simulates people on a portal, through the same doors as real ones, and gives what they did: the truth that the figures of the desk are
 * held against. The same seed gives the same traffic.
 */
export async function simulate({
  app,
  clock,
  seed,
  firstDay,
  days,
  visitsPerDay,
  until,
}: Simulation): Promise<Fact[]> {
  const stage: Stage = { app, clock, random: seededRandom(seed), facts: [], plans: [], pending: [] };
  const left: Waiting[] = [];
  for (let day = 0; day < days; day += 1) {
    const dawn = startOfDay(addDays(firstDay, day), app.site.timeZone).getTime();
    await carryOut(stage, dawn);
    await night(stage);
    for (let number = 0; number < visitsPerDay; number += 1) {
      const at = dawn + (firstHour + (hoursOpen * number) / visitsPerDay) * 3_600_000;
      if (until && at >= until.getTime()) return settled(stage);
      await carryOut(stage, at);
      const locale = pick(stage, app.catalog.locales);
      const person = stage.random() < 0.2 ? `regular-${number}` : `person-${day}-${number}`;
      const draft = await act({ stage, person, locale });
      if (draft && stage.random() < 0.5) left.push({ ...draft, person, locale, day });
    }
    await returns(stage, left, day, dawn);
    await Promise.all(stage.pending.splice(0));
  }
  return settled(stage);
}

async function settled({ pending, facts }: Stage): Promise<Fact[]> {
  await Promise.all(pending);
  return facts;
}

async function act(visit: Visit): Promise<LeftDraft | undefined> {
  const { stage } = visit;
  const { topics, products } = stage.app.site;
  const chance = stage.random();
  if (chance < 0.45) await read(visit);
  else if (chance < 0.78) await search(visit);
  else if (chance < 0.91) return draftTicket(visit);
  else if (chance < 0.94)
    await sendTicket(visit, { topic: choose(stage, topics, 1), product: choose(stage, products, 0.7) });
  else if (chance < 0.97) await importTicket(visit);
  else await disturb(visit);
  return undefined;
}

/** Some of those who left a draft come back, on the next day or when the window has closed. */
async function returns(stage: Stage, left: Waiting[], day: number, dawn: number): Promise<void> {
  for (const [place, waiting] of left.entries()) {
    const waited = day - waiting.day;
    const isLate = place % 2 === 1;
    if (waited !== (isLate ? windowDays + 2 : 1)) continue;
    await carryOut(stage, dawn + (firstHour + hoursOpen) * 3_600_000 + (place % 200) * 60_000);
    const { person, locale } = waiting;
    await comeBack({ stage, person, locale }, waiting, !isLate);
  }
}

/** What the server does every hour. */
async function night({ app, clock }: Stage): Promise<void> {
  const calendar = { clock: () => clock.now, timeZone: app.site.timeZone };
  await closeExpiredDrafts(app.store, calendar);
  await applyRetention(app.store, calendar);
}
