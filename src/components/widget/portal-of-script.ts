import type { LoaderLanguage, LoaderSettings } from './loader-settings.ts';
import type { PanelDoor } from './panel-door.ts';

declare const widgetSettings: LoaderSettings;

/** What the build knew of the portal. */
export const settings: LoaderSettings = widgetSettings;

// A script that another script added after loading may not be the current one.
const script = (document.currentScript ??
  document.querySelector('script[src*="/widget.js"]')) as HTMLScriptElement;

/** What the page wrote on the script's element: `data-locale`, `data-product`, `data-button`. */
export const scriptData: DOMStringMap = script.dataset;

/** Origin of the portal the script comes from. */
export const portalOrigin: string = new URL(script.src).origin;

const loading = new Map<string, Promise<PanelDoor>>();

/**
 * The language of an element: its attribute `locale`, else what the page says it is in, else the portal's first; what
 * the portal does not have falls back likewise, `fr-CA` to `fr`.
 */
export function languageOf(element: Element): LoaderLanguage & { locale: string } {
  const wanted = [element.getAttribute('locale'), scriptData['locale'], document.documentElement.lang];
  const codes = wanted.flatMap((code) => [code ?? '', (code ?? '').split('-')[0] ?? '']);
  const locale = [...codes, settings.defaultLocale].find((code) => code in settings.languages) ?? '';
  return { ...(settings.languages[locale] as LoaderLanguage), locale };
}

/** Fetches the panel of a language, once. What could not be fetched is tried again the next time. */
export function loadPanel({ panel, latestPanel }: LoaderLanguage): Promise<PanelDoor> {
  const known = loading.get(panel);
  if (known) return known;
  const load = (address: string): Promise<PanelDoor> =>
    import(/* @vite-ignore */ portalOrigin + address) as Promise<PanelDoor>;
  // Browsers remember that a module could not be fetched: another address is another try.
  const door = load(panel).catch(() => load(`${latestPanel}?${Date.now()}`));
  loading.set(panel, door);
  door.catch(() => loading.delete(panel));
  return door;
}
