import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';

const project = resolve(import.meta.dirname, '..');

test('a run with a test that fails ends with a code that says so', () => {
  const folder = mkdtempSync(join(inject('temporaryFolder'), 'failing-'));
  const database = join(project, 'tests/postgres.ts');
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { globals: true, globalSetup: [${JSON.stringify(database)}] } };\n`,
  );
  writeFileSync(join(folder, 'two.test.js'), "test('two', () => expect(1 + 1).toBe(3));\n");
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(stdout).toContain('1 failed');
  expect(status).toBe(1);
}, 90_000);
