/** One message to a model. */
export interface ModelMessage {
  role: 'system' | 'user';
  content: string;
}

/** A language model: gives its reply piece by piece, or throws {@link ModelUnavailable}. */
export interface Model {
  reply(messages: ModelMessage[], signal: AbortSignal): AsyncIterable<string>;
}

/** The model did not answer: refused, too slow, out of reach. Search and suggestions go on without it. */
export class ModelUnavailable extends Error {
  override name = 'ModelUnavailable';
}

/** How to reach a model: the owner's settings. */
export interface ModelSettings {
  apiKey?: string;
  /** Address of any OpenAI-compatible server. */
  baseUrl?: string;
  model?: string;
}

/** Whether the owner has set up a model: a key, or a server that may need none. */
export function hasModel(settings: ModelSettings): boolean {
  return settings.apiKey !== undefined || settings.baseUrl !== undefined;
}
