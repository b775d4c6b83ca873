import { z } from 'zod';
import type { ImportedArticle } from './imported-article.ts';

const identifier = z.union([z.string(), z.number()]).transform(String);
const names = z.array(z.string()).nullish();
const time = z.string().nullish();
const group = z.object({ id: identifier, name: z.string(), category_id: identifier.nullish() });

/** Zendesk: the answer of `help_center/articles.json`, with `sections` and `categories` when they were included. */
const zendesk = z.object({
  articles: z.array(
    z.object({
      id: identifier,
      title: z.string(),
      body: z.string().nullable(),
      locale: z.string().nullish(),
      draft: z.boolean().nullish(),
      label_names: names,
      section_id: identifier.nullish(),
      edited_at: time,
      updated_at: time,
      html_url: z.string().nullish(),
    }),
  ),
  sections: z.array(group).default([]),
  categories: z.array(group).default([]),
});

/** Help Scout: article objects of the Docs API, in a list or one by one. */
const helpScoutArticle = z.object({
  id: identifier,
  name: z.string(),
  text: z.string(),
  status: z.string().nullish(),
  keywords: names,
  publicUrl: z.string().nullish(),
  updatedAt: time,
});
const helpScout = z.union([
  z.array(helpScoutArticle),
  z
    .object({ articles: z.object({ items: z.array(helpScoutArticle) }) })
    .transform(({ articles }) => articles.items),
  z.object({ article: helpScoutArticle }).transform(({ article }) => [article]),
]);

/** Freshdesk: solution articles; status 1 is a draft. */
const freshdesk = z.array(
  z.object({
    id: identifier,
    title: z.string(),
    description: z.string(),
    status: z.number().nullish(),
    tags: names,
    updated_at: time,
  }),
);

/**
 * Reads the JSON export of a help centre: Zendesk, Help Scout or Freshdesk, told apart by their shape.
 *
 * @throws Error when it is none of them.
 */
export function readExport(value: unknown): ImportedArticle[] {
  const fromZendesk = zendesk.safeParse(value);
  if (fromZendesk.success) return readZendesk(fromZendesk.data);
  const fromHelpScout = helpScout.safeParse(value);
  if (fromHelpScout.success) return fromHelpScout.data.map(readHelpScout);
  const fromFreshdesk = freshdesk.safeParse(value);
  if (fromFreshdesk.success) return fromFreshdesk.data.map(readFreshdesk);
  throw new Error(
    'This JSON is not an export of articles from Zendesk (articles.json), Help Scout or Freshdesk. ' +
      `As a Zendesk export it fails here:\n${z.prettifyError(fromZendesk.error).slice(0, 500)}`,
  );
}

function readZendesk({ articles, sections, categories }: z.infer<typeof zendesk>): ImportedArticle[] {
  const sectionOf = new Map(sections.map((section) => [section.id, section]));
  const categoryOf = new Map(categories.map((category) => [category.id, category.name]));
  return articles.map((article) => {
    const section = sectionOf.get(article.section_id ?? '');
    const folders = [categoryOf.get(section?.category_id ?? ''), section?.name];
    return {
      source: `zendesk:${article.id}:${article.locale ?? ''}`,
      title: article.title,
      locale: article.locale ?? undefined,
      folders: folders.filter((name) => name !== undefined),
      body: { html: article.body ?? '' },
      keywords: article.label_names ?? [],
      isDraft: article.draft ?? false,
      updated: day(article.edited_at ?? article.updated_at),
      address: article.html_url ?? `/articles/${article.id}`,
    };
  });
}

function readHelpScout(article: z.infer<typeof helpScoutArticle>): ImportedArticle {
  return {
    source: `helpscout:${article.id}`,
    title: article.name,
    folders: [],
    body: { html: article.text },
    keywords: article.keywords ?? [],
    isDraft: article.status === 'notpublished',
    updated: day(article.updatedAt),
    address: article.publicUrl ?? undefined,
  };
}

function readFreshdesk(article: z.infer<typeof freshdesk>[number]): ImportedArticle {
  return {
    source: `freshdesk:${article.id}`,
    title: article.title,
    folders: [],
    body: { html: article.description },
    keywords: article.tags ?? [],
    isDraft: article.status === 1,
    updated: day(article.updated_at),
    address: `/articles/${article.id}`,
  };
}

function day(time: string | null | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0];
}
