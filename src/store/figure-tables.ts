import { sql } from 'kysely';
import type { Kysely } from 'kysely';

type Database = Kysely<unknown>;

/**
 * Makes room for the figures of the desk, the step `0008-figures`: products and topics to filter by, sessions that were held out, and the
 * counts of each closed day.
 */
export async function createFigures(database: Database): Promise<void> {
  await database.schema.alterTable('events').addColumn('product', 'text').execute();
  await growDrafts(database);
  await growDeflections(database);
  await growDailyFigures(database);
  await createDailyTotals(database);
  await createDailyQueries(database);
  await database.schema
    .createTable('dailyTraffic')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dailyTrafficKey', ['day', 'kind', 'name'])
    .execute();
}

/** What the monthly review needs of tickets that were imported: the step `0010-surveys`. */
export async function growTicketsBySurveys(database: Database): Promise<void> {
  await database.schema.alterTable('tickets').addColumn('country', 'text').execute();
  for (const answer of ['satisfaction', 'recommendation'])
    await database.schema.alterTable('tickets').addColumn(answer, 'integer').execute();
}

/** Votes with words are few among many votes: the step `0011-comments`. */
export async function createCommentsIndex(database: Database): Promise<void> {
  await sql`create index "events_comments_idx" on events (kind, at, id)
    where kind = 'voted' and query is not null`.execute(database);
}

/** Words that led somewhere only after others are few among all words: the step `0012-found-later`. */
export async function createFoundLaterIndex(database: Database): Promise<void> {
  await sql`create index "dailyQueryArticles_foundLater_idx" on "dailyQueryArticles" (query, day)
    where "foundLater" > 0`.execute(database);
}

async function growDrafts(database: Database): Promise<void> {
  await database.schema.alterTable('drafts').addColumn('product', 'text').execute();
  await database.schema.alterTable('drafts').addColumn('topic', 'text').execute();
  await database.schema
    .alterTable('drafts')
    .addColumn('heldOut', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

/** SQLite cannot change a key: the rows move to a new table. */
async function growDeflections(database: Database): Promise<void> {
  await database.schema.alterTable('deflections').renameTo('deflectionsBefore').execute();
  await database.schema
    .createTable('deflections')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('heldOut', 'integer', (column) => column.notNull())
    .addColumn('opened', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('deflectionsByScopeKey', [
      'day',
      'locale',
      'product',
      'topic',
      'heldOut',
      'opened',
      'outcome',
    ])
    .execute();
  await sql`insert into deflections (day, locale, product, topic, "heldOut", opened, outcome, count)
    select day, locale, '', '', 0, case when outcome = 'implicit' then 1 else 0 end, outcome, count
    from "deflectionsBefore"`.execute(database);
  await database.schema.dropTable('deflectionsBefore').execute();
}

async function growDailyFigures(database: Database): Promise<void> {
  await database.schema.alterTable('dailyFigures').renameTo('dailyFiguresBefore').execute();
  await database.schema
    .createTable('dailyFigures')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('articleId', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('readers', 'integer', (column) => column.notNull())
    .addColumn('valueSum', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dailyFiguresByScopeKey', [
      'day',
      'kind',
      'locale',
      'product',
      'articleId',
      'reason',
    ])
    .execute();
  await sql`insert into "dailyFigures" (day, kind, locale, product, "articleId", reason, count, readers, "valueSum")
    select day, kind, locale, '', "articleId", '', count, readers, "valueSum"
    from "dailyFiguresBefore"`.execute(database);
  await database.schema.dropTable('dailyFiguresBefore').execute();
  await database.schema
    .createIndex('dailyFigures_articleId_day_idx')
    .on('dailyFigures')
    .columns(['articleId', 'day'])
    .execute();
}

const totals = [
  ...['views', 'readers', 'votes', 'helpful', 'effortAnswers', 'effortPoints'],
  ...['searches', 'zeroResults', 'clicked', 'rephrased'],
] as const;

async function createDailyTotals(database: Database): Promise<void> {
  let table = database.schema
    .createTable('dailyTotals')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull());
  for (const name of totals) table = table.addColumn(name, 'integer', (column) => column.notNull());
  await table.addPrimaryKeyConstraint('dailyTotalsKey', ['day', 'locale', 'product']).execute();
}

async function createDailyQueries(database: Database): Promise<void> {
  let queries = database.schema
    .createTable('dailyQueries')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull());
  for (const name of ['searches', 'zeroResults', 'clicked', 'clicks', 'positions', 'rephrased']) {
    queries = queries.addColumn(name, 'integer', (column) => column.notNull());
  }
  await queries.addPrimaryKeyConstraint('dailyQueriesKey', ['day', 'locale', 'product', 'query']).execute();
  await database.schema
    .createTable('dailyQueryArticles')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('product', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('articleId', 'text', (column) => column.notNull())
    .addColumn('clicks', 'integer', (column) => column.notNull())
    .addColumn('foundLater', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dailyQueryArticlesKey', ['day', 'locale', 'product', 'query', 'articleId'])
    .execute();
  await database.schema
    .createIndex('dailyQueryArticles_articleId_day_idx')
    .on('dailyQueryArticles')
    .columns(['articleId', 'day'])
    .execute();
}
