import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/settings.ts';

const { siteUrl } = readSettings();

export default defineConfig({
  ...(siteUrl && { site: siteUrl }),
  output: 'static',
  adapter: node({ mode: 'middleware', bodySizeLimit: 60_000_000 }),
  session: false,
  trailingSlash: 'ignore',
  build: {
    format: 'directory',
    // The content policy of the server allows no inline style or script.
    inlineStylesheets: 'never',
  },
  compressHTML: true,
  // Only our own drawings are drawn: pictures for shared links. An owner's SVG is served as it is.
  image: { dangerouslyProcessSVG: true },
  prerenderConflictBehavior: 'error',
  // The server compares origins itself: it knows the public address behind a proxy.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: {
    // What a page needs at once is one file; what it fetches later needs no announcement.
    build: { assetsInlineLimit: 0, modulePreload: false },
    // Native or large packages stay outside the bundle; the server has them beside it.
    ssr: { external: ['better-sqlite3', 'pg', 'eld'] },
  },
});
