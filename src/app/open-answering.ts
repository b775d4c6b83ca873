import { carefulModel } from '../answers/careful-model.ts';
import { hasModel, type Model } from '../answers/model.ts';
import type { CatalogArticle } from '../built-index.ts';
import type { Settings } from '../settings.ts';
import type { AnswerRules, Site } from '../site.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { createAnswering, type Answer } from './answering.ts';
import type { Metrics } from './create-metrics.ts';
import { createModelAccount, type ModelAccount } from './model-account.ts';
import type { ReaderEvents } from './reader-events.ts';
import { createReplyDrafting, type DraftReply } from './reply-drafting.ts';
import type { Searching } from './searching.ts';

/** What a model adds to the portal. */
export interface Answering {
  answer: Answer;
  draftReply: DraftReply;
  account: ModelAccount;
}

/** What answering is opened with. */
export interface OpenAnsweringParts {
  settings: Settings;
  site: Site;
  store: Store;
  clock: Clock;
  metrics: Metrics;
  searching: Searching;
  events: ReaderEvents;
  article: (articleId: string) => CatalogArticle | undefined;
  indexVersion: () => string;
  today: () => string;
  onFailure: (error: unknown) => void;
}

/** Sets answering up when the owner has a model; without one nothing is loaded, and nothing can be sent. */
export async function openAnswering(parts: OpenAnsweringParts): Promise<Answering | undefined> {
  const { settings, site, store, clock, today, onFailure } = parts;
  if (!hasModel(settings.openai)) return undefined;
  const rules = site.answers;
  const metrics = parts.metrics.answers;
  const account = createModelAccount({ store, rules, metrics, today, onFailure });
  const model = await connect(settings, rules, clock);
  return {
    account,
    answer: createAnswering({ ...parts, model, account, metrics }),
    draftReply: createReplyDrafting({ ...parts, model, account }),
  };
}

async function connect(settings: Settings, rules: AnswerRules, clock: Clock): Promise<Model> {
  // The client takes a fifth of a second to load, which a portal without a model need not wait for.
  const { openAiModel } = await import('../answers/openai-model.ts');
  const model = openAiModel({ ...settings.openai, timeoutMs: rules.totalSeconds * 1000 });
  const patience = {
    firstPieceMs: rules.firstWordSeconds * 1000,
    wholeMs: rules.totalSeconds * 1000,
    maxAtOnce: rules.atOnce,
  };
  return carefulModel(model, patience, clock);
}
