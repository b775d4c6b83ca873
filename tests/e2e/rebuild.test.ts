import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './start-portal.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-rebuild-'));
  write('billing/refunds.md', '# Refunds\n\nA refund takes five days to reach your bank.\n');
  write('billing/invoices.md', '# Invoices\n\nFind the invoices of your bank account.\n');
  write('devices/printers.md', '# Printers\n\nA printer needs paper and ink.\n');
  write('devices/scanners.md', '# Scanners\n\nA scanner needs light.\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  const path = join(folder, 'content/articles/en', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** Builds, and gives the folder of the pages. */
async function build(): Promise<string> {
  const environment = { CONTENT_DIR: join(folder, 'content'), DATA_DIR: join(folder, 'data') };
  const started = run(['scripts/build.ts'], { ...process.env, ...environment });
  expect(await started.ended, started.output()).toBe(0);
  const [, site = ''] = /built: (.+)/.exec(started.output()) ?? [];
  return join(site, 'client');
}

function filesOf(pages: string): Record<string, string> {
  const files = readdirSync(pages, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(pages.length), readFileSync(path).toString('base64')];
    }),
  );
}

test('after an edit only what changed is made again, and the pages are those of a build from nothing', async () => {
  await build();
  write('billing/refunds.md', '# Money back\n\nA refund takes a week to reach your bank.\n');
  const pages = await build();
  const page = (path: string): string => join(pages, 'en/articles', path, 'index.html');
  expect(statSync(page('devices/printers')).nlink, 'a page nobody touched is the old one').toBeGreaterThan(1);
  expect(statSync(page('billing/refunds')).nlink).toBe(1);
  expect(readFileSync(page('billing/invoices'), 'utf8'), 'the page before it').toContain('Money back');
  const after = filesOf(pages);
  rmSync(join(pages, '../..'), { recursive: true });
  rmSync(join(folder, 'data'), { recursive: true });
  const fromNothing = filesOf(await build());
  expect(Object.keys(after).sort()).toEqual(Object.keys(fromNothing).sort());
  expect(Object.keys(after).filter((file) => after[file] !== fromNothing[file])).toEqual([]);
});
