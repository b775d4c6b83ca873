import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleUrl } from '../../articles/address.ts';
import type { Catalog } from '../../built-index.ts';
import { accentColours, accentRules, defaultAccent } from '../../layouts/accent.ts';
import { textDirection } from '../../messages/format-message.ts';
import { messagesFor } from '../../messages/messages.ts';
import { nameIn, type Site, type SiteField } from '../../site.ts';
import { publishedArticles } from '../browse/browse-catalog.ts';
import type { LoaderSettings } from './loader-settings.ts';
import type { AskedField, Choice, PanelTexts } from './panel-texts.ts';
import { contactWords, suggestionWords } from './panel-words.ts';

/** Everything the widget is made of, by address: `/widget.js`, and what stands under `/widget/`. */
export type WidgetFiles = Map<string, string>;

/** What the bundled widget's folder holds, beside the parts that the panel fetches. */
export const bundledFiles = { loader: 'loader.js', panel: 'panel.js' };

const recentArticles = 4;
const hashChars = 12;
/** Letters on the accent: as in tokens.css. */
const letters = { light: '#ffffff', dark: '#16140f' };

/**
 * The files of the widget for one site: its languages, names and colour written in front of the bundled code, so that
 * opening the panel asks for one file.
 */
export function widgetFiles(folder: string, site: Site, catalog: Catalog): WidgetFiles {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const files: WidgetFiles = new Map();
  const languages: LoaderSettings['languages'] = {};
  for (const locale of catalog.locales) {
    const text = `const widgetTexts=${script(panelTexts(locale, site, catalog))};${read(bundledFiles.panel)}`;
    const [panel, latestPanel] = [`/widget/panel-${locale}-${hashOf(text)}.js`, `/widget/panel-${locale}.js`];
    files.set(panel, text).set(latestPanel, text);
    const { widget } = messagesFor(locale);
    const { button, unavailable, openPortal } = widget;
    languages[locale] = { panel, latestPanel, button, unavailable, openPortal };
  }
  const parts = readdirSync(folder).filter((name) => !Object.values(bundledFiles).includes(name));
  for (const name of parts) files.set(`/widget/${name}`, read(name));
  const { light, dark } = accentColours(site.theme.accent ?? defaultAccent);
  const settings: LoaderSettings = {
    defaultLocale: catalog.defaultLocale,
    languages,
    accent: { light: [light, letters.light], dark: [dark, letters.dark] },
  };
  // A script that is not a module shares its names with the page: a function keeps them in.
  files.set('/widget.js', `(()=>{const widgetSettings=${script(settings)};${read(bundledFiles.loader)}})();`);
  return files;
}

function panelTexts(locale: string, site: Site, catalog: Catalog): PanelTexts {
  const { search, widget, contact, suggestions, request, reply, locale: messageLocale } = messagesFor(locale);
  const { label, placeholder, found, nothing } = search;
  const { received, receivedText, title } = request;
  return {
    locale,
    messageLocale,
    direction: textDirection(messageLocale),
    search: { label, placeholder, found, nothing },
    widget,
    contact: pick(contact, contactWords),
    suggestions: pick(suggestions, suggestionWords),
    request: { received, receivedText, title },
    reply,
    timeZone: site.timeZone,
    officeHours: site.officeHours,
    topics: site.topics.map(({ replyWithinHours, ...topic }) => ({
      ...choiceOf(locale, topic),
      replyWithinHours,
    })),
    products: choicesOf(locale, site.products),
    fields: site.fields.map((field) => askedField(locale, field)),
    attachments: site.attachments,
    recent: recentOf(locale, catalog),
    accentRules: accentRules(site.theme.accent ?? defaultAccent).replaceAll(':root', ':host'),
  };
}

function askedField(
  locale: string,
  { id, kind, required, topics, label, hint, options }: SiteField,
): AskedField {
  return {
    ...{ id, kind, required, topics },
    label: nameIn(locale, label),
    hint: hint && nameIn(locale, hint),
    options: choicesOf(locale, options),
  };
}

interface Named {
  id: string;
  name: Record<string, string>;
}

function choicesOf(locale: string, things: Named[]): Choice[] {
  return things.map((thing) => choiceOf(locale, thing));
}

function choiceOf(locale: string, { id, name }: Named): Choice {
  return { id, name: nameIn(locale, name) };
}

function pick<Whole, Key extends keyof Whole>(whole: Whole, keys: readonly Key[]): Pick<Whole, Key> {
  return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<Whole, Key>;
}

function recentOf(locale: string, catalog: Catalog): PanelTexts['recent'] {
  return publishedArticles(catalog)
    .filter((article) => article.locale === locale)
    .toSorted((a, b) => b.updated.localeCompare(a.updated) || a.title.localeCompare(b.title))
    .slice(0, recentArticles)
    .map(({ id, title }) => ({ title, url: articleUrl(id) }));
}

/** JSON as an expression of a script. */
function script(value: object): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, hashChars);
}
