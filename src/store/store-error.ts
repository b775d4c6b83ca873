/** Thrown when the database cannot be used; the message says what happened, why, and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}
