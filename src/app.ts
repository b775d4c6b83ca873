import type { IncomingMessage } from 'node:http';
import { createAccounts, type Accounts } from './accounts/create-accounts.ts';
import { hasIdleKey } from './answers/model.ts';
import type { Answer } from './app/answering.ts';
import { checkAttachmentTypes } from './app/check-attachment-types.ts';
import type { WaitingPassage } from './app/confirmation-mail.ts';
import { createConfirming } from './app/confirming.ts';
import { createLog, type Log } from './app/create-log.ts';
import { createMetrics, type Metrics } from './app/create-metrics.ts';
import { createDraftSuggestions, type DraftSuggestions } from './app/draft-suggestions.ts';
import { startLearning } from './app/learning.ts';
import { createGapReports, type OnProgress } from './app/gap-reports.ts';
import { wordGaps } from './app/gap-wording.ts';
import { loadIndexFolder } from './app/live-index.ts';
import { startMailSender } from './app/mail-sender.ts';
import type { GapPeriod } from './app/make-gap-report.ts';
import { openAnswering } from './app/open-answering.ts';
import { openReadingMeaning } from './app/open-reading-meaning.ts';
import type { DraftReply } from './app/reply-drafting.ts';
import { startNightlyGaps } from './app/nightly-gaps.ts';
import { createReaderEvents, type EventBatch, type ReaderEvents } from './app/reader-events.ts';
import { createMostRead, mostReadFile, type MostRead } from './app/most-read.ts';
import { recogniseAgent } from './app/recognise-agent.ts';
import { createReaderRecognition } from './app/recognise-reader.ts';
import { createSearching, type DraftText, type Searching } from './app/searching.ts';
import { sessionSecret } from './app/session-secret.ts';
import { createSubmissionGuard, type SubmissionGuard } from './app/submission-guard.ts';
import { createTrafficCounts } from './app/traffic-counts.ts';
import { createTicketDesk, type SubmitContext, type SubmitOutcome } from './app/ticket-desk.ts';
import type { TicketRequest } from './app/ticket-request.ts';
import { createTraining } from './app/training.ts';
import { sendWeeklyGaps } from './app/weekly-gap-mail.ts';
import { startUpkeep } from './app/upkeep.ts';
import { waitingPassages } from './app/waiting-passages.ts';
import { articleUrl } from './articles/address.ts';
import type { Catalog, CatalogArticle } from './built-index.ts';
import type { Reader, RecordOutcome } from './events/record-events.ts';
import { addToTallies } from './events/tallies.ts';
import { createOpenFigures, type OpenFigures } from './reports/figures/figure-source.ts';
import { AskedWords } from './search/asked-words.ts';
import type { GapReport } from './reports/gaps/gap.ts';
import { decideOnGap, readGapStates, withStates, type GapDecision } from './reports/gaps/gap-states.ts';
import type { Settings } from './settings.ts';
import { readSite, type Site } from './site.ts';
import { calendarDay } from './store/calendar-day.ts';
import { systemClock, type Clock } from './store/clock.ts';
import { migrate } from './store/migrate.ts';
import { openStore, type Store } from './store/open-store.ts';
import { openAttachmentFiles, type AttachmentFiles } from './tickets/attachment-files.ts';
import { createSealer } from './tickets/seal-text.ts';
import type { Ticket } from './tickets/ticket.ts';

/** A search that counts, with the number of articles it found. */
export interface CountedSearch {
  query: string;
  locale: string;
  total: number;
  /** The product it was narrowed to. */
  product?: string | undefined;
}

