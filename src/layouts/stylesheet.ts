import { createHash } from 'node:crypto';
import rules from '../styles/portal.css?inline';
import type { Site } from '../site.ts';
import { accentRules } from './accent.ts';
import { themeFilesOf, type ThemeFile } from './theme-files.ts';

/** The portal's one stylesheet: the common rules and the owner's accent and letters. */
export interface Stylesheet {
  /** File name under `/styles/`; it changes with the content, so the file can be cached for ever. */
  name: string;
  text: string;
}

const known = new WeakMap<Site, Stylesheet>();

/** Puts together the stylesheet of a site, once. */
export function stylesheetOf(site: Site): Stylesheet {
  const found = known.get(site) ?? makeStylesheet(site);
  known.set(site, found);
  return found;
}

function makeStylesheet(site: Site): Stylesheet {
  const { accent } = site.theme;
  const { titleFont, textFont } = themeFilesOf(site);
  const text = [
    rules,
    accent === undefined ? '' : accentRules(accent),
    titleFont ? fontRules('title', titleFont) : '',
    textFont ? fontRules('text', textFont) : '',
  ].join('');
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { name: `portal-${hash}.css`, text };
}

// Text is shown in the letters of the system until the owner's have come.
function fontRules(face: 'title' | 'text', { url }: ThemeFile): string {
  const family = `Site ${face}`;
  return (
    `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:100 900;font-display:swap}` +
    `:root{--face-${face}:"${family}",${face === 'title' ? 'Georgia,serif' : 'system-ui,sans-serif'}}`
  );
}
