import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../built-index.ts';
import { mostReadArticles } from '../reports/figures/most-read.ts';
import type { OpenFigures } from '../reports/figures/figure-source.ts';
import { lastDays } from '../reports/figures/period.ts';
import type { Clock } from '../store/clock.ts';

const days = 30;
const listed = 6;
const lifetimeMs = 3_600_000;

/** Ids of the articles of each locale that were read most, in order. */
export type MostRead = Record<string, string[]>;

/** What the list is made from. */
export interface MostReadParts {
  openFigures: OpenFigures;
  clock: Clock;
  timeZone: string;
  catalog: () => Catalog;
  /** Where the list is left for the next build of the pages. */
  file: string;
}

/** Makes the function that says what was read most in the last thirty days; it counts once an hour at most. */
export function createMostRead({ openFigures, clock, timeZone, catalog, file }: MostReadParts) {
  let known: { at: number; lists: Promise<MostRead> } | undefined;
  const count = async (): Promise<MostRead> => {
    const lists: MostRead = {};
    const source = await openFigures();
    for (const locale of catalog().locales) {
      const period = lastDays(days, clock(), { timeZone, locale });
      lists[locale] = await mostReadArticles(source, period, listed);
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(lists));
    return lists;
  };
  return (): Promise<MostRead> => {
    const now = clock().getTime();
    if (!known || now - known.at > lifetimeMs) known = { at: now, lists: count() };
    return known.lists;
  };
}

/** Where the lists stand in the data folder. */
export function mostReadFile(dataFolder: string): string {
  return join(dataFolder, 'most-read.json');
}

/** The lists as the server left them; empty before its first. */
export function readMostRead(file: string): MostRead {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as MostRead;
  } catch {
    return {};
  }
}