/** Everything the pages, the endpoints and the commands work with: the rooms, wired to the owner's settings. */
export interface App extends Searching {
  settings: Settings;
  site: Site;
  /** Articles, categories and locales of the index that is live. */
  readonly catalog: Catalog;
  store: Store;
  /** What the figures of the desk are made from; for one page. */
  openFigures: OpenFigures;
  accounts: Accounts;
  metrics: Metrics;
  clock: Clock;
  /** Who asks, without knowing who: a hash that changes each day. */
  readerOf(request: IncomingMessage): Promise<Reader>;
  /** An article by its id, with its address. */
  article(articleId: string): (CatalogArticle & { url: string }) | undefined;
  suggestForDraft(draft: DraftText, draftId: string | undefined, reader: Reader): Promise<DraftSuggestions>;
  /** Resolves when the search is written; the answer to the reader need not wait for it. */
  recordSearch(search: CountedSearch, reader: Reader): Promise<void>;
  /** Resolves when what a browser sent is kept. */
  recordEvents(batch: EventBatch, reader: Reader): Promise<RecordOutcome>;
  /** Counts a page by who asked for it. */
  countPage(request: IncomingMessage): void;
  submitTicket(ticket: TicketRequest, context: SubmitContext): Promise<SubmitOutcome>;
  /** Tells people who send requests from floods. */
  guard: SubmissionGuard;
  /** Contents of attached files. */
  attachmentFiles: AttachmentFiles;
  /** Passages that may help the sender of a ticket while they wait. */
  waitingPassages(ticket: Ticket): WaitingPassage[];
  /** Which articles to write or mend, from the tickets that none solved; made aside from what serves readers. */
  gaps(period: GapPeriod, onProgress?: OnProgress): Promise<GapReport>;
  /** The gap report made last, for a page that does not wait: nothing while the first is being made. */
  latestGaps(period: GapPeriod, waitMs: number): Promise<GapReport | undefined>;
  /** Titles and outlines by the owner's model, when there is one; marked as generated. */
  wordGaps(report: GapReport): Promise<GapReport>;
  /** Somebody takes on a gap, dismisses it or puts it back; false when there is no such gap. */
  decideOnGap(id: string, decision: GapDecision): Promise<boolean>;
  /** Answers a reader's question in words; absent when no model is set up. */
  answer: Answer | undefined;
  /** Drafts a reply to a ticket for the desk; absent when no model is set up. */
  draftReply: DraftReply | undefined;
  /** A program used a tool of the Model Context Protocol. */
  countAgentCall(tool: string): void;
  /** Ids of the articles read most in the last thirty days, for each locale. */
  mostRead(): Promise<MostRead>;
  /** What to say about a locale the portal does not have. */
  localeMistake(): string;
  /** Serves another index from now on; what solved tickets taught is kept. */
  useIndex(indexFolder: string): void;
  isReady(): Promise<boolean>;
  reportFailure: Log['failure'];
  close(): Promise<void>;
}

/**
 * Opens the store, migrates it, loads the index and learns from the tickets solved so far.
 *
 * @throws Error saying what to do when the store or the index cannot be used.
 */
