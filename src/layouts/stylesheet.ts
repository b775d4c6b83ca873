import { createHash } from 'node:crypto';
import rules from '../styles/portal.css?inline';
import type { Site } from '../site.ts';
import { accentRules } from './accent.ts';

/** The portal's one stylesheet: the common rules and the owner's accent. */
export interface Stylesheet {
  /** File name under `/styles/`; it changes with the content, so the file can be cached for ever. */
  name: string;
  text: string;
}

/** Puts together the stylesheet of a site. */
export function stylesheetOf(site: Site): Stylesheet {
  const { accent } = site.theme;
  const text = accent === undefined ? rules : rules + accentRules(accent);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { name: `portal-${hash}.css`, text };
}
