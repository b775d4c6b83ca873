import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, run, startPortal } from './start-portal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-start-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function startOnce(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const base = { ...process.env, HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') };
  const started = run(['scripts/build.ts', '--for-start'], { ...base, ...environment });
  return { code: await started.ended, output: started.output() };
}

describe('a start that cannot succeed ends at once and says what to do', () => {
  test('the port is in use', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const { code, output } = await startOnce({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).not.toContain('    at ');
  });

  test('the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await startOnce({ PORT: '0', DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toContain('cannot be written');
    expect(output).toContain('DATA_DIR');
  });

  test('several settings are wrong: each has its line', async () => {
    const { code, output } = await startOnce({
      PORT: 'web',
      SITE_URL: 'help.example.org',
      DATABASE_URL: 'mysql://x',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/PORT: .*number/);
    expect(output).toMatch(/SITE_URL: .*https:/);
    expect(output).toMatch(/DATABASE_URL: .*postgres:/);
  });

  test('site.yaml has a mistake', async () => {
    const content = join(folder, 'content');
    mkdirSync(content);
    writeFileSync(join(content, 'site.yaml'), 'locals: [fr]\n');
    const { code, output } = await startOnce({ PORT: '0', CONTENT_DIR: content });
    expect(code).toBe(1);
    expect(output).toContain('site.yaml');
    expect(output).toContain('locals');
  });

  test('the database does not answer, and the password is not printed', async () => {
    const databaseUrl = `postgres://guichet:hidden-word@127.0.0.1:${await freePort()}/guichet`;
    const { code, output } = await startOnce({ PORT: '0', DATABASE_URL: databaseUrl });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain('hidden-word');
  });
});

describe('a folder that is hard to serve is served all the same', () => {
  test('an empty folder', async () => {
    const content = join(folder, 'empty');
    mkdirSync(content);
    const portal = await startPortal({ contentFolder: content });
    const home = await fetch(`${portal.url}/`);
    expect(home.status).toBe(200);
    const found = await fetch(`${portal.url}/api/search?q=rien`);
    expect(await found.json()).toMatchObject({ total: 0, hits: [] });
    expect(await portal.stop()).toBe(0);
  });

  test('good articles beside broken ones', async () => {
    const content = join(folder, 'mixed');
    mkdirSync(content);
    writeFileSync(
      join(content, 'good.md'),
      '# Régler l’écran\n\nTournez la molette de luminosité vers la droite.\n',
    );
    writeFileSync(join(content, 'yaml.md'), '---\ntitle: [oops\n---\n\nTexte.\n');
    writeFileSync(join(content, 'binary.md'), Buffer.from([0x89, 0x50, 0, 0, 0x0d, 0xff, 0xfe, 0]));
    writeFileSync(join(content, 'large.md'), `# Gros\n\n${'mot '.repeat(1_300_000)}`);
    writeFileSync(join(content, 'emoji.md'), '# Emojis\n\n## 🎉🎉\n\nUne fête pour les confettis.\n');
    const portal = await startPortal({ contentFolder: content });
    for (const name of ['yaml.md', 'binary.md', 'large.md']) expect(portal.output()).toContain(name);
    const found = await fetch(`${portal.url}/api/search?q=luminosite`);
    expect(await found.json()).toMatchObject({ total: 1 });
    const confetti = (await (await fetch(`${portal.url}/api/search?q=confettis`)).json()) as {
      hits: { url: string }[];
    };
    const address = confetti.hits[0]?.url ?? '';
    const page = await (await fetch(portal.url + address)).text();
    expect(page).toContain(`id="${decodeURIComponent(address.split('#')[1] ?? 'none')}"`);
    expect(await portal.stop()).toBe(0);
  });
});
