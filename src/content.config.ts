import { join, sep } from 'node:path';
import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import type { Article } from './articles/article.ts';
import { openArticles, type Shelf } from './articles/read-articles.ts';
import type { Category } from './articles/read-categories.ts';
import { readSettings } from './settings.ts';
import { readSite } from './site.ts';

/** What pages know of an article: all but its sections, which the index holds. */
export type ArticleData = Omit<Article, 'sections'>;

const { contentFolder, dataFolder } = readSettings();
const { locales, defaultLocale } = readSite(contentFolder);
const quietMs = 50;

let reader: Promise<() => Promise<Shelf>> | undefined;
let reading: Promise<Shelf> | undefined;

// Both collections come from one reading of the folder.
function readShelf(): Promise<Shelf> {
  reader ??= openArticles(contentFolder, { locales, defaultLocale, cacheFolder: join(dataFolder, 'cache') });
  reading ??= reader
    .then((read) => read())
    .finally(() => {
      reading = undefined;
    });
  return reading;
}

/** A loader that stores what it finds on the shelf and, under `astro dev`, again whenever a file changes. */
function shelfLoader(name: string, entriesOf: (shelf: Shelf) => { id: string; data: object }[]): Loader {
  return {
    name,
    load: async (context) => {
      await storeEntries(entriesOf, context);
      watchContent(() => storeEntries(entriesOf, context), context);
    },
  };
}

async function storeEntries(
  entriesOf: (shelf: Shelf) => { id: string; data: object }[],
  context: LoaderContext,
): Promise<void> {
  const { store } = context;
  const entries = entriesOf(await readShelf());
  const gone = new Set(store.keys());
  for (const { id, data } of entries) {
    gone.delete(id);
    store.set({ id, data: { ...data }, digest: context.generateDigest({ ...data }) });
  }
  for (const id of gone) store.delete(id);
}

function watchContent(update: () => Promise<void>, { watcher, logger }: LoaderContext): void {
  let waiting: NodeJS.Timeout | undefined;
  const later = (file: string) => {
    if (!file.startsWith(contentFolder + sep)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      update().catch((error: unknown) => logger.error(`The articles cannot be read: ${String(error)}`));
    }, quietMs);
  };
  watcher?.add(contentFolder);
  for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, later);
}

/** Articles by id, and categories by `<locale>/<path>`. */
export const collections = {
  articles: defineCollection({
    loader: shelfLoader('guichet-articles', ({ articles }) =>
      articles.map(({ sections: _sections, ...data }) => ({ id: data.id, data })),
    ),
    schema: z.custom<ArticleData>(),
  }),
  categories: defineCollection({
    loader: shelfLoader('guichet-categories', ({ categories }) =>
      categories.map((category) => ({ id: [category.locale, ...category.path].join('/'), data: category })),
    ),
    schema: z.custom<Category>(),
  }),
};
