/** One message to a model. */
export interface ModelMessage {
  role: 'system' | 'user';
  content: string;
}

/** What one call consumed, as the server says, or estimated where it says nothing. */
export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
}

/** A language model: gives its reply piece by piece, or throws {@link ModelUnavailable}. */
export interface Model {
  /** `noteUsage` is called once, when the reply is complete or given up. */
  reply(
    messages: ModelMessage[],
    signal: AbortSignal,
    noteUsage?: (usage: ModelUsage) => void,
  ): AsyncIterable<string>;
}

/** The model did not answer: refused, too slow, out of reach, too busy. Search and suggestions go on without it. */
export class ModelUnavailable extends Error {
  override name = 'ModelUnavailable';
}

/** How to reach a model: the owner's settings. */
export interface ModelSettings {
  apiKey?: string;
  /** Address of any OpenAI-compatible server. */
  baseUrl?: string;
  model?: string;
  /** Longest a request may take; 15 s when absent. */
  timeoutMs?: number;
}

/**
 * Whether the owner has set up a model: a server, which may need no key, or a key and a model's name. A key alone may be
 * there for another program, and nothing is sent on the strength of it.
 */
export function hasModel({ apiKey, baseUrl, model }: ModelSettings): boolean {
  return baseUrl !== undefined || (apiKey !== undefined && model !== undefined);
}

/** Whether a key is there that nothing is done with, because no model is named. */
export function hasIdleKey(settings: ModelSettings): boolean {
  return settings.apiKey !== undefined && !hasModel(settings);
}