export async function openApp(
  settings: Settings,
  indexFolder: string,
  clock: Clock = systemClock,
): Promise<App> {
  const log = createLog(settings.logLevel);
  const site = readSite(settings.contentFolder);
  const store = await openStore(settings);
  await migrate(store);
  let folder = indexFolder;
  let live = loadIndexFolder(folder);
  const asked = new AskedWords();
  const metrics = createMetrics();
  const today = (): string => calendarDay(clock(), site.timeZone);
  const { threshold } = site.suggestions;
  const onFailure = (error: unknown): void =>
    void log.failure(error, 'recording what readers do and keeping it tidy');
  const say = (notice: string): void => log.info(notice);
  const meaning = await openReadingMeaning({ settings, live: () => live, store, today, onFailure, say });
  const searching = createSearching({ live: () => live, asked, metrics, threshold, today, meaning });
  const knowsArticle = (articleId: string): boolean => live.articles.has(articleId);
  const traffic = createTrafficCounts({ store, clock, timeZone: site.timeZone, onFailure });
  const events = createReaderEvents({
    ...{ store, clock, knowsArticle, onFailure },
    productOf: (articleId) => live.articles.get(articleId)?.product,
    onDropped: (reasons) => traffic.countDropped(reasons),
  });
  const files = openAttachmentFiles(settings.dataFolder);
  checkAttachmentTypes(site);
  const secret = sessionSecret(settings.sessionSecret, settings.dataFolder);
  const sealer = createSealer(secret);
  const mails = startMailSender({ store, clock, sealer, site, settings, onFailure });
  const locales = (): string[] => live.catalog.locales;
  const passagesFor = (ticket: Ticket): WaitingPassage[] => waitingPassages(searching, ticket, locales());
  const confirming = createConfirming({
    ...{ site, siteUrl: settings.siteUrl, clock, sealer, sender: mails, passagesFor },
    isOn: settings.smtpUrl !== undefined,
  });
  const takeTicket = createTicketDesk({ store, site, clock, files, confirming, knowsArticle, locales });
  const { timeZone } = site;
  const upkeep = startUpkeep({ store, clock, timeZone, files, onFailure });
  const onLearningFailure = (error: unknown): void => void log.failure(error, 'learning from tickets');
  const training = createTraining(settings, () => folder, asked, onLearningFailure);
  const learning = await startLearning(store, asked, training, onLearningFailure);
  const gapReports = createGapReports(settings, () => folder);
  const gaps: App['gaps'] = async (period, onProgress) =>
    withStates(await gapReports.make(period, onProgress), await readGapStates(store));
  const makeReport = async (period: GapPeriod): Promise<GapReport> => {
    const report = await wordGaps(store, settings, await gaps(period));
    const locale = live.catalog.defaultLocale;
    await sendWeeklyGaps({ store, clock, site, settings, locale }, report);
    return report;
  };
  const nightly = startNightlyGaps({ store, clock, timeZone, makeReport, onFailure });
  const answering = await openAnswering({
    ...{ settings, site, store, clock, metrics, searching, events, today, onFailure },
    article: (articleId) => live.articles.get(articleId),
    indexVersion: () => folder,
  });
  if (hasIdleKey(settings.openai))
    log.info(
      'OPENAI_API_KEY is set and no model is: nothing is sent until OPENAI_MODEL or OPENAI_BASE_URL is.',
    );
  const openFigures = createOpenFigures(store, timeZone);
  return {
    ...searching,
    settings,
    site,
    store,
    metrics,
    clock,
    get catalog() {
      return live.catalog;
    },
    accounts: await openAccounts(settings, { store, log, secret }),
    guard: createSubmissionGuard(secret, clock),
    attachmentFiles: files,
    waitingPassages: passagesFor,
    readerOf: createReaderRecognition(settings, store, clock),
    article(articleId) {
      const article = live.articles.get(articleId);
      return article && { ...article, url: articleUrl(articleId) };
    },
    suggestForDraft: createDraftSuggestions({
      ...{ store, clock, searching, events, onFailure },
      holdOut: site.suggestions.holdOut,
      updatedOn: (articleId) => live.articles.get(articleId)?.updated,
      solvedBy: (articleId) => asked.solvedBy(articleId),
    }),
    recordSearch: (search, reader) => recordSearch(events, search, reader),
    recordEvents: (batch, reader) => events.fromBrowser(batch, reader),
    countPage: (request) => traffic.countPage(recogniseAgent(request)),
    async submitTicket(ticket, context) {
      const outcome = await takeTicket(ticket, context);
      if (outcome.ok && !outcome.repeated) {
        metrics.countTicket();
        void events.fromServer({ kind: 'submitted', locale: ticket.locale }, context.reader);
      }
      return outcome;
    },
    gaps,
    async latestGaps(period, waitMs) {
      const report = await gapReports.latest(period, waitMs);
      return report && withStates(report, await readGapStates(store));
    },
    wordGaps: (report) => wordGaps(store, settings, report),
    decideOnGap: (id, decision) => decideOnGap(store, id, decision),
    answer: answering?.answer,
    draftReply: answering?.draftReply,
    countAgentCall(tool) {
      metrics.answers.countAgentCall(tool);
      addToTallies(store, today(), { [`agents.${tool}`]: 1 }).catch(onFailure);
    },
    openFigures,
    mostRead: createMostRead({
      ...{ openFigures, clock, timeZone, catalog: () => live.catalog },
      file: mostReadFile(settings.dataFolder),
    }),
    localeMistake: () => `This portal has: ${live.catalog.locales.join(', ')}.`,
    useIndex(newFolder) {
      live = loadIndexFolder(newFolder);
      folder = newFolder;
      if (asked.size > 0) training.request();
    },
    isReady: () => answers(store),
    reportFailure: (error, doing) => log.failure(error, doing),
    async close() {
      await learning.stop();
      await nightly.stop();
      await upkeep.stop();
      await answering?.account.settled();
      await events.flush();
      await traffic.stop();
      await mails.stop();
      await store.close();
    },
  };
}

async function openAccounts(
  settings: Settings,
  { store, log, secret }: { store: Store; log: Log; secret: string },
): Promise<Accounts> {
  const { adminEmail, adminPassword, siteUrl } = settings;
  const accounts = createAccounts(store, { secret, siteUrl });
  if (adminEmail && adminPassword) {
    const notice = await accounts.ensureFirstAccount(adminEmail, adminPassword);
    if (notice) log.info(notice);
  }
  return accounts;
}

/** An empty query is no search. */
async function recordSearch(events: ReaderEvents, search: CountedSearch, reader: Reader): Promise<void> {
  const query = search.query.trim();
  if (query === '') return;
  const { locale, total, product } = search;
  await events.fromServer({ kind: 'searched', locale, query, position: total, product }, reader);
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.database.selectFrom('counters').select('name').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
