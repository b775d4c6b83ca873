import { execFile } from 'node:child_process';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';

interface Ending {
  code: number;
  stdout: string;
  stderr: string;
}

describe('the command line', () => {
  let folder = '';
  const file = (name: string) => join(folder, name);

  /** Runs a script as npm does, on a data folder of its own. */
  function run(script: string, ...words: string[]): Promise<Ending> {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: file('data'), CONTENT_DIR: file('content') };
    return new Promise((resolve) => {
      execFile(process.execPath, [`scripts/${script}.ts`, ...words], { env }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(inject('temporaryFolder'), 'command-'));
    const lines = [
      { id: 'T-1', subject: 'Bonjour, je ne retrouve pas ma facture', requester: 'ana@example.org' },
      {
        id: 'T-2',
        subject: 'Hello, where can I find my invoice?',
        status: 'closed',
        createdAt: '2020-01-01',
      },
    ];
    await writeFile(
      file('tickets.jsonl'),
      [...lines.map((line) => JSON.stringify(line)), '{broken'].join('\n'),
    );
  });

  test('imports a file, says which line it left out, and adds nothing the second time', async () => {
    const first = await run('tickets', 'import', file('tickets.jsonl'));
    expect(first).toMatchObject({ code: 0, stdout: '2 added, 0 updated, 0 unchanged, 1 left out\n' });
    expect(first.stderr).toMatch(/line 3: is not JSON/);
    const second = await run('tickets', 'import', file('tickets.jsonl'), '--from', 'jsonl');
    expect(second.stdout).toBe('0 added, 0 updated, 2 unchanged, 1 left out\n');
  });

  test('exports what fits, in the language each ticket is in', async () => {
    const { stdout } = await run('tickets', 'export');
    const exported = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; locale: string });
    expect(exported.map(({ id, locale }) => `${id} ${locale}`)).toEqual(['T-2 en', 'T-1 fr']);
    await run('tickets', 'export', file('recent.jsonl'), '--since', '60d', '--status', 'open,pending');
    expect(await readFile(file('recent.jsonl'), 'utf8')).toMatch(/^\{"id":"T-1".*\}\n$/);
    expect((await stat(file('recent.jsonl'))).mode & 0o077).toBe(0);
  });

  test('resolves a ticket', async () => {
    const done = await run('tickets', 'resolve', 'T-1', '--article', 'fr/billing/invoices');
    expect(done.stdout).toBe('T-1 is resolved, solved by fr/billing/invoices\n');
    expect(done.stderr).toMatch(/No file of .* looks like the article/);
  });

  test('backs up and restores, and overwrites only when told to', async () => {
    expect(await run('backup', file('backup.jsonl.gz'))).toMatchObject({ code: 0 });
    expect((await stat(file('backup.jsonl.gz'))).mode & 0o077).toBe(0);
    await run('tickets', 'erase', 'ana@example.org');
    expect((await run('tickets', 'export')).stdout).not.toContain('T-1');
    expect(await run('restore', file('backup.jsonl.gz'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/--overwrite/) as string,
    });
    expect(await run('restore', file('backup.jsonl.gz'), '--overwrite')).toMatchObject({ code: 0 });
    expect((await run('tickets', 'export')).stdout).toContain('T-1');
  });

  const mistakes: [string[], RegExp][] = [
    [['tickets'], /npm run tickets -- import FILE/],
    [['tickets', 'import', 'nowhere.csv'], /There is no file nowhere\.csv/],
    [['tickets', 'import', 'package.json', '--from', 'lotus'], /--from lotus is not known.*zendesk/],
    [['tickets', 'import', 'package.json', '--column', 'colour=x'], /--column colour=x is not understood/],
    [['tickets', 'export', '--since', 'soon'], /--since soon is not understood/],
    [['tickets', 'export', '--colour'], /Unknown option '--colour'/],
    [['tickets', 'resolve', 'G-404', '--article', 'fr/a'], /There is no ticket G-404/],
    [['backup'], /npm run backup -- FILE/],
    [['restore', 'package.json'], /not a backup of Guichet/],
  ];
  test.each(mistakes)(
    '%j ends with what to do instead of a stack',
    async ([script = '', ...words], message) => {
      const { code, stderr } = await run(script, ...words);
      expect(code).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );
});
