import { request } from 'node:http';
import { describe, expect, inject, test } from 'vitest';
import type { IndexManifest } from '../../src/search/index-manifest.ts';
import { openRemoteIndex } from '../../src/search/remote-index.ts';

const url = inject('portalUrl');
const maxPageBytes = 14_000;
const maxScriptBytes = 5_000;

/** A page, and the files its head names, by what they are. */
interface Page {
  text: string;
  files: { url: string; kind: 'script' | 'style' }[];
}

/** Bytes of an answer as a browser that takes brotli gets it. */
function transferred(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(address, url), { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (piece: Buffer) => (bytes += piece.length));
      answer.on('end', () => resolve(bytes));
    });
    asked.on('error', reject).end();
  });
}

async function read(address: string): Promise<Page> {
  const text = await (await fetch(new URL(address, url))).text();
  const named = (pattern: RegExp, kind: 'script' | 'style') =>
    [...text.matchAll(pattern)].map(([, file = '']) => ({ url: file, kind }));
  return {
    text,
    files: [
      ...named(/<script[^>]+src="([^"]+)"/g, 'script'),
      ...named(/<link rel="stylesheet" href="([^"]+)"/g, 'style'),
    ],
  };
}

async function articlesOf(locale: string): Promise<string[]> {
  const map = await (await fetch(`${url}/sitemap-${locale}.xml`)).text();
  return [...map.matchAll(/<loc>([^<]+\/articles\/[^<]+)<\/loc>/g)].map(([, address = '']) => address);
}

describe.each(['fr', 'en'])('every article in %s', (locale) => {
  test('comes in three requests and 14 kB, 5 kB of them script: what one round trip can carry', async () => {
    const addresses = await articlesOf(locale);
    expect(addresses.length).toBeGreaterThan(30);
    const sizes = new Map<string, number>();
    const sizeOf = async (address: string): Promise<number> => {
      const size = sizes.get(address) ?? (await transferred(address));
      sizes.set(address, size);
      return size;
    };
    const tooLarge: string[] = [];
    for (const address of addresses) {
      const { files } = await read(address);
      const scripts = files.filter(({ kind }) => kind === 'script');
      const sum = async (some: string[]): Promise<number> =>
        (await Promise.all(some.map(sizeOf))).reduce((total, bytes) => total + bytes, 0);
      const bytes = await sum([address, ...files.map((file) => file.url)]);
      const scriptBytes = await sum(scripts.map((file) => file.url));
      if (files.length > 2 || bytes > maxPageBytes || scriptBytes > maxScriptBytes)
        tooLarge.push(`${address}: ${files.length + 1} requests, ${bytes} bytes, ${scriptBytes} of script`);
    }
    expect(tooLarge).toEqual([]);
  });
});

test.each([
  ['fr', 'installer le portail'],
  ['en', 'import tickets'],
])(
  'a first search in %s costs at most 90 kB from a host of files alone, script and all',
  async (locale, query) => {
    const { files } = await read(`/${locale}`);
    let bytes = 0;
    const fetched = async (address: string): Promise<Response> => {
      bytes += await transferred(address);
      return fetch(new URL(address, url));
    };
    const codeNamed = async (name: string, within: string): Promise<string> => {
      const code = await (await fetch(new URL(within, url))).text();
      const [file] = new RegExp(`${name}\\.[\\w-]+\\.js`).exec(code) ?? [];
      expect(file, `${within} names ${name}`).toBeDefined();
      return `/_astro/${file}`;
    };
    const box = await codeNamed('search-box', files.find(({ kind }) => kind === 'script')?.url ?? '');
    await fetched(box);
    await fetched(await codeNamed('ask-browser', box));
    const manifest = (await (await fetched(`/search/${locale}.json`)).json()) as IndexManifest;
    const index = openRemoteIndex(
      manifest,
      async (name) => new Uint8Array(await (await fetched(`/search/parts/${name}`)).arrayBuffer()),
    );
    const { hits } = await index.search(query, { limit: 6, typing: true });
    expect(hits.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(90_000);
  },
);

test('what machines read is there: feed, map, robots, a page for models, a picture, and what each article is', async () => {
  const feed = await fetch(`${url}/fr/feed.xml`);
  expect(feed.headers.get('content-type')).toContain('xml');
  expect((await feed.text()).match(/<item>/g)?.length).toBeGreaterThan(10);
  expect((await fetch(`${url}/pictures/fr.png`)).headers.get('content-type')).toBe('image/png');
  for (const file of ['robots.txt', 'llms.txt', 'sitemap-index.xml']) {
    expect((await fetch(`${url}/${file}`)).status).toBe(200);
  }
  const { text } = await read('/fr/articles/getting-started/install');
  const [, described = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
  expect(JSON.parse(described)).toMatchObject({
    '@graph': [{ '@type': 'BreadcrumbList' }, { '@type': 'HowTo' }],
  });
  expect(text).toContain('hreflang="x-default"');
});
