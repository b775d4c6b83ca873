import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article } from '../../../src/articles/article.ts';

/** A site generator that is measured beside Guichet, as a project in a folder of its own. */
export interface Peer {
  name: string;
  /** Folder of the articles in its project, and of the built site. */
  articles: string;
  built: string;
  /** Files of the project, by path. */
  files: (locale: string) => Record<string, string>;
  build: string[];
  dev: (port: number) => string[];
  /** Address of an article's page. */
  pageOf: (path: string) => string;
  search: SearchWay;
}

/** How a reader searches on a site. */
export interface SearchWay {
  /** Pressed to get to the field. */
  keys: string;
  field: string;
  firstResult: string;
}

/** Starlight with nothing but a title and a language. */
export const starlight: Peer = {
  name: 'Starlight',
  articles: 'src/content/docs',
  built: 'dist',
  files: (locale) => ({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: 'Help', defaultLocale: 'root', locales: { root: { label: 'Help', lang: '${locale}' } } })] });\n`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  }),
  build: ['astro', 'build'],
  dev: (port) => ['astro', 'dev', '--port', String(port)],
  pageOf: (path) => `/${path}/`,
  search: {
    keys: 'Control+k',
    field: '.pagefind-ui__search-input',
    firstResult: '.pagefind-ui__result-link',
  },
};

/** VitePress with its own search. */
export const vitePress: Peer = {
  name: 'VitePress',
  articles: 'docs',
  built: 'docs/.vitepress/dist',
  files: (locale) => ({
    'docs/.vitepress/config.mjs': `export default { title: 'Help', lang: '${locale}', cleanUrls: true, ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } } };\n`,
  }),
  build: ['vitepress', 'build', 'docs'],
  dev: (port) => ['vitepress', 'dev', 'docs', '--port', String(port)],
  pageOf: (path) => `/${path}.html`,
  search: { keys: 'Control+k', field: '.search-input', firstResult: '.result' },
};

/** Lays a peer's project out over the same articles, with the packages that were installed. */
export function layOut(peer: Peer, folder: string, packages: string, articles: readonly Article[]): void {
  const [locale = 'en'] = articles.map((article) => article.locale);
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(packages, 'package.json'), join(folder, 'package.json'));
  for (const [file, text] of Object.entries(peer.files(locale))) write(join(folder, file), text);
  write(join(folder, peer.articles, 'index.md'), '---\ntitle: Help\n---\n\nHelp.\n');
  for (const { path, title, markdown } of articles) {
    const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n# ${title}\n\n${plainMarkdown(markdown)}\n`;
    write(join(folder, peer.articles, `${path}.md`), text);
  }
}

/**
 * Markdown every generator accepts. Pictures that are not there and links to other files stop some of them, and HTML
 * and braces mean something else to others: their words stay.
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\[[^\]]+\]:.*$/gm, '')
    .replace(/[{}]/g, '')
    .replace(/<(?=[a-z/!?])/gi, '&lt;');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
