import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/settings.ts';
import type { Settings } from '../src/settings.ts';
import { readSite } from '../src/site.ts';
import { systemClock } from '../src/store/clock.ts';
import { migrate } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/open-store.ts';
import { openAttachmentFiles } from '../src/tickets/attachment-files.ts';
import { resolveTicket } from '../src/tickets/change-ticket.ts';
import { eraseRequester } from '../src/tickets/erase-requester.ts';
import { exportTickets, toExportLine } from '../src/tickets/export-tickets.ts';
import { helpDesks } from '../src/tickets/help-desks.ts';
import type { ImportSource } from '../src/tickets/help-desks.ts';
import type { NamedColumns } from '../src/tickets/map-record.ts';
import { normaliseRequester } from '../src/tickets/ticket-row.ts';
import { ticketStatuses } from '../src/tickets/ticket.ts';
import type { TicketStatus } from '../src/tickets/ticket.ts';
import { parseSince } from './parse-since.ts';
import { fail, say } from './progress.ts';
import { importFile } from './tickets/import-file.ts';

const usage = `npm run tickets -- import FILE [--from ${Object.keys(helpDesks).join('|')}] [--column subject=Objet]
npm run tickets -- export [FILE] [--status open,pending] [--since 60d] [--requester EMAIL]
npm run tickets -- resolve REFERENCE --article ARTICLE_ID
npm run tickets -- erase EMAIL`;

const { values, positionals } = readArguments();
const [command = '', subject] = positionals;

const commands: Record<string, (store: Store, settings: Settings) => Promise<void>> = {
  import: importCommand,
  export: exportCommand,
  resolve: resolveCommand,
  erase: eraseCommand,
};

await main().catch(fail);

async function main(): Promise<void> {
  const run = commands[command];
  if (!run) throw new Error(usage);
  const settings = readSettings();
  const store = await openStore(settings);
  try {
    await migrate(store);
    await run(store, settings);
  } finally {
    await store.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        column: { type: 'string', multiple: true, default: [] },
        status: { type: 'string' },
        since: { type: 'string' },
        requester: { type: 'string' },
        article: { type: 'string' },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

async function importCommand(store: Store, { contentFolder }: Settings): Promise<void> {
  const file = required(subject, 'the file to import');
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const { locales = ['en', 'fr'], defaultLocale } = readSite(contentFolder);
  await importFile(store, {
    file,
    source: readSource(file),
    columns: readColumns(),
    locales: [...new Set([...(defaultLocale ? [defaultLocale] : []), ...locales])],
  });
}

function readSource(file: string): ImportSource {
  const named = values.from ?? (/\.(csv|tsv)$/i.test(file) ? 'csv' : 'jsonl');
  const source = Object.keys(helpDesks).find((known): known is ImportSource => known === named);
  if (!source)
    throw new Error(`--from ${named} is not known. Use one of: ${Object.keys(helpDesks).join(', ')}.`);
  return source;
}

function readColumns(): NamedColumns {
  const pairs = values.column.map((pair) => {
    const [field = '', column = ''] = pair.split(/=(.*)/s);
    if (!(field in helpDesks.jsonl.fields) || column === '') {
      throw new Error(`--column ${pair} is not understood. Write FIELD=COLUMN, such as subject=Objet.`);
    }
    return [field, column];
  });
  return Object.fromEntries(pairs) as NamedColumns;
}

async function exportCommand(store: Store): Promise<void> {
  const tickets = exportTickets(store, {
    statuses: values.status?.split(',').map(readStatus),
    since: values.since && parseSince(values.since, systemClock()).toISOString(),
    requester: values.requester && normaliseRequester(values.requester),
  });
  async function* lines(): AsyncGenerator<string> {
    for await (const ticket of tickets) yield `${toExportLine(ticket)}\n`;
  }
  const output = subject === undefined ? process.stdout : createWriteStream(subject, { mode: 0o600 });
  await pipeline(Readable.from(lines()), output, { end: subject !== undefined });
  if (subject !== undefined) say(`written: ${subject}`);
}

function readStatus(name: string): TicketStatus {
  const status = ticketStatuses.find((known) => known === name);
  if (!status) throw new Error(`--status ${name} is not known. Use one of: ${ticketStatuses.join(', ')}.`);
  return status;
}

async function resolveCommand(store: Store, { contentFolder }: Settings): Promise<void> {
  const reference = required(subject, 'the reference of the ticket');
  const articleId = required(values.article, 'the article, with --article');
  if (!hasArticle(contentFolder, articleId)) {
    say(
      `No file of ${contentFolder} looks like the article ${articleId}: if it does not exist, nothing is learnt.`,
    );
  }
  const outcome = await resolveTicket(store, reference, articleId, systemClock);
  if ('refused' in outcome) throw new Error(`There is no ticket ${reference}.`);
  console.log(`${reference} is ${outcome.ticket.status}, solved by ${articleId}`);
}

function hasArticle(contentFolder: string, articleId: string): boolean {
  const withoutLocale = articleId.replace(/^[^/]+\//, '');
  return [articleId, withoutLocale].some((path) =>
    ['articles', '.'].some(
      (folder) =>
        existsSync(join(contentFolder, folder, `${path}.md`)) ||
        existsSync(join(contentFolder, folder, path, 'index.md')),
    ),
  );
}

async function eraseCommand(store: Store, { dataFolder }: Settings): Promise<void> {
  const email = required(subject, 'the e-mail address');
  const { erased, attachmentIds, mentionedIn } = await eraseRequester(store, email);
  await openAttachmentFiles(dataFolder).remove(attachmentIds);
  console.log(`${erased} tickets erased`);
  if (mentionedIn.length > 0)
    say(`The address is also written in: ${mentionedIn.join(', ')}. Look at these yourself.`);
}

function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new Error(`Say ${what}:\n${usage}`);
  return value;
}
