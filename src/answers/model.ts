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
