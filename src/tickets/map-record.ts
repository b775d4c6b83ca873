import type { HelpDesk, ImportedField } from './help-desks.ts';
import type { ImportRecord } from './import-tickets.ts';
import { documentText, plainText } from './plain-text.ts';
import { foldForSearch } from './ticket-row.ts';
import { ticketStatuses } from './ticket.ts';

/** Columns the owner names for fields, before those a help desk is known to use. */
export type NamedColumns = Partial<Record<ImportedField, string>>;

/** Turns the records of a help desk's export into Guichet's own import format. */
export async function* mapRecords(
  records: AsyncIterable<ImportRecord>,
  helpDesk: HelpDesk,
  named: NamedColumns = {},
): AsyncGenerator<ImportRecord> {
  for await (const record of records) {
    yield 'reason' in record ? record : mapRecord(record, helpDesk, named);
  }
}

function mapRecord(
  { line, value }: { line: number; value: unknown },
  helpDesk: HelpDesk,
  named: NamedColumns,
): ImportRecord {
  const ticket = unwrap(value);
  if (typeof ticket !== 'object' || ticket === null) return { line, reason: 'is not a ticket' };
  const fields = simplifyFields(ticket);
  const find = (field: ImportedField): unknown => {
    const own = named[field];
    const known = own === undefined ? undefined : lookUp(fields, own);
    return known ?? findFirst(fields, helpDesk.fields[field] ?? []);
  };
  const text = (field: ImportedField): string | undefined => readText(find(field));
  const status = readStatus(text('status'), text('resolvedAt'), helpDesk);
  if (status === 'left-out') return { line, reason: 'is spam or deleted there' };
  const simple = ['id', 'createdAt', 'subject', 'locale', 'resolution', 'requester', 'name'] as const;
  const rest = ['product', 'topic', 'log', 'firstReplyAt', 'resolvedAt'] as const;
  const surveys = ['team', 'country', 'satisfaction', 'recommendation'] as const;
  return {
    line,
    value: {
      ...Object.fromEntries([...simple, ...rest, ...surveys].map((field) => [field, text(field)])),
      description: plainText(text('description') ?? ''),
      status,
      tags: readTags(find('tags')),
    },
  };
}

/** `{ticket: …}` and `{helpdesk_ticket: …}` hold the ticket itself. */
function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('helpdesk_ticket' in value) return value.helpdesk_ticket;
  return 'ticket' in value && typeof value.ticket === 'object' ? value.ticket : value;
}

type Fields = Map<string, unknown>;

function findFirst(fields: Fields, paths: string[]): unknown {
  for (const path of paths) {
    const found = lookUp(fields, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fields of an object under their simplified names; the first of two that are written alike counts. */
function simplifyFields(record: object): Fields {
  return new Map(
    Object.entries(record)
      .reverse()
      .map(([name, value]) => [simplify(name), value]),
  );
}

/** The value of a column, or at a path of nested fields; empty ones count as absent. */
function lookUp(fields: Fields, path: string): unknown {
  const column = fields.get(simplify(path));
  const found = column ?? (path.includes('.') ? followPath(fields, path.split('.')) : undefined);
  return found === '' || found === null ? undefined : found;
}

function followPath(fields: Fields, [first = '', ...rest]: string[]): unknown {
  return rest.reduce<unknown>(step, fields.get(simplify(first)));
}

function step(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return name === 'last' ? value.at(-1) : value[Number(name)];
  return typeof value === 'object' && value !== null ? simplifyFields(value).get(simplify(name)) : undefined;
}

const simplified = new Map<string, string>();

/** `Created time`, `created_time` and `CREATED TIME` are one name. The names of an export are few: each is worked out once. */
function simplify(name: string): string {
  const known = simplified.get(name);
  if (known !== undefined) return known;
  const simple = foldForSearch(name).replace(/[^a-z0-9°]/g, '');
  if (simplified.size < 10_000) simplified.set(name, simple);
  return simple;
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  // A column that occurs several times, as Jira writes lists: the first filled one.
  if (Array.isArray(value)) return value.map(readText).find(Boolean);
  return documentText(value).trim() || undefined;
}

function readStatus(status: string | undefined, resolvedAt: string | undefined, { statuses }: HelpDesk) {
  const name = status?.trim().toLowerCase() ?? '';
  const own = ticketStatuses.find((known) => known === name);
  return statuses[name] ?? own ?? (resolvedAt ? ('resolved' as const) : undefined);
}

function readTags(value: unknown): string[] {
  const texts = Array.isArray(value)
    ? value.flatMap((tag) => readTag(tag))
    : (readText(value)?.split(/[,;|\s]+/) ?? []);
  return texts.map((tag) => tag.trim()).filter(Boolean);
}

function readTag(tag: unknown): string[] {
  if (typeof tag === 'string') return [tag];
  if (typeof tag !== 'object' || tag === null) return [];
  const name = 'tag' in tag ? tag.tag : 'name' in tag ? tag.name : undefined;
  return typeof name === 'string' ? [name] : [];
}
