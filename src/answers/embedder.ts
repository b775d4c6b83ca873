/** A model that turns texts into vectors, or throws `ModelUnavailable`. */
export interface Embedder {
  /** What the server calls it: vectors of different models do not compare. */
  name: string;
  /** One vector for each text, in their order. */
  embed(texts: string[], signal: AbortSignal): Promise<number[][]>;
}
