import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/settings.ts';

const { siteUrl } = readSettings();

export default defineConfig({
  ...(siteUrl && { site: siteUrl }),
  output: 'static',
  adapter: node({ mode: 'middleware', bodySizeLimit: 2_000_000 }),
  session: false,
  trailingSlash: 'ignore',
  build: {
    format: 'directory',
    // The content policy of the server allows no inline style or script.
    inlineStylesheets: 'never',
  },
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  // The server compares origins itself: it knows the public address behind a proxy.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    // Native or large packages stay outside the bundle; the server has them beside it.
    ssr: { external: ['better-sqlite3', 'pg', 'eld'] },
  },
});
