import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWidget } from '../../scripts/build/build-widget.ts';
import type { Catalog } from '../../src/built-index.ts';
import { widgetFiles, type WidgetFiles } from '../../src/components/widget/widget-files.ts';
import { readSite } from '../../src/site.ts';

const site = readSite(resolve(import.meta.dirname, '../../content'));
const folder = mkdtempSync(join(tmpdir(), 'guichet-widget-'));

function catalogWith(title: string): Catalog {
  const article = {
    ...{ id: 'fr/a', locale: 'fr', path: 'a', title, description: '', keywords: [], category: [] },
    key: 'a',
    ...{ state: 'validated' as const, updated: '2026-11-22', file: 'a.md' },
  };
  return { locales: ['fr', 'en'], defaultLocale: 'fr', articles: [article], categories: [], findings: [] };
}

let files: WidgetFiles;

beforeAll(async () => {
  await buildWidget(folder);
  files = widgetFiles(folder, site, catalogWith('Premiers pas'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes as they are sent: compressed the way the build compresses. */
function sentBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}

const text = (address: string): string => files.get(address) ?? '';

describe('the files of the widget', () => {
  test('the loader takes at most 3 kB of a page', () => {
    expect(sentBytes(text('/widget.js'))).toBeLessThanOrEqual(3_000);
  });

  test.each(['fr', 'en'])('the panel in %s takes at most 15 kB', (locale) => {
    expect(sentBytes(text(`/widget/panel-${locale}.js`))).toBeLessThanOrEqual(15_000);
  });

  test('the loader is a plain script that leaves no name behind', () => {
    expect(/^\(\(\)=>\{.*\}\)\(\);\s*$/s.test(text('/widget.js'))).toBe(true);
    expect(/\beval\(|new Function|innerHTML|window\./.test(text('/widget.js'))).toBe(false);
  });

  test('the loader names panels by their content', () => {
    const named = [...text('/widget.js').matchAll(/"panel":"([^"]+)"/g)].map(([, address = '']) => address);
    expect(named).toHaveLength(2);
    for (const address of named) expect(files.has(address)).toBe(true);
    const others = widgetFiles(folder, site, catalogWith('Autre titre'));
    expect(named.filter((address) => others.has(address))).toHaveLength(1);
  });

  test('opening the panel asks for one file', () => {
    const panel = text('/widget/panel-fr.js');
    expect(/\bimport(\s+[\w{*]|\s*["'`{*])/.test(panel)).toBe(false);
    const [, part = ''] = /import\([`'"]\.\/([^`'"]+)/.exec(panel) ?? [];
    expect(files.has(`/widget/${part}`)).toBe(true);
  });

  test('no size in the panel depends on the page it is in', () => {
    expect(/[\d.]rem\b|:root/.test(readFileSync(join(folder, 'panel.js'), 'utf8'))).toBe(false);
  });
});
