import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import {
  createCommentsIndex,
  createFigures,
  createFoundLaterIndex,
  growTicketsBySurveys,
} from './figure-tables.ts';
import { createGaps } from './gap-tables.ts';
import type { Store } from './open-store.ts';
import { createTallies } from './tally-table.ts';

type Database = Kysely<unknown>;

/**
 * The steps from an empty database to the present one, in order of their names. A released step is never edited: a change is a new
 * step. One text makes the tables of both databases; only flags and times of the desk's accounts differ, because better-auth wants
 * PostgreSQL's own types for them.
 */
export function migrationsFor(dialect: Store['dialect']): Record<string, Migration> {
  return {
    '0001-tickets': { up: createTickets },
    '0002-drafts': { up: createDrafts },
    '0003-events': { up: createEvents },
    '0004-changes': { up: createChanges },
    '0005-accounts': { up: (database) => createAccounts(database, dialect) },
    '0006-gaps': { up: createGaps },
    '0007-requests': { up: growTickets },
    '0008-figures': { up: createFigures },
    '0009-tallies': { up: createTallies },
    '0010-surveys': { up: growTicketsBySurveys },
    '0011-comments': { up: createCommentsIndex },
    '0012-found-later': { up: createFoundLaterIndex },
  };
}

async function createTickets(database: Database): Promise<void> {
  await database.schema
    .createTable('tickets')
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('log', 'text')
    .addColumn('requester', 'text')
    .addColumn('name', 'text')
    .addColumn('product', 'text')
    .addColumn('topic', 'text')
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('resolution', 'text')
    .addColumn('suggestions', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('firstReplyAt', 'text')
    .addColumn('resolvedAt', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('searchText', 'text', (column) => column.notNull())
    .addColumn('submissionHash', 'text', (column) => column.unique())
    .addColumn('tokenSalt', 'text')
    .addColumn('tokenHash', 'text')
    .execute();
  await createIndex(database, 'tickets', ['createdAt', 'reference']);
  await createIndex(database, 'tickets', ['status', 'createdAt']);
  await createIndex(database, 'tickets', ['requester']);
}

async function createDrafts(database: Database): Promise<void> {
  await database.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('lastSeenAt', 'text', (column) => column.notNull())
    .execute();
  await createIndex(database, 'drafts', ['lastSeenAt']);
  await database.schema
    .createTable('draftArticles')
    .addColumn('draftId', 'text', (column) => column.notNull().references('drafts.id').onDelete('cascade'))
    .addColumn('articleId', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'text')
    .addColumn('rejectedReason', 'text')
    .addColumn('solvedAt', 'text')
    .addPrimaryKeyConstraint('draftArticlesKey', ['draftId', 'articleId'])
    .execute();
  await database.schema
    .createTable('deflections')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('deflectionsKey', ['day', 'locale', 'outcome'])
    .execute();
}

async function createEvents(database: Database): Promise<void> {
  await database.schema
    .createTable('events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('articleId', 'text')
    .addColumn('query', 'text')
    .addColumn('position', 'integer')
    .addColumn('value', 'integer')
    .addColumn('reason', 'text')
    .addColumn('visitor', 'text')
    .execute();
  await createIndex(database, 'events', ['kind', 'at']);
  await database.schema
    .createTable('dailyFigures')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('articleId', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('readers', 'integer', (column) => column.notNull())
    .addColumn('valueSum', 'integer', (column) => column.notNull())
    .addColumn('zeroResults', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dailyFiguresKey', ['day', 'kind', 'locale', 'articleId'])
    .execute();
  await database.schema
    .createTable('salts')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
}

async function createChanges(database: Database): Promise<void> {
  await database.schema
    .createTable('changes')
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull().unique())
    .execute();
  await database.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute();
}

async function createAccounts(database: Database, dialect: Store['dialect']): Promise<void> {
  const time = dialect === 'sqlite' ? 'date' : 'timestamptz';
  await createUsers(database, dialect === 'sqlite' ? 'integer' : 'boolean', time);
  await createCredentials(database, time);
}

async function createUsers(
  database: Database,
  flag: 'integer' | 'boolean',
  time: 'date' | 'timestamptz',
): Promise<void> {
  await database.schema
    .createTable('user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', flag, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .execute();
  await createIndex(database, 'session', ['userId']);
}

async function createCredentials(database: Database, time: 'date' | 'timestamptz'): Promise<void> {
  await database.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', time)
    .addColumn('refreshTokenExpiresAt', time)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await createIndex(database, 'account', ['userId']);
  await database.schema
    .createTable('verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .execute();
  await createIndex(database, 'verification', ['identifier']);
}

async function growTickets(database: Database): Promise<void> {
  for (const column of ['fields', 'article', 'searched', 'priority', 'team', 'triage']) {
    await database.schema.alterTable('tickets').addColumn(column, 'text').execute();
  }
  await database.schema
    .createTable('attachments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('sizeBytes', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await createIndex(database, 'attachments', ['reference']);
  await database.schema
    .createTable('followUps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await createIndex(database, 'followUps', ['reference', 'createdAt']);
  await database.schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'text', (column) => column.notNull())
    .execute();
  await createIndex(database, 'mails', ['nextAttemptAt']);
  await createIndex(database, 'mails', ['recipient']);
}

async function createIndex(database: Database, table: string, columns: string[]): Promise<void> {
  await database.schema
    .createIndex(`${table}_${columns.join('_')}_idx`)
    .on(table)
    .columns(columns)
    .execute();
}
